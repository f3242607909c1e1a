/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables "brief" and "brief_quotation": the analyst's own words, saved whole each time. */

#include "risalah-briefs-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-connection-private.h"

#define COLUMNS                                                                                    \
  "b.id, b.uid, b.title, b.template, b.language, b.status, b.revision, b.n_problems,"              \
  " (SELECT count (*) FROM brief_quotation q WHERE q.brief = b.id), b.created_at, b.modified_at,"  \
  " b.deleted_at"
#define N_COLUMNS 12

/**
 * risalah_brief_record_free:
 * @self: (transfer full) (nullable): a record
 */
void
risalah_brief_record_free (RisalahBriefRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->title);
  g_free (self->template_id);
  g_free (self->language);
  g_free (self->status);
  g_free (self->body);
  g_free (self);
}

/**
 * risalah_brief_use_free:
 * @self: (transfer full) (nullable): a use
 */
void
risalah_brief_use_free (RisalahBriefUse *self)
{
  if (self == NULL)
    return;
  g_free (self->quotation_uid);
  g_free (self->source_uid);
  g_free (self->text_uid);
  g_free (self);
}

/**
 * risalah_briefs_hash:
 * @body: XHTML
 * @sha256: (out): its SHA-256
 */
void
risalah_briefs_hash (const char *body, guint8 sha256[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 32;

  g_checksum_update (checksum, (const guchar *)body, -1);
  g_checksum_get_digest (checksum, sha256, &length);
}

static char *
dup_text (RisalahStatement *row, int column)
{
  return g_strdup (risalah_statement_get_text (row, column, NULL));
}

static RisalahBriefRecord *
read_row (RisalahStatement *row)
{
  RisalahBriefRecord *self = g_new0 (RisalahBriefRecord, 1);

  self->id = risalah_statement_get_int64 (row, 0);
  self->uid = dup_text (row, 1);
  self->title = dup_text (row, 2);
  self->template_id = dup_text (row, 3);
  self->language = dup_text (row, 4);
  self->status = dup_text (row, 5);
  self->revision = risalah_statement_get_int64 (row, 6);
  self->n_problems = (int)risalah_statement_get_int64 (row, 7);
  self->n_quotations = (guint)risalah_statement_get_int64 (row, 8);
  self->created_at = risalah_statement_get_int64 (row, 9);
  self->modified_at = risalah_statement_get_int64 (row, 10);
  self->deleted_at = risalah_statement_get_int64 (row, 11);
  return self;
}

static gboolean
store_uses (RisalahConnection *connection, gint64 id, GPtrArray *uses, GError **error)
{
  if (!risalah_connection_run (connection, error, "DELETE FROM brief_quotation WHERE brief = ?",
                               "i", id))
    return FALSE;
  /* Quotations that stand in briefs are counted. */
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const RisalahBriefUse *use = g_ptr_array_index (uses, i);

      if (!risalah_connection_run (connection, error,
                                   "INSERT INTO brief_quotation VALUES (?, ?, ?, ?, ?, ?, ?)",
                                   "iitttnn", id, (gint64)i, use->quotation_uid, use->source_uid,
                                   use->text_uid, use->start >= 0, use->start, use->start >= 0,
                                   use->end))
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_briefs_add:
 * @connection: a connection in a writing transaction
 * @uid: (nullable): its UUID, %NULL for a new one
 * @title: its title
 * @template_id: "T1" … "T5", "" for none
 * @language: ISO 639-1
 * @body: XHTML
 * @uses: (nullable) (element-type RisalahBriefUse): what it quotes and cites, in order
 * @error: return location for an error
 *
 * Returns: its id, 0 on an error
 */
gint64
risalah_briefs_add (RisalahConnection *connection,
                    const char *uid,
                    const char *title,
                    const char *template_id,
                    const char *language,
                    const char *body,
                    GPtrArray *uses,
                    GError **error)
{
  g_autofree char *made = uid == NULL ? risalah_uid_new () : g_strdup (uid);
  gint64 id, now = risalah_connection_get_time (connection);
  guint8 sha256[32];

  risalah_briefs_hash (body, sha256);
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  if (!risalah_connection_run (
          connection, error,
          "INSERT INTO brief (uid, title, template, language, status, revision,"
          " sha256, created_at, modified_at, body)"
          " VALUES (?, ?, ?, ?, 'draft', 1, ?, ?, ?, ?)",
          "ttttbiit", made, title, template_id, language, (gconstpointer)sha256, sizeof sha256, now,
          now, body))
    return 0;
  id = risalah_connection_get_last_id (connection);
  return store_uses (connection, id, uses, error) ? id : 0;
}

/**
 * risalah_briefs_save:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @from_revision: the revision that the saved one was made from
 * @title: its title
 * @language: ISO 639-1
 * @body: XHTML
 * @uses: (nullable) (element-type RisalahBriefUse): what it quotes and cites, in order
 * @had_conflict: (out) (optional): somebody else saved in between; theirs is a version now
 * @error: return location for an error
 *
 * Returns: the new revision, 0 on an error
 */
gint64
risalah_briefs_save (RisalahConnection *connection,
                     gint64 id,
                     gint64 from_revision,
                     const char *title,
                     const char *language,
                     const char *body,
                     GPtrArray *uses,
                     gboolean *had_conflict,
                     GError **error)
{
  gint64 revision;
  guint8 sha256[32];

  if (had_conflict != NULL)
    *had_conflict = FALSE;
  if (!risalah_connection_read_int64 (connection, &revision, error,
                                      "SELECT revision FROM brief WHERE id = ?", "i", id))
    return 0;
  if (revision == 0)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return 0;
    }
  if (revision != from_revision)
    {
      if (!risalah_briefs_keep_version (connection, id, NULL, "conflict", error))
        return 0;
      if (had_conflict != NULL)
        *had_conflict = TRUE;
    }
  else if (!risalah_briefs_keep_automatic (connection, id, error))
    return 0;
  risalah_briefs_hash (body, sha256);
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  return risalah_connection_run (connection, error,
                                 "UPDATE brief SET title = ?, language = ?, body = ?, sha256 = ?,"
                                 " revision = revision + 1, modified_at = ? WHERE id = ?",
                                 "tttbii", title, language, body, (gconstpointer)sha256,
                                 sizeof sha256, risalah_connection_get_time (connection), id)
                 && store_uses (connection, id, uses, error)
             ? revision + 1
             : 0;
}

/**
 * risalah_briefs_get:
 * @connection: a connection
 * @id: a brief
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its record with its body, a deleted one's too
 */
RisalahBriefRecord *
risalah_briefs_get (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (RisalahBriefRecord) brief = NULL;
  g_autoptr (RisalahStatement) row = NULL;
  const guint8 *stored;
  guint8 sha256[32];
  RisalahStep step;
  gsize length;

  row =
      risalah_connection_query (connection, error,
                                "SELECT " COLUMNS ", b.body, b.sha256 FROM brief b WHERE b.id = ?",
                                "i", id);
  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return NULL;
  if (step == RISALAH_STEP_DONE)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return NULL;
    }
  brief = read_row (row);
  brief->body = dup_text (row, N_COLUMNS);
  risalah_briefs_hash (brief->body, sha256);
  stored = risalah_statement_get_blob (row, N_COLUMNS + 1, &length);
  if (length == sizeof sha256 && memcmp (stored, sha256, sizeof sha256) == 0)
    return g_steal_pointer (&brief);
  g_set_error (
      error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
      _ ("The brief “%s” is damaged in the library. It was left as it is; an earlier version "
         "or a backup can be restored."),
      brief->title);
  return NULL;
}

