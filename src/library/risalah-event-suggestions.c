/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an analysis suggests, brought in beside what the analyst has decided. A suggestion is known
 * by its key: what was rejected stays so, what was accepted or changed is left alone, and what
 * still waits is replaced. Suggestions of different sources join by themselves only where kind and
 * parties are equal and days of three or fewer overlap. */

#include <string.h>

#include "risalah-events-private.h"

#define MOST_DAYS_TO_JOIN 3

static gboolean
find_source (RisalahConnection *connection, gint64 text, gint64 *source, GError **error)
{
  if (!risalah_connection_read_int64 (connection, source, error,
                                      "SELECT source FROM source_text WHERE id = ?", "i", text))
    return FALSE;
  if (*source == 0)
    risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  return *source != 0;
}

/* What a source's suggestions gave to events that still wait. A date, a note and a merge are
 * decisions too. */
static const char clear_sql[] =
    "DELETE FROM evidence WHERE joined_by <> 'analyst'"
    " AND source_text IN (SELECT id FROM source_text WHERE source = ?)"
    " AND event IN (SELECT id FROM event WHERE review = 'suggested' AND deleted_at IS NULL"
    "   AND merged_into IS NULL AND date_by_analyst = 0 AND note IS NULL)"
    " AND event NOT IN (SELECT merged_into FROM event WHERE merged_into IS NOT NULL)";

/* Takes away what this source suggested and nobody has looked at. An event that other sources
 * joined stays with their evidence. */
static gboolean
clear_waiting (RisalahConnection *connection, gint64 source, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GArray) events = NULL;

  rows = risalah_connection_query (connection, error,
                                   "SELECT DISTINCT e.event FROM evidence e"
                                   " JOIN source_text t ON t.id = e.source_text"
                                   " JOIN event v ON v.id = e.event WHERE t.source = ?"
                                   " AND v.review = 'suggested' AND v.deleted_at IS NULL",
                                   "i", source);
  if (rows == NULL || (events = risalah_connection_read_ids (rows, error)) == NULL)
    return FALSE;
  if (!risalah_connection_run (connection, error, clear_sql, "i", source))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!risalah_connection_run (connection, error,
                                 "DELETE FROM event WHERE id = ?1"
                                 " AND NOT EXISTS (SELECT 1 FROM evidence"
                                 "   WHERE event = ?1 OR from_event = ?1)"
                                 " AND NOT EXISTS (SELECT 1 FROM event WHERE merged_into = ?1)",
                                 "i", g_array_index (events, gint64, i)))
      return FALSE;
  return TRUE;
}

/* An event with this key that the analyst has decided, or that was merged or changed. */
static gboolean
find_decided (RisalahConnection *connection, const char *key, gint64 *event, GError **error)
{
  *event = 0;
  return key == NULL
         || risalah_connection_read_int64 (
             connection, event, error,
             "SELECT id FROM event WHERE suggestion_key = ?1 UNION ALL"
             " SELECT event FROM evidence WHERE suggestion_key = ?1"
             " LIMIT 1",
             "t", key);
}

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  const RisalahParty *first = *(RisalahParty *const *)a, *second = *(RisalahParty *const *)b;
  int order = strcmp (first->kind, second->kind);

  return order != 0 ? order : strcmp (first->key, second->key);
}

