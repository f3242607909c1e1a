/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread with a connection that does one job after the other. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-library.h"
#include "risalah-lock-private.h"

G_BEGIN_DECLS

typedef struct _RisalahWorker RisalahWorker;

/* Called on the worker's thread after a commit, or where another connection changed something. */
typedef void (*RisalahWorkerChangedFunc) (guint changed, gpointer data);

/* @lock: (nullable) (transfer full): held over each job's transaction; with it the worker writes.
 * @watching: it looks for changes of other processes while it has nothing to do. */
RisalahWorker *risalah_worker_new      (RisalahConnection         *connection,
                                        RisalahLock               *lock,
                                        gboolean                   watching,
                                        RisalahWorkerChangedFunc   changed,
                                        gpointer                   data);
/* Finishes the jobs that wait, and closes the connection. */
void           risalah_worker_free     (RisalahWorker             *self);
gboolean       risalah_worker_run_sync (RisalahWorker             *self,
                                        RisalahPriority            priority,
                                        RisalahLibraryFunc         func,
                                        gpointer                   data,
                                        gboolean                   bare,
                                        GCancellable              *cancellable,
                                        GError                   **error);
/* On its own thread: whether an act of the analyst, or another process, waits for a job's end. */
gboolean       risalah_worker_is_wanted (RisalahWorker            *self);
/* What to do, a transaction at a time, while there is nothing else to do; its data is a gboolean that
 * it sets to FALSE where nothing is left. */
void           risalah_worker_set_idle  (RisalahWorker            *self,
                                         RisalahLibraryFunc        func);
/* @task's data is handed to @func, and the task returns a boolean in its own context. */
void           risalah_worker_run_task (RisalahWorker             *self,
                                        RisalahPriority            priority,
                                        RisalahLibraryFunc         func,
                                        gpointer                   data,
                                        GTask                     *task);

G_END_DECLS
