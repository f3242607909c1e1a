/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a thread works for is dropped where it belongs, not on the thread. */

#include "risalah-context.h"

/* With g_task_run_in_thread(), the thread was the last to hold one in some thousands. */
#define TASKS 10000

typedef struct
{
  GThread *thread;
  guint n_returned;
  guint n_dropped;
  guint n_dropped_elsewhere; /* atomic, as is what follows */
  guint n_freed;
  guint n_freed_elsewhere;
} Counts;

static Counts counts;

static void
dropped_cb (gpointer data, GObject *where_it_was)
{
  if (g_thread_self () != counts.thread)
    g_atomic_int_inc (&counts.n_dropped_elsewhere);
  g_atomic_int_inc (&counts.n_dropped);
}

static void
freed_cb (gpointer data)
{
  if (g_thread_self () != counts.thread)
    g_atomic_int_inc (&counts.n_freed_elsewhere);
  g_atomic_int_inc (&counts.n_freed);
}

static gpointer
work_cb (GTask *task, gpointer data, GError **error)
{
  g_assert_true (g_thread_self () != counts.thread);
  g_assert_true (G_IS_OBJECT (g_task_get_source_object (task)));
  g_assert_true (data == &counts);
  return data;
}

static void
returned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (g_thread_self () == counts.thread);
  g_assert_true (g_task_propagate_pointer (G_TASK (result), NULL) == &counts);
  counts.n_returned++;
}

static void
test_dropped (void)
{
  counts = (Counts){ .thread = g_thread_self () };
  for (guint i = 1; i <= TASKS; i++)
    {
      GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
      GTask *task = g_task_new (owner, NULL, returned_cb, NULL);

      g_object_weak_ref (owner, dropped_cb, NULL);
      g_task_set_task_data (task, &counts, freed_cb);
      risalah_context_run_task (task, work_cb, NULL);
      g_object_unref (task);
      g_object_unref (owner);
      while ((guint)g_atomic_int_get (&counts.n_dropped) < i)
        g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (counts.n_returned, ==, TASKS);
  g_assert_cmpuint (counts.n_freed, ==, TASKS);
  g_assert_cmpuint (counts.n_dropped_elsewhere, ==, 0);
  g_assert_cmpuint (counts.n_freed_elsewhere, ==, 0);
}

static gpointer
fail_cb (GTask *task, gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "It is not there.");
  return NULL;
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_task_propagate_pointer (G_TASK (result), user_data);
}

static void
test_failed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, failed_cb, &error);

  risalah_context_run_task (task, fail_cb, g_object_unref);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/dropped", test_dropped);
  g_test_add_func ("/context/failed", test_failed);
  return g_test_run ();
}
