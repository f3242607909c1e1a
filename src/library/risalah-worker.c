/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs on a connection's own thread. The writer takes the analyst's acts before those of an import;
 * each job is one transaction under the lock file. */

#include "risalah-worker-private.h"

#include <glib/gi18n-lib.h>

#include "risalah-context.h"

#define LOOK_MICROSECONDS      G_USEC_PER_SEC
#define CHECKPOINT_AFTER_PAGES 4000

typedef struct
{
  RisalahLibraryFunc func;
  gpointer data;
  GCancellable *cancellable;
  gboolean bare; /* without a transaction: it makes its own */
  RisalahPriority priority;
  GTask *task; /* NULL for a caller that waits */
  gboolean done;
  gboolean success;
  GError *error;
} Job;

struct _RisalahWorker
{
  GThread *thread;
  GMutex mutex;
  GCond wake;     /* there is a job, or no more will come */
  GCond finished; /* a job that somebody waits for is done */
  GQueue queues[2];
  gboolean stopping;
  RisalahLibraryFunc idle; /* NULL where nothing is left to do */
  RisalahConnection *connection;
  RisalahLock *lock;
  gboolean watching;
  gint64 data_version;
  gint64 serials[RISALAH_FAMILY_N];
  RisalahPriority durability; /* what PRAGMA synchronous is set for */
  RisalahWorkerChangedFunc changed;
  gpointer changed_data;
};

static gboolean
set_durability (RisalahWorker *self, RisalahPriority priority, GError **error)
{
  if (self->durability == priority)
    return TRUE;
  if (!risalah_connection_execute (self->connection,
                                   priority == RISALAH_PRIORITY_ANALYST
                                       ? "PRAGMA synchronous = FULL"
                                       : "PRAGMA synchronous = NORMAL",
                                   error))
    return FALSE;
  self->durability = priority;
  return TRUE;
}

/* A transaction around the job's function. */
static gboolean
run_in_transaction (RisalahWorker *self, Job *job, GError **error)
{
  RisalahConnection *connection = self->connection;

  if (!risalah_connection_begin (connection, self->lock != NULL, error))
    return FALSE;
  if (job->func (connection, job->data, job->cancellable, error))
    {
      /* What is done is done: a late "stop" does not undo it half-way into the commit. */
      connection->cancellable = NULL;
      if (risalah_connection_commit (connection, error))
        return TRUE;
    }
  risalah_connection_roll_back (connection);
  return FALSE;
}

static gboolean
run_job (RisalahWorker *self, Job *job, GError **error)
{
  gboolean success = FALSE;

  if (g_cancellable_is_cancelled (job->cancellable))
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                           _ ("Stopped. Nothing of this step was stored."));
      return FALSE;
    }
  if (self->lock != NULL
      && (!set_durability (self, job->priority, error)
          || !risalah_lock_take (self->lock, job->cancellable, error)))
    return FALSE;
  self->connection->cancellable = job->cancellable;
  success = job->bare ? job->func (self->connection, job->data, job->cancellable, error)
                      : run_in_transaction (self, job, error);
  self->connection->cancellable = NULL;
  if (self->lock != NULL)
    risalah_lock_release (self->lock);
  return success;
}

/* The families that this connection or, @others, another one changed. */
static void
tell_changes (RisalahWorker *self, gboolean others)
{
  guint changed = 0;

  if (others)
    {
      gint64 version;

      if (!risalah_connection_read_int64 (self->connection, &version, NULL, "PRAGMA data_version",
                                          "")
          || version == self->data_version)
        return;
      self->data_version = version;
    }
  if (!risalah_connection_poll (self->connection, self->serials, &changed, NULL))
    return;
  self->connection->changed = 0;
  if (changed != 0)
    self->changed (changed, self->changed_data);
}

