/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging and splitting events: evidence moves, and remembers where it came from; nothing is
 * overwritten. */

#include <glib/gi18n-lib.h>

#include "risalah-events-private.h"

/* Whether both stand, neither merged nor deleted. */
static gboolean
check_standing (RisalahConnection *connection, gint64 id, gint64 into, GError **error)
{
  gint64 n;

  if (!risalah_connection_read_int64 (connection, &n, error,
                                      "SELECT count (*) FROM event WHERE id IN (?1, ?2)"
                                      " AND merged_into IS NULL AND deleted_at IS NULL",
                                      "ii", id, into))
    return FALSE;
  if (n == 2)
    return TRUE;
  g_set_error_literal (
      error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
      _ ("One of the two events is merged or deleted already. Nothing was merged."));
  return FALSE;
}

/**
 * risalah_events_merge:
 * @connection: a connection in a writing transaction
 * @id: an event that tells the same happening
 * @into: the event that stays
 * @error: return location for an error
 *
 * Returns: whether they are one
 */
gboolean
risalah_events_merge (RisalahConnection *connection, gint64 id, gint64 into, GError **error)
{
  /* What came to @id by an earlier merge goes on with it: those events are merged into @into too,
   * so that each of them can be taken out again. */
  return check_standing (connection, id, into, error)
         && risalah_events_touch (connection, id, error)
         && risalah_events_touch (connection, into, error)
         && risalah_connection_run (connection, error,
                                    "UPDATE evidence SET event = ?1,"
                                    " from_event = coalesce (from_event, ?2), modified_at = ?3"
                                    " WHERE event = ?2",
                                    "iii", into, id, risalah_connection_get_time (connection))
         && risalah_connection_run (connection, error,
                                    "UPDATE event SET merged_into = ? WHERE merged_into = ?", "ii",
                                    into, id)
         && risalah_connection_run (connection, error,
                                    "UPDATE event SET merged_into = ? WHERE id = ?", "ii", into, id)
         && risalah_events_renew_kinds (connection, into, error);
}

/**
 * risalah_events_unmerge:
 * @connection: a connection in a writing transaction
 * @id: an event that was merged into another
 * @error: return location for an error
 *
 * Returns: whether it stands by itself again, with its evidence
 */
gboolean
risalah_events_unmerge (RisalahConnection *connection, gint64 id, GError **error)
{
  gint64 into;

  if (!risalah_connection_read_int64 (connection, &into, error,
                                      "SELECT merged_into FROM event WHERE id = ?", "i", id))
    return FALSE;
  if (into == 0)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return FALSE;
    }
  return risalah_events_touch (connection, id, error)
         && risalah_events_touch (connection, into, error)
         && risalah_connection_run (connection, error,
                                    "UPDATE evidence SET event = ?1, from_event = NULL,"
                                    " modified_at = ?2 WHERE from_event = ?1",
                                    "ii", id, risalah_connection_get_time (connection))
         && risalah_connection_run (connection, error,
                                    "UPDATE event SET merged_into = NULL WHERE id = ?", "i", id)
         && risalah_events_renew_kinds (connection, into, error)
         && risalah_events_renew_kinds (connection, id, error);
}

static gboolean
move_evidence (RisalahConnection *connection,
               gint64 from,
               gint64 to,
               const gint64 *evidence,
               gsize n_evidence,
               GError **error)
{
  for (gsize i = 0; i < n_evidence; i++)
    if (!risalah_connection_change_one (connection, error,
                                        "UPDATE evidence SET event = ?, from_event = NULL,"
                                        " joined_by = 'analyst', modified_at = ?"
                                        " WHERE id = ? AND event = ?",
                                        "iiii", to, risalah_connection_get_time (connection),
                                        evidence[i], from))
      return FALSE;
  return TRUE;
}

/**
 * risalah_events_split:
 * @connection: a connection in a writing transaction
 * @id: an event
 * @evidence: (array length=n_evidence): some of its evidence, not all
 * @n_evidence: how many
 * @error: return location for an error
 *
 * Returns: an event of its own with that evidence and the same fields and parties, 0 on an error
 */
