/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables "dossier" and "dossier_source". */

#include "risalah-dossiers.h"

#include "risalah-connection-private.h"
#include "risalah-source-changes-private.h"
#include "risalah-sources-private.h"

/**
 * risalah_dossier_free:
 * @self: (transfer full) (nullable): a record
 */
void
risalah_dossier_free (RisalahDossier *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->name);
  g_free (self->note);
  g_free (self);
}

/* Its sources are counted and filtered by its name. */
static gboolean
begin_sources_of (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_source_changes_begin_all (connection,
                                           "SELECT source FROM dossier_source WHERE dossier = ?",
                                           id, error);
}

/**
 * risalah_dossiers_add:
 * @connection: a connection in a writing transaction
 * @name: its name, not empty
 * @error: return location for an error
 *
 * Returns: its id, 0 on an error
 */
gint64
risalah_dossiers_add (RisalahConnection *connection, const char *name, GError **error)
{
  g_autofree char *uid = risalah_uid_new ();
  g_autofree char *folded = NULL;
  gint64 now = risalah_connection_get_time (connection);

  g_return_val_if_fail (name != NULL && *name != '\0', 0);
  folded = risalah_fold_name (name);
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_connection_run (connection, error,
                                 "INSERT INTO dossier (uid, name, folded, created_at, modified_at)"
                                 " VALUES (?, ?, ?, ?, ?)",
                                 "tttii", uid, name, folded, now, now)
             ? risalah_connection_get_last_id (connection)
             : 0;
}

/**
 * risalah_dossiers_find:
 * @connection: a connection
 * @name: a name
 * @error: return location for an error
 *
 * Returns: the dossier, 0 where there is none, -1 on an error
 */
gint64
risalah_dossiers_find (RisalahConnection *connection, const char *name, GError **error)
{
  g_autofree char *folded = risalah_fold_name (name);
  gint64 id;

  return risalah_connection_read_int64 (connection, &id, error,
                                        "SELECT id FROM dossier WHERE folded = ?"
                                        " AND deleted_at IS NULL",
                                        "t", folded)
             ? id
             : -1;
}

/**
 * risalah_dossiers_rename:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @name: its new name
 * @error: return location for an error
 *
 * Returns: whether it is renamed
 */
gboolean
risalah_dossiers_rename (RisalahConnection *connection, gint64 id, const char *name, GError **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);
  folded = risalah_fold_name (name);
  return begin_sources_of (connection, id, error)
         && risalah_connection_change_one (
             connection, error,
             "UPDATE dossier SET name = ?, folded = ?, modified_at = ?"
             " WHERE id = ?",
             "ttii", name, folded, risalah_connection_get_time (connection), id);
}

/**
 * risalah_dossiers_set_note:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @note: the analyst's note
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_dossiers_set_note (RisalahConnection *connection,
                           gint64 id,
                           const char *note,
                           GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE dossier SET note = ?, modified_at = ? WHERE id = ?",
                                        "tii", note, risalah_connection_get_time (connection), id);
}

/**
 * risalah_dossiers_delete:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @error: return location for an error
 *
 * Returns: whether it is gone; its sources stay
 */
gboolean
risalah_dossiers_delete (RisalahConnection *connection, gint64 id, GError **error)
{
  return begin_sources_of (connection, id, error)
         && risalah_connection_change_one (connection, error,
                                           "UPDATE dossier SET deleted_at = ? WHERE id = ?"
                                           " AND deleted_at IS NULL",
                                           "ii", risalah_connection_get_time (connection), id);
}

/**
 * risalah_dossiers_restore:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @error: return location for an error
 *
 * Returns: whether it is back
 */
gboolean
risalah_dossiers_restore (RisalahConnection *connection, gint64 id, GError **error)
{
  return begin_sources_of (connection, id, error)
         && risalah_connection_change_one (connection, error,
                                           "UPDATE dossier SET deleted_at = NULL WHERE id = ?"
                                           " AND deleted_at IS NOT NULL",
                                           "i", id);
}

/**
 * risalah_dossiers_add_source:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @source: a source
 * @error: return location for an error
 *
 * Returns: whether the dossier has it
 */
gboolean
risalah_dossiers_add_source (RisalahConnection *connection,
                             gint64 id,
                             gint64 source,
                             GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_source_changes_begin (connection, source, FALSE, error)
         && risalah_connection_run (connection, error,
                                    "INSERT OR IGNORE INTO dossier_source VALUES (?, ?)", "ii", id,
                                    source);
}

/**
 * risalah_dossiers_remove_source:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @source: a source in it
 * @error: return location for an error
 *
 * Returns: whether the dossier is without it
 */
