/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables "shingle_band" and "reprint_split": which sources tell one story in the same words. A
 * band that two texts share proposes, the Jaccard similarity of their shingles decides. */

#include "risalah-reprints-private.h"

#include "risalah-connection-private.h"
#include "risalah-source-changes-private.h"
#include "risalah-source-texts.h"

#define MOST_CANDIDATES 12

/* The bands' upper 40 bits: 0.3 chance meetings of a band in a library of a million, which the
 * comparison turns down, for three bytes less a row. */
static gint64
band_key (guint64 band)
{
  return (gint64)(band >> 24);
}

/**
 * risalah_reprints_store:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @shingles: of its current text
 * @error: return location for an error
 *
 * Returns: whether the source can be found by its shingles
 */
gboolean
risalah_reprints_store (RisalahConnection *connection,
                        gint64 source,
                        const RisalahShingles *shingles,
                        GError **error)
{
  guint n_bands;
  const guint64 *bands = risalah_shingles_get_bands (shingles, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    if (!risalah_connection_run (connection, error,
                                 "INSERT OR IGNORE INTO shingle_band VALUES (?, ?)", "ii",
                                 band_key (bands[i]), source))
      return FALSE;
  return TRUE;
}

typedef struct
{
  gint64 source;
  guint n_bands;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->n_bands != second->n_bands)
    return first->n_bands < second->n_bands ? 1 : -1;
  return (first->source > second->source) - (first->source < second->source);
}

/* Sources that share a band, those that share the most first. */
static GArray *
find_candidates (RisalahConnection *connection,
                 const RisalahShingles *shingles,
                 gint64 except,
                 GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (RisalahStatement) rows = NULL;
  GHashTableIter iter;
  gpointer key, value;
  guint n_bands;
  const guint64 *bands = risalah_shingles_get_bands (shingles, &n_bands);

  rows = risalah_connection_prepare (connection, "SELECT source FROM shingle_band WHERE band = ?",
                                     error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < n_bands; i++)
    {
      RisalahStep step;

      risalah_statement_reset (rows);
      risalah_statement_bind_int64 (rows, 1, band_key (bands[i]));
      while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
        {
          gpointer source = GSIZE_TO_POINTER ((gsize)risalah_statement_get_int64 (rows, 0));
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, source));
          g_hash_table_insert (counts, source, GUINT_TO_POINTER (n + 1));
        }
      if (step == RISALAH_STEP_ERROR)
        return NULL;
    }
  g_hash_table_remove (counts, GSIZE_TO_POINTER ((gsize)except));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Candidate candidate = { (gint64)GPOINTER_TO_SIZE (key), GPOINTER_TO_UINT (value) };
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return g_steal_pointer (&candidates);
}

static RisalahShingles *
read_shingles (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahSourceText) text = risalah_source_texts_get_current (connection, source, error);
  g_autoptr (RisalahArticle) article = NULL;

  if (text == NULL)
    return NULL;
  article = risalah_source_text_to_article (text);
  return risalah_shingles_new_for_article (article);
}

/**
 * risalah_reprints_find:
 * @connection: a connection
 * @shingles: of a text
 * @except: the source whose text it is, or 0
 * @error: return location for an error
 *
 * Returns: the source whose text is nearest, among those that are near enough; 0 where none is, -1
 *   on an error
 */
gint64
risalah_reprints_find (RisalahConnection *connection,
                       const RisalahShingles *shingles,
                       gint64 except,
                       GError **error)
{
  g_autoptr (GArray) candidates = find_candidates (connection, shingles, except, error);
  double best = 0;
  gint64 found = 0;

  if (candidates == NULL)
    return -1;
  for (guint i = 0; i < MIN (candidates->len, MOST_CANDIDATES); i++)
    {
      gint64 source = g_array_index (candidates, Candidate, i).source, stands;
      g_autoptr (RisalahShingles) other = NULL;

      if (!risalah_connection_read_int64 (connection, &stands, error,
                                          "SELECT 1 FROM source WHERE id = ?1"
                                          " AND deleted_at IS NULL AND NOT EXISTS (SELECT 1"
                                          " FROM reprint_split WHERE source = min (?1, ?2)"
                                          " AND other = max (?1, ?2))",
                                          "ii", source, except))
        return -1;
      if (!stands)
        continue;
      other = read_shingles (connection, source, error);
      if (other == NULL)
        return -1;
      if (risalah_shingles_is_reprint (shingles, other)
          && risalah_shingles_compare (shingles, other) > best)
        {
          best = risalah_shingles_compare (shingles, other);
          found = source;
        }
    }
  return found;
}

