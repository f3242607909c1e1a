/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "quotation": words that were found in a stored text, and stay those words. */

#include "risalah-quotations.h"

#include <glib/gi18n-lib.h>

#include "risalah-connection-private.h"
#include "risalah-source-texts.h"

#define ROW_SQL                                                                                    \
  "SELECT q.id, t.source, q.source_text, q.uid, s.uid, t.uid, q.start, q.\"end\", q.exact, "       \
  "q.prefix,"                                                                                      \
  " q.suffix, q.speaker, q.voice, q.credibility, q.language, q.note, q.created_at,"                \
  " (SELECT count (*) FROM brief_quotation b JOIN brief f ON f.id = b.brief"                       \
  "   WHERE b.quotation_uid = q.uid AND f.deleted_at IS NULL)"                                     \
  " FROM quotation q JOIN source_text t ON t.id = q.source_text JOIN source s ON s.id = t.source"  \
  " WHERE "

enum
{
  COLUMN_ID,
  COLUMN_SOURCE,
  COLUMN_TEXT,
  COLUMN_UID,
  COLUMN_SOURCE_UID,
  COLUMN_TEXT_UID,
  COLUMN_START,
  COLUMN_END,
  COLUMN_EXACT,
  COLUMN_PREFIX,
  COLUMN_SUFFIX,
  COLUMN_SPEAKER,
  COLUMN_VOICE,
  COLUMN_CREDIBILITY,
  COLUMN_LANGUAGE,
  COLUMN_NOTE,
  COLUMN_CREATED_AT,
  COLUMN_N_USES,
};

/**
 * risalah_stored_quotation_free:
 * @self: (transfer full) (nullable): a record
 */
void
risalah_stored_quotation_free (RisalahStoredQuotation *self)
{
  if (self == NULL)
    return;
  risalah_quotation_free (self->quotation);
  g_free (self->note);
  g_free (self);
}

static char *
dup_text (RisalahStatement *row, int column)
{
  return g_strdup (risalah_statement_get_text (row, column, NULL));
}

static RisalahStoredQuotation *
read_row (RisalahStatement *row)
{
  RisalahStoredQuotation *self = g_new0 (RisalahStoredQuotation, 1);
  RisalahQuotation *quotation = g_new0 (RisalahQuotation, 1);

  self->id = risalah_statement_get_int64 (row, COLUMN_ID);
  self->source = risalah_statement_get_int64 (row, COLUMN_SOURCE);
  self->text = risalah_statement_get_int64 (row, COLUMN_TEXT);
  self->note = dup_text (row, COLUMN_NOTE);
  self->n_uses = (guint)risalah_statement_get_int64 (row, COLUMN_N_USES);
  self->created_at = risalah_statement_get_int64 (row, COLUMN_CREATED_AT);
  self->quotation = quotation;
  quotation->uid = dup_text (row, COLUMN_UID);
  quotation->source_uid = dup_text (row, COLUMN_SOURCE_UID);
  quotation->text_uid = dup_text (row, COLUMN_TEXT_UID);
  quotation->start = risalah_statement_get_int64 (row, COLUMN_START);
  quotation->end = risalah_statement_get_int64 (row, COLUMN_END);
  quotation->exact = dup_text (row, COLUMN_EXACT);
  quotation->prefix = dup_text (row, COLUMN_PREFIX);
  quotation->suffix = dup_text (row, COLUMN_SUFFIX);
  quotation->speaker = dup_text (row, COLUMN_SPEAKER);
  quotation->voice =
      risalah_voice_from_string (risalah_statement_get_text (row, COLUMN_VOICE, NULL));
  quotation->credibility = (guint8)risalah_statement_get_int64 (row, COLUMN_CREDIBILITY);
  quotation->language = dup_text (row, COLUMN_LANGUAGE);
  return self;
}

static RisalahStoredQuotation *
read_one (RisalahConnection *connection, RisalahStatement *row, GError **error)
{
  RisalahStep step;

  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return NULL;
  if (step == RISALAH_STEP_ROW)
    return read_row (row);
  risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  return NULL;
}