gboolean
risalah_dossiers_remove_source (RisalahConnection *connection,
                                gint64 id,
                                gint64 source,
                                GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_SHELVES);
  return risalah_source_changes_begin (connection, source, FALSE, error)
         && risalah_connection_change_one (connection, error,
                                           "DELETE FROM dossier_source WHERE dossier = ?"
                                           " AND source = ?",
                                           "ii", id, source);
}

typedef gboolean (*ChangeFunc) (RisalahConnection *, gint64, gint64, GError **);

/* Changes those that are in the dossier, or those that are not. */
static GArray *
change_sources (RisalahConnection *connection,
                gint64 id,
                const gint64 *sources,
                gsize n_sources,
                ChangeFunc change,
                gboolean that_are_in,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < n_sources; i++)
    {
      gint64 is_in;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !risalah_connection_read_int64 (connection, &is_in, error,
                                             "SELECT count (*) FROM dossier_source"
                                             " WHERE dossier = ? AND source = ?",
                                             "ii", id, sources[i]))
        return NULL;
      if (!is_in != !that_are_in)
        continue;
      if (!change (connection, id, sources[i], error))
        return NULL;
      g_array_append_val (changed, sources[i]);
    }
  return g_steal_pointer (&changed);
}

/**
 * risalah_dossiers_add_sources:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @sources: (array length=n_sources): sources, each once
 * @n_sources: how many
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): those that it did not have before
 */
GArray *
risalah_dossiers_add_sources (RisalahConnection *connection,
                              gint64 id,
                              const gint64 *sources,
                              gsize n_sources,
                              GCancellable *cancellable,
                              GError **error)
{
  return change_sources (connection, id, sources, n_sources, risalah_dossiers_add_source, FALSE,
                         cancellable, error);
}

/**
 * risalah_dossiers_remove_sources:
 * @connection: a connection in a writing transaction
 * @id: a dossier
 * @sources: (array length=n_sources): sources, each once
 * @n_sources: how many
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): those that it had
 */
GArray *
risalah_dossiers_remove_sources (RisalahConnection *connection,
                                 gint64 id,
                                 const gint64 *sources,
                                 gsize n_sources,
                                 GCancellable *cancellable,
                                 GError **error)
{
  return change_sources (connection, id, sources, n_sources, risalah_dossiers_remove_source, TRUE,
                         cancellable, error);
}

#define DOSSIER_SQL                                                                                \
  "SELECT d.id, d.uid, d.name, d.note,"                                                            \
  " (SELECT count (*) FROM dossier_source ds JOIN source s ON s.id = ds.source"                    \
  "   WHERE ds.dossier = d.id AND s.deleted_at IS NULL)"                                           \
  " FROM dossier d WHERE d.deleted_at IS NULL"

static RisalahDossier *
read_dossier (RisalahStatement *row)
{
  RisalahDossier *dossier = g_new0 (RisalahDossier, 1);

  dossier->id = risalah_statement_get_int64 (row, 0);
  dossier->uid = g_strdup (risalah_statement_get_text (row, 1, NULL));
  dossier->name = g_strdup (risalah_statement_get_text (row, 2, NULL));
  dossier->note = g_strdup (risalah_statement_get_text (row, 3, NULL));
  dossier->n_sources = (guint)risalah_statement_get_int64 (row, 4);
  return dossier;
}

static GPtrArray *
read_dossiers (RisalahStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) dossiers =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_dossier_free);
  RisalahStep step;

  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    g_ptr_array_add (dossiers, read_dossier (rows));
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&dossiers) : NULL;
}

/**
 * risalah_dossiers_list:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahDossier): by name
 */
GPtrArray *
risalah_dossiers_list (RisalahConnection *connection, GError **error)
{
  g_autoptr (RisalahStatement) rows =
      risalah_connection_query (connection, error, DOSSIER_SQL " ORDER BY d.folded", "");

  return rows != NULL ? read_dossiers (rows, error) : NULL;
}

/**
 * risalah_dossiers_list_of:
 * @connection: a connection
 * @source: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahDossier): those that have it, by name
 */
GPtrArray *
risalah_dossiers_list_of (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahStatement) rows =
      risalah_connection_query (connection, error,
                                DOSSIER_SQL
                                " AND d.id IN (SELECT dossier FROM dossier_source WHERE source = ?)"
                                " ORDER BY d.folded",
                                "i", source);

  return rows != NULL ? read_dossiers (rows, error) : NULL;
}

/**
 * risalah_dossiers_get:
 * @connection: a connection
 * @id: a dossier
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the dossier; %NULL with an error where it is gone
 */
RisalahDossier *
risalah_dossiers_get (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error, DOSSIER_SQL " AND d.id = ?", "i", id);
  RisalahStep step = row != NULL ? risalah_statement_step (row, error) : RISALAH_STEP_ERROR;

  if (step == RISALAH_STEP_ROW)
    return read_dossier (row);
  if (step == RISALAH_STEP_DONE)
    risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  return NULL;
}
