/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables "event", "event_party" and "evidence": what the analyst does with one event. */

#include "risalah-events-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-sources-private.h"

typedef struct
{
  gboolean has_earliest;
  gboolean has_latest;
  gint64 earliest;
  gint64 latest;
} Bounds;

/* The first and last day of an EDTF string; both stand open where it has none. */
static gboolean
read_bounds (const char *edtf, Bounds *bounds, GError **error)
{
  memset (bounds, 0, sizeof *bounds);
  return edtf == NULL
         || risalah_edtf_get_bounds (edtf, &bounds->earliest, &bounds->has_earliest,
                                     &bounds->latest, &bounds->has_latest, error);
}

/**
 * risalah_events_store_parties:
 * @connection: a connection in a writing transaction
 * @id: an event
 * @parties: (element-type RisalahParty): its parties
 * @error: return location for an error
 *
 * Returns: whether they are stored, in place of those that were there
 */
gboolean
risalah_events_store_parties (RisalahConnection *connection,
                              gint64 id,
                              GPtrArray *parties,
                              GError **error)
{
  if (!risalah_connection_run (connection, error, "DELETE FROM event_party WHERE event = ?", "i",
                               id))
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    {
      const RisalahParty *party = g_ptr_array_index (parties, i);

      if (!risalah_connection_run (connection, error,
                                   "INSERT INTO event_party VALUES (?, ?, ?, ?, ?)", "iittt", id,
                                   (gint64)i, party->kind, party->key, party->name))
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_events_store_evidence:
 * @connection: a connection in a writing transaction
 * @event: an event
 * @evidence: a span of a stored text
 * @suggestion_key: (nullable): of the suggestion that it belongs to
 * @error: return location for an error
 *
 * Returns: the evidence's number, 0 on an error
 */
gint64
risalah_events_store_evidence (RisalahConnection *connection,
                               gint64 event,
                               const RisalahEvidence *evidence,
                               const char *suggestion_key,
                               GError **error)
{
  g_autofree char *uid = evidence->uid != NULL ? g_strdup (evidence->uid) : risalah_uid_new ();
  gint64 now = risalah_connection_get_time (connection), n_characters;

  if (!risalah_connection_read_int64 (connection, &n_characters, error,
                                      "SELECT n_characters FROM source_text WHERE id = ?", "i",
                                      evidence->text))
    return 0;
  if (evidence->start < 0 || evidence->end < evidence->start || evidence->end > n_characters)
    {
      g_set_error_literal (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("The passage does not lie in the source’s text. Nothing was stored."));
      return 0;
    }
  return risalah_connection_run (connection, error,
                                 "INSERT INTO evidence (uid, event, source_text, start, \"end\","
                                 " field, value, voice, credibility, joined_by,"
                                 " suggestion_key, created_at, modified_at)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 "tiiiitttnttii", uid, event, evidence->text, evidence->start,
                                 evidence->end, evidence->field, evidence->value,
                                 risalah_voice_to_string (evidence->voice),
                                 evidence->credibility != 0, (gint64)evidence->credibility,
                                 evidence->joined_by != NULL ? evidence->joined_by : "analyst",
                                 suggestion_key, now, now)
             ? risalah_connection_get_last_id (connection)
             : 0;
}

/**
 * risalah_events_touch:
 * @connection: a connection in a writing transaction
 * @id: an event that changes
 * @error: return location for an error
 *
 * Returns: whether its time of change is set
 */
gboolean
risalah_events_touch (RisalahConnection *connection, gint64 id, GError **error)
{
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  return risalah_connection_change_one (connection, error,
                                        "UPDATE event SET modified_at = ? WHERE id = ?", "ii",
                                        risalah_connection_get_time (connection), id);
}

/**
 * risalah_events_renew_source:
 * @connection: a connection in a writing transaction
 * @source: a source
 * @error: return location for an error
 *
 * Returns: whether the kinds of the events that it tells stand in its row
 */
gboolean
risalah_events_renew_source (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT DISTINCT v.kind FROM source_text t"
                                   " JOIN evidence e ON e.source_text = t.id"
                                   " JOIN event v ON v.id = e.event"
                                   " WHERE t.source = ? AND e.deleted_at IS NULL"
                                   " AND v.deleted_at IS NULL AND v.review <> 'rejected'"
                                   " ORDER BY 1",
                                   "i", source);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    g_ptr_array_add (kinds, g_strdup (risalah_statement_get_text (rows, 0, NULL)));
  return step == RISALAH_STEP_DONE
         && risalah_sources_set_derived (connection, source, "kinds", kinds, error);
}

/**
 * risalah_events_renew_kinds:
 * @connection: a connection in a writing transaction
 * @id: an event
 * @error: return location for an error
 *
 * Returns: whether its sources' rows say what they tell
 */
gboolean
risalah_events_renew_kinds (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GArray) sources = NULL;

  rows = risalah_connection_query (connection, error,
                                   "SELECT DISTINCT t.source FROM evidence e"
                                   " JOIN source_text t ON t.id = e.source_text WHERE e.event = ?",
                                   "i", id);
  if (rows == NULL || (sources = risalah_connection_read_ids (rows, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!risalah_events_renew_source (connection, g_array_index (sources, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * risalah_events_add:
 * @connection: a connection in a writing transaction
 * @event: a new event with parties and evidence
 * @error: return location for an error
 *
 * Returns: its id, 0 on an error
 */
gint64
risalah_events_add (RisalahConnection *connection, const RisalahEvent *event, GError **error)
{
  g_autofree char *uid = event->uid != NULL ? g_strdup (event->uid) : risalah_uid_new ();
  gint64 id, now = risalah_connection_get_time (connection);
  const char *mod =
      event->mod != RISALAH_EDTF_MOD_NONE ? risalah_edtf_mod_to_string (event->mod) : NULL;
  Bounds bounds;

  if (!read_bounds (event->edtf, &bounds, error))
    return 0;
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  if (!risalah_connection_run (
          connection, error,
          "INSERT INTO event (uid, title, kind, edtf, mod, earliest, latest, date_by_analyst,"
          " date_reason, found_edtf, found_mod, place, status, note, review, suggestion_key, score,"
          " rule, is_talk, created_at, modified_at)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, CASE WHEN ?8 THEN NULL ELSE ?4 END,"
          " CASE WHEN ?8 THEN NULL ELSE ?5 END, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?18)",
          "tttttnnitttttt"
          "dtii",
          uid, event->title != NULL ? event->title : "",
          event->kind != NULL ? event->kind : "other", event->edtf, mod, bounds.has_earliest,
          bounds.earliest, bounds.has_latest, bounds.latest, (gint64)event->date_by_analyst,
          event->date_reason, event->place, risalah_event_status_to_string (event->status),
          event->note, risalah_review_to_string (event->review), event->suggestion_key,
          event->score, event->rule, (gint64)event->is_talk, now))
    return 0;
  id = risalah_connection_get_last_id (connection);
  if (!risalah_events_store_parties (connection, id, event->parties, error))
    return 0;
  for (guint i = 0; i < event->evidence->len; i++)
    if (risalah_events_store_evidence (connection, id, g_ptr_array_index (event->evidence, i),
                                       event->suggestion_key, error)
        == 0)
      return 0;
  return risalah_events_renew_kinds (connection, id, error) ? id : 0;
}

/**
 * risalah_events_update:
 * @connection: a connection in a writing transaction
 * @event: an event that is there
 * @error: return location for an error
 *
 * Stores title, kind, date, place, status, note, talk and parties; review and evidence have
 * functions of their own.
 *
 * Returns: whether it is stored
 */
gboolean
risalah_events_update (RisalahConnection *connection, const RisalahEvent *event, GError **error)
{
  const char *mod =
      event->mod != RISALAH_EDTF_MOD_NONE ? risalah_edtf_mod_to_string (event->mod) : NULL;
  Bounds bounds;

  return read_bounds (event->edtf, &bounds, error)
         && risalah_connection_change_one (
             connection, error,
             "UPDATE event SET title = ?, kind = ?, edtf = ?, mod = ?, earliest = ?, latest = ?,"
             " date_by_analyst = ?, date_reason = ?, place = ?, status = ?, note = ?, is_talk = ?"
             " WHERE id = ?",
             "ttttnnittttii", event->title, event->kind, event->edtf, mod, bounds.has_earliest,
             bounds.earliest, bounds.has_latest, bounds.latest, (gint64)event->date_by_analyst,
             event->date_reason, event->place, risalah_event_status_to_string (event->status),
             event->note, (gint64)event->is_talk, event->id)
         && risalah_events_store_parties (connection, event->id, event->parties, error)
         && risalah_events_renew_kinds (connection, event->id, error)
         && risalah_events_touch (connection, event->id, error);
}

/**
 * risalah_events_set_review:
 * @connection: a connection in a writing transaction
 * @id: an event
 * @review: what is decided
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_events_set_review (RisalahConnection *connection,
                           gint64 id,
                           RisalahReview review,
                           GError **error)
{
  return risalah_events_touch (connection, id, error)
         && risalah_connection_run (connection, error, "UPDATE event SET review = ? WHERE id = ?",
                                    "ti", risalah_review_to_string (review), id)
         && risalah_events_renew_kinds (connection, id, error);
}

/**
 * risalah_events_set_date:
 * @connection: a connection in a writing transaction
 * @id: an event
 * @edtf: (nullable): the analyst's date; %NULL gives back the one that was found
 * @mod: early, mid, late, before or after
 * @reason: (nullable): why
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_events_set_date (RisalahConnection *connection,
                         gint64 id,
                         const char *edtf,
                         RisalahEdtfMod mod,
                         const char *reason,
                         GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_mod = NULL;
  const char *name = mod != RISALAH_EDTF_MOD_NONE ? risalah_edtf_mod_to_string (mod) : NULL;
  Bounds bounds;

  if (edtf == NULL)
    {
      row = risalah_connection_query (connection, error,
                                      "SELECT found_edtf, found_mod FROM event WHERE id = ?", "i",
                                      id);
      if (row == NULL || risalah_statement_step (row, error) == RISALAH_STEP_ERROR)
        return FALSE;
      found = g_strdup (risalah_statement_get_text (row, 0, NULL));
      found_mod = g_strdup (risalah_statement_get_text (row, 1, NULL));
      name = found_mod;
    }
  return read_bounds (edtf != NULL ? edtf : found, &bounds, error)
         && risalah_events_touch (connection, id, error)
         && risalah_connection_run (connection, error,
                                    "UPDATE event SET edtf = ?, mod = ?, earliest = ?, latest = ?,"
                                    " date_by_analyst = ?, date_reason = ? WHERE id = ?",
                                    "ttnniti", edtf != NULL ? edtf : found, name,
                                    bounds.has_earliest, bounds.earliest, bounds.has_latest,
                                    bounds.latest, (gint64)(edtf != NULL),
                                    edtf != NULL ? reason : NULL, id);
}

/**
 * risalah_events_delete:
 * @connection: a connection in a writing transaction
 * @id: an event
 * @error: return location for an error
 *
 * Returns: whether it is out of every list
 */
gboolean
risalah_events_delete (RisalahConnection *connection, gint64 id, GError **error)
{
  return risalah_events_touch (connection, id, error)
         && risalah_connection_change_one (connection, error,
                                           "UPDATE event SET deleted_at = ? WHERE id = ?"
                                           " AND deleted_at IS NULL",
                                           "ii", risalah_connection_get_time (connection), id)
         && risalah_events_renew_kinds (connection, id, error);
}

/**
 * risalah_events_add_evidence:
 * @connection: a connection in a writing transaction
 * @event: an event
 * @evidence: a span of a stored text
 * @error: return location for an error
 *
 * Returns: the evidence's number, 0 on an error
 */
gint64
risalah_events_add_evidence (RisalahConnection *connection,
                             gint64 event,
                             const RisalahEvidence *evidence,
                             GError **error)
{
  gint64 id;

  if (!risalah_events_touch (connection, event, error))
    return 0;
  id = risalah_events_store_evidence (connection, event, evidence, NULL, error);
  return id != 0 && risalah_events_renew_kinds (connection, event, error) ? id : 0;
}

static gboolean
find_event (RisalahConnection *connection, gint64 evidence, gint64 *event, GError **error)
{
  if (!risalah_connection_read_int64 (connection, event, error,
                                      "SELECT event FROM evidence WHERE id = ?"
                                      " AND deleted_at IS NULL",
                                      "i", evidence))
    return FALSE;
  if (*event == 0)
    risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  return *event != 0;
}

/**
 * risalah_events_grade_evidence:
 * @connection: a connection in a writing transaction
 * @evidence: a piece of evidence
 * @voice: whose words
 * @credibility: 1 to 6, 0 for not yet graded
 * @error: return location for an error
 *
 * Returns: whether it is set; "confirmed by other sources" needs other sources
 */
gboolean
risalah_events_grade_evidence (RisalahConnection *connection,
                               gint64 evidence,
                               RisalahVoice voice,
                               guint8 credibility,
                               GError **error)
{
  guint n_articles, n_origins;
  gint64 event;

  g_return_val_if_fail (credibility <= 6, FALSE);

  if (!find_event (connection, evidence, &event, error)
      || !risalah_events_count_sources (connection, event, &n_articles, &n_origins, error))
    return FALSE;
  if (credibility == 1 && n_origins < 2)
    {
      g_set_error_literal (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("Credibility 1 means confirmed by independent sources, and this event "
             "has one origin. The grade was not changed."));
      return FALSE;
    }
  return risalah_events_touch (connection, event, error)
         && risalah_connection_run (
             connection, error,
             "UPDATE evidence SET voice = ?, credibility = ?, modified_at = ?"
             " WHERE id = ?",
             "tnii", risalah_voice_to_string (voice), credibility != 0, (gint64)credibility,
             risalah_connection_get_time (connection), evidence);
}

/**
 * risalah_events_remove_evidence:
 * @connection: a connection in a writing transaction
 * @evidence: a piece of evidence
 * @error: return location for an error
 *
 * Returns: whether it no longer counts
 */
gboolean
risalah_events_remove_evidence (RisalahConnection *connection, gint64 evidence, GError **error)
{
  gint64 event;

  return find_event (connection, evidence, &event, error)
         && risalah_events_touch (connection, event, error)
         && risalah_connection_run (connection, error,
                                    "UPDATE evidence SET deleted_at = ? WHERE id = ?", "ii",
                                    risalah_connection_get_time (connection), evidence)
         && risalah_events_renew_kinds (connection, event, error);
}
