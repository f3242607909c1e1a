/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a thread speaks to the context whose objects it works for: always by a source, which runs
 * where that context runs. g_main_context_invoke() would call on the speaking thread whenever nobody
 * runs the default context just then. And how a thread works for such objects without ever being
 * the one that drops them. */

#include "risalah-context.h"

/**
 * risalah_context_tell:
 * @context: (nullable): where it is heard
 * @priority: of the source
 * @function: what is called, once
 * @data: given to @function
 * @destroy: (nullable): lets @data go, where it is heard too unless the context ends before
 *
 * Calls @function in @context soon. What was told at one priority is heard in order.
 */
void
risalah_context_tell (GMainContext *context,
                      int priority,
                      GSourceFunc function,
                      gpointer data,
                      GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, priority);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, context);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * risalah_context_tell_object:
 * @context: (nullable): where it is heard
 * @object: (type GObject): an object that may be gone by then
 * @function: what is called, once, with a #GWeakRef to @object
 *
 * Calls @function in @context soon. Its priority is not an idle one, or it would wait for a window
 * that moves to stand still, and come after the end of what it tells of.
 */
void
risalah_context_tell_object (GMainContext *context, gpointer object, GSourceFunc function)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  risalah_context_tell (context, G_PRIORITY_DEFAULT, function, weak, free_weak_ref);
}

typedef struct
{
  GTask *task; /* kept by what calls ran_cb() */
  RisalahContextWork work;
  GDestroyNotify free_result;
  gpointer result;
  GError *error;
} Run;

static void
run_in_thread (GTask *inner, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;

  run->result = run->work (run->task, g_task_get_task_data (run->task), &run->error);
  g_task_return_boolean (inner, TRUE);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (G_TASK (result));

  if (run->error != NULL)
    g_task_return_error (task, g_steal_pointer (&run->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&run->result), run->free_result);
}

/**
 * risalah_context_run_task:
 * @task: returns a pointer in the context of this thread
 * @work: what is done on another thread
 * @free_result: (nullable): frees what nobody takes from @task
 *
 * g_task_run_in_thread() but for this: there the other thread may be the last to hold the task, and
 * would drop the window that asked, or free the data. Here it holds nothing.
 */
void
risalah_context_run_task (GTask *task, RisalahContextWork work, GDestroyNotify free_result)
{
  g_autoptr (GTask) inner = NULL;
  Run *run;

  g_return_if_fail (G_IS_TASK (task) && work != NULL);

  inner = g_task_new (NULL, NULL, ran_cb, g_object_ref (task));
  run = g_new0 (Run, 1);
  run->task = task;
  run->work = work;
  run->free_result = free_result;
  g_task_set_source_tag (inner, risalah_context_run_task);
  g_task_set_task_data (inner, run, g_free);
  g_task_run_in_thread (inner, run_in_thread);
}