static gboolean
have_same_parties (const RisalahEvent *event, const RisalahEvent *other)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) second = g_ptr_array_new ();

  g_ptr_array_extend (first, event->parties, NULL, NULL);
  g_ptr_array_extend (second, other->parties, NULL, NULL);
  if (first->len != second->len || first->len == 0)
    return FALSE;
  g_ptr_array_sort (first, compare_parties);
  g_ptr_array_sort (second, compare_parties);
  for (guint i = 0; i < first->len; i++)
    if (compare_parties (&first->pdata[i], &second->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* An event of other sources that tells the same happening; 0 where there is none. */
static gboolean
find_joinable (RisalahConnection *connection,
               const RisalahEvent *event,
               gint64 source,
               gint64 *found,
               GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  gboolean has_earliest, has_latest;
  gint64 earliest, latest;
  RisalahStep step;

  *found = 0;
  if (event->edtf == NULL || event->parties->len == 0
      || !risalah_edtf_get_bounds (event->edtf, &earliest, &has_earliest, &latest, &has_latest,
                                   NULL)
      || !has_earliest || !has_latest || latest - earliest >= MOST_DAYS_TO_JOIN)
    return TRUE;
  rows = risalah_connection_query (
      connection, error,
      "SELECT v.id FROM event v WHERE v.earliest BETWEEN ?1 - 2 AND ?2 AND v.latest >= ?1"
      " AND v.latest - v.earliest < ?3 AND v.deleted_at IS NULL AND v.merged_into IS NULL"
      " AND v.review <> 'rejected' AND v.kind = ?4 AND v.is_talk = ?5 AND NOT EXISTS"
      "  (SELECT 1 FROM evidence e JOIN source_text t ON t.id = e.source_text"
      "   WHERE e.event = v.id AND t.source = ?6)"
      " ORDER BY (v.review = 'accepted') DESC, v.id",
      "iiitii", earliest, latest, (gint64)MOST_DAYS_TO_JOIN, event->kind, (gint64)event->is_talk,
      source);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      gint64 id = risalah_statement_get_int64 (rows, 0);
      g_autoptr (GPtrArray) others = risalah_events_get_many (connection, &id, 1, FALSE, error);

      if (others == NULL)
        return FALSE;
      if (have_same_parties (event, g_ptr_array_index (others, 0)))
        {
          *found = id;
          return TRUE;
        }
    }
  return step == RISALAH_STEP_DONE;
}

static gboolean
add_evidence_of (RisalahConnection *connection,
                 gint64 id,
                 const RisalahEvent *event,
                 const char *joined_by,
                 GError **error)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      RisalahEvidence evidence = *(RisalahEvidence *)g_ptr_array_index (event->evidence, i);

      evidence.joined_by = (char *)joined_by;
      if (risalah_events_store_evidence (connection, id, &evidence, event->suggestion_key, error)
          == 0)
        return FALSE;
    }
  return risalah_events_touch (connection, id, error);
}

static gboolean
suggest_one (RisalahConnection *connection,
             gint64 source,
             const RisalahEvent *event,
             GError **error)
{
  gint64 known, joinable;

  if (!find_decided (connection, event->suggestion_key, &known, error))
    return FALSE;
  if (known != 0)
    return TRUE;
  if (!find_joinable (connection, event, source, &joinable, error))
    return FALSE;
  if (joinable != 0)
    return add_evidence_of (connection, joinable, event, "automatic", error);
  return risalah_events_add (connection, event, error) != 0;
}

/**
 * risalah_events_suggest:
 * @connection: a connection in a writing transaction
 * @text: the text that was analysed
 * @events: (element-type RisalahEvent): what was found; the text of their evidence, and how it was
 *   joined, are set by this
 * @error: return location for an error
 *
 * Returns: whether the suggestions are in
 */
gboolean
risalah_events_suggest (RisalahConnection *connection,
                        gint64 text,
                        GPtrArray *events,
                        GError **error)
{
  gint64 source;

  if (!find_source (connection, text, &source, error) || !clear_waiting (connection, source, error))
    return FALSE;
  risalah_connection_touch (connection, RISALAH_FAMILY_EVENTS);
  for (guint i = 0; i < events->len; i++)
    {
      RisalahEvent *event = g_ptr_array_index (events, i);

      event->review = RISALAH_REVIEW_SUGGESTED;
      for (guint j = 0; j < event->evidence->len; j++)
        {
          RisalahEvidence *evidence = g_ptr_array_index (event->evidence, j);

          evidence->text = text;
          if (evidence->joined_by == NULL)
            evidence->joined_by = g_strdup ("suggestion");
        }
      if (!suggest_one (connection, source, event, error))
        return FALSE;
    }
  return risalah_events_renew_source (connection, source, error);
}
