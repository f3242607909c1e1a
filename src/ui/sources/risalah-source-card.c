/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the item that it is bound to: empty until the row is loaded, changed when it changes. */

#include "risalah-source-card.h"

#include "risalah-source-rows.h"

struct _RisalahSourceCard
{
  RisalahLazyRow parent_instance;

  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (RisalahSourceCard, risalah_source_card, RISALAH_TYPE_LAZY_ROW)

static PangoAttrList *
bold_matches (const char *text, GArray *matches)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const RisalahMatch *match = &g_array_index (matches, RisalahMatch, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      const char *from = g_utf8_offset_to_pointer (text, match->start);

      bold->start_index = from - text;
      bold->end_index = g_utf8_offset_to_pointer (from, match->end - match->start) - text;
      pango_attr_list_insert (attributes, bold);
    }
  return attributes;
}

static void
show_snippet (RisalahSourceCard *self, const RisalahSnippet *snippet)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->snippet), snippet != NULL && *snippet->text != '\0');
  if (snippet == NULL)
    return;
  attributes = bold_matches (snippet->text, snippet->matches);
  gtk_label_set_text (self->snippet, snippet->text);
  gtk_label_set_attributes (self->snippet, attributes);
}

static void
risalah_source_card_show (RisalahLazyRow *lazy_row, gpointer value)
{
  RisalahSourceCard *self = RISALAH_SOURCE_CARD (lazy_row);
  const RisalahSourceRow *row = value;
  g_autofree char *about = NULL, *spoken = NULL;

  if (row == NULL)
    {
      gtk_label_set_text (self->title, "");
      gtk_label_set_text (self->about, "");
      gtk_widget_set_visible (GTK_WIDGET (self->snippet), FALSE);
      return;
    }
  about = risalah_names_about_source (risalah_lazy_row_get_names (lazy_row), row->source);
  gtk_label_set_text (self->title, row->source->label);
  gtk_label_set_text (self->about, about);
  show_snippet (self, row->snippet);
  spoken = g_strdup_printf ("%s, %s", row->source->label, about);
  risalah_lazy_row_set_spoken (lazy_row, spoken, NULL);
}

static void
risalah_source_card_class_init (RisalahSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RISALAH_LAZY_ROW_CLASS (klass)->show = risalah_source_card_show;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-source-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceCard, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceCard, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceCard, snippet);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
risalah_source_card_init (RisalahSourceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
