/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words found are the source's own, in quotation marks; how they are read stands beside them. */

#include "risalah-undated-row.h"

#include <glib/gi18n.h>

#include "risalah-event-list.h"
#include "risalah-event-words.h"
#include "risalah-widget.h"

struct _RisalahUndatedRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *about;
  GtkActionable *set_date;
  GtkActionable *reject;

  RisalahNames *names;
  RisalahLazyItem *item;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (RisalahUndatedRow, risalah_undated_row, GTK_TYPE_WIDGET)

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
  g_autofree char *date = risalah_event_words_date (self->names, event);
  g_autofree char *parties = risalah_event_words_parties (self->names, event);
  const char *words = find_words (event);
  g_autoptr(GString) text = g_string_new (NULL);

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
show_item (RisalahUndatedRow *self)
{
  const RisalahEventRow *row = risalah_lazy_item_get_value (self->item);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
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
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken, -1);
}

static void
set_item (RisalahUndatedRow *self, RisalahLazyItem *item)
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
risalah_undated_row_dispose (GObject *object)
{
  RisalahUndatedRow *self = RISALAH_UNDATED_ROW (object);

  set_item (self, NULL);
  g_clear_object (&self->names);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_undated_row_parent_class)->dispose (object);
}

static void
risalah_undated_row_class_init (RisalahUndatedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_undated_row_dispose;
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
  risalah_widget_wrap_buttons (GTK_WIDGET (self));
}

/* --- the factory ------------------------------------------------------------------------- */

static void
unref_closure_data_cb (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  RisalahUndatedRow *row = g_object_new (RISALAH_TYPE_UNDATED_ROW, NULL);

  row->names = g_object_ref (user_data);
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  set_item (RISALAH_UNDATED_ROW (gtk_list_item_get_child (list_item)),
            gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  set_item (RISALAH_UNDATED_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * risalah_undated_row_factory_new:
 * @names: how things are called
 *
 * Returns: (transfer full): makes rows for the items of a #RisalahEventList
 */
GtkListItemFactory *
risalah_undated_row_factory_new (RisalahNames *names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (RISALAH_IS_NAMES (names), NULL);

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_object_ref (names),
                         unref_closure_data_cb, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
