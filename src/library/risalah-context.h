/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a thread speaks to the context whose objects it works for, and works for them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RisalahContextWork:
 * @task: the task, which it does not return
 * @data: the task's data
 * @error: return location for an error
 *
 * Returns: what the task returns, where no error is set
 */
typedef gpointer (*RisalahContextWork) (GTask *task, gpointer data, GError **error);

void risalah_context_tell        (GMainContext       *context,
                                  int                 priority,
                                  GSourceFunc         function,
                                  gpointer            data,
                                  GDestroyNotify      destroy);
void risalah_context_tell_object (GMainContext       *context,
                                  gpointer            object,
                                  GSourceFunc         function);
void risalah_context_run_task    (GTask              *task,
                                  RisalahContextWork  work,
                                  GDestroyNotify      free_result);

G_END_DECLS