static gboolean
check_words (const RisalahQuotation *quotation, RisalahSourceText *text, GError **error)
{
  if (risalah_quotation_verify (quotation, text->text, NULL) == RISALAH_VERDICT_EXACT)
    return TRUE;
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
                       _ ("These words do not stand in the source at that place. Nothing was "
                          "stored; quote them again."));
  return FALSE;
}

/**
 * risalah_quotations_add:
 * @connection: a connection in a writing transaction
 * @quotation: words of a stored text
 * @error: return location for an error
 *
 * Returns: the number of the quotation, 0 on an error
 */
gint64
risalah_quotations_add (RisalahConnection *connection,
                        const RisalahQuotation *quotation,
                        GError **error)
{
  g_autoptr (RisalahSourceText) text = NULL;
  gint64 now = risalah_connection_get_time (connection);

  g_return_val_if_fail (quotation != NULL && quotation->text_uid != NULL, 0);

  text = risalah_source_texts_get_by_uid (connection, quotation->text_uid, error);
  if (text == NULL || !check_words (quotation, text, error))
    return 0;
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_run (connection, error,
                                 "INSERT INTO quotation (uid, source_text, start, \"end\", exact,"
                                 " prefix, suffix, speaker, voice, credibility, language,"
                                 " created_at, modified_at)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 "tiiittttt"
                                 "ntii",
                                 quotation->uid, text->id, quotation->start, quotation->end,
                                 quotation->exact, quotation->prefix, quotation->suffix,
                                 quotation->speaker, risalah_voice_to_string (quotation->voice),
                                 quotation->credibility != 0, (gint64)quotation->credibility,
                                 quotation->language, now, now)
             ? risalah_connection_get_last_id (connection)
             : 0;
}

/**
 * risalah_quotations_get:
 * @connection: a connection
 * @id: a quotation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its record, a deleted one's too
 */
RisalahStoredQuotation *
risalah_quotations_get (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error, ROW_SQL "q.id = ?", "i", id);
  return read_one (connection, row, error);
}

/**
 * risalah_quotations_get_by_uid:
 * @connection: a connection
 * @uid: its UUID
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its record, a deleted one's too
 */
RisalahStoredQuotation *
risalah_quotations_get_by_uid (RisalahConnection *connection, const char *uid, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error, ROW_SQL "q.uid = ?", "t", uid);
  return read_one (connection, row, error);
}

/**
 * risalah_quotations_list:
 * @connection: a connection
 * @source: a source, 0 for all
 * @unused: only those that stand in no brief
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): quotations, the latest first
 */
GArray *
risalah_quotations_list (RisalahConnection *connection,
                         gint64 source,
                         gboolean unused,
                         GError **error)
{
  g_autoptr (RisalahStatement) rows =
      risalah_connection_query (connection, error,
                                "SELECT q.id FROM quotation q"
                                " JOIN source_text t ON t.id = q.source_text"
                                " WHERE q.deleted_at IS NULL AND (?1 = 0 OR t.source = ?1)"
                                " AND (?2 = 0 OR NOT EXISTS (SELECT 1 FROM brief_quotation b"
                                "   JOIN brief f ON f.id = b.brief"
                                "   WHERE b.quotation_uid = q.uid AND f.deleted_at IS NULL))"
                                " ORDER BY q.id DESC",
                                "ii", source, (gint64)unused);
  return rows != NULL ? risalah_connection_read_ids (rows, error) : NULL;
}

/**
 * risalah_quotations_get_many:
 * @connection: a connection
 * @ids: (array length=n_ids): quotations
 * @n_ids: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahStoredQuotation): their records in that
 *   order, without those that are gone
 */
