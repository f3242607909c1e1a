/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index: FTS5 over the current text of every source that is not deleted, without its
 * dropped blocks. Its settings are those that were fastest in trials with 100,000 articles;
 * tests/benchmarks/benchmark-library.c measures them.
 *
 * setting "index" is the fingerprint of the words in it, "index-filled" the last source that a
 * rebuild has reached, absent where it is whole. */

#include "risalah-index-private.h"

#include "risalah-blocks-private.h"

#define MERGE_PAGES 64

static const char create_sql[] =
    "CREATE VIEW source_words AS SELECT s.id AS id, coalesce (s.title, '') AS title,"
    " risalah_kept (t.text, t.blocks) AS body FROM source s"
    " JOIN source_text t ON t.id = s.current_text WHERE s.deleted_at IS NULL;"
    "CREATE VIRTUAL TABLE source_fts USING fts5 (title, body, content = 'source_words',"
    " content_rowid = 'id', tokenize = 'risalah', detail = full, prefix = '2 3');"
    "INSERT INTO source_fts (source_fts, rank) VALUES ('hashsize', 32000000), ('automerge', 8),"
    " ('crisismerge', 64);";

/* SQL function risalah_kept (text, blocks). */
static void
kept_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const guint8 *blocks = sqlite3_value_blob (values[1]);
  gsize length = sqlite3_value_bytes (values[1]);
  const char *text;

  if (!risalah_blocks_any_dropped (blocks, length))
    {
      sqlite3_result_value (context, values[0]);
      return;
    }
  text = (const char *)sqlite3_value_text (values[0]);
  if (text != NULL)
    {
      GString *kept = risalah_blocks_keep (text, sqlite3_value_bytes (values[0]), blocks, length);
      gsize kept_length = kept->len;

      sqlite3_result_text64 (context, g_string_free (kept, FALSE), kept_length, g_free,
                             SQLITE_UTF8);
    }
}

/**
 * risalah_index_register:
 * @connection: a connection
 * @error: return location for an error
 *
 * Makes the SQL function of the index's view known to the connection.
 *
 * Returns: whether it is
 */
