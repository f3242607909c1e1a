/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction does to sources is collected here: before the first change of one its old
 * values are taken out of the counts, and its old words out of the index; before the commit the new
 * ones go in, each source once, in the order of their ids. */

#include "risalah-source-changes-private.h"

#include <string.h>

#include "risalah-facets-private.h"
#include "risalah-index-private.h"

typedef enum
{
  CHANGE_ROW = 1 << 0,
  CHANGE_WORDS = 1 << 1,
  CHANGE_INSERTED = 1 << 2,
  CHANGE_PURGED = 1 << 3,
} Change;

struct _RisalahSourceChanges
{
  GHashTable *changes; /* source id → Change */
  GHashTable *counts;  /* "<field letter><value>" → difference */
  gboolean fewer;      /* some count went down */
};

static RisalahSourceChanges *
get_changes (RisalahConnection *connection)
{
  RisalahSourceChanges *self = connection->source_changes;

  if (self == NULL)
    {
      self = connection->source_changes = g_new0 (RisalahSourceChanges, 1);
      self->changes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  return self;
}

static void
set_change (RisalahSourceChanges *self, gint64 source, guint change)
{
  g_hash_table_insert (self->changes, g_memdup2 (&source, sizeof source),
                       GUINT_TO_POINTER (change));
}

typedef struct
{
  RisalahSourceChanges *self;
  int difference;
} Counting;

static void
count_cb (RisalahField field, const char *value, gpointer data)
{
  Counting *counting = data;
  char letter[2] = { (char)('A' + field), '\0' };
  g_autofree char *key = g_strconcat (letter, value, NULL);
  int now = GPOINTER_TO_INT (g_hash_table_lookup (counting->self->counts, key));

  g_hash_table_insert (counting->self->counts, g_steal_pointer (&key),
                       GINT_TO_POINTER (now + counting->difference));
}

/* Adds a source's values to the counts, or takes them away; a deleted source has none. */
static gboolean
count_source (RisalahConnection *connection, gint64 source, int difference, GError **error)
{
  Counting counting = { connection->source_changes, difference };
  g_autoptr (RisalahStatement) row = NULL;
  RisalahStep step;

  row = risalah_connection_query (connection, error,
                                  "SELECT " RISALAH_FACET_COLUMNS " FROM " RISALAH_FACET_TABLES
                                  " WHERE s.id = ? AND s.deleted_at IS NULL",
                                  "i", source);
  if (row == NULL)
    return FALSE;
  step = risalah_statement_step (row, error);
  if (step != RISALAH_STEP_ROW)
    return step == RISALAH_STEP_DONE;
  if (difference < 0)
    counting.self->fewer = TRUE;
  risalah_facets_for_each (row, count_cb, &counting);
  return risalah_facets_for_each_shelf (connection, source, count_cb, &counting, error);
}

/**
 * risalah_source_changes_begin:
 * @connection: a connection in a writing transaction
 * @source: a source that is about to change
 * @words: whether its title, text or deletion changes
 * @error: return location for an error
 *
 * Returns: whether the change may go on
 */
gboolean
risalah_source_changes_begin (RisalahConnection *connection,
                              gint64 source,
                              gboolean words,
                              GError **error)
{
  RisalahSourceChanges *self = get_changes (connection);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->changes, &source));
  guint after = before | CHANGE_ROW | (words ? CHANGE_WORDS : 0);

  risalah_connection_touch (connection, RISALAH_FAMILY_SOURCES);
  if (after == before || (before & CHANGE_INSERTED) != 0)
    return TRUE;
  if ((before & CHANGE_ROW) == 0 && !count_source (connection, source, -1, error))
    return FALSE;
  if (words && (before & CHANGE_WORDS) == 0 && !risalah_index_remove (connection, source, error))
    return FALSE;
  set_change (self, source, after);
  return TRUE;
}

/**
 * risalah_source_changes_begin_all:
 * @connection: a connection in a writing transaction
 * @sql: a query for the sources that are about to change, with one parameter
 * @id: the parameter
 * @error: return location for an error
 *
 * Does for each of them what risalah_source_changes_begin() does; their words stay.
 *
 * Returns: whether the change may go on
 */
