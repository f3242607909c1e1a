/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "brief_version": what briefs were. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-briefs-private.h"
#include "risalah-connection-private.h"

/**
 * risalah_brief_version_free:
 * @self: (transfer full) (nullable): a version
 */
void
risalah_brief_version_free (RisalahBriefVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->reason);
  g_free (self->title);
  g_free (self);
}

/**
 * risalah_briefs_keep_version:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @name: (nullable): what the analyst calls it
 * @reason: "named", "automatic" or "conflict"
 * @error: return location for an error
 *
 * Returns: whether the brief as it stands is kept
 */
gboolean
risalah_briefs_keep_version (RisalahConnection *connection,
                             gint64 id,
                             const char *name,
                             const char *reason,
                             GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  return risalah_connection_change_one (connection, error,
                                        "INSERT INTO brief_version (brief, revision, name, reason,"
                                        " title, sha256, created_at, body)"
                                        " SELECT id, revision, ?, ?, title, sha256, ?, body"
                                        " FROM brief WHERE id = ?", "ttii", name, reason,
                                        risalah_connection_get_time (connection), id);
}

/**
 * risalah_briefs_add_version:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @name: (nullable): what the analyst calls it, %NULL for an automatic one
 * @error: return location for an error
 *
 * Returns: the version's id, 0 on an error
 */
gint64
risalah_briefs_add_version (RisalahConnection *connection,
                            gint64 id,
                            const char *name,
                            GError **error)
{
  return risalah_briefs_keep_version (connection, id, name, name != NULL ? "named" : "automatic",
                                      error)
             ? risalah_connection_get_last_id (connection) : 0;
}

/**
 * risalah_briefs_list_versions:
 * @connection: a connection
 * @id: a brief
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahBriefVersion): the latest first
 */
GPtrArray *
risalah_briefs_list_versions (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) versions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_version_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT id, revision, name, reason, title, created_at"
                                   " FROM brief_version WHERE brief = ? ORDER BY id DESC", "i", id);
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      RisalahBriefVersion *version = g_new0 (RisalahBriefVersion, 1);

      version->id = risalah_statement_get_int64 (rows, 0);
      version->brief = id;
      version->revision = risalah_statement_get_int64 (rows, 1);
      version->name = g_strdup (risalah_statement_get_text (rows, 2, NULL));
      version->reason = g_strdup (risalah_statement_get_text (rows, 3, NULL));
      version->title = g_strdup (risalah_statement_get_text (rows, 4, NULL));
      version->created_at = risalah_statement_get_int64 (rows, 5);
      g_ptr_array_add (versions, version);
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&versions) : NULL;
}

/**
 * risalah_briefs_get_version:
 * @connection: a connection
 * @version: a version
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its XHTML
 */
char *
risalah_briefs_get_version (RisalahConnection *connection, gint64 version, GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autofree char *body = NULL;
  const guint8 *stored;
  guint8 sha256[32];
  RisalahStep step;
  gsize length;

  row = risalah_connection_query (connection, error,
                                  "SELECT body, sha256 FROM brief_version WHERE id = ?", "i",
                                  version);
  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return NULL;
  if (step == RISALAH_STEP_DONE)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return NULL;
    }
  body = g_strdup (risalah_statement_get_text (row, 0, NULL));
  risalah_briefs_hash (body, sha256);
  stored = risalah_statement_get_blob (row, 1, &length);
  if (length == sizeof sha256 && memcmp (stored, sha256, sizeof sha256) == 0)
    return g_steal_pointer (&body);
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
                       _("This version of the brief is damaged in the library. It was left as it "
                         "is; a backup can be restored."));
  return NULL;
}
