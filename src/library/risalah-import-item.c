/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of an import before it is stored: its bytes, the article in them, and what is found in
 * that. Whatever fails is this file's error, in a sentence that names it. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "risalah-decode.h"
#include "risalah-import-private.h"
#include "risalah-originals.h"
#include "risalah-text-error.h"

/* Files from this size on are read one at a time, so that memory stays bounded. */
#define LARGE_BYTES (8 * 1024 * 1024)

/**
 * risalah_import_item_free:
 * @self: (transfer full): an item
 */
char *
risalah_import_clean_name (const char *name)
{
  char *clean = g_filename_display_name (name);

  for (char *at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = '?';
  return clean;
}

RisalahImportItem *
risalah_import_item_new_for_file (GFile *file)
{
  RisalahImportItem *item = g_new0 (RisalahImportItem, 1);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : g_file_get_uri (file);

  item->file = g_object_ref (file);
  item->name = risalah_import_clean_name (name != NULL ? name : "");
  item->path = risalah_import_clean_name (path != NULL ? path : "");
  return item;
}

void
risalah_import_item_free (RisalahImportItem *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->path);
  g_free (self->media_type);
  g_clear_error (&self->error);
  g_clear_pointer (&self->article, risalah_article_unref);
  g_clear_pointer (&self->shingles, risalah_shingles_free);
  g_clear_pointer (&self->analysis, risalah_analysis_free);
  g_clear_pointer (&self->compressed, g_bytes_unref);
  risalah_import_result_free (self->result);
  g_free (self);
}

static gboolean
set_file_error (RisalahImportItem *self, int number)
{
  g_set_error (&self->error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
               _ ("“%s” could not be read: %s."), self->path, g_strerror (number));
  return FALSE;
}

/* A named pipe or a device would be waited for without end. */
static gboolean
check_regular (RisalahImportItem *self, const struct stat *status)
{
  if (S_ISREG (status->st_mode) && status->st_size <= RISALAH_MAX_FILE_BYTES)
    return TRUE;
  if (!S_ISREG (status->st_mode))
    g_set_error (&self->error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                 _ ("“%s” is not a file that can be read."), self->path);
  else
    g_set_error (&self->error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_TOO_LARGE,
                 _ ("“%s” is larger than %d MB and was not read."), self->path,
                 RISALAH_MAX_FILE_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
read_all (RisalahImportItem *self, int descriptor, gsize size)
{
  g_autofree guint8 *data = g_malloc (size + 1);
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (descriptor, data + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_file_error (self, errno);
      if (n == 0)
        break;
      length += (gsize)n;
    }
  self->bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return TRUE;
}

static gboolean
load_local (RisalahImportItem *self, const char *path)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;
  gboolean loaded;

  if (descriptor < 0)
    return set_file_error (self, errno);
  if (fstat (descriptor, &status) != 0)
    loaded = set_file_error (self, errno);
  else
    loaded = check_regular (self, &status) && read_all (self, descriptor, (gsize)status.st_size);
  close (descriptor);
  return loaded;
}

/* A file that only GIO knows the way to: a portal's, a share's. */
static gboolean
load_other (RisalahImportItem *self, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &error);
  if (info != NULL && g_file_info_get_size (info) <= RISALAH_MAX_FILE_BYTES)
    self->bytes = g_file_load_bytes (self->file, cancellable, NULL, &error);
  if (self->bytes != NULL)
    return TRUE;
  if (error != NULL)
    g_set_error (&self->error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                 _ ("“%s” could not be read: %s."), self->path, error->message);
  else
    g_set_error (&self->error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_TOO_LARGE,
                 _ ("“%s” is larger than %d MB and was not read."), self->path,
                 RISALAH_MAX_FILE_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
load (RisalahImportItem *self, GCancellable *cancellable)
{
  const char *path;

  if (self->bytes != NULL)
    return TRUE;
  path = g_file_peek_path (self->file);
  return path != NULL ? load_local (self, path) : load_other (self, cancellable);
}

static RisalahArticle *
read_article (RisalahImportItem *self, RisalahImportReading *reading, GCancellable *cancellable)
{
  RisalahReadOptions options = { .mime_type = self->media_type };

  if (reading->read != NULL)
    return reading->read (self->bytes, self->name, reading->read_data, &self->error);
  if (!risalah_reading_needs_limits (self->bytes, self->name, &options))
    return risalah_read_article (self->bytes, self->name, reading->lexicon, &options, &self->error);
  if (reading->client != NULL)
    return risalah_reader_client_read (reading->client, self->bytes, self->name, &options,
                                       cancellable, &self->error);
  g_set_error (&self->error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
               _ ("“%s” was not read: the program that reads such files is not installed."),
               self->path);
  return NULL;
}

static void
prepare (RisalahImportItem *self,
         RisalahImportReading *reading,
         gpointer analyser_state,
         GCancellable *cancellable)
{
  self->size = g_bytes_get_size (self->bytes);
  risalah_originals_hash (self->bytes, self->sha256);
  self->article = read_article (self, reading, cancellable);
  if (self->article == NULL)
    return;
  self->compressed = risalah_originals_compress (self->bytes);
  self->shingles = risalah_shingles_new_for_article (self->article);
  if (reading->analyse != NULL)
    self->analysis = reading->analyse (self->article, analyser_state, reading->analyse_data);
}

/**
 * risalah_import_item_prepare:
 * @self: an item
 * @reading: how
 * @analyser_state: (nullable): the thread's own
 * @cancellable: (nullable): stops it
 *
 * Does all that needs no library.
 */
void
risalah_import_item_prepare (RisalahImportItem *self,
                             RisalahImportReading *reading,
                             gpointer analyser_state,
                             GCancellable *cancellable)
{
  if (self->error != NULL || !load (self, cancellable))
    return;
  if (g_bytes_get_size (self->bytes) >= LARGE_BYTES)
    {
      g_mutex_lock (&reading->large_files);
      prepare (self, reading, analyser_state, cancellable);
      g_clear_pointer (&self->bytes, g_bytes_unref);
      g_mutex_unlock (&reading->large_files);
      return;
    }
  prepare (self, reading, analyser_state, cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}
