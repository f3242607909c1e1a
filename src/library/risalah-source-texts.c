/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "source_text": insert-only, but for the flags of blocks. */

#include "risalah-source-texts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-blocks-private.h"
#include "risalah-connection-private.h"
#include "risalah-offsets.h"
#include "risalah-reprints-private.h"
#include "risalah-source-changes-private.h"
#include "risalah-sources-private.h"

G_DEFINE_BOXED_TYPE (RisalahSourceText,
                     risalah_source_text,
                     risalah_source_text_ref,
                     risalah_source_text_unref)

#define COLUMNS "id, uid, source, original, reader, n_characters, sha256, blocks, created_at, text"

enum
{
  COLUMN_ID,
  COLUMN_UID,
  COLUMN_SOURCE,
  COLUMN_ORIGINAL,
  COLUMN_READER,
  COLUMN_N_CHARACTERS,
  COLUMN_SHA256,
  COLUMN_BLOCKS,
  COLUMN_CREATED_AT,
  COLUMN_TEXT,
};

/**
 * risalah_source_text_ref:
 * @self: a record
 *
 * Returns: (transfer full): @self
 */
RisalahSourceText *
risalah_source_text_ref (RisalahSourceText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
source_text_clear (gpointer data)
{
  RisalahSourceText *self = data;

  g_free (self->uid);
  g_free (self->reader);
  g_free (self->text);
  g_free (self->blocks);
}

/**
 * risalah_source_text_unref:
 * @self: (transfer full): a record
 */
void
risalah_source_text_unref (RisalahSourceText *self)
{
  g_atomic_rc_box_release_full (self, source_text_clear);
}

/**
 * risalah_source_text_to_article:
 * @self: a record
 *
 * Returns: (transfer full): an article with its text and blocks, offsets in bytes, of which nothing
 *   else is known
 */
RisalahArticle *
risalah_source_text_to_article (RisalahSourceText *self)
{
  g_autoptr (RisalahOffsets) offsets = risalah_offsets_new (self->text, self->length);
  GArray *blocks = g_array_sized_new (FALSE, FALSE, sizeof (RisalahBlock), self->n_blocks);

  for (guint i = 0; i < self->n_blocks; i++)
    {
      RisalahBlock block = self->blocks[i];

      block.start = risalah_offsets_to_bytes (offsets, (gint64)self->blocks[i].start);
      block.end = risalah_offsets_to_bytes (offsets, (gint64)self->blocks[i].end);
      g_array_append_val (blocks, block);
    }
  return risalah_article_new (g_strndup (self->text, self->length), blocks);
}

static void
hash_text (const char *text, gsize length, guint8 sha256[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize digest_length = 32;

  g_checksum_update (checksum, (const guchar *)text, (gssize)length);
  g_checksum_get_digest (checksum, sha256, &digest_length);
}

static RisalahSourceText *
damaged (GError **error)
{
  g_set_error_literal (
      error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
      _ ("The stored text is damaged: its words no longer have the SHA-256 that was "
         "kept. It was left as it is; a backup can be restored."));
  return NULL;
}

static RisalahSourceText *
read_row (RisalahStatement *row, GError **error)
{
  g_autoptr (RisalahSourceText) self = g_atomic_rc_box_new0 (RisalahSourceText);
  const guint8 *stored, *blocks;
  gsize stored_length, blocks_length;
  guint8 sha256[32];
  const char *text;

  text = risalah_statement_get_text (row, COLUMN_TEXT, &self->length);
  hash_text (text, self->length, sha256);
  stored = risalah_statement_get_blob (row, COLUMN_SHA256, &stored_length);
  if (stored_length != sizeof sha256 || memcmp (stored, sha256, sizeof sha256) != 0)
    return damaged (error);
  blocks = risalah_statement_get_blob (row, COLUMN_BLOCKS, &blocks_length);
  self->blocks = risalah_blocks_unpack (blocks, blocks_length, &self->n_blocks);
  self->n_characters = risalah_statement_get_int64 (row, COLUMN_N_CHARACTERS);
  if (self->blocks == NULL
      || (self->n_blocks > 0 && (gint64)self->blocks[self->n_blocks - 1].end > self->n_characters))
    return damaged (error);
  self->text = g_strndup (text, self->length);
  self->id = risalah_statement_get_int64 (row, COLUMN_ID);
  self->uid = g_strdup (risalah_statement_get_text (row, COLUMN_UID, NULL));
  self->source = risalah_statement_get_int64 (row, COLUMN_SOURCE);
  self->original = risalah_statement_get_int64 (row, COLUMN_ORIGINAL);
  self->reader = g_strdup (risalah_statement_get_text (row, COLUMN_READER, NULL));
  self->created_at = risalah_statement_get_int64 (row, COLUMN_CREATED_AT);
  return g_steal_pointer (&self);
}

static RisalahSourceText *
read_one (RisalahConnection *connection, RisalahStatement *row, GError **error)
{
  RisalahStep step;

  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return NULL;
  if (step == RISALAH_STEP_ROW)
    return read_row (row, error);
  risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  return NULL;
}

/**
 * risalah_source_texts_get:
 * @connection: a connection
 * @id: a text
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its record
 */
RisalahSourceText *
risalah_source_texts_get (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error,
                                "SELECT " COLUMNS " FROM source_text WHERE id = ?", "i", id);
  return read_one (connection, row, error);
}

/**
 * risalah_source_texts_get_current:
 * @connection: a connection
 * @source: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the text that is shown, searched and quoted
 */
RisalahSourceText *
risalah_source_texts_get_current (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error,
                                "SELECT " COLUMNS " FROM source_text WHERE id ="
                                " (SELECT current_text FROM source WHERE id = ?)",
                                "i", source);
  return read_one (connection, row, error);
}