static gboolean
return_task_cb (gpointer data)
{
  Job *job = data;

  if (job->success)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

/* The last reference of a task, and of what it holds, is dropped in its own context, never here. */
static void
return_task (Job *job)
{
  risalah_context_tell (g_task_get_context (job->task), g_task_get_priority (job->task),
                        return_task_cb, job, free_job);
}

static void
finish_job (RisalahWorker *self, Job *job)
{
  if (job->task != NULL)
    {
      return_task (job);
      return;
    }
  g_mutex_lock (&self->mutex);
  job->done = TRUE;
  g_cond_broadcast (&self->finished);
  g_mutex_unlock (&self->mutex);
}

/* The next job; NULL after a while without one, or at the end. */
static Job *
wait_for_job (RisalahWorker *self, gboolean *stopping)
{
  gint64 until = g_get_monotonic_time () + LOOK_MICROSECONDS;
  Job *job;

  g_mutex_lock (&self->mutex);
  while ((job = g_queue_pop_head (&self->queues[0])) == NULL
         && (job = g_queue_pop_head (&self->queues[1])) == NULL && !self->stopping)
    if (!self->watching)
      g_cond_wait (&self->wake, &self->mutex);
    else if (!g_cond_wait_until (&self->wake, &self->mutex, until))
      break;
  *stopping = self->stopping;
  g_mutex_unlock (&self->mutex);
  return job;
}

static RisalahLibraryFunc
get_idle (RisalahWorker *self)
{
  RisalahLibraryFunc idle;

  g_mutex_lock (&self->mutex);
  idle =
      self->stopping || !g_queue_is_empty (&self->queues[0]) || !g_queue_is_empty (&self->queues[1])
          ? NULL
          : self->idle;
  g_mutex_unlock (&self->mutex);
  return idle;
}

/* Works until a job comes. */
static void
work_idly (RisalahWorker *self)
{
  RisalahLibraryFunc idle;

  while ((idle = get_idle (self)) != NULL)
    {
      gboolean more = TRUE;
      Job job = { .func = idle, .data = &more, .priority = RISALAH_PRIORITY_BULK };

      /* What fails here fails where it matters, in the next job. */
      if (!run_job (self, &job, NULL) || !more)
        risalah_worker_set_idle (self, NULL);
    }
}

/* Empties the WAL into the library, as far as nobody else reads it. */
static void
close_connection (RisalahWorker *self)
{
  if (self->lock != NULL && risalah_lock_take (self->lock, NULL, NULL))
    {
      risalah_connection_run (self->connection, NULL, "PRAGMA optimize", "");
      sqlite3_wal_checkpoint_v2 (self->connection->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                                 NULL);
      risalah_lock_release (self->lock);
    }
  risalah_connection_close (self->connection);
}

static gpointer
work (gpointer data)
{
  RisalahWorker *self = data;
  gboolean stopping = FALSE;

  self->connection->owner = g_thread_self ();
  for (;;)
    {
      Job *job = wait_for_job (self, &stopping);

      if (job == NULL)
        {
          if (stopping)
            break;
          tell_changes (self, TRUE);
          work_idly (self);
          continue;
        }
      job->success = run_job (self, job, &job->error);
      if (self->connection->changed != 0)
        tell_changes (self, FALSE);
      finish_job (self, job);
    }
  close_connection (self);
  return NULL;
}

/**
 * risalah_worker_new:
 * @connection: (transfer full): its connection
 * @lock: (nullable) (transfer full): the lock of a writer
 * @watching: whether to look for changes of other processes
 * @changed: told of changes
 * @data: for @changed
 *
 * Returns: (transfer full): a worker that waits for jobs
 */
RisalahWorker *
risalah_worker_new (RisalahConnection *connection,
                    RisalahLock *lock,
                    gboolean watching,
                    RisalahWorkerChangedFunc changed,
                    gpointer data)
{
  RisalahWorker *self = g_new0 (RisalahWorker, 1);
  guint since;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_cond_init (&self->finished);
  g_queue_init (&self->queues[0]);
  g_queue_init (&self->queues[1]);
  self->connection = connection;
  self->lock = lock;
  self->watching = watching;
  self->durability = RISALAH_PRIORITY_ANALYST;
  self->changed = changed;
  self->changed_data = data;
  if (lock != NULL)
    {
      risalah_connection_execute (connection, "PRAGMA synchronous = FULL", NULL);
      sqlite3_wal_autocheckpoint (connection->handle, CHECKPOINT_AFTER_PAGES);
    }
  /* Here, not when the thread begins: what is written after this is a change. */
  risalah_connection_read_int64 (connection, &self->data_version, NULL, "PRAGMA data_version", "");
  risalah_connection_poll (connection, self->serials, &since, NULL);
  self->thread = g_thread_new (lock != NULL ? "library-writer" : "library-reader", work, self);
  return self;
}

/**
 * risalah_worker_free:
 * @self: (transfer full): a worker
 */
void
risalah_worker_free (RisalahWorker *self)
{
  g_assert (self->thread != g_thread_self ());

  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_clear_pointer (&self->lock, risalah_lock_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->finished);
  g_free (self);
}

static void
push_job (RisalahWorker *self, Job *job)
{
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->queues[job->priority], job);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
}

/**
 * risalah_worker_run_sync:
 * @self: a worker
 * @priority: before which jobs
 * @func: the job
 * @data: for @func
 * @bare: without a transaction around it
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Waits for a job to be done, on any thread but the worker's own.
 *
 * Returns: what @func returned, and whether it was committed
 */
gboolean
risalah_worker_run_sync (RisalahWorker *self,
                         RisalahPriority priority,
                         RisalahLibraryFunc func,
                         gpointer data,
                         gboolean bare,
                         GCancellable *cancellable,
                         GError **error)
{
  Job job = {
    .func = func, .data = data, .cancellable = cancellable, .bare = bare, .priority = priority
  };

  g_assert (self->thread != g_thread_self ());

  push_job (self, &job);
  g_mutex_lock (&self->mutex);
  while (!job.done)
    g_cond_wait (&self->finished, &self->mutex);
  g_mutex_unlock (&self->mutex);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.success;
}

/**
 * risalah_worker_run_task:
 * @self: a worker
 * @priority: before which jobs
 * @func: the job
 * @data: for @func
 * @task: (transfer full): returns what became of it
 */
void
risalah_worker_run_task (RisalahWorker *self,
                         RisalahPriority priority,
                         RisalahLibraryFunc func,
                         gpointer data,
                         GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->priority = priority;
  job->task = task;
  g_set_object (&job->cancellable, g_task_get_cancellable (task));
  push_job (self, job);
}

/**
 * risalah_worker_is_wanted:
 * @self: a worker that is doing a long job
 *
 * Returns: whether somebody waits for it to end
 */
gboolean
risalah_worker_is_wanted (RisalahWorker *self)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  wanted = !g_queue_is_empty (&self->queues[RISALAH_PRIORITY_ANALYST]);
  g_mutex_unlock (&self->mutex);
  return wanted || (self->lock != NULL && risalah_lock_is_wanted (self->lock));
}

/**
 * risalah_worker_set_idle:
 * @self: a worker that watches
 * @func: (nullable): what to do while there is nothing else to do
 */
void
risalah_worker_set_idle (RisalahWorker *self, RisalahLibraryFunc func)
{
  g_mutex_lock (&self->mutex);
  self->idle = func;
  g_mutex_unlock (&self->mutex);
}
