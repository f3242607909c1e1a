/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer: one thread looks through folders, several read files, and the one that called hands
 * what is read to the library's writer in batches. Files keep their order; no file is begun far
 * ahead of the one that is stored next, so that memory does not grow with their number. */

#include "risalah-importer.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "risalah-import-private.h"
#include "risalah-index-private.h"
#include "risalah-library-private.h"

#define MOST_AHEAD 1024
#define MOST_IN_BATCH 1024
/* Larger transactions are cheaper: the index is written out at the end of each. Where somebody waits,
 * a batch ends after the file that it is at. */
#define BATCH_MICROSECONDS 1000000
#define PROGRESS_MICROSECONDS 100000
#define MOST_THREADS 8
#define MERGE_FROM 1000

struct _RisalahImporter
{
  GObject parent_instance;

  RisalahLibrary *library;
  GMainContext *context;
  RisalahImportReading reading;
  RisalahAnalyserNewFunc new_state;
  GDestroyNotify free_state;
  gint64 dossier;
  GQueue added; /* of RisalahImportItem, before the run */

  GMutex mutex;
  GCond changed;
  GQueue waiting;        /* of RisalahImportItem, found and not yet begun */
  GHashTable *ready;     /* index → RisalahImportItem, prepared */
  guint64 n_found;
  guint64 n_stored;      /* also the index of the next to store */
  gboolean is_searching;
  gboolean stop;
  GCancellable *cancellable;

  RisalahImportProgress progress;
  char *current;
  gint64 began;
  gint64 told;
  gboolean telling;      /* a signal is on its way */
};

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