gboolean
risalah_source_changes_begin_all (RisalahConnection *connection,
                                  const char *sql,
                                  gint64 id,
                                  GError **error)
{
  g_autoptr (RisalahStatement) rows = risalah_connection_query (connection, error, sql, "i", id);
  g_autoptr (GArray) sources = NULL;

  if (rows == NULL || (sources = risalah_connection_read_ids (rows, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!risalah_source_changes_begin (connection, g_array_index (sources, gint64, i), FALSE,
                                       error))
      return FALSE;
  return TRUE;
}

/**
 * risalah_source_changes_insert:
 * @connection: a connection in a writing transaction
 * @source: a source that was just inserted
 */
void
risalah_source_changes_insert (RisalahConnection *connection, gint64 source)
{
  set_change (get_changes (connection), source, CHANGE_ROW | CHANGE_WORDS | CHANGE_INSERTED);
  risalah_connection_touch (connection, RISALAH_FAMILY_SOURCES);
}

/**
 * risalah_source_changes_purge:
 * @connection: a connection in a writing transaction
 * @source: a source whose row goes
 */
void
risalah_source_changes_purge (RisalahConnection *connection, gint64 source)
{
  set_change (get_changes (connection), source, CHANGE_PURGED);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
  return (first > second) - (first < second);
}

static gboolean
flush_source (RisalahConnection *connection, gint64 source, guint change, GError **error)
{
  gint64 serial;

  if ((change & CHANGE_PURGED) != 0)
    return TRUE;
  if ((change & CHANGE_INSERTED) == 0
      && (!risalah_source_changes_get_serial (connection, &serial, error)
          || !risalah_connection_run (connection, error,
                                      "UPDATE source SET modified_at = ?, changed = ? WHERE id = ?",
                                      "iii", risalah_connection_get_time (connection), serial,
                                      source)))
    return FALSE;
  return count_source (connection, source, 1, error)
         && ((change & CHANGE_WORDS) == 0 || risalah_index_add (connection, source, error));
}

static gboolean
flush_counts (RisalahConnection *connection, RisalahSourceChanges *self, GError **error)
{
  GHashTableIter iter;
  gpointer key, difference;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &key, &difference))
    if (GPOINTER_TO_INT (difference) != 0
        && !risalah_connection_run (connection, error,
                                    "INSERT INTO facet_count VALUES (?, ?, ?)"
                                    " ON CONFLICT DO UPDATE SET n = n + excluded.n",
                                    "iti", (gint64)(((const char *)key)[0] - 'A'),
                                    (const char *)key + 1, (gint64)GPOINTER_TO_INT (difference)))
      return FALSE;
  return !self->fewer
         || risalah_connection_run (connection, error, "DELETE FROM facet_count WHERE n <= 0", "");
}

/**
 * risalah_source_changes_flush:
 * @connection: a connection before its commit
 * @error: return location for an error
 *
 * Returns: whether counts and index are in line again
 */
gboolean
risalah_source_changes_flush (RisalahConnection *connection, GError **error)
{
  RisalahSourceChanges *self = connection->source_changes;
  g_autofree gint64 **ids = NULL;
  guint n_ids;

  ids = (gint64 **)g_hash_table_get_keys_as_array (self->changes, &n_ids);
  if (n_ids == 0)
    return TRUE;
  {
    g_autofree gint64 *sorted = g_new (gint64, n_ids);

    for (guint i = 0; i < n_ids; i++)
      sorted[i] = *ids[i];
    qsort (sorted, n_ids, sizeof *sorted, compare_ids);
    for (guint i = 0; i < n_ids; i++)
      if (!flush_source (connection, sorted[i],
                         GPOINTER_TO_UINT (g_hash_table_lookup (self->changes, &sorted[i])), error))
        return FALSE;
  }
  if (!flush_counts (connection, self, error))
    return FALSE;
  risalah_source_changes_forget (self);
  return TRUE;
}

/**
 * risalah_source_changes_forget:
 * @self: the changes of a transaction that was rolled back
 */
void
risalah_source_changes_forget (RisalahSourceChanges *self)
{
  g_hash_table_remove_all (self->changes);
  g_hash_table_remove_all (self->counts);
  self->fewer = FALSE;
}

/**
 * risalah_source_changes_free:
 * @self: (transfer full): changes
 */
void
risalah_source_changes_free (RisalahSourceChanges *self)
{
  g_hash_table_unref (self->changes);
  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * risalah_source_changes_get_serial:
 * @connection: a connection in a writing transaction
 * @serial: (out): a number that no committed source has yet
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
risalah_source_changes_get_serial (RisalahConnection *connection, gint64 *serial, GError **error)
{
  if (connection->source_serial == 0
      && !risalah_connection_read_int64 (connection, &connection->source_serial, error,
                                         "SELECT serial + 1 FROM change WHERE family = 'sources'",
                                         ""))
    return FALSE;
  *serial = connection->source_serial;
  return TRUE;
}
