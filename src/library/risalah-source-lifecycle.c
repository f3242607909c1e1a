/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding sources by what identifies them, and their end: soft, undone, or for ever. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-connection-private.h"
#include "risalah-originals-private.h"
#include "risalah-source-changes-private.h"
#include "risalah-sources-private.h"

static gint64
find (RisalahConnection *connection, GError **error, const char *sql, const char *text)
{
  gint64 id;

  return risalah_connection_read_int64 (connection, &id, error, sql, "t", text) ? id : -1;
}

/**
 * risalah_sources_find_uid:
 * @connection: a connection
 * @uid: a UUID
 * @error: return location for an error
 *
 * Returns: the source, a deleted one too; 0 where there is none, -1 on an error
 */
gint64
risalah_sources_find_uid (RisalahConnection *connection, const char *uid, GError **error)
{
  return find (connection, error, "SELECT id FROM source WHERE uid = ?", uid);
}

/**
 * risalah_sources_find_original:
 * @connection: a connection
 * @sha256: of the bytes
 * @error: return location for an error
 *
 * Returns: the source that was read from the same bytes, a deleted one too; 0 where there is none,
 *   -1 on an error
 */
gint64
risalah_sources_find_original (RisalahConnection *connection,
                               const guint8 sha256[32],
                               GError **error)
{
  gint64 id;

  return risalah_connection_read_int64 (connection, &id, error,
                                        "SELECT source FROM original WHERE sha256_key = ?"
                                        " AND sha256 = ?",
                                        "ib", risalah_originals_key (sha256), (gconstpointer)sha256,
                                        (gsize)32)
             ? id
             : -1;
}

/**
 * risalah_sources_find_url:
 * @connection: a connection
 * @url: an address
 * @error: return location for an error
 *
 * Returns: the source that came from the same address, not a deleted one; 0 where there is none or
 *   the address names no article, -1 on an error
 */
gint64
risalah_sources_find_url (RisalahConnection *connection, const char *url, GError **error)
{
  g_autofree char *canonical = risalah_source_canonical_url (url);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  if (canonical == NULL)
    return 0;
  rows = risalah_connection_query (connection, error,
                                   "SELECT id, url FROM source WHERE url_key = ?"
                                   " AND deleted_at IS NULL ORDER BY id",
                                   "i", risalah_source_key_of_url (url));
  if (rows == NULL)
    return -1;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      g_autofree char *other =
          risalah_source_canonical_url (risalah_statement_get_text (rows, 1, NULL));

      if (g_strcmp0 (canonical, other) == 0)
        return risalah_statement_get_int64 (rows, 0);
    }
  return step == RISALAH_STEP_DONE ? 0 : -1;
}

/**
 * risalah_sources_count:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: how many sources stand, -1 on an error
 */
gint64
risalah_sources_count (RisalahConnection *connection, GError **error)
{
  gint64 n;

  /* The counts of one field that every source has. */
  return risalah_connection_read_int64 (connection, &n, error,
                                        "SELECT sum (n) FROM facet_count WHERE field = ?", "i",
                                        (gint64)RISALAH_FIELD_TYPE)
             ? n
             : -1;
}

/**
 * risalah_sources_delete:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @error: return location for an error
 *
 * Returns: whether it is out of every list and search
 */
gboolean
risalah_sources_delete (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  return risalah_source_changes_begin (connection, id, TRUE, error)
         && risalah_connection_change_one (connection, error,
                                           "UPDATE source SET deleted_at = ? WHERE id = ?"
                                           " AND deleted_at IS NULL",
                                           "ii", risalah_connection_get_time (connection), id);
}

/**
 * risalah_sources_restore:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @error: return location for an error
 *
 * Returns: whether it is back
 */
gboolean
risalah_sources_restore (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  return risalah_source_changes_begin (connection, id, TRUE, error)
         && risalah_connection_change_one (connection, error,
                                           "UPDATE source SET deleted_at = NULL WHERE id = ?"
                                           " AND deleted_at IS NOT NULL",
                                           "i", id);
}

/* What hangs on a source, the leaves first. An event that loses its last evidence goes with it,
 * unless the analyst accepted it. */
static const char *const purge_sql[] = {
  "DELETE FROM evidence WHERE source_text IN (SELECT id FROM source_text WHERE source = ?)",
  "DELETE FROM quotation WHERE source_text IN (SELECT id FROM source_text WHERE source = ?)",
  "DELETE FROM mention WHERE source_text IN (SELECT id FROM source_text WHERE source = ?)",
  "DELETE FROM shingle_band WHERE source = ?",
  "UPDATE source SET current_text = NULL WHERE id = ?",
  "DELETE FROM source_text WHERE source = ?",
  "DELETE FROM original WHERE source = ?",
  "DELETE FROM source WHERE id = ?",
};

/**
 * risalah_sources_purge:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @error: return location for an error
 *
 * Returns: whether it is gone for ever
 */
gboolean
risalah_sources_purge (RisalahConnection *connection, gint64 id, GError **error)
{
  gint64 n_uses;

  if (!risalah_connection_read_int64 (connection, &n_uses, error,
                                      "SELECT count (*) FROM brief_quotation b JOIN source s"
                                      " ON s.uid = b.source_uid WHERE s.id = ?",
                                      "i", id))
    return FALSE;
  if (n_uses > 0)
    {
      g_set_error_literal (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("A brief quotes or cites this source. It was kept; take it out of the "
             "brief first."));
      return FALSE;
    }
  if (!risalah_source_changes_begin (connection, id, TRUE, error))
    return FALSE;
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  for (guint i = 0; i < G_N_ELEMENTS (purge_sql); i++)
    if (!risalah_connection_run (connection, error, purge_sql[i], "i", id))
      return FALSE;
  risalah_source_changes_purge (connection, id);
  return risalah_connection_run (connection, error,
                                 "UPDATE event SET deleted_at = ? WHERE deleted_at IS NULL"
                                 " AND review = 'suggested'"
                                 " AND id NOT IN (SELECT event FROM evidence)",
                                 "i", risalah_connection_get_time (connection))
         && risalah_connection_run (connection, error,
                                    "INSERT INTO setting VALUES ('purged', '1')"
                                    " ON CONFLICT DO UPDATE SET value = value + 1",
                                    "");
}
