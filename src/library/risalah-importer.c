/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer: one thread looks through folders, several read files, and the one that called hands
 * what is read to the library's writer in batches. Files keep their order; no file is begun far
 * ahead of the one that is stored next, so that memory does not grow with their number. */

#include "risalah-importer.h"

#include <glib/gi18n-lib.h>

#include "risalah-context.h"
#include "risalah-importer-private.h"

#define MOST_THREADS 8

G_DEFINE_FINAL_TYPE (RisalahImporter, risalah_importer, G_TYPE_OBJECT)

static guint progress_signal;

static void
risalah_importer_finalize (GObject *object)
{
  RisalahImporter *self = RISALAH_IMPORTER (object);

  g_queue_clear_full (&self->added, (GDestroyNotify)risalah_import_item_free);
  g_queue_clear_full (&self->waiting, (GDestroyNotify)risalah_import_item_free);
  g_hash_table_unref (self->ready);
  g_clear_pointer (&self->reading.client, risalah_reader_client_free);
  g_mutex_clear (&self->reading.large_files);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->library);
  g_free (self->current);
  G_OBJECT_CLASS (risalah_importer_parent_class)->finalize (object);
}

static void
risalah_importer_class_init (RisalahImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_importer_finalize;
  progress_signal = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
risalah_importer_init (RisalahImporter *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->reading.large_files);
  g_cond_init (&self->changed);
  g_queue_init (&self->added);
  g_queue_init (&self->waiting);
  self->ready = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                       (GDestroyNotify)risalah_import_item_free);
}

/**
 * risalah_importer_new:
 * @library: where to
 *
 * Returns: (transfer full): an importer for one run
 */
RisalahImporter *
risalah_importer_new (RisalahLibrary *library)
{
  RisalahImporter *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);
  self = g_object_new (RISALAH_TYPE_IMPORTER, NULL);
  self->library = g_object_ref (library);
  self->context = g_main_context_ref_thread_default ();
  self->reading.lexicon = risalah_library_get_lexicon (library);
  return self;
}

/**
 * risalah_importer_set_reader_program:
 * @self: an importer
 * @program: risalah-reader
 * @vocabulary_dirs: its vocabulary
 * @dictionary_dir: its dictionaries
 *
 * Formats that need limits are read by that program; without it they fail.
 */
void
risalah_importer_set_reader_program (RisalahImporter *self,
                                     const char *program,
                                     const char *const *vocabulary_dirs,
                                     const char *dictionary_dir)
{
  g_return_if_fail (RISALAH_IS_IMPORTER (self) && program != NULL);
  g_clear_pointer (&self->reading.client, risalah_reader_client_free);
  self->reading.client = risalah_reader_client_new (program, vocabulary_dirs, dictionary_dir);
}

/**
 * risalah_importer_set_reader:
 * @self: an importer
 * @func: reads all bytes, of whatever format
 * @data: for @func
 */
void
risalah_importer_set_reader (RisalahImporter *self, RisalahReadFunc func, gpointer data)
{
  g_return_if_fail (RISALAH_IS_IMPORTER (self));
  self->reading.read = func;
  self->reading.read_data = data;
}

/**
 * risalah_importer_set_analyser:
 * @self: an importer
 * @func: finds mentions and events in an article
 * @new_state: (nullable): makes what a thread needs for it
 * @free_state: (nullable): frees that
 * @data: for @func and @new_state
 */
void
risalah_importer_set_analyser (RisalahImporter *self,
                               RisalahAnalyseFunc func,
                               RisalahAnalyserNewFunc new_state,
                               GDestroyNotify free_state,
                               gpointer data)
{
  g_return_if_fail (RISALAH_IS_IMPORTER (self));
  self->reading.analyse = func;
  self->reading.analyse_data = data;
  self->new_state = new_state;
  self->free_state = free_state;
}

/**
 * risalah_importer_set_dossier:
 * @self: an importer
 * @dossier: where new sources go too, 0 for none
 */
void
risalah_importer_set_dossier (RisalahImporter *self, gint64 dossier)
{
  g_return_if_fail (RISALAH_IS_IMPORTER (self));
  self->dossier = dossier;
}