static gboolean
read_group (RisalahConnection *connection, gint64 source, gint64 *group, GError **error)
{
  return risalah_connection_read_int64 (connection, group, error,
                                        "SELECT reprint_group FROM source WHERE id = ?", "i",
                                        source);
}

static gboolean
set_group (RisalahConnection *connection,
           gint64 source,
           gint64 group,
           gboolean by_analyst,
           GError **error)
{
  return risalah_source_changes_begin (connection, source, FALSE, error)
         && risalah_connection_run (
             connection, error,
             "UPDATE source SET reprint_group = ?,"
             " reprint_by_analyst = max (reprint_by_analyst, ?) WHERE id = ?",
             "nii", group != 0, group, (gint64)by_analyst, source);
}

/**
 * risalah_reprints_group:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @other: another
 * @by_analyst: whether the analyst says so
 * @error: return location for an error
 *
 * Makes one group of two sources and of all that are grouped with them.
 *
 * Returns: whether they are grouped
 */
gboolean
risalah_reprints_group (RisalahConnection *connection,
                        gint64 source,
                        gint64 other,
                        gboolean by_analyst,
                        GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GArray) moving = NULL;
  gint64 group, from;

  if (!read_group (connection, other, &group, error)
      || !read_group (connection, source, &from, error))
    return FALSE;
  /* A group is named after one of its members; which of them stands for nothing. */
  if (group == 0 && !set_group (connection, other, group = other, by_analyst, error))
    return FALSE;
  if (from == 0 || from == group)
    return set_group (connection, source, group, by_analyst, error);
  rows = risalah_connection_query (connection, error,
                                   "SELECT id FROM source WHERE reprint_group = ?", "i", from);
  if (rows == NULL || (moving = risalah_connection_read_ids (rows, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < moving->len; i++)
    if (!set_group (connection, g_array_index (moving, gint64, i), group, by_analyst, error))
      return FALSE;
  return TRUE;
}

/**
 * risalah_reprints_get_group:
 * @connection: a connection
 * @source: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): its group, the origin first: the
 *   earliest published, or the first that was added
 */
GArray *
risalah_reprints_get_group (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  gint64 group;

  if (!read_group (connection, source, &group, error))
    return NULL;
  rows = risalah_connection_query (connection, error,
                                   "SELECT id FROM source WHERE (reprint_group = ?1"
                                   " AND deleted_at IS NULL) OR id = ?2"
                                   " ORDER BY earliest IS NULL, earliest, id",
                                   "ii", group, source);
  return rows != NULL ? risalah_connection_read_ids (rows, error) : NULL;
}

/**
 * risalah_reprints_join:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @other: another that tells the same story
 * @error: return location for an error
 *
 * Returns: whether they are one group
 */
gboolean
risalah_reprints_join (RisalahConnection *connection, gint64 source, gint64 other, GError **error)
{
  g_return_val_if_fail (source != other, FALSE);
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  return risalah_connection_run (connection, error,
                                 "DELETE FROM reprint_split WHERE source = min (?1, ?2)"
                                 " AND other = max (?1, ?2)",
                                 "ii", source, other)
         && risalah_reprints_group (connection, source, other, TRUE, error);
}

/**
 * risalah_reprints_split:
 * @connection: a connection in a writing transaction
 * @source: a source that tells its own story
 * @error: return location for an error
 *
 * Takes it out of its group, which it does not come back to by itself.
 *
 * Returns: whether it stands alone
 */
gboolean
risalah_reprints_split (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (GArray) group = risalah_reprints_get_group (connection, source, error);
  gint64 number, n_left;

  if (group == NULL || !read_group (connection, source, &number, error))
    return FALSE;
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  for (guint i = 0; i < group->len; i++)
    {
      gint64 other = g_array_index (group, gint64, i);

      if (other != source
          && !risalah_connection_run (connection, error,
                                      "INSERT OR IGNORE INTO reprint_split"
                                      " VALUES (min (?1, ?2), max (?1, ?2))",
                                      "ii", source, other))
        return FALSE;
    }
  if (!set_group (connection, source, 0, TRUE, error)
      || !risalah_connection_read_int64 (connection, &n_left, error,
                                         "SELECT count (*) FROM source WHERE reprint_group = ?",
                                         "i", number))
    return FALSE;
  /* One alone is no group. */
  for (guint i = 0; n_left == 1 && i < group->len; i++)
    if (g_array_index (group, gint64, i) != source
        && !set_group (connection, g_array_index (group, gint64, i), 0, FALSE, error))
      return FALSE;
  return TRUE;
}
