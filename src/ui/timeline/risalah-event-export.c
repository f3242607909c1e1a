/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the filter admits is written, whether it was scrolled to or not. */

#include "risalah-event-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "risalah-context.h"
#include "risalah-dialogs.h"
#include "risalah-event-exchange.h"
#include "risalah-library.h"
#include "risalah-messages.h"

typedef struct
{
  GtkWidget *owner; /* %NULL until a file is chosen */
  RisalahSession *session;
  RisalahEventFilter *filter;
  GFile *file;
} Export;

typedef struct
{
  const RisalahEventFilter *filter;
  GPtrArray *events;
} Listing;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->owner);
  g_object_unref (export->session);
  risalah_event_filter_free (export->filter);
  g_clear_object (&export->file);
  g_free (export);
}

static gboolean
list_events (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Listing *listing = data;
  g_autoptr (GArray) ids = risalah_events_list (connection, listing->filter, error);

  if (ids != NULL)
    listing->events = risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE,
                                               error);
  return listing->events != NULL;
}

static RisalahEventFormat
get_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".json"))
    return RISALAH_EVENT_FORMAT_TIMELINEJS;
  return g_str_has_suffix (lower, ".ics") ? RISALAH_EVENT_FORMAT_ICS : RISALAH_EVENT_FORMAT_CSV;
}

/**
 * risalah_event_export_write:
 * @session: the session
 * @filter: which events, and in which order
 * @file: where to
 * @error: return location for an error
 *
 * Returns: whether the whole file is there
 */
gboolean
risalah_event_export_write (RisalahSession *session,
                            const RisalahEventFilter *filter,
                            GFile *file,
                            GError **error)
{
  Listing listing = { filter, NULL };
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *text = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (session), RISALAH_LANE_SEARCH,
                                  list_events, &listing, NULL, error))
    return FALSE;
  events = listing.events;
  text = risalah_events_write (events, get_format (file));
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

static gpointer
write_work (GTask *task, gpointer data, GError **error)
{
  const Export *export = data;

  return GINT_TO_POINTER (
      risalah_event_export_write (export->session, export->filter, export->file, error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    risalah_messages_show_file (export->owner, _ ("The events are written"), export->file);
  else
    risalah_messages_show_error (export->owner, error);
}

static void
chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GTask) task = NULL;
  Export *export = g_object_steal_data (owner, "event-export");

  if (export == NULL)
    return;
  export->owner = g_object_ref (owner);
  export->file = g_list_model_get_item (files, 0);
  task = g_task_new (owner, NULL, written_cb, NULL);
  g_task_set_task_data (task, export, export_free);
  risalah_context_run_task (task, write_work, NULL);
}

/**
 * risalah_event_export_choose:
 * @owner: a widget in the window
 * @session: the session
 * @filter: which events, and in which order
 *
 * Asks for a file and writes the events.
 */
void
risalah_event_export_choose (GtkWidget *owner,
                             RisalahSession *session,
                             const RisalahEventFilter *filter)
{
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (owner) && RISALAH_IS_SESSION (session) && filter != NULL);

  export = g_new0 (Export, 1);
  export->session = g_object_ref (session);
  export->filter = risalah_event_filter_copy (filter);
  g_object_set_data_full (G_OBJECT (owner), "event-export", export, export_free);
  risalah_dialogs_choose (GTK_WINDOW (gtk_widget_get_root (owner)), RISALAH_CHOICE_SAVE,
                          _ ("Export Events (CSV, TimelineJS or iCalendar)"), _ ("Events.csv"),
                          chosen_cb, owner);
}
