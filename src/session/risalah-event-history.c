/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts wait for each other, so that an undo that is asked for while the last act is still being
 * written undoes that act, however fast the keys come. */

#include "risalah-event-history.h"

typedef enum
{
  STEP_ACT,
  STEP_UNDO,
  STEP_REDO,
} Step;

/* Something done: what its events are on the other side of it, and how it is called. */
typedef struct
{
  RisalahEventState *state;
  char *what;
  gint64 event;
} Entry;

/* A step that waits or runs. */
typedef struct
{
  Step step;
  RisalahEventAct *act;
  Entry *entry; /* taken from a stack, or made by the act */
} Job;

struct _RisalahEventHistory
{
  GObject parent_instance;

  RisalahLibrary *library;
  GPtrArray *done;
  GPtrArray *undone;
  GQueue waiting; /* of GTask */
  gboolean is_running;
};

enum
{
  ACTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahEventHistory, risalah_event_history, G_TYPE_OBJECT)

static void run_next (RisalahEventHistory *self);

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry == NULL)
    return;
  risalah_event_state_free (entry->state);
  g_free (entry->what);
  g_free (entry);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  risalah_event_act_free (job->act);
  entry_free (job->entry);
  g_free (job);
}

/* --- on the writer's thread -------------------------------------------------------------- */

static gboolean
write_act (RisalahConnection *connection, Job *job, GError **error)
{
  job->entry = g_new0 (Entry, 1);
  job->entry->what = risalah_event_act_describe (job->act);
  return risalah_event_act_run (job->act, connection, &job->entry->state, &job->entry->event,
                                error);
}

static gboolean
write_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = g_task_get_task_data (data);
  RisalahEventState *other;

  if (job->step == STEP_ACT)
    return write_act (connection, job, error);
  other = risalah_event_state_exchange (connection, job->entry->state, error);
  if (other == NULL)
    return FALSE;
  risalah_event_state_free (job->entry->state);
  job->entry->state = other;
  return TRUE;
}

/* --- on the caller's --------------------------------------------------------------------- */

static void
keep (RisalahEventHistory *self, Job *job)
{
  Entry *entry = g_steal_pointer (&job->entry);

  if (job->step == STEP_ACT)
    g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (job->step == STEP_UNDO ? self->undone : self->done, entry);
  g_signal_emit (self, signals[ACTED], 0, entry->what, job->step == STEP_UNDO);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RisalahEventHistory *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  gint64 event = job->entry != NULL ? job->entry->event : 0;
  GError *error = NULL;

  self->is_running = FALSE;
  if (risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    {
      keep (self, job);
      g_task_return_int (task, (gssize)event);
    }
  else
    /* What cannot be undone now will not be later: it leaves the stack with the job. */
    g_task_return_error (task, error);
  run_next (self);
}

static void
run_next (RisalahEventHistory *self)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *stack;
  Job *job;

  if (self->is_running || (task = g_queue_pop_head (&self->waiting)) == NULL)
    return;
  job = g_task_get_task_data (task);
  stack = job->step == STEP_UNDO ? self->done : self->undone;
  if (job->step != STEP_ACT && stack->len == 0)
    {
      g_task_return_int (task, 0);
      run_next (self);
      return;
    }
  if (job->step != STEP_ACT)
    job->entry = g_ptr_array_steal_index (stack, stack->len - 1);
  self->is_running = TRUE;
  risalah_library_write_async (self->library, RISALAH_PRIORITY_ANALYST, write_job, task, NULL,
                               g_task_get_cancellable (task), written_cb, task);
  g_steal_pointer (&task);
}

static void
start (RisalahEventHistory *self,
       Step step,
       RisalahEventAct *act,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->step = step;
  job->act = act;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_queue_push_tail (&self->waiting, task);
  run_next (self);
}

static void
risalah_event_history_finalize (GObject *object)
{
  RisalahEventHistory *self = RISALAH_EVENT_HISTORY (object);

  /* A task holds its source, so none can be waiting here. */
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (risalah_event_history_parent_class)->finalize (object);
}

static void
risalah_event_history_class_init (RisalahEventHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_event_history_finalize;

  /**
   * RisalahEventHistory::acted:
   * @what: what was done, or undone
   * @undone: whether it was undone
   */
  signals[ACTED] = g_signal_new ("acted", RISALAH_TYPE_EVENT_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
risalah_event_history_init (RisalahEventHistory *self)
{
  self->done = g_ptr_array_new_with_free_func (entry_free);
  self->undone = g_ptr_array_new_with_free_func (entry_free);
  g_queue_init (&self->waiting);
}

/**
 * risalah_event_history_new:
 * @library: an open library
 *
 * Returns: (transfer full): a history with nothing in it
 */
RisalahEventHistory *
risalah_event_history_new (RisalahLibrary *library)
{
  RisalahEventHistory *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);

  self = g_object_new (RISALAH_TYPE_EVENT_HISTORY, NULL);
  self->library = g_object_ref (library);
  return self;
}

/**
 * risalah_event_history_act_async:
 * @self: the history
 * @act: (transfer full): what to do
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
risalah_event_history_act_async (RisalahEventHistory *self,
                                 RisalahEventAct *act,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_EVENT_HISTORY (self) && act != NULL);
  start (self, STEP_ACT, act, cancellable, callback, user_data);
}

/**
 * risalah_event_history_undo_async:
 * @self: the history
 * @cancellable: (nullable): stops it
 * @callback: called when the last act is undone
 * @user_data: for @callback
 */
void
risalah_event_history_undo_async (RisalahEventHistory *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_EVENT_HISTORY (self));
  start (self, STEP_UNDO, NULL, cancellable, callback, user_data);
}

/**
 * risalah_event_history_redo_async:
 * @self: the history
 * @cancellable: (nullable): stops it
 * @callback: called when what was undone last is done again
 * @user_data: for @callback
 */
void
risalah_event_history_redo_async (RisalahEventHistory *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_EVENT_HISTORY (self));
  start (self, STEP_REDO, NULL, cancellable, callback, user_data);
}

/**
 * risalah_event_history_finish:
 * @self: the history
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: the event that was acted on, 0 on an error or where there was nothing to undo
 */
gint64
risalah_event_history_finish (RisalahEventHistory *self, GAsyncResult *result, GError **error)
{
  gssize event;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  event = g_task_propagate_int (G_TASK (result), error);
  return event > 0 ? (gint64)event : 0;
}

/**
 * risalah_event_history_can_undo:
 * @self: the history
 *
 * Returns: whether something was done, or is being done
 */
gboolean
risalah_event_history_can_undo (RisalahEventHistory *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_HISTORY (self), FALSE);
  return self->done->len > 0 || self->is_running;
}

/**
 * risalah_event_history_can_redo:
 * @self: the history
 *
 * Returns: whether something was undone
 */
gboolean
risalah_event_history_can_redo (RisalahEventHistory *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_HISTORY (self), FALSE);
  return self->undone->len > 0;
}