/**
 * risalah_importer_add_file:
 * @self: an importer
 * @file: a file, or a folder with all that is in it
 */
void
risalah_importer_add_file (RisalahImporter *self, GFile *file)
{
  g_return_if_fail (RISALAH_IS_IMPORTER (self) && G_IS_FILE (file));
  g_queue_push_tail (&self->added, risalah_import_item_new_for_file (file));
}

/**
 * risalah_importer_add_bytes:
 * @self: an importer
 * @bytes: what was pasted or came in by a pipe
 * @name: (nullable): what the analyst calls it
 * @media_type: (nullable): what it is, "text/html"
 */
void
risalah_importer_add_bytes (RisalahImporter *self,
                            GBytes *bytes,
                            const char *name,
                            const char *media_type)
{
  RisalahImportItem *item;

  g_return_if_fail (RISALAH_IS_IMPORTER (self) && bytes != NULL);
  item = g_new0 (RisalahImportItem, 1);
  item->bytes = g_bytes_ref (bytes);
  item->name = risalah_import_clean_name (name != NULL ? name : _ ("Pasted text"));
  item->path = g_strdup (item->name);
  item->media_type = g_strdup (media_type);
  g_queue_push_tail (&self->added, item);
}

/**
 * risalah_importer_run:
 * @self: an importer that has not run
 * @results: (out) (transfer full) (element-type RisalahImportResult): one a file that was stored or
 *   failed, in order
 * @cancellable: (nullable): stops it after the batch that is being stored
 * @error: return location for an error
 *
 * Imports all that was added. Blocks.
 *
 * Returns: whether all files have their result
 */
gboolean
risalah_importer_run (RisalahImporter *self,
                      GPtrArray **results,
                      GCancellable *cancellable,
                      GError **error)
{
  guint n_threads = CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  GThread *readers[MOST_THREADS], *searcher;
  gboolean stored;

  g_return_val_if_fail (RISALAH_IS_IMPORTER (self) && results != NULL, FALSE);

  *results = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_import_result_free);
  self->cancellable = cancellable;
  self->is_searching = TRUE;
  self->began = g_get_monotonic_time ();
  searcher = g_thread_new ("import-search", risalah_importer_search, self);
  for (guint i = 0; i < n_threads; i++)
    readers[i] = g_thread_new ("import-read", risalah_importer_read_files, self);

  stored = risalah_importer_store_all (self, *results, error);

  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (searcher);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (readers[i]);
  risalah_importer_tidy_index (self, (*results)->len);
  risalah_importer_tell_progress (self, TRUE);
  self->cancellable = NULL;
  return stored;
}

static gpointer
run_work (GTask *task, gpointer data, GError **error)
{
  RisalahImporter *self = g_task_get_source_object (task);

  return GINT_TO_POINTER (
      risalah_importer_run (self, data, g_task_get_cancellable (task), error));
}

static void
free_results (gpointer data)
{
  GPtrArray **results = data;

  g_clear_pointer (results, g_ptr_array_unref);
  g_free (results);
}

/**
 * risalah_importer_run_async:
 * @self: an importer that has not run
 * @cancellable: (nullable): stops it
 * @callback: told when it is through
 * @user_data: for @callback
 *
 * risalah_importer_run() on a thread of its own.
 */
void
risalah_importer_run_async (RisalahImporter *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RISALAH_IS_IMPORTER (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, risalah_importer_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_new0 (GPtrArray *, 1), free_results);
  risalah_context_run_task (task, run_work, NULL);
}

/**
 * risalah_importer_run_finish:
 * @self: an importer
 * @result: what the callback was given
 * @results: (out) (optional) (transfer full) (element-type RisalahImportResult): as of
 *   risalah_importer_run(), also where it failed or was stopped
 * @error: return location for an error
 *
 * Returns: whether all files have their result
 */
gboolean
risalah_importer_run_finish (RisalahImporter *self,
                             GAsyncResult *result,
                             GPtrArray **results,
                             GError **error)
{
  GPtrArray **stored;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  stored = g_task_get_task_data (G_TASK (result));
  if (results != NULL)
    *results = g_steal_pointer (stored);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