/**
 * risalah_briefs_find_uid:
 * @connection: a connection
 * @uid: a UUID
 * @error: return location for an error
 *
 * Returns: the brief, 0 where there is none, -1 on an error
 */
gint64
risalah_briefs_find_uid (RisalahConnection *connection, const char *uid, GError **error)
{
  gint64 id;

  return risalah_connection_read_int64 (connection, &id, error,
                                        "SELECT id FROM brief WHERE uid = ?", "t", uid)
             ? id
             : -1;
}

/**
 * risalah_briefs_list:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahBriefRecord): without bodies, the latest
 *   modified first
 */
GPtrArray *
risalah_briefs_list (RisalahConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) briefs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_record_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT " COLUMNS " FROM brief b WHERE b.deleted_at IS NULL"
                                   " ORDER BY b.modified_at DESC, b.id DESC",
                                   "");
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    g_ptr_array_add (briefs, read_row (rows));
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&briefs) : NULL;
}

/**
 * risalah_briefs_set_status:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @status: "draft", "review" or "final"
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_briefs_set_status (RisalahConnection *connection,
                           gint64 id,
                           const char *status,
                           GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE brief SET status = ?, modified_at = ? WHERE id = ?",
                                        "tii", status, risalah_connection_get_time (connection),
                                        id);
}

/**
 * risalah_briefs_set_problems:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @n_problems: what a check found
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_briefs_set_problems (RisalahConnection *connection,
                             gint64 id,
                             int n_problems,
                             GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE brief SET n_problems = ? WHERE id = ?", "ii",
                                        (gint64)n_problems, id);
}

/**
 * risalah_briefs_delete:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @error: return location for an error
 *
 * Returns: whether it is out of the list
 */
gboolean
risalah_briefs_delete (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE brief SET deleted_at = ? WHERE id = ?"
                                        " AND deleted_at IS NULL",
                                        "ii", risalah_connection_get_time (connection), id);
}

/**
 * risalah_briefs_restore:
 * @connection: a connection in a writing transaction
 * @id: a brief
 * @error: return location for an error
 *
 * Returns: whether it is back
 */
gboolean
risalah_briefs_restore (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE brief SET deleted_at = NULL WHERE id = ?"
                                        " AND deleted_at IS NOT NULL",
                                        "i", id);
}

/**
 * risalah_briefs_get_uses:
 * @connection: a connection
 * @id: a brief
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahBriefUse): what it quotes and cites
 */
GPtrArray *
risalah_briefs_get_uses (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) uses =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_use_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT quotation_uid, source_uid, text_uid,"
                                   " coalesce (start, -1), coalesce (\"end\", -1)"
                                   " FROM brief_quotation WHERE brief = ? ORDER BY position",
                                   "i", id);
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      RisalahBriefUse *use = g_new0 (RisalahBriefUse, 1);

      use->quotation_uid = dup_text (rows, 0);
      use->source_uid = dup_text (rows, 1);
      use->text_uid = dup_text (rows, 2);
      use->start = risalah_statement_get_int64 (rows, 3);
      use->end = risalah_statement_get_int64 (rows, 4);
      g_ptr_array_add (uses, use);
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&uses) : NULL;
}

/**
 * risalah_briefs_find_by_source:
 * @connection: a connection
 * @source: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): briefs that quote or cite it
 */
GArray *
risalah_briefs_find_by_source (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahStatement) rows =
      risalah_connection_query (connection, error,
                                "SELECT DISTINCT b.id FROM source s JOIN brief_quotation q"
                                " ON q.source_uid = s.uid JOIN brief b ON b.id = q.brief"
                                " WHERE s.id = ? AND b.deleted_at IS NULL ORDER BY b.id",
                                "i", source);
  return rows != NULL ? risalah_connection_read_ids (rows, error) : NULL;
}
