/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs are handed to the threads of an open library. */

#include "risalah-library-private.h"

static void
run_async (RisalahLibrary *self,
           RisalahWorker *worker,
           RisalahPriority priority,
           RisalahLibraryFunc func,
           GTask *task,
           GError *error)
{
  if (worker == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  risalah_worker_run_task (worker, priority, func, g_task_get_task_data (task), task);
  risalah_library_let_go (self);
}

static gboolean
run_sync (RisalahLibrary *self,
          RisalahWorker *worker,
          RisalahPriority priority,
          RisalahLibraryFunc func,
          gpointer data,
          gboolean bare,
          GCancellable *cancellable,
          GError **error)
{
  gboolean success;

  if (worker == NULL)
    return FALSE;
  success = risalah_worker_run_sync (worker, priority, func, data, bare, cancellable, error);
  risalah_library_let_go (self);
  return success;
}

static GTask *
make_task (RisalahLibrary *self,
           gpointer tag,
           gpointer data,
           GDestroyNotify destroy,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, data, destroy);
  /* What was committed is told as such; what was read is of no use to one who cancelled it. */
  g_task_set_check_cancellable (task, tag != risalah_library_write_async);
  return task;
}

/**
 * risalah_library_write_sync:
 * @self: a library
 * @priority: before which jobs, and how durable
 * @func: the job, one transaction
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Runs a job on the writing thread and waits for it. Never on the main thread of a window.
 *
 * Returns: whether it is committed
 */
gboolean
risalah_library_write_sync (RisalahLibrary *self,
                            RisalahPriority priority,
                            RisalahLibraryFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_return_val_if_fail (RISALAH_IS_LIBRARY (self) && func != NULL, FALSE);
  return run_sync (self, risalah_library_hold_writer (self, error), priority, func, data, FALSE,
                   cancellable, error);
}

gboolean
risalah_library_write_bare (RisalahLibrary *self,
                            RisalahLibraryFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  return run_sync (self, risalah_library_hold_writer (self, error), RISALAH_PRIORITY_ANALYST, func,
                   data, TRUE, cancellable, error);
}

/**
 * risalah_library_write_async:
 * @self: a library
 * @priority: before which jobs, and how durable
 * @func: the job, one transaction
 * @data: (transfer full): for @func; also risalah_library_get_job_data()
 * @destroy: (nullable): frees @data when the result is gone
 * @cancellable: (nullable): stops it
 * @callback: told when it is committed or rolled back
 * @user_data: for @callback
 */
void
risalah_library_write_async (RisalahLibrary *self,
                             RisalahPriority priority,
                             RisalahLibraryFunc func,
                             gpointer data,
                             GDestroyNotify destroy,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  RisalahWorker *worker;
  GError *error = NULL;

  g_return_if_fail (RISALAH_IS_LIBRARY (self) && func != NULL);
  worker = risalah_library_hold_writer (self, &error);
  run_async (self, worker, priority, func,
             make_task (self, risalah_library_write_async, data, destroy, cancellable, callback,
                        user_data),
             error);
}

/**
 * risalah_library_write_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the job is committed
 */
gboolean
risalah_library_write_finish (RisalahLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * risalah_library_read_sync:
 * @self: a library
 * @lane: which reading thread
 * @func: the job
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Runs a job on a reading thread and waits for it. Never on the main thread of a window.
 *
 * Returns: what @func returned
 */
gboolean
risalah_library_read_sync (RisalahLibrary *self,
                           RisalahLane lane,
                           RisalahLibraryFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (RISALAH_IS_LIBRARY (self) && lane < RISALAH_LANE_N && func != NULL, FALSE);
  return run_sync (self, risalah_library_hold_reader (self, lane, error), RISALAH_PRIORITY_ANALYST,
                   func, data, FALSE, cancellable, error);
}

/**
 * risalah_library_read_async:
 * @self: a library
 * @lane: which reading thread
 * @func: the job
 * @data: (transfer full): for @func; also risalah_library_get_job_data()
 * @destroy: (nullable): frees @data when the result is gone
 * @cancellable: (nullable): stops it, while it runs too
 * @callback: told when it is done
 * @user_data: for @callback
 */
void
risalah_library_read_async (RisalahLibrary *self,
                            RisalahLane lane,
                            RisalahLibraryFunc func,
                            gpointer data,
                            GDestroyNotify destroy,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  RisalahWorker *worker;
  GError *error = NULL;

  g_return_if_fail (RISALAH_IS_LIBRARY (self) && lane < RISALAH_LANE_N && func != NULL);
  worker = risalah_library_hold_reader (self, lane, &error);
  run_async (self, worker, RISALAH_PRIORITY_ANALYST, func,
             make_task (self, risalah_library_read_async, data, destroy, cancellable, callback,
                        user_data),
             error);
}

/**
 * risalah_library_read_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: what the job returned
 */
gboolean
risalah_library_read_finish (RisalahLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  RisalahListFunc list;
  GPtrArray *items;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->items, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
list_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Listing *listing = data;

  listing->items = listing->list (connection, error);
  return listing->items != NULL;
}

/**
 * risalah_library_list_async:
 * @self: a library
 * @list: what reads the list
 * @cancellable: (nullable): stops it
 * @callback: told when it is read
 * @user_data: for @callback
 *
 * Reads a whole list in the lane for rows.
 */
void
risalah_library_list_async (RisalahLibrary *self,
                            RisalahListFunc list,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Listing *listing;

  g_return_if_fail (RISALAH_IS_LIBRARY (self) && list != NULL);
  listing = g_new0 (Listing, 1);
  listing->list = list;
  risalah_library_read_async (self, RISALAH_LANE_ROWS, list_job, listing, listing_free, cancellable,
                              callback, user_data);
}

/**
 * risalah_library_list_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the list
 */
GPtrArray *
risalah_library_list_finish (RisalahLibrary *self, GAsyncResult *result, GError **error)
{
  Listing *listing;

  if (!risalah_library_read_finish (self, result, error))
    return NULL;
  listing = risalah_library_get_job_data (result);
  return g_steal_pointer (&listing->items);
}

/**
 * risalah_library_get_job_data:
 * @result: what a callback of the _async functions was given
 *
 * Returns: (transfer none): the data of the job
 */
gpointer
risalah_library_get_job_data (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_get_task_data (G_TASK (result));
}
