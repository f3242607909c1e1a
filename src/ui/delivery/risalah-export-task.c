/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exporters block, so they run on a thread; how far they are is told on the window's. */

#include "risalah-export-task.h"

#include <glib/gi18n.h>

#include "risalah-context.h"

/* The least that progress is told of. */
#define STEP 0.01

typedef struct
{
  RisalahEdition *edition;
  RisalahFormat format;
  GFile *file;
  RisalahExportProgressFunc progress;
  RisalahExportReport report;
  double told;
} Order;

typedef struct
{
  GTask *task;
  double fraction;
} Step;

static void
order_free (gpointer data)
{
  Order *order = data;

  risalah_edition_unref (order->edition);
  g_object_unref (order->file);
  risalah_export_report_clear (&order->report);
  g_free (order);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
tell_cb (gpointer data)
{
  Step *step = data;
  Order *order = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task))
    order->progress (step->fraction, g_task_get_source_object (step->task));
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Order *order = g_task_get_task_data (task);
  Step *step;

  if (fraction - order->told < STEP)
    return;
  order->told = fraction;
  step = g_new0 (Step, 1);
  step->task = g_object_ref (task);
  step->fraction = fraction;
  risalah_context_tell (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_cb, step, step_free);
}

static gpointer
export_work (GTask *task, gpointer data, GError **error)
{
  Order *order = data;
  g_autofree char *path = g_file_get_path (order->file);
  g_autofree char *uri = g_file_get_uri (order->file);

  if (path != NULL)
    return GINT_TO_POINTER (risalah_edition_export (order->edition, order->format, path,
                                                    &order->report, progress_cb, task,
                                                    g_task_get_cancellable (task), error));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("Files cannot be written to “%s” directly. Export the "
                  "brief to this computer and copy it there."),
               uri);
  return NULL;
}

/**
 * risalah_export_task_run:
 * @owner: (type GObject): who asks; kept until the end
 * @edition: what is written; it must not change any more
 * @format: as what
 * @file: where it appears, whole or not at all
 * @progress: told on this thread how far it is, with @owner
 * @cancellable: (nullable): stops it; an earlier @file is then as it was
 * @callback: called at the end
 *
 * Writes an edition on a thread.
 */
void
risalah_export_task_run (gpointer owner,
                         RisalahEdition *edition,
                         RisalahFormat format,
                         GFile *file,
                         RisalahExportProgressFunc progress,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (G_IS_OBJECT (owner) && G_IS_FILE (file));
  g_return_if_fail (edition != NULL && progress != NULL);

  order = g_new0 (Order, 1);
  order->edition = risalah_edition_ref (edition);
  order->format = format;
  order->file = g_object_ref (file);
  order->progress = progress;
  task = g_task_new (owner, cancellable, callback, user_data);
  g_task_set_source_tag (task, risalah_export_task_run);
  /* A file that stands is told of, also where it was stopped too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, order, order_free);
  risalah_context_run_task (task, export_work, NULL);
}

/**
 * risalah_export_task_finish:
 * @result: what the callback was given
 * @report: (out): pages and problems, to be cleared
 * @error: why there is no file, or the earlier one
 *
 * Returns: whether the file was written
 */
gboolean
risalah_export_task_finish (GAsyncResult *result, RisalahExportReport *report, GError **error)
{
  Order *order;

  g_return_val_if_fail (g_async_result_is_tagged (result, risalah_export_task_run), FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  order = g_task_get_task_data (G_TASK (result));
  *report = order->report;
  order->report = (RisalahExportReport){ 0 };
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
