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

/* How long automatic versions stand apart, by their age: the older, the fewer. */
static const struct
{
  gint64 age;
  gint64 apart;
} spacings[] = {
  { G_TIME_SPAN_HOUR, 10 * G_TIME_SPAN_MINUTE },
  { G_TIME_SPAN_DAY, G_TIME_SPAN_HOUR },
  { 30 * G_TIME_SPAN_DAY, G_TIME_SPAN_DAY },
  { G_MAXINT64, 30 * G_TIME_SPAN_DAY },
};

/**
 * risalah_brief_versions_is_stale:
 * @created_at: when an automatic version was kept, in microseconds
 * @newer: when the next newer automatic one that stays was kept, 0 where it is the newest
 * @now: the time now
 *
 * The newest of each ten minutes stays for an hour, of each hour for a day, of each day for a
 * month, of each thirty days for ever.
 *
 * Returns: whether the version is one too many
 */
gboolean
risalah_brief_versions_is_stale (gint64 created_at, gint64 newer, gint64 now)
{
  guint i = 0;

  while (now - created_at >= spacings[i].age)
    i++;
  return newer > 0 && created_at / spacings[i].apart == newer / spacings[i].apart;
}

/* Removes automatic versions as they grow old. Named ones stay, and so do conflicts. */
static gboolean
thin_out (RisalahConnection *connection, gint64 id, GError **error)
{
  gint64 now = risalah_connection_get_time (connection), newer = 0;
  g_autoptr (GArray) stale = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT id, created_at FROM brief_version WHERE brief = ?"
                                   " AND reason = 'automatic' ORDER BY created_at DESC, id DESC",
                                   "i", id);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      gint64 version = risalah_statement_get_int64 (rows, 0);
      gint64 created_at = risalah_statement_get_int64 (rows, 1);

      if (risalah_brief_versions_is_stale (created_at, newer, now))
        g_array_append_val (stale, version);
      else
        newer = created_at;
    }
  if (step != RISALAH_STEP_DONE)
    return FALSE;
  for (guint i = 0; i < stale->len; i++)
    if (!risalah_connection_run (connection, error, "DELETE FROM brief_version WHERE id = ?", "i",
                                 g_array_index (stale, gint64, i)))
      return FALSE;
  return TRUE;
}

/**
 * risalah_briefs_keep_version:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @name: (nullable): what the analyst calls it
 * @reason: "named", "automatic" or "conflict"
 * @error: return location for an error
 *
 * A named version is as old as its name; the others are as old as what they hold.
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
                                        " SELECT id, revision, ?1, ?2, title, sha256,"
                                        " CASE ?2 WHEN 'named' THEN ?3 ELSE modified_at END, body"
                                        " FROM brief WHERE id = ?4",
                                        "ttii", name, reason,
                                        risalah_connection_get_time (connection), id);
}

/**
 * risalah_briefs_keep_automatic:
 * @connection: a connection in a writing transaction
 * @id: a brief that is about to be saved
 * @error: return location for an error
 *
 * Keeps the brief as it stands where the last version is ten minutes older, or where the brief has
 * rested that long; then thins the older ones out.
 *
 * Returns: %FALSE on an error
 */
gboolean
risalah_briefs_keep_automatic (RisalahConnection *connection, gint64 id, GError **error)
{
  gint64 is_due;

  if (!risalah_connection_read_int64 (
          connection, &is_due, error,
          "SELECT modified_at > last AND (modified_at - max(last, created_at) >= ?1"
          " OR ?2 - modified_at >= ?1)"
          " FROM (SELECT modified_at, created_at, coalesce((SELECT max(created_at)"
          " FROM brief_version WHERE brief = ?3 AND reason = 'automatic'), 0) AS last"
          " FROM brief WHERE id = ?3)",
          "iii", spacings[0].apart, risalah_connection_get_time (connection), id))
    return FALSE;
  return !is_due
         || (risalah_briefs_keep_version (connection, id, NULL, "automatic", error)
             && thin_out (connection, id, error));
}

/**
 * risalah_briefs_keep_document:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @title: the title of what is kept
 * @body: XHTML that is kept beside the brief as it stands
 * @name: what the analyst calls it
 * @error: return location for an error
 *
 * Returns: the version's id, 0 on an error
 */
gint64
risalah_briefs_keep_document (RisalahConnection *connection,
                              gint64 id,
                              const char *title,
                              const char *body,
                              const char *name,
                              GError **error)
{
  guint8 sha256[32];

  risalah_briefs_hash (body, sha256);
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  return risalah_connection_change_one (connection, error,
                                        "INSERT INTO brief_version (brief, revision, name, reason,"
                                        " title, sha256, created_at, body)"
                                        " SELECT id, revision, ?, 'named', ?, ?, ?, ?"
                                        " FROM brief WHERE id = ?",
                                        "ttbiti", name, title, (gconstpointer)sha256, sizeof sha256,
                                        risalah_connection_get_time (connection), body, id)
             ? risalah_connection_get_last_id (connection)
             : 0;
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
             ? risalah_connection_get_last_id (connection)
             : 0;
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
  g_autoptr (GPtrArray) versions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_version_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT id, revision, name, reason, title, created_at"
                                   " FROM brief_version WHERE brief = ? ORDER BY id DESC",
                                   "i", id);
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
                       _ ("This version of the brief is damaged in the library. It was left as it "
                          "is; a backup can be restored."));
  return NULL;
}
