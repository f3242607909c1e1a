/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads events: rows for what is shown, and how many independent sources stand behind each. */

#include <string.h>

#include "risalah-events-private.h"

#define ROW_SQL                                                                                    \
  "SELECT id, uid, title, kind, edtf, mod, earliest, latest, date_by_analyst, date_reason, place," \
  " status, note, review, merged_into, suggestion_key, score, rule, is_talk, created_at,"          \
  " modified_at, deleted_at FROM event WHERE id = ?"

enum
{
  COLUMN_ID,
  COLUMN_UID,
  COLUMN_TITLE,
  COLUMN_KIND,
  COLUMN_EDTF,
  COLUMN_MOD,
  COLUMN_EARLIEST,
  COLUMN_LATEST,
  COLUMN_DATE_BY_ANALYST,
  COLUMN_DATE_REASON,
  COLUMN_PLACE,
  COLUMN_STATUS,
  COLUMN_NOTE,
  COLUMN_REVIEW,
  COLUMN_MERGED_INTO,
  COLUMN_SUGGESTION_KEY,
  COLUMN_SCORE,
  COLUMN_RULE,
  COLUMN_IS_TALK,
  COLUMN_CREATED_AT,
  COLUMN_MODIFIED_AT,
  COLUMN_DELETED_AT,
};

static char *
dup_text (RisalahStatement *row, int column)
{
  return g_strdup (risalah_statement_get_text (row, column, NULL));
}

static RisalahEvent *
read_row (RisalahStatement *row)
{
  RisalahEvent *self = risalah_event_new ();
  const char *mod = risalah_statement_get_text (row, COLUMN_MOD, NULL);

  self->id = risalah_statement_get_int64 (row, COLUMN_ID);
  self->uid = dup_text (row, COLUMN_UID);
  self->title = dup_text (row, COLUMN_TITLE);
  self->kind = dup_text (row, COLUMN_KIND);
  self->edtf = dup_text (row, COLUMN_EDTF);
  if (mod != NULL)
    risalah_edtf_mod_from_string (mod, &self->mod);
  self->has_earliest = !risalah_statement_is_null (row, COLUMN_EARLIEST);
  self->has_latest = !risalah_statement_is_null (row, COLUMN_LATEST);
  self->earliest = risalah_statement_get_int64 (row, COLUMN_EARLIEST);
  self->latest = risalah_statement_get_int64 (row, COLUMN_LATEST);
  self->date_by_analyst = risalah_statement_get_int64 (row, COLUMN_DATE_BY_ANALYST) != 0;
  self->date_reason = dup_text (row, COLUMN_DATE_REASON);
  self->place = dup_text (row, COLUMN_PLACE);
  risalah_event_status_from_string (risalah_statement_get_text (row, COLUMN_STATUS, NULL),
                                    &self->status);
  self->note = dup_text (row, COLUMN_NOTE);
  risalah_review_from_string (risalah_statement_get_text (row, COLUMN_REVIEW, NULL), &self->review);
  self->merged_into = risalah_statement_get_int64 (row, COLUMN_MERGED_INTO);
  self->suggestion_key = dup_text (row, COLUMN_SUGGESTION_KEY);
  self->score = risalah_statement_get_double (row, COLUMN_SCORE);
  self->rule = dup_text (row, COLUMN_RULE);
  self->is_talk = risalah_statement_get_int64 (row, COLUMN_IS_TALK) != 0;
  self->created_at = risalah_statement_get_int64 (row, COLUMN_CREATED_AT);
  self->modified_at = risalah_statement_get_int64 (row, COLUMN_MODIFIED_AT);
  self->deleted_at = risalah_statement_get_int64 (row, COLUMN_DELETED_AT);
  return self;
}

static gboolean
read_parties (RisalahConnection *connection, RisalahEvent *event, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT kind, key, name FROM event_party WHERE event = ?"
                                   " ORDER BY position",
                                   "i", event->id);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    risalah_event_add_party (event, risalah_statement_get_text (rows, 0, NULL),
                             risalah_statement_get_text (rows, 1, NULL),
                             risalah_statement_get_text (rows, 2, NULL));
  return step == RISALAH_STEP_DONE;
}

static void
read_source (RisalahStatement *row, RisalahEvidence *evidence)
{
  const char *reliability = risalah_statement_get_text (row, 16, NULL);

  evidence->label = dup_text (row, 13);
  evidence->publisher = dup_text (row, 14);
  evidence->published = dup_text (row, 15);
  evidence->source_uid = dup_text (row, 17);
  evidence->text_uid = dup_text (row, 18);
  evidence->reliability = reliability != NULL ? *reliability : 0;
}