/**
 * risalah_source_texts_get_by_uid:
 * @connection: a connection
 * @uid: its UUID
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its record
 */
RisalahSourceText *
risalah_source_texts_get_by_uid (RisalahConnection *connection, const char *uid, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error,
                                "SELECT " COLUMNS " FROM source_text WHERE uid = ?", "t", uid);
  return read_one (connection, row, error);
}

/**
 * risalah_source_texts_list:
 * @connection: a connection
 * @source: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): its texts, the oldest first
 */
GArray *
risalah_source_texts_list (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahStatement) rows =
      risalah_connection_query (connection, error,
                                "SELECT id FROM source_text WHERE source = ? ORDER BY id", "i",
                                source);
  return rows != NULL ? risalah_connection_read_ids (rows, error) : NULL;
}

/**
 * risalah_source_texts_add:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @original: what it was read from, 0 for nothing that is kept
 * @article: text and blocks
 * @reader: name and version of what read it
 * @error: return location for an error
 *
 * Adds a text and makes it current. What was quoted from another stays there.
 *
 * Returns: its id, 0 on an error
 */
gint64
risalah_source_texts_add (RisalahConnection *connection,
                          gint64 source,
                          gint64 original,
                          const RisalahArticle *article,
                          const char *reader,
                          GError **error)
{
  g_autofree char *uid = risalah_uid_new ();
  g_autoptr (GByteArray) packed = NULL;
  const RisalahBlock *blocks;
  const char *text;
  guint8 sha256[32];
  guint n_blocks;
  gsize length;
  gint64 id;

  text = risalah_article_get_text (article, &length);
  blocks = risalah_article_get_blocks (article, &n_blocks);
  packed = risalah_blocks_pack (text, length, blocks, n_blocks);
  hash_text (text, length, sha256);
  if (!risalah_connection_run (connection, error,
                               "INSERT INTO source_text (uid, source, original, reader,"
                               " n_characters, sha256, blocks, created_at, text)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               "tintibbit", uid, source, original != 0, original, reader,
                               (gint64)g_utf8_strlen (text, (gssize)length), (gconstpointer)sha256,
                               sizeof sha256, (gconstpointer)packed->data, (gsize)packed->len,
                               risalah_connection_get_time (connection), text))
    return 0;
  id = risalah_connection_get_last_id (connection);
  return risalah_source_texts_make_current (connection, source, id, article, error) ? id : 0;
}

/**
 * risalah_source_texts_make_current:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @text: one of its texts
 * @article: that text as an article
 * @error: return location for an error
 *
 * Brings the source's row, index and shingles in line with the text.
 *
 * Returns: whether it is current
 */
gboolean
risalah_source_texts_make_current (RisalahConnection *connection,
                                   gint64 source,
                                   gint64 text,
                                   const RisalahArticle *article,
                                   GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  const RisalahBlock *blocks;
  const char *words;
  guint n_blocks;
  gsize length;

  if (!risalah_source_changes_begin (connection, source, TRUE, error))
    return FALSE;
  row = risalah_connection_query (connection, error, "SELECT title, label FROM source WHERE id = ?",
                                  "i", source);
  if (row == NULL || risalah_statement_step (row, error) == RISALAH_STEP_ERROR)
    return FALSE;
  words = risalah_article_get_text (article, &length);
  blocks = risalah_article_get_blocks (article, &n_blocks);
  title = g_strdup (risalah_statement_get_text (row, 0, NULL));
  label = risalah_source_make_label (title, words, blocks, n_blocks);
  /* A text without a word of its own is listed by what the file is called. */
  if (*label == '\0')
    {
      g_free (label);
      label = g_strdup (risalah_statement_get_text (row, 1, NULL));
    }
  return risalah_sources_set_words (connection, source, text,
                                    risalah_source_count_words (words, length), label, error);
}

/**
 * risalah_source_texts_set_dropped:
 * @connection: a connection in a writing transaction
 * @id: a text
 * @block: which of its blocks, from 0
 * @dropped: whether it is boilerplate
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_source_texts_set_dropped (RisalahConnection *connection,
                                  gint64 id,
                                  guint block,
                                  gboolean dropped,
                                  GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autoptr (GByteArray) changed = NULL;
  const guint8 *blocks;
  gint64 source;
  gsize length;
  RisalahStep step;

  row = risalah_connection_query (connection, error,
                                  "SELECT source, blocks FROM source_text WHERE id = ?", "i", id);
  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return FALSE;
  if (step == RISALAH_STEP_ROW)
    {
      source = risalah_statement_get_int64 (row, 0);
      blocks = risalah_statement_get_blob (row, 1, &length);
      changed = risalah_blocks_set_dropped (blocks, length, block, dropped);
    }
  if (changed == NULL)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return FALSE;
    }
  return risalah_source_changes_begin (connection, source, TRUE, error)
         && risalah_connection_run (connection, error,
                                    "UPDATE source_text SET blocks = ? WHERE id = ?", "bi",
                                    (gconstpointer)changed->data, (gsize)changed->len, id);
}