gint64
risalah_events_split (RisalahConnection *connection,
                      gint64 id,
                      const gint64 *evidence,
                      gsize n_evidence,
                      GError **error)
{
  g_autoptr (RisalahEvent) event = risalah_events_get (connection, id, error);
  gint64 other;

  if (event == NULL)
    return 0;
  if (n_evidence == 0 || n_evidence >= event->evidence->len)
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
                           _ ("Choose some of the event’s evidence, not all of it. Nothing was "
                              "split."));
      return 0;
    }
  g_clear_pointer (&event->uid, g_free);
  g_clear_pointer (&event->suggestion_key, g_free);
  g_ptr_array_set_size (event->evidence, 0);
  other = risalah_events_add (connection, event, error);
  return other != 0 && move_evidence (connection, id, other, evidence, n_evidence, error)
                 && risalah_events_touch (connection, id, error)
                 && risalah_events_renew_kinds (connection, id, error)
                 && risalah_events_renew_kinds (connection, other, error)
             ? other
             : 0;
}

/* Where the value of a field of evidence stands in its event. */
static const char *
find_column (const char *field)
{
  static const char *const columns[] = { "kind", "place", "status", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (field, columns[i]) == 0)
      return columns[i];
  return NULL;
}

/* A date that a source states is no date of the analyst's own. */
static gboolean
take_date (RisalahConnection *connection, gint64 event, const char *edtf, GError **error)
{
  return risalah_connection_run (connection, error,
                                 "UPDATE event SET found_edtf = ?, found_mod = NULL WHERE id = ?",
                                 "ti", edtf, event)
         && risalah_events_set_date (connection, event, NULL, RISALAH_EDTF_MOD_NONE, NULL, error);
}

static gboolean
take_value (RisalahConnection *connection,
            gint64 event,
            const char *field,
            const char *value,
            GError **error)
{
  const char *column = find_column (field);
  g_autofree char *sql = NULL;

  if (g_str_equal (field, "date"))
    return take_date (connection, event, value, error);
  if (column == NULL)
    {
      g_set_error_literal (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("This evidence states no value that the event could take. Nothing was "
             "changed."));
      return FALSE;
    }
  sql = g_strdup_printf ("UPDATE event SET %s = ? WHERE id = ?", column);
  return risalah_connection_run (connection, error, sql, "ti", value, event);
}

/**
 * risalah_events_decide:
 * @connection: a connection in a writing transaction
 * @evidence: a piece of evidence with a value
 * @error: return location for an error
 *
 * The event takes that value. The evidence counts as joined by the analyst from now on, which says
 * that its field is decided; what other evidence says stays beside it.
 *
 * Returns: whether the event has the value
 */
gboolean
risalah_events_decide (RisalahConnection *connection, gint64 evidence, GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autofree char *field = NULL, *value = NULL;
  gint64 event;

  row = risalah_connection_query (connection, error,
                                  "SELECT event, field, coalesce (value, '') FROM evidence"
                                  " WHERE id = ? AND deleted_at IS NULL",
                                  "i", evidence);
  if (row == NULL)
    return FALSE;
  switch (risalah_statement_step (row, error))
    {
    case RISALAH_STEP_ERROR:
      return FALSE;
    case RISALAH_STEP_DONE:
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return FALSE;
    case RISALAH_STEP_ROW:
      break;
    }
  event = risalah_statement_get_int64 (row, 0);
  field = g_strdup (risalah_statement_get_text (row, 1, NULL));
  value = g_strdup (risalah_statement_get_text (row, 2, NULL));
  return take_value (connection, event, *value != '\0' ? field : "", value, error)
         && risalah_connection_run (connection, error,
                                    "UPDATE evidence SET joined_by = CASE WHEN id = ?1 THEN"
                                    " 'analyst' WHEN joined_by = 'analyst' THEN 'suggestion'"
                                    " ELSE joined_by END WHERE event = ?2 AND field = ?3",
                                    "iit", evidence, event, field)
         && risalah_events_touch (connection, event, error)
         && risalah_events_renew_kinds (connection, event, error);
}