static gboolean
read_evidence (RisalahConnection *connection, RisalahEvent *event, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows =
      risalah_connection_query (connection, error,
                                "SELECT e.id, e.uid, e.source_text, t.source, e.start, e.\"end\","
                                " substr (t.text, e.start + 1, e.\"end\" - e.start), e.field,"
                                " e.value, e.voice, e.credibility, e.joined_by, e.from_event,"
                                " s.label, p.name, s.published, s.reliability, s.uid, t.uid"
                                " FROM evidence e JOIN source_text t ON t.id = e.source_text"
                                " JOIN source s ON s.id = t.source"
                                " LEFT JOIN publisher p ON p.id = s.publisher"
                                " WHERE e.event = ? AND e.deleted_at IS NULL ORDER BY e.id",
                                "i", event->id);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      RisalahEvidence *evidence =
          risalah_event_add_evidence (event, risalah_statement_get_int64 (rows, 2),
                                      risalah_statement_get_int64 (rows, 4),
                                      risalah_statement_get_int64 (rows, 5),
                                      risalah_statement_get_text (rows, 7, NULL));

      evidence->id = risalah_statement_get_int64 (rows, 0);
      evidence->uid = dup_text (rows, 1);
      evidence->event = event->id;
      evidence->source = risalah_statement_get_int64 (rows, 3);
      evidence->exact = dup_text (rows, 6);
      evidence->value = dup_text (rows, 8);
      evidence->voice = risalah_voice_from_string (risalah_statement_get_text (rows, 9, NULL));
      evidence->credibility = (guint8)risalah_statement_get_int64 (rows, 10);
      evidence->joined_by = dup_text (rows, 11);
      evidence->from_event = risalah_statement_get_int64 (rows, 12);
      read_source (rows, evidence);
    }
  return step == RISALAH_STEP_DONE;
}

/**
 * risalah_events_count_sources:
 * @connection: a connection
 * @id: an event
 * @n_articles: (out): sources with evidence for it
 * @n_origins: (out): independent ones among them: a group of reprints counts once
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
risalah_events_count_sources (RisalahConnection *connection,
                              gint64 id,
                              guint *n_articles,
                              guint *n_origins,
                              GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;

  /* Groups and sources alone are numbered apart. */
  row = risalah_connection_query (connection, error,
                                  "SELECT count (DISTINCT s.id),"
                                  " count (DISTINCT coalesce (s.reprint_group, -s.id))"
                                  " FROM evidence e JOIN source_text t ON t.id = e.source_text"
                                  " JOIN source s ON s.id = t.source"
                                  " WHERE e.event = ? AND e.deleted_at IS NULL"
                                  " AND s.deleted_at IS NULL",
                                  "i", id);
  if (row == NULL || risalah_statement_step (row, error) != RISALAH_STEP_ROW)
    return FALSE;
  *n_articles = (guint)risalah_statement_get_int64 (row, 0);
  *n_origins = (guint)risalah_statement_get_int64 (row, 1);
  return TRUE;
}

/**
 * risalah_events_get_many:
 * @connection: a connection
 * @ids: (array length=n_ids): events
 * @n_ids: how many
 * @with_evidence: whether evidence is wanted too
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahEvent): in that order, without those
 * that are gone
 */
GPtrArray *
risalah_events_get_many (RisalahConnection *connection,
                         const gint64 *ids,
                         gsize n_ids,
                         gboolean with_evidence,
                         GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_full (n_ids, (GDestroyNotify)risalah_event_free);
  g_autoptr (RisalahStatement) row = risalah_connection_prepare (connection, ROW_SQL, error);

  if (row == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      RisalahEvent *event;
      RisalahStep step;

      risalah_statement_reset (row);
      risalah_statement_bind_int64 (row, 1, ids[i]);
      if ((step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
        return NULL;
      if (step == RISALAH_STEP_DONE)
        continue;
      event = read_row (row);
      g_ptr_array_add (events, event);
      if (!read_parties (connection, event, error)
          || !risalah_events_count_sources (connection, event->id, &event->n_articles,
                                            &event->n_origins, error)
          || (with_evidence && !read_evidence (connection, event, error)))
        return NULL;
    }
  return g_steal_pointer (&events);
}

/**
 * risalah_events_get:
 * @connection: a connection
 * @id: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the event with its parties and evidence, a merged or deleted
 *   one too
 */
RisalahEvent *
risalah_events_get (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) events = risalah_events_get_many (connection, &id, 1, TRUE, error);

  if (events != NULL && events->len == 0)
    risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  return events != NULL && events->len > 0 ? g_ptr_array_steal_index (events, 0) : NULL;
}

/**
 * risalah_events_find_uid:
 * @connection: a connection
 * @uid: a UUID
 * @error: return location for an error
 *
 * Returns: the event, 0 where there is none, -1 on an error
 */
gint64
risalah_events_find_uid (RisalahConnection *connection, const char *uid, GError **error)
{
  gint64 id;

  return risalah_connection_read_int64 (connection, &id, error,
                                        "SELECT id FROM event WHERE uid = ?", "t", uid)
             ? id
             : -1;
}