/* A name that can be shown and printed, whatever the file is called. */
static char *
clean_name (const char *name)
{
  char *clean = g_filename_display_name (name);

  for (char *at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = '?';
  return clean;
}

static RisalahImportItem *
item_new_for_file (GFile *file)
{
  RisalahImportItem *item = g_new0 (RisalahImportItem, 1);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : g_file_get_uri (file);

  item->file = g_object_ref (file);
  item->name = clean_name (name != NULL ? name : "");
  item->path = clean_name (path != NULL ? path : "");
  return item;
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
  g_queue_push_tail (&self->added, item_new_for_file (file));
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
  item->name = clean_name (name != NULL ? name : _("Pasted text"));
  item->path = g_strdup (item->name);
  item->media_type = g_strdup (media_type);
  g_queue_push_tail (&self->added, item);
}

static void
push_found (RisalahImporter *self, RisalahImportItem *item)
{
  g_mutex_lock (&self->mutex);
  item->index = self->n_found++;
  g_queue_push_tail (&self->waiting, item);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_stopped (RisalahImporter *self)
{
  gboolean stopped;

  g_mutex_lock (&self->mutex);
  stopped = self->stop;
  g_mutex_unlock (&self->mutex);
  return stopped || g_cancellable_is_cancelled (self->cancellable);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (g_file_info_get_name (*(GFileInfo *const *)a),
                    g_file_info_get_name (*(GFileInfo *const *)b));
}

/* What a folder holds by name, but for hidden files; NULL where it cannot be read. */
static GPtrArray *
list_folder (RisalahImporter *self, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;

  /* Links to folders are not followed: they can lead in a circle. */
  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                                G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                                G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, self->cancellable,
                                        error);
  if (children == NULL)
    return NULL;
  while ((info = g_file_enumerator_next_file (children, self->cancellable, error)) != NULL)
    if (g_file_info_get_is_hidden (info))
      g_object_unref (info);
    else
      g_ptr_array_add (infos, info);
  if (error != NULL && *error != NULL)
    return NULL;
  g_ptr_array_sort (infos, compare_names);
  return g_steal_pointer (&infos);
}

/* A link inside a folder counts where it leads to a file. */
static gboolean
is_wanted (GFile *file, GFileInfo *info)
{
  return g_file_info_get_file_type (info) != G_FILE_TYPE_SYMBOLIC_LINK
         || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY;
}

static void
search_folder (RisalahImporter *self, RisalahImportItem *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = list_folder (self, folder->file, &error);

  if (infos == NULL)
    {
      g_set_error (&folder->error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                   _("The folder “%s” could not be read: %s."), folder->path, error->message);
      push_found (self, folder);
      return;
    }
  for (guint i = 0; i < infos->len && !is_stopped (self); i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) file = g_file_get_child (folder->file, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        search_folder (self, item_new_for_file (file));
      else if (is_wanted (file, info))
        push_found (self, item_new_for_file (file));
    }
  risalah_import_item_free (folder);
}

static gpointer
search (gpointer data)
{
  RisalahImporter *self = data;
  RisalahImportItem *item;

  while ((item = g_queue_pop_head (&self->added)) != NULL)
    if (is_stopped (self))
      risalah_import_item_free (item);
    else if (item->file != NULL
             && g_file_query_file_type (item->file, G_FILE_QUERY_INFO_NONE, NULL)
                    == G_FILE_TYPE_DIRECTORY)
      search_folder (self, item);
    else
      push_found (self, item);
  g_mutex_lock (&self->mutex);
  self->is_searching = FALSE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* The next item to read; NULL at the end. */
static RisalahImportItem *
take_waiting (RisalahImporter *self)
{
  RisalahImportItem *item = NULL;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      item = g_queue_peek_head (&self->waiting);
      if (self->stop || (item == NULL && !self->is_searching))
        {
          item = NULL;
          break;
        }
      if (item != NULL && item->index < self->n_stored + MOST_AHEAD)
        {
          g_queue_pop_head (&self->waiting);
          break;
        }
      g_cond_wait (&self->changed, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  return item;
}

static gpointer
read_files (gpointer data)
{
  RisalahImporter *self = data;
  gpointer state = self->new_state != NULL ? self->new_state (self->reading.analyse_data) : NULL;
  RisalahImportItem *item;

  while ((item = take_waiting (self)) != NULL)
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        risalah_import_item_prepare (item, &self->reading, state, self->cancellable);
      g_mutex_lock (&self->mutex);
      g_hash_table_insert (self->ready, &item->index, item);
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->mutex);
    }
  if (self->free_state != NULL && state != NULL)
    self->free_state (state);
  return NULL;
}

/* What stands ready in a row, the next to store first; empty at the end. Cancelled, nothing is. */
static GPtrArray *
take_ready (RisalahImporter *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_import_item_free);

  g_mutex_lock (&self->mutex);
  while (!g_cancellable_is_cancelled (self->cancellable))
    {
      guint64 index = self->n_stored;
      RisalahImportItem *item;

      while (items->len < MOST_IN_BATCH
             && (item = g_hash_table_lookup (self->ready, &index)) != NULL)
        {
          g_hash_table_steal (self->ready, &index);
          g_ptr_array_add (items, item);
          index++;
        }
      if (items->len > 0 || (!self->is_searching && self->n_stored == self->n_found))
        break;
      g_cond_wait_until (&self->changed, &self->mutex, g_get_monotonic_time () + G_USEC_PER_SEC / 5);
    }
  g_mutex_unlock (&self->mutex);
  return items;
}

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
store_batch (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Batch *batch = data;
  RisalahWorker *writer = risalah_library_get_writer (batch->importer->library, error);
  gint64 until = get_thread_time () + BATCH_MICROSECONDS;

  batch->n_done = 0;
  for (guint i = batch->from; i < batch->items->len && batch->n_done < batch->most; i++)
    {
      RisalahImportItem *item = g_ptr_array_index (batch->items, i);

      if (item->article != NULL
          && !risalah_import_item_store (item, connection, batch->importer->dossier, error))
        return FALSE;
      batch->n_done++;
      if (get_thread_time () > until || risalah_worker_is_wanted (writer))
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

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
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
  g_signal_emit (self, progress_signal, 0, &progress);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (RisalahImporter *self, gboolean now)
{
  g_autoptr (GSource) source = NULL;
  gint64 time = g_get_monotonic_time ();
  GWeakRef *weak;

  g_mutex_lock (&self->mutex);
  self->progress.seconds = (double)(time - self->began) / G_USEC_PER_SEC;
  if (!self->telling && (now || time - self->told >= PROGRESS_MICROSECONDS))
    {
      self->telling = TRUE;
      self->told = time;
      source = g_idle_source_new ();
    }
  g_mutex_unlock (&self->mutex);
  if (source == NULL)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  g_source_set_callback (source, tell_progress_cb, weak, free_weak_ref);
  g_source_attach (source, self->context);
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
      tell_progress (self, FALSE);
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

/* What is left to merge, so that searches have fewer segments to look into, is merged when the writer
 * has nothing else to do. */
static void
tidy_index (RisalahImporter *self, guint n_results)
{
  RisalahWorker *writer = risalah_library_get_writer (self->library, NULL);

  risalah_library_write_sync (self->library, RISALAH_PRIORITY_BULK, set_bulk, GINT_TO_POINTER (FALSE),
                              NULL, NULL);
  if (writer != NULL && n_results >= MERGE_FROM)
    risalah_worker_set_idle (writer, merge);
}

static gboolean
store_all (RisalahImporter *self, GPtrArray *results, GError **error)
{
  if (!risalah_library_write_sync (self->library, RISALAH_PRIORITY_BULK, set_bulk,
                                   GINT_TO_POINTER (TRUE), self->cancellable, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (GPtrArray) items = take_ready (self);

      if (items->len == 0)
        break;
      if (!store_items (self, items, results, error))
        return FALSE;
    }
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                       _("The import was stopped. What had come in by then is kept."));
  return FALSE;
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
  searcher = g_thread_new ("import-search", search, self);
  for (guint i = 0; i < n_threads; i++)
    readers[i] = g_thread_new ("import-read", read_files, self);

  stored = store_all (self, *results, error);

  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (searcher);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (readers[i]);
  tidy_index (self, (*results)->len);
  tell_progress (self, TRUE);
  self->cancellable = NULL;
  return stored;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray **results = data;
  GError *error = NULL;

  if (risalah_importer_run (RISALAH_IMPORTER (source), results, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  g_task_run_in_thread (task, run_in_thread);
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
  return g_task_propagate_boolean (G_TASK (result), error);
}