gboolean
risalah_index_register (RisalahConnection *connection, GError **error)
{
  int code = sqlite3_create_function_v2 (connection->handle, "risalah_kept", 2,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                         NULL, kept_cb, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    risalah_connection_set_error (connection, code, error);
  return code == SQLITE_OK;
}

static gboolean
store_setting (RisalahConnection *connection, const char *name, const char *value, GError **error)
{
  return risalah_connection_run (connection, error,
                                 "INSERT INTO setting VALUES (?, ?)"
                                 " ON CONFLICT DO UPDATE SET value = excluded.value",
                                 "tt", name, value);
}

static char *
get_fingerprint (RisalahConnection *connection, GError **error)
{
  RisalahStemmer *stemmer = risalah_connection_get_stemmer (connection, error);

  return stemmer != NULL ? risalah_stemmer_get_fingerprint (stemmer) : NULL;
}

/**
 * risalah_index_create:
 * @connection: a connection in the first migration
 * @error: return location for an error
 *
 * Returns: whether the empty index is there
 */
gboolean
risalah_index_create (RisalahConnection *connection, GError **error)
{
  g_autofree char *fingerprint = get_fingerprint (connection, error);

  return fingerprint != NULL && risalah_connection_execute (connection, create_sql, error)
         && store_setting (connection, "index", fingerprint, error);
}

/* The fingerprint of the words in the index and how far a rebuild has come, G_MAXINT64 where it is
 * whole. */
static gboolean
read_settings (RisalahConnection *connection, char **fingerprint, gint64 *filled, GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  RisalahStep step;

  *fingerprint = NULL;
  row = risalah_connection_query (connection, error,
                                  "SELECT value, (SELECT value FROM setting"
                                  "   WHERE name = 'index-filled')"
                                  " FROM setting WHERE name = 'index'",
                                  "");
  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return FALSE;
  *filled = G_MAXINT64;
  if (step == RISALAH_STEP_ROW)
    {
      *fingerprint = g_strdup (risalah_statement_get_text (row, 0, NULL));
      if (!risalah_statement_is_null (row, 1))
        *filled = risalah_statement_get_int64 (row, 1);
    }
  return TRUE;
}

/**
 * risalah_index_check:
 * @connection: a connection
 * @state: (out): whether the index has today's words, all of them
 * @error: return location for an error
 *
 * Returns: whether it could be found out
 */
gboolean
risalah_index_check (RisalahConnection *connection, RisalahIndexState *state, GError **error)
{
  g_autofree char *stored = NULL;
  gint64 filled;

  if (connection->fingerprint == NULL)
    connection->fingerprint = get_fingerprint (connection, error);
  if (connection->fingerprint == NULL || !read_settings (connection, &stored, &filled, error))
    return FALSE;
  *state = g_strcmp0 (stored, connection->fingerprint) == 0 && filled == G_MAXINT64
               ? RISALAH_INDEX_CURRENT
               : RISALAH_INDEX_OUTDATED;
  return TRUE;
}

/* Whether a source's words may be written now. Those that a rebuild has not reached come in with
 * it; an index of other words is left alone and marked, so that every program rebuilds it. */
static gboolean
may_write (RisalahConnection *connection, gint64 source, gboolean *may, GError **error)
{
  g_autofree char *stored = NULL;
  gint64 filled;

  *may = FALSE;
  if (connection->index_time != connection->time)
    {
      if (connection->fingerprint == NULL)
        connection->fingerprint = get_fingerprint (connection, error);
      if (connection->fingerprint == NULL || !read_settings (connection, &stored, &filled, error))
        return FALSE;
      if (g_strcmp0 (stored, connection->fingerprint) != 0)
        {
          if (!store_setting (connection, "index", "", error))
            return FALSE;
          filled = 0;
        }
      connection->index_filled = filled;
      connection->index_time = connection->time;
    }
  *may = source <= connection->index_filled;
  return TRUE;
}

static gboolean
write_words (RisalahConnection *connection, gint64 source, gboolean removing, GError **error)
{
  gboolean may;

  if (!may_write (connection, source, &may, error))
    return FALSE;
  if (!may)
    return TRUE;
  return risalah_connection_run (connection, error,
                                 removing
                                     ? "INSERT INTO source_fts (source_fts, rowid, title, body)"
                                       " SELECT 'delete', id, title, body FROM source_words"
                                       " WHERE id = ?"
                                     : "INSERT INTO source_fts (rowid, title, body)"
                                       " SELECT id, title, body FROM source_words WHERE id = ?",
                                 "i", source);
}

/**
 * risalah_index_remove:
 * @connection: a connection in a writing transaction
 * @source: a source whose row and text still are what they were when it was indexed
 * @error: return location for an error
 *
 * Returns: whether its words are out
 */
gboolean
risalah_index_remove (RisalahConnection *connection, gint64 source, GError **error)
{
  return write_words (connection, source, TRUE, error);
}

/**
 * risalah_index_add:
 * @connection: a connection in a writing transaction
 * @source: a source that is not in the index
 * @error: return location for an error
 *
 * Returns: whether its words are in, or will be by the rebuild that is under way
 */
gboolean
risalah_index_add (RisalahConnection *connection, gint64 source, GError **error)
{
  return write_words (connection, source, FALSE, error);
}

/**
 * risalah_index_set_bulk:
 * @connection: a connection in a writing transaction
 * @bulk: whether many sources come in now
 * @error: return location for an error
 *
 * Many at once are merged later, in slices (risalah_index_merge()).
 *
 * Returns: whether it is set
 */
gboolean
risalah_index_set_bulk (RisalahConnection *connection, gboolean bulk, GError **error)
{
  return risalah_connection_run (
      connection, error, "INSERT INTO source_fts (source_fts, rank) VALUES ('automerge', ?)", "i",
      (gint64)(bulk ? 16 : 8));
}

/**
 * risalah_index_merge:
 * @connection: a connection in a writing transaction
 * @more: (out): whether another slice may find something to do
 * @error: return location for an error
 *
 * Merges a little, so that no later insert has to merge much.
 *
 * Returns: whether it went well
 */
gboolean
risalah_index_merge (RisalahConnection *connection, gboolean *more, GError **error)
{
  int before = sqlite3_total_changes (connection->handle);

  if (!risalah_connection_run (connection, error,
                               "INSERT INTO source_fts (source_fts, rank) VALUES ('merge', ?)", "i",
                               (gint64)MERGE_PAGES))
    return FALSE;
  /* "FTS5", section 6.7: a merge that found nothing to do changes fewer than two rows. */
  *more = sqlite3_total_changes (connection->handle) - before >= 2;
  return TRUE;
}

/**
 * risalah_index_clear:
 * @connection: a connection in a writing transaction
 * @error: return location for an error
 *
 * Begins a rebuild.
 *
 * Returns: whether the index is empty
 */
gboolean
risalah_index_clear (RisalahConnection *connection, GError **error)
{
  g_autofree char *fingerprint = get_fingerprint (connection, error);

  connection->index_time = 0;
  return fingerprint != NULL
         && risalah_connection_execute (connection,
                                        "INSERT INTO source_fts (source_fts) VALUES ('delete-all')",
                                        error)
         && store_setting (connection, "index", fingerprint, error)
         && store_setting (connection, "index-filled", "0", error);
}

/**
 * risalah_index_fill:
 * @connection: a connection in a writing transaction, in a rebuild
 * @after: (inout): the last source that was filled in
 * @n_sources: how many to fill in
 * @n_done: (out): how many were
 * @error: return location for an error
 *
 * Returns: whether it went well; *@n_done is less than @n_sources at the end
 */
gboolean
risalah_index_fill (RisalahConnection *connection,
                    gint64 *after,
                    guint n_sources,
                    guint *n_done,
                    GError **error)
{
  g_autoptr (RisalahStatement) sources = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *filled = NULL;

  sources = risalah_connection_query (connection, error,
                                      "SELECT id FROM source WHERE id > ? ORDER BY id LIMIT ?",
                                      "ii", *after, (gint64)n_sources);
  if (sources == NULL || (ids = risalah_connection_read_ids (sources, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!risalah_connection_run (connection, error,
                                 "INSERT INTO source_fts (rowid, title, body)"
                                 " SELECT id, title, body FROM source_words WHERE id = ?",
                                 "i", g_array_index (ids, gint64, i)))
      return FALSE;
  *n_done = ids->len;
  if (ids->len > 0)
    *after = g_array_index (ids, gint64, ids->len - 1);
  filled = g_strdup_printf ("%" G_GINT64_FORMAT, *after);
  connection->index_time = 0;
  return store_setting (connection, "index-filled", filled, error);
}

/**
 * risalah_index_finish:
 * @connection: a connection in a writing transaction, at the end of a rebuild
 * @error: return location for an error
 *
 * Returns: whether the index counts as whole
 */
gboolean
risalah_index_finish (RisalahConnection *connection, GError **error)
{
  connection->index_time = 0;
  return risalah_connection_run (connection, error,
                                 "DELETE FROM setting WHERE name = 'index-filled'", "");
}
