/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables "tag" and "source_tag". */

#include "risalah-tags.h"

#include "risalah-connection-private.h"
#include "risalah-source-changes-private.h"
#include "risalah-sources-private.h"

static gboolean
find_tag (RisalahConnection *connection, const char *tag, gint64 *id, GError **error)
{
  g_autofree char *folded = risalah_fold_name (tag);

  return risalah_connection_read_int64 (connection, id, error,
                                        "SELECT id FROM tag WHERE folded = ?", "t", folded);
}

static gboolean
take_tag (RisalahConnection *connection, const char *tag, gint64 *id, GError **error)
{
  g_autofree char *folded = risalah_fold_name (tag);

  if (!find_tag (connection, tag, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!risalah_connection_run (connection, error, "INSERT INTO tag (name, folded) VALUES (?, ?)",
                               "tt", tag, folded))
    return FALSE;
  *id = risalah_connection_get_last_id (connection);
  return TRUE;
}

/**
 * risalah_tags_add:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @tag: a tag, not empty
 * @error: return location for an error
 *
 * Returns: whether the source has it
 */
gboolean
risalah_tags_add (RisalahConnection *connection, gint64 source, const char *tag, GError **error)
{
  gint64 id;

  g_return_val_if_fail (tag != NULL && *tag != '\0', FALSE);
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_source_changes_begin (connection, source, FALSE, error)
         && take_tag (connection, tag, &id, error)
         && risalah_connection_run (connection, error,
                                    "INSERT OR IGNORE INTO source_tag VALUES (?, ?)", "ii", source,
                                    id);
}

/**
 * risalah_tags_remove:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @tag: one of its tags
 * @error: return location for an error
 *
 * Takes it away; a tag that no source has is gone.
 *
 * Returns: whether the source is without it
 */
gboolean
risalah_tags_remove (RisalahConnection *connection, gint64 source, const char *tag, GError **error)
{
  gint64 id;

  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_source_changes_begin (connection, source, FALSE, error)
         && find_tag (connection, tag, &id, error)
         && risalah_connection_change_one (connection, error,
                                           "DELETE FROM source_tag WHERE source = ? AND tag = ?",
                                           "ii", source, id)
         && risalah_connection_run (connection, error,
                                    "DELETE FROM tag WHERE id = ?1 AND NOT EXISTS"
                                    " (SELECT 1 FROM source_tag WHERE tag = ?1)",
                                    "i", id);
}

static gboolean
begin_sources_of (RisalahConnection *connection, gint64 tag, GError **error)
{
  return risalah_source_changes_begin_all (connection,
                                           "SELECT source FROM source_tag WHERE tag = ?", tag,
                                           error);
}

/**
 * risalah_tags_rename:
 * @connection: a connection in a writing transaction
 * @tag: a tag
 * @new_name: what it becomes; where that is another tag the two become one
 * @error: return location for an error
 *
 * Returns: whether it is renamed
 */
gboolean
risalah_tags_rename (RisalahConnection *connection,
                     const char *tag,
                     const char *new_name,
                     GError **error)
{
  g_autofree char *folded = NULL;
  gint64 id, other;

  g_return_val_if_fail (tag != NULL && new_name != NULL && *new_name != '\0', FALSE);

  if (!find_tag (connection, tag, &id, error) || !find_tag (connection, new_name, &other, error)
      || !begin_sources_of (connection, id, error))
    return FALSE;
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  folded = risalah_fold_name (new_name);
  if (other == 0 || other == id)
    return risalah_connection_change_one (connection, error,
                                          "UPDATE tag SET name = ?, folded = ? WHERE id = ?", "tti",
                                          new_name, folded, id);
  return risalah_connection_run (connection, error,
                                 "INSERT OR IGNORE INTO source_tag"
                                 " SELECT source, ? FROM source_tag WHERE tag = ?",
                                 "ii", other, id)
         && risalah_connection_change_one (connection, error, "DELETE FROM tag WHERE id = ?", "i",
                                           id);
}

/**
 * risalah_tags_list:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): all tags in use, in order
 */
char **
risalah_tags_list (RisalahConnection *connection, GError **error)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error, "SELECT name FROM tag ORDER BY folded", "");
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    g_strv_builder_add (tags, risalah_statement_get_text (rows, 0, NULL));
  return step == RISALAH_STEP_DONE ? g_strv_builder_end (tags) : NULL;
}
