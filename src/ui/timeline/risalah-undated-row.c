/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words found are the source's own, in quotation marks; how they are read stands beside them. */

#include "risalah-undated-row.h"

#include <glib/gi18n.h>

#include "risalah-event-list.h"
#include "risalah-event-words.h"
#include "risalah-large-text.h"
#include "risalah-wrap-box.h"

struct _RisalahUndatedRow
{
  RisalahLazyRow parent_instance;

  GtkLabel *title;
  GtkLabel *about;
  GtkActionable *set_date;
  GtkActionable *reject;
};

G_DEFINE_FINAL_TYPE (RisalahUndatedRow, risalah_undated_row, RISALAH_TYPE_LAZY_ROW)

/* (nullable): what the article says of the date. */
static const char *
find_words (const RisalahEvent *event)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (g_str_equal (evidence->field, "date"))
        return evidence->exact;
    }
  return NULL;
}

static char *
describe (RisalahUndatedRow *self, const RisalahEvent *event)
{
  RisalahNames *names = risalah_lazy_row_get_names (RISALAH_LAZY_ROW (self));
  g_autofree char *date = risalah_event_words_date (names, event);
  g_autofree char *parties = risalah_event_words_parties (names, event);
  const char *words = find_words (event);
  g_autoptr (GString) text = g_string_new (NULL);

  if (words != NULL)
    {
      /* Translators: %s are an article's words for a date: Found: “on Tuesday” */
      g_string_append_printf (text, _ ("Found: “%s”"), words);
      g_string_append (text, " · ");
    }
  g_string_append_printf (text, "%s · %s", date, risalah_names_kind (event->kind));
  if (*parties != '\0')
    g_string_append_printf (text, " · %s", parties);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
risalah_undated_row_show (RisalahLazyRow *lazy_row, gpointer value)
{
  RisalahUndatedRow *self = RISALAH_UNDATED_ROW (lazy_row);
  const RisalahEventRow *row = value;
  g_autofree char *about = NULL, *spoken = NULL;

  gtk_widget_set_opacity (GTK_WIDGET (self), row != NULL ? 1 : 0);
  if (row == NULL)
    return;
  about = describe (self, row->event);
  gtk_label_set_text (self->title, row->event->title);
  gtk_label_set_text (self->about, about);
  gtk_actionable_set_action_target (self->set_date, "x", row->event->id);
  gtk_actionable_set_action_target (self->reject, "x", row->event->id);
  spoken = g_strdup_printf ("%s, %s", row->event->title, about);
  risalah_lazy_row_set_spoken (lazy_row, spoken, NULL);
}

static void
risalah_undated_row_class_init (RisalahUndatedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  RISALAH_LAZY_ROW_CLASS (klass)->show = risalah_undated_row_show;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-undated-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahUndatedRow, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahUndatedRow, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahUndatedRow, set_date);
  gtk_widget_class_bind_template_child (widget_class, RisalahUndatedRow, reject);
}

static void
risalah_undated_row_init (RisalahUndatedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_large_text_wrap_buttons (GTK_WIDGET (self));
}
