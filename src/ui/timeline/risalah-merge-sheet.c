/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The likeliest first, and selected: M and Enter merge. */

#include "risalah-merge-sheet.h"

#include <glib/gi18n.h>

#include "risalah-event-acting.h"
#include "risalah-event-words.h"
#include "risalah-library.h"
#include "risalah-messages.h"
#include "risalah-sheet.h"

#define MOST_OFFERED 12

struct _RisalahMergeSheet
{
  AdwWindow parent_instance;

  GtkLabel *title;
  GtkStack *pages;
  GtkListBox *list;

  RisalahSession *session;
  RisalahNames *names;
  gint64 event;
};

typedef struct
{
  RisalahMergeSheet *sheet;
  gint64 event;
  GPtrArray *found;
} Search;

G_DEFINE_FINAL_TYPE (RisalahMergeSheet, risalah_merge_sheet, ADW_TYPE_WINDOW)

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->sheet);
  g_clear_pointer (&search->found, g_ptr_array_unref);
  g_free (search);
}

static gboolean
find_similar (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;
  g_autoptr (GArray) ids
      = risalah_events_find_similar (connection, search->event, MOST_OFFERED, error);

  if (ids != NULL)
    search->found = risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE,
                                             error);
  return search->found != NULL;
}

static void
add_row (RisalahMergeSheet *self, const RisalahEvent *event)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = risalah_event_words_date (self->names, event);
  g_autofree char *about = risalah_event_words_about (self->names, event);
  g_autofree char *status = risalah_event_words_status (event);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", date, about, status);
  g_autofree char *escaped = g_markup_escape_text (event->title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_memdup2 (&event->id, sizeof event->id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Search *search = risalah_library_get_job_data (result);
  RisalahMergeSheet *self = search->sheet;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL) /* the sheet is closed */
    return;
  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    {
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < search->found->len; i++)
    add_row (self, g_ptr_array_index (search->found, i));
  gtk_stack_set_visible_child_name (self->pages, search->found->len > 0 ? "list" : "none");
  if (search->found->len == 0)
    return;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
row_activated_cb (RisalahMergeSheet *self, GtkListBoxRow *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const gint64 *into = g_object_get_data (G_OBJECT (row), "event");

  risalah_event_acting_do (GTK_WIDGET (parent), self->session,
                           risalah_event_act_new_merge (self->event, *into));
  gtk_window_close (GTK_WINDOW (self));
}

static void
risalah_merge_sheet_dispose (GObject *object)
{
  RisalahMergeSheet *self = RISALAH_MERGE_SHEET (object);

  g_clear_object (&self->session);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_merge_sheet_parent_class)->dispose (object);
}

static void
risalah_merge_sheet_class_init (RisalahMergeSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_merge_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-merge-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahMergeSheet, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahMergeSheet, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahMergeSheet, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_merge_sheet_init (RisalahMergeSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_merge_sheet_show:
 * @parent: the window
 * @session: the session
 * @names: how things are called
 * @event: the event that is merged into another
 *
 * Returns: (transfer none): the sheet
 */
GtkWidget *
risalah_merge_sheet_show (GtkWindow *parent,
                          RisalahSession *session,
                          RisalahNames *names,
                          const RisalahEvent *event)
{
  RisalahMergeSheet *self;
  Search *search;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (event != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_MERGE_SHEET, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->event = event->id;
  gtk_label_set_text (self->title, event->title);
  search = g_new0 (Search, 1);
  search->sheet = g_object_ref (self);
  search->event = event->id;
  risalah_library_read_async (risalah_session_get_library (session), RISALAH_LANE_ROWS, find_similar,
                              search, search_free, NULL, found_cb, NULL);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
