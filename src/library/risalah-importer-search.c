/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and reading: one thread looks through folders, several read files. Files keep their
 * order; none is begun far ahead of the one that is stored next, so that memory does not grow with
 * their number. */

#include "risalah-importer-private.h"

#include <glib/gi18n-lib.h>

#define MOST_AHEAD 1024

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
  children =
      g_file_enumerate_children (folder,
                                 G_FILE_ATTRIBUTE_STANDARD_NAME
                                 "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, self->cancellable, error);
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
                   _ ("The folder “%s” could not be read: %s."), folder->path, error->message);
      push_found (self, folder);
      return;
    }
  for (guint i = 0; i < infos->len && !is_stopped (self); i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) file = g_file_get_child (folder->file, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        search_folder (self, risalah_import_item_new_for_file (file));
      else if (is_wanted (file, info))
        push_found (self, risalah_import_item_new_for_file (file));
    }
  risalah_import_item_free (folder);
}

gpointer
risalah_importer_search (gpointer data)
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

gpointer
risalah_importer_read_files (gpointer data)
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

GPtrArray *
risalah_importer_take_ready (RisalahImporter *self)
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
      g_cond_wait_until (&self->changed, &self->mutex,
                         g_get_monotonic_time () + G_USEC_PER_SEC / 5);
    }
  g_mutex_unlock (&self->mutex);
  return items;
}