GPtrArray *
risalah_quotations_get_many (RisalahConnection *connection,
                             const gint64 *ids,
                             gsize n_ids,
                             GError **error)
{
  g_autoptr (GPtrArray) quotations =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_stored_quotation_free);
  g_autoptr (RisalahStatement) row =
      risalah_connection_prepare (connection, ROW_SQL "q.id = ?", error);

  if (row == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      RisalahStep step;

      risalah_statement_reset (row);
      risalah_statement_bind_int64 (row, 1, ids[i]);
      if ((step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
        return NULL;
      if (step == RISALAH_STEP_ROW)
        g_ptr_array_add (quotations, read_row (row));
    }
  return g_steal_pointer (&quotations);
}

/**
 * risalah_quotations_set_credibility:
 * @connection: a connection in a writing transaction
 * @id: a quotation
 * @credibility: 1 to 6, 0 for not yet graded
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_quotations_set_credibility (RisalahConnection *connection,
                                    gint64 id,
                                    guint8 credibility,
                                    GError **error)
{
  g_return_val_if_fail (credibility <= 6, FALSE);
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE quotation SET credibility = ?, modified_at = ?"
                                        " WHERE id = ?",
                                        "nii", credibility != 0, (gint64)credibility,
                                        risalah_connection_get_time (connection), id);
}

/**
 * risalah_quotations_set_note:
 * @connection: a connection in a writing transaction
 * @id: a quotation
 * @note: the analyst's note
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_quotations_set_note (RisalahConnection *connection,
                             gint64 id,
                             const char *note,
                             GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE quotation SET note = ?, modified_at = ?"
                                        " WHERE id = ?",
                                        "tii", note, risalah_connection_get_time (connection), id);
}

/**
 * risalah_quotations_move:
 * @connection: a connection in a writing transaction
 * @id: a quotation
 * @text: another text of its source
 * @error: return location for an error
 *
 * Returns: whether it now stands in that text, in the same words
 */
gboolean
risalah_quotations_move (RisalahConnection *connection, gint64 id, gint64 text, GError **error)
{
  g_autoptr (RisalahStoredQuotation) stored = risalah_quotations_get (connection, id, error);
  g_autoptr (RisalahSourceText) target = NULL;
  g_autoptr (RisalahQuotation) moved = NULL;
  RisalahVerdict verdict;
  gint64 start;

  if (stored == NULL || (target = risalah_source_texts_get (connection, text, error)) == NULL)
    return FALSE;
  start = stored->quotation->start;
  verdict = risalah_quotation_verify (stored->quotation, target->text, &start);
  if (target->source != stored->source
      || (verdict != RISALAH_VERDICT_EXACT && verdict != RISALAH_VERDICT_MOVED))
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
                           _ ("The other text does not hold these words. The quotation stays where "
                              "it was."));
      return FALSE;
    }
  moved = risalah_quotation_new (stored->quotation->source_uid, target->uid, target->text, start,
                                 start + stored->quotation->end - stored->quotation->start);
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE quotation SET source_text = ?, start = ?,"
                                        " \"end\" = ?, prefix = ?, suffix = ?, modified_at = ?"
                                        " WHERE id = ?",
                                        "iiittii", text, moved->start, moved->end, moved->prefix,
                                        moved->suffix, risalah_connection_get_time (connection),
                                        id);
}

/**
 * risalah_quotations_delete:
 * @connection: a connection in a writing transaction
 * @id: a quotation
 * @error: return location for an error
 *
 * Returns: whether it is off the shelf
 */
gboolean
risalah_quotations_delete (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE quotation SET deleted_at = ? WHERE id = ?"
                                        " AND deleted_at IS NULL",
                                        "ii", risalah_connection_get_time (connection), id);
}

/**
 * risalah_quotations_restore:
 * @connection: a connection in a writing transaction
 * @id: a quotation
 * @error: return location for an error
 *
 * Returns: whether it is back
 */
gboolean
risalah_quotations_restore (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_QUOTATIONS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE quotation SET deleted_at = NULL WHERE id = ?"
                                        " AND deleted_at IS NOT NULL",
                                        "i", id);
}
