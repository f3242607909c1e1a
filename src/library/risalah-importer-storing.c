/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing: what was read goes to the library's writer in batches, and the analyst is told. */

#include "risalah-importer-private.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "risalah-context.h"
#include "risalah-index-private.h"
#include "risalah-library-private.h"

/* Larger transactions are cheaper: the index is written out at the end of each. Where somebody
 * waits, a batch ends after the file that it is at. */
#define BATCH_MICROSECONDS    1000000
#define PROGRESS_MICROSECONDS 100000
#define MERGE_FROM            1000

typedef struct
{
  RisalahImporter *importer;
  GPtrArray *items;
  guint from;
  guint most;
  guint n_done; /* items from @from on that are stored */
} Batch;

/* The time that this thread has worked, not waited: on a busy machine batches stay as large. */
static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A job of the writer: as many items as fit into the time of a batch. */
static gboolean
store_batch (RisalahConnection *connection,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Batch *batch = data;
  gint64 until = get_thread_time () + BATCH_MICROSECONDS;

  batch->n_done = 0;
  for (guint i = batch->from; i < batch->items->len && batch->n_done < batch->most; i++)
    {
      RisalahImportItem *item = g_ptr_array_index (batch->items, i);

      if (item->article != NULL
          && !risalah_import_item_store (item, connection, batch->importer->dossier, error))
        return FALSE;
      batch->n_done++;
      if (get_thread_time () > until || risalah_library_is_writer_wanted (batch->importer->library))
        break;
    }
  return TRUE;
}

/* An error that is the library's, not one file's. */
static gboolean
is_general (const GError *error)
{
  return error->domain == RISALAH_LIBRARY_ERROR
         && (error->code == RISALAH_LIBRARY_ERROR_FULL || error->code == RISALAH_LIBRARY_ERROR_BUSY
             || error->code == RISALAH_LIBRARY_ERROR_CORRUPT
             || error->code == RISALAH_LIBRARY_ERROR_CANCELLED);
}

static void
set_failed (RisalahImportItem *item, const char *reason)
{
  item->result->status = RISALAH_IMPORT_FAILED;
  item->result->source = item->result->of = 0;
  g_clear_pointer (&item->result->title, g_free);
  item->result->reason = g_strdup (reason);
}

/* Stores some items, one at a time where one of them fails. */
static gboolean
store_some (RisalahImporter *self, Batch *batch, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (risalah_library_write_sync (self->library, RISALAH_PRIORITY_BULK, store_batch, batch,
                                  self->cancellable, &failure))
    {
      batch->most = MOST_IN_BATCH;
      return TRUE;
    }
  if (is_general (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (batch->most > 1)
    {
      batch->most = 1;
      return store_some (self, batch, error);
    }
  set_failed (g_ptr_array_index (batch->items, batch->from), failure->message);
  batch->n_done = 1;
  batch->most = MOST_IN_BATCH;
  return TRUE;
}

static gboolean
tell_progress_cb (gpointer data)
{
  g_autoptr (RisalahImporter) self = g_weak_ref_get (data);
  RisalahImportProgress progress;
  g_autofree char *current = NULL;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&self->mutex);
  progress = self->progress;
  progress.n_found = self->n_found;
  progress.is_searching = self->is_searching;
  progress.current = current = g_strdup (self->current);
  self->telling = FALSE;
  g_mutex_unlock (&self->mutex);
  g_signal_emit_by_name (self, "progress", &progress);
  return G_SOURCE_REMOVE;
}

void
risalah_importer_tell_progress (RisalahImporter *self, gboolean now)
{
  gint64 time = g_get_monotonic_time ();
  gboolean is_due;

  g_mutex_lock (&self->mutex);
  self->progress.seconds = (double)(time - self->began) / G_USEC_PER_SEC;
  is_due = !self->telling && (now || time - self->told >= PROGRESS_MICROSECONDS);
  if (is_due)
    {
      self->telling = TRUE;
      self->told = time;
    }
  g_mutex_unlock (&self->mutex);
  if (is_due)
    risalah_context_tell_object (self->context, self, tell_progress_cb);
}

/* The results of what was just stored. */
static void
take_results (RisalahImporter *self, Batch *batch, GPtrArray *results)
{
  g_mutex_lock (&self->mutex);
  for (guint i = batch->from; i < batch->from + batch->n_done; i++)
    {
      RisalahImportItem *item = g_ptr_array_index (batch->items, i);

      if (item->error != NULL)
        set_failed (item, item->error->message);
      self->progress.counts[item->result->status]++;
      self->progress.n_done++;
      g_free (self->current);
      self->current = g_strdup (item->path);
      g_ptr_array_add (results, g_steal_pointer (&item->result));
    }
  self->n_stored += batch->n_done;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static gboolean
store_items (RisalahImporter *self, GPtrArray *items, GPtrArray *results, GError **error)
{
  Batch batch = { self, items, 0, MOST_IN_BATCH, 0 };

  for (guint i = 0; i < items->len; i++)
    {
      RisalahImportItem *item = g_ptr_array_index (items, i);
      item->result = risalah_import_result_new (item->path, RISALAH_IMPORT_FAILED);
    }
  for (; batch.from < items->len; batch.from += batch.n_done)
    {
      if (!store_some (self, &batch, error))
        return FALSE;
      take_results (self, &batch, results);
      risalah_importer_tell_progress (self, FALSE);
    }
  return TRUE;
}

static gboolean
set_bulk (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_index_set_bulk (connection, GPOINTER_TO_INT (data), error);
}

static gboolean
merge (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_index_merge (connection, data, error);
}

/* What is left to merge, so that searches have fewer segments to look into, is merged when the
 * writer has nothing else to do. */
void
risalah_importer_tidy_index (RisalahImporter *self, guint n_results)
{
  RisalahWorker *writer;

  risalah_library_write_sync (self->library, RISALAH_PRIORITY_BULK, set_bulk,
                              GINT_TO_POINTER (FALSE), NULL, NULL);
  if (n_results < MERGE_FROM || (writer = risalah_library_hold_writer (self->library, NULL)) == NULL)
    return;
  risalah_worker_set_idle (writer, merge);
  risalah_library_let_go (self->library);
}

gboolean
risalah_importer_store_all (RisalahImporter *self, GPtrArray *results, GError **error)
{
  if (!risalah_library_write_sync (self->library, RISALAH_PRIORITY_BULK, set_bulk,
                                   GINT_TO_POINTER (TRUE), self->cancellable, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (GPtrArray) items = risalah_importer_take_ready (self);

      if (items->len == 0)
        break;
      if (!store_items (self, items, results, error))
        return FALSE;
    }
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                       _ ("The import was stopped. What had come in by then is kept."));
  return FALSE;
}
