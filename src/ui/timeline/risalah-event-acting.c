/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything goes through the session's history, so that all of it can be undone. */

#include "risalah-event-acting.h"

#include "risalah-event-history.h"
#include "risalah-messages.h"

typedef struct
{
  GtkWidget *owner;
  RisalahEventLoadedFunc loaded;
  gpointer data;
} Load;

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  risalah_event_history_finish (RISALAH_EVENT_HISTORY (source), result, &error);
  risalah_messages_show_error (widget, error);
}

/**
 * risalah_event_acting_do:
 * @widget: a widget in the window, for messages
 * @session: the session
 * @act: (transfer full): what to do
 */
void
risalah_event_acting_do (GtkWidget *widget, RisalahSession *session, RisalahEventAct *act)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && RISALAH_IS_SESSION (session) && act != NULL);

  risalah_event_history_act_async (risalah_session_get_event_history (session), act, NULL, acted_cb,
                                   g_object_ref (widget));
}

/**
 * risalah_event_acting_undo:
 * @widget: a widget in the window, for messages
 * @session: the session
 */
void
risalah_event_acting_undo (GtkWidget *widget, RisalahSession *session)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && RISALAH_IS_SESSION (session));

  risalah_event_history_undo_async (risalah_session_get_event_history (session), NULL, acted_cb,
                                    g_object_ref (widget));
}

/**
 * risalah_event_acting_redo:
 * @widget: a widget in the window, for messages
 * @session: the session
 */
void
risalah_event_acting_redo (GtkWidget *widget, RisalahSession *session)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && RISALAH_IS_SESSION (session));

  risalah_event_history_redo_async (risalah_session_get_event_history (session), NULL, acted_cb,
                                    g_object_ref (widget));
}

typedef struct
{
  gint64 id;
  RisalahEvent *event;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->event, risalah_event_free);
  g_free (reading);
}

static gboolean
read_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->event = risalah_events_get (connection, reading->id, error);
  return reading->event != NULL;
}

/**
 * risalah_event_acting_read_async:
 * @session: the session
 * @event: an event
 * @cancellable: (nullable): stops it
 * @callback: told by the library when it is read
 * @user_data: for @callback
 */
void
risalah_event_acting_read_async (RisalahSession *session,
                                 gint64 event,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Reading *reading;

  g_return_if_fail (RISALAH_IS_SESSION (session));

  reading = g_new0 (Reading, 1);
  reading->id = event;
  risalah_library_read_async (risalah_session_get_library (session), RISALAH_LANE_ROWS, read_job,
                              reading, reading_free, cancellable, callback, user_data);
}

/**
 * risalah_event_acting_read_finish:
 * @library: the library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the event with its evidence
 */
RisalahEvent *
risalah_event_acting_read_finish (RisalahLibrary *library, GAsyncResult *result, GError **error)
{
  Reading *reading;

  if (!risalah_library_read_finish (library, result, error))
    return NULL;
  reading = risalah_library_get_job_data (result);
  return g_steal_pointer (&reading->event);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (GtkWidget) owner = load->owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahEvent) event
      = risalah_event_acting_read_finish (RISALAH_LIBRARY (source), result, &error);

  if (event != NULL)
    load->loaded (event, load->data);
  else
    risalah_messages_show_error (owner, error);
}

/**
 * risalah_event_acting_load:
 * @owner: a widget in the window, for messages
 * @session: the session
 * @event: an event
 * @loaded: (scope async): called when it is read
 * @data: for @loaded
 */
void
risalah_event_acting_load (GtkWidget *owner,
                           RisalahSession *session,
                           gint64 event,
                           RisalahEventLoadedFunc loaded,
                           gpointer data)
{
  Load *load;

  g_return_if_fail (GTK_IS_WIDGET (owner) && RISALAH_IS_SESSION (session) && loaded != NULL);

  load = g_new0 (Load, 1);
  load->owner = g_object_ref (owner);
  load->loaded = loaded;
  load->data = data;
  risalah_event_acting_read_async (session, event, NULL, loaded_cb, load);
}
