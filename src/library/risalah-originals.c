/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "original". */

#include "risalah-originals-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zstd.h>

#include "risalah-connection-private.h"

#define LEVEL 3

/**
 * risalah_original_free:
 * @self: (transfer full) (nullable): a record
 */
void
risalah_original_free (RisalahOriginal *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->media_type);
  g_free (self);
}

/**
 * risalah_originals_compress:
 * @bytes: an original
 *
 * Returns: (transfer full): one zstd frame (RFC 8878), with its content's size
 */
GBytes *
risalah_originals_compress (GBytes *bytes)
{
  gsize size, bound, written;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  gpointer frame;

  bound = ZSTD_compressBound (size);
  frame = g_malloc (bound);
  written = ZSTD_compress (frame, bound, data != NULL ? data : "", size, LEVEL);
  g_assert (!ZSTD_isError (written));
  return g_bytes_new_take (g_realloc (frame, written), written);
}

/**
 * risalah_originals_hash:
 * @bytes: an original
 * @sha256: (out): its SHA-256
 */
void
risalah_originals_hash (GBytes *bytes, guint8 sha256[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size, length = 32;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, (gssize)size);
  g_checksum_get_digest (checksum, sha256, &length);
}

/**
 * risalah_originals_key:
 * @sha256: of an original
 *
 * Returns: its first eight bytes
 */
gint64
risalah_originals_key (const guint8 sha256[32])
{
  guint64 key;

  memcpy (&key, sha256, sizeof key);
  return (gint64)GUINT64_FROM_BE (key);
}

/**
 * risalah_originals_add:
 * @connection: a connection in a writing transaction
 * @source: whose it is
 * @name: (nullable): the file's name
 * @media_type: (nullable): what it is
 * @size: its bytes
 * @sha256: of its bytes
 * @compressed: risalah_originals_compress() of it
 * @error: return location for an error
 *
 * Returns: its id, 0 on an error
 */
gint64
risalah_originals_add (RisalahConnection *connection,
                       gint64 source,
                       const char *name,
                       const char *media_type,
                       gsize size,
                       const guint8 sha256[32],
                       GBytes *compressed,
                       GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (compressed, &length);

  if (!risalah_connection_run (connection, error,
                               "INSERT INTO original (source, name, media_type, size, sha256_key,"
                               " sha256, created_at, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                               "ittiibib", source, name, media_type, (gint64)size,
                               risalah_originals_key (sha256), (gconstpointer)sha256, (gsize)32,
                               risalah_connection_get_time (connection), data, length))
    return 0;
  return risalah_connection_get_last_id (connection);
}

static RisalahOriginal *
read_row (RisalahStatement *row)
{
  RisalahOriginal *self = g_new0 (RisalahOriginal, 1);

  self->id = risalah_statement_get_int64 (row, 0);
  self->source = risalah_statement_get_int64 (row, 1);
  self->name = g_strdup (risalah_statement_get_text (row, 2, NULL));
  self->media_type = g_strdup (risalah_statement_get_text (row, 3, NULL));
  self->size = risalah_statement_get_int64 (row, 4);
  self->created_at = risalah_statement_get_int64 (row, 5);
  return self;
}

static GPtrArray *
read_rows (RisalahConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) originals =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_original_free);
  g_autoptr (RisalahStatement) rows = risalah_connection_query (connection, error, sql, "i", id);
  RisalahStep step;

  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    g_ptr_array_add (originals, read_row (rows));
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&originals) : NULL;
}

/**
 * risalah_originals_list:
 * @connection: a connection
 * @source: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahOriginal): the oldest first
 */
GPtrArray *
risalah_originals_list (RisalahConnection *connection, gint64 source, GError **error)
{
  return read_rows (connection,
                    "SELECT id, source, name, media_type, size, created_at FROM original"
                    " WHERE source = ? ORDER BY id",
                    source, error);
}

static GBytes *
decompress (const guint8 *data, gsize length, gsize size)
{
  gpointer bytes = g_malloc (MAX (size, 1));
  gsize written = ZSTD_decompress (bytes, size, data, length);

  if (!ZSTD_isError (written) && written == size)
    return g_bytes_new_take (bytes, size);
  g_free (bytes);
  return NULL;
}

/**
 * risalah_originals_get_bytes:
 * @connection: a connection
 * @id: an original
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): byte for byte what came in
 */
GBytes *
risalah_originals_get_bytes (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data, *stored;
  gsize length, stored_length;
  guint8 sha256[32];
  RisalahStep step;

  row = risalah_connection_query (connection, error,
                                  "SELECT data, sha256, size FROM original WHERE id = ?", "i", id);
  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return NULL;
  if (step == RISALAH_STEP_DONE)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return NULL;
    }
  data = risalah_statement_get_blob (row, 0, &length);
  bytes = decompress (data, length, (gsize)risalah_statement_get_int64 (row, 2));
  if (bytes != NULL)
    {
      risalah_originals_hash (bytes, sha256);
      stored = risalah_statement_get_blob (row, 1, &stored_length);
      if (stored_length == sizeof sha256 && memcmp (stored, sha256, sizeof sha256) == 0)
        return g_steal_pointer (&bytes);
    }
  g_set_error_literal (
      error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
      _ ("The stored original is damaged: its bytes no longer have the SHA-256 that "
         "was kept. It was left as it is; a backup can be restored."));
  return NULL;
}
