/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything goes through the session's history, so that all of it can be undone. */

#include "risalah-event-acting.h"

#include "risalah-event-history.h"
#include "risalah-library.h"
#include "risalah-messages.h"

typedef struct
{
  GtkWidget *owner;
  RisalahEventLoadedFunc loaded;
  gpointer data;
  gint64 id;
  RisalahEvent *event;
} Load;

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

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

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->owner);
  risalah_event_free (load->event);
  g_free (load);
}

static gboolean
read_event (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;

  load->event = risalah_events_get (connection, load->id, error);
  return load->event != NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Load *load = risalah_library_get_job_data (result);
  g_autoptr(GError) error = NULL;

  if (risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    load->loaded (load->event, load->data);
  else
    risalah_messages_show_error (load->owner, error);
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
  Load *load = g_new0 (Load, 1);

  g_return_if_fail (GTK_IS_WIDGET (owner) && RISALAH_IS_SESSION (session) && loaded != NULL);

  load->owner = g_object_ref (owner);
  load->loaded = loaded;
  load->data = data;
  load->id = event;
  risalah_library_read_async (risalah_session_get_library (session), RISALAH_LANE_ROWS, read_event,
                              load, load_free, NULL, loaded_cb, NULL);
}
