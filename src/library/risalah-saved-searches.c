/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "saved_search". */

#include "risalah-saved-searches.h"

#include "risalah-connection-private.h"
#include "risalah-sources-private.h"

/**
 * risalah_saved_search_free:
 * @self: (transfer full) (nullable): a record
 */
void
risalah_saved_search_free (RisalahSavedSearch *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->query);
  g_free (self);
}

/**
 * risalah_saved_searches_add:
 * @connection: a connection in a writing transaction
 * @name: its name; one of that name is replaced
 * @query: what is searched
 * @error: return location for an error
 *
 * Returns: its id, 0 on an error
 */
gint64
risalah_saved_searches_add (RisalahConnection *connection,
                            const char *name,
                            const char *query,
                            GError **error)
{
  g_autofree char *folded = NULL;
  gint64 id;

  g_return_val_if_fail (name != NULL && *name != '\0' && query != NULL, 0);
  folded = risalah_fold_name (name);
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_connection_run (connection, error,
                                 "INSERT INTO saved_search (name, folded, query, created_at)"
                                 " VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                                 " SET name = excluded.name, query = excluded.query", "ttti", name,
                                 folded, query, risalah_connection_get_time (connection))
                 && risalah_connection_read_int64 (connection, &id, error,
                                                   "SELECT id FROM saved_search WHERE folded = ?",
                                                   "t", folded)
             ? id : 0;
}

/**
 * risalah_saved_searches_remove:
 * @connection: a connection in a writing transaction
 * @id: a saved search
 * @error: return location for an error
 *
 * Returns: whether it is gone
 */
gboolean
risalah_saved_searches_remove (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_connection_change_one (connection, error, "DELETE FROM saved_search WHERE id = ?",
                                        "i", id);
}

/**
 * risalah_saved_searches_list:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahSavedSearch): by name
 */
GPtrArray *
risalah_saved_searches_list (RisalahConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) searches
      = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_saved_search_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT id, name, query FROM saved_search ORDER BY folded", "");
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      RisalahSavedSearch *search = g_new0 (RisalahSavedSearch, 1);

      search->id = risalah_statement_get_int64 (rows, 0);
      search->name = g_strdup (risalah_statement_get_text (rows, 1, NULL));
      search->query = g_strdup (risalah_statement_get_text (rows, 2, NULL));
      g_ptr_array_add (searches, search);
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&searches) : NULL;
}
