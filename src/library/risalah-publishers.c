/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "publisher". */

#include "risalah-publishers.h"

#include "risalah-connection-private.h"
#include "risalah-source-changes-private.h"
#include "risalah-sources-private.h"
#include "risalah-words.h"

/**
 * risalah_publisher_free:
 * @self: (transfer full) (nullable): a record
 */
void
risalah_publisher_free (RisalahPublisher *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/**
 * risalah_fold_name:
 * @name: a name
 *
 * Returns: (transfer full): what is the same for all ways of writing it: its folded words; the name
 *   itself where it has none
 */
char *
risalah_fold_name (const char *name)
{
  g_autofree char *folded = risalah_words_fold (name, -1);

  return g_strdup (folded != NULL && *folded != '\0' ? folded : name);
}

/**
 * risalah_publishers_take:
 * @connection: a connection in a writing transaction
 * @name: a publisher's name
 * @error: return location for an error
 *
 * Returns: its number, given one where it is new; 0 on an error
 */
gint64
risalah_publishers_take (RisalahConnection *connection, const char *name, GError **error)
{
  g_autofree char *folded = risalah_fold_name (name);
  gint64 id;

  if (!risalah_connection_read_int64 (connection, &id, error,
                                      "SELECT id FROM publisher WHERE folded = ?", "t", folded))
    return 0;
  if (id != 0)
    return id;
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_connection_run (connection, error,
                                 "INSERT INTO publisher (name, folded) VALUES (?, ?)", "tt", name,
                                 folded)
             ? risalah_connection_get_last_id (connection)
             : 0;
}

/**
 * risalah_publishers_list:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahPublisher): by name
 */
GPtrArray *
risalah_publishers_list (RisalahConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) publishers =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_publisher_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT p.id, p.name, p.reliability,"
                                   " (SELECT count (*) FROM source s WHERE s.publisher = p.id"
                                   "   AND s.deleted_at IS NULL)"
                                   " FROM publisher p ORDER BY p.folded",
                                   "");
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      RisalahPublisher *publisher = g_new0 (RisalahPublisher, 1);
      const char *reliability = risalah_statement_get_text (rows, 2, NULL);

      publisher->id = risalah_statement_get_int64 (rows, 0);
      publisher->name = g_strdup (risalah_statement_get_text (rows, 1, NULL));
      publisher->reliability = reliability != NULL ? *reliability : 0;
      publisher->n_sources = (guint)risalah_statement_get_int64 (rows, 3);
      g_ptr_array_add (publishers, publisher);
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&publishers) : NULL;
}

/**
 * risalah_publishers_set_reliability:
 * @connection: a connection in a writing transaction
 * @id: a publisher
 * @reliability: 'A' to 'F', 0 for not yet graded
 * @error: return location for an error
 *
 * Sets what counts for its sources that are not graded themselves.
 *
 * Returns: whether it is set
 */
gboolean
risalah_publishers_set_reliability (RisalahConnection *connection,
                                    gint64 id,
                                    char reliability,
                                    GError **error)
{
  char grade[2] = { reliability, '\0' };
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GArray) sources = NULL;

  g_return_val_if_fail (reliability == 0 || (reliability >= 'A' && reliability <= 'F'), FALSE);

  rows = risalah_connection_query (connection, error,
                                   "SELECT id FROM source WHERE publisher = ?"
                                   " AND reliability IS NULL",
                                   "i", id);
  if (rows == NULL || (sources = risalah_connection_read_ids (rows, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!risalah_source_changes_begin (connection, g_array_index (sources, gint64, i), FALSE,
                                       error))
      return FALSE;
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE publisher SET reliability = ? WHERE id = ?", "ti",
                                        reliability != 0 ? grade : NULL, id);
}
