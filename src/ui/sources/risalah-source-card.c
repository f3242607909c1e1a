/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the item that it is bound to: empty until the row is loaded, changed when it changes. */

#include "risalah-source-card.h"

#include "risalah-source-search.h"
#include "risalah-widget.h"

struct _RisalahSourceCard
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *snippet;

  RisalahNames *names;
  RisalahLazyItem *item;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (RisalahSourceCard, risalah_source_card, GTK_TYPE_WIDGET)

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
  g_autoptr(PangoAttrList) attributes = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->snippet), snippet != NULL && *snippet->text != '\0');
  if (snippet == NULL)
    return;
  attributes = bold_matches (snippet->text, snippet->matches);
  gtk_label_set_text (self->snippet, snippet->text);
  gtk_label_set_attributes (self->snippet, attributes);
}

static void
show_item (RisalahSourceCard *self)
{
  const RisalahSourceRow *row = risalah_lazy_item_get_value (self->item);
  g_autofree char *about = NULL, *spoken = NULL;
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row == NULL)
    {
      gtk_label_set_text (self->title, "");
      gtk_label_set_text (self->about, "");
      gtk_widget_set_visible (GTK_WIDGET (self->snippet), FALSE);
      return;
    }
  about = risalah_names_about_source (self->names, row->source);
  gtk_label_set_text (self->title, row->source->label);
  gtk_label_set_text (self->about, about);
  show_snippet (self, row->snippet);
  spoken = g_strdup_printf ("%s, %s", row->source->label, about);
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken, -1);
}

static void
set_item (RisalahSourceCard *self, RisalahLazyItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed = g_signal_connect_swapped (item, "notify::value", G_CALLBACK (show_item), self);
  show_item (self);
}

static void
risalah_source_card_dispose (GObject *object)
{
  RisalahSourceCard *self = RISALAH_SOURCE_CARD (object);

  set_item (self, NULL);
  g_clear_object (&self->names);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_source_card_parent_class)->dispose (object);
}

static void
risalah_source_card_class_init (RisalahSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_source_card_dispose;
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

/* --- the factory ------------------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer names)
{
  RisalahSourceCard *card = g_object_new (RISALAH_TYPE_SOURCE_CARD, NULL);

  card->names = g_object_ref (names);
  gtk_list_item_set_child (list_item, GTK_WIDGET (card));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer names)
{
  set_item (RISALAH_SOURCE_CARD (gtk_list_item_get_child (list_item)),
            gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer names)
{
  set_item (RISALAH_SOURCE_CARD (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * risalah_source_card_factory_new:
 * @names: how things are called
 *
 * Returns: (transfer full): makes cards for the items of a #RisalahSourceSearch
 */
GtkListItemFactory *
risalah_source_card_factory_new (RisalahNames *names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (RISALAH_IS_NAMES (names), NULL);

  g_object_set_data_full (G_OBJECT (factory), "names", g_object_ref (names), g_object_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), names);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), names);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), names);
  return factory;
}

/**
 * risalah_source_card_get_source:
 * @self: a card
 *
 * Returns: the number in the library of the source that it shows, 0 where it shows none
 */
gint64
risalah_source_card_get_source (RisalahSourceCard *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_CARD (self), 0);

  return self->item != NULL ? risalah_lazy_item_get_id (self->item) : 0;
}
