/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of "event", "event_party" and "evidence" as they were. Nothing that an act touches is ever
 * erased, so putting back is writing the old values over the new ones; what was made since is
 * marked as deleted. */

#include "risalah-event-state.h"

#include <glib/gi18n-lib.h>

#include "risalah-events-private.h"

/* What acts change, the id first. What is not listed is fixed when the row is made. */
#define EVENT_COLUMNS                                                                              \
  "id, title, kind, edtf, mod, earliest, latest, date_by_analyst, date_reason, place, status, "    \
  "note,"                                                                                          \
  " review, merged_into, is_talk, found_edtf, found_mod, deleted_at"
#define N_EVENT_COLUMNS    18
#define PARTY_COLUMNS      "event, position, kind, key, name"
#define N_PARTY_COLUMNS    5
#define EVIDENCE_COLUMNS   "id, event, voice, credibility, joined_by, from_event, deleted_at"
#define N_EVIDENCE_COLUMNS 7

struct _RisalahEventState
{
  GArray *ids;       /* (element-type gint64) */
  GPtrArray *events; /* (element-type GPtrArray): rows of sqlite3_value */
  GPtrArray *parties;
  GPtrArray *evidence;
};

static void
value_free (gpointer data)
{
  sqlite3_value_free (data);
}

static gboolean
read_rows (RisalahConnection *connection,
           GPtrArray *rows,
           const char *sql,
           guint n_columns,
           gint64 id,
           GError **error)
{
  g_autoptr (RisalahStatement) statement =
      risalah_connection_query (connection, error, sql, "i", id);
  RisalahStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = risalah_statement_step (statement, error)) == RISALAH_STEP_ROW)
    {
      GPtrArray *row = g_ptr_array_new_full (n_columns, value_free);

      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (row, risalah_statement_dup_value (statement, (int)i));
      g_ptr_array_add (rows, row);
    }
  return step == RISALAH_STEP_DONE;
}

static gboolean
write_row (RisalahConnection *connection, const char *sql, GPtrArray *row, GError **error)
{
  g_autoptr (RisalahStatement) statement = risalah_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->len; i++)
    risalah_statement_bind_value (statement, (int)i + 1, g_ptr_array_index (row, i));
  return risalah_statement_step (statement, error) == RISALAH_STEP_DONE;
}

static RisalahEventState *
state_new (void)
{
  RisalahEventState *self = g_new0 (RisalahEventState, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->parties = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return self;
}

/**
 * risalah_event_state_free:
 * @self: (transfer full) (nullable): a state
 */
void
risalah_event_state_free (RisalahEventState *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static gboolean
has_id (const RisalahEventState *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Adds an event and those that are merged into it. */
static gboolean
add_with_merged (RisalahConnection *connection, RisalahEventState *self, gint64 id, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GArray) merged = NULL;

  risalah_event_state_add_made (self, id);
  rows = risalah_connection_query (connection, error, "SELECT id FROM event WHERE merged_into = ?",
                                   "i", id);
  if (rows == NULL || (merged = risalah_connection_read_ids (rows, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < merged->len; i++)
    risalah_event_state_add_made (self, g_array_index (merged, gint64, i));
  return TRUE;
}

static gboolean
read_events (RisalahConnection *connection, RisalahEventState *self, GError **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (!read_rows (connection, self->events, "SELECT " EVENT_COLUMNS " FROM event WHERE id = ?",
                      N_EVENT_COLUMNS, id, error)
          || !read_rows (connection, self->parties,
                         "SELECT " PARTY_COLUMNS " FROM event_party WHERE event = ?",
                         N_PARTY_COLUMNS, id, error)
          || !read_rows (connection, self->evidence,
                         "SELECT " EVIDENCE_COLUMNS " FROM evidence WHERE event = ?",
                         N_EVIDENCE_COLUMNS, id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_event_state_take:
 * @connection: a connection
 * @ids: (element-type gint64): events
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what they are, with their parties and their evidence
 */
RisalahEventState *
risalah_event_state_take (RisalahConnection *connection, GArray *ids, GError **error)
{
  g_autoptr (RisalahEventState) self = state_new ();

  g_return_val_if_fail (connection != NULL && ids != NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    if (!add_with_merged (connection, self, g_array_index (ids, gint64, i), error))
      return NULL;
  return read_events (connection, self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * risalah_event_state_add_made:
 * @self: a state
 * @id: an event that was not there yet when the state was taken
 */
void
risalah_event_state_add_made (RisalahEventState *self, gint64 id)
{
  g_return_if_fail (self != NULL);

  if (!has_id (self, id))
    g_array_append_val (self->ids, id);
}

/* Events and evidence that are there now; those of @self are taken out of this mark below. */
static gboolean
mark_made (RisalahConnection *connection, const RisalahEventState *self, GError **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      gint64 now = risalah_connection_get_time (connection);

      if (!risalah_connection_run (connection, error,
                                   "UPDATE event SET deleted_at = coalesce (deleted_at, ?)"
                                   " WHERE id = ?",
                                   "ii", now, id)
          || !risalah_connection_run (connection, error,
                                      "UPDATE evidence SET deleted_at = coalesce (deleted_at, ?)"
                                      " WHERE event = ?",
                                      "ii", now, id)
          || !risalah_connection_run (connection, error, "DELETE FROM event_party WHERE event = ?",
                                      "i", id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_events (RisalahConnection *connection, const RisalahEventState *self, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    if (!write_row (connection,
                    "UPDATE event SET title = ?2, kind = ?3, edtf = ?4, mod = ?5, earliest = ?6,"
                    " latest = ?7, date_by_analyst = ?8, date_reason = ?9, place = ?10,"
                    " status = ?11, note = ?12, review = ?13, merged_into = ?14, is_talk = ?15,"
                    " found_edtf = ?16, found_mod = ?17, deleted_at = ?18 WHERE id = ?1",
                    g_ptr_array_index (self->events, i), error))
      return FALSE;
  for (guint i = 0; i < self->parties->len; i++)
    if (!write_row (connection,
                    "INSERT INTO event_party (" PARTY_COLUMNS ") VALUES (?, ?, ?, ?, ?)",
                    g_ptr_array_index (self->parties, i), error))
      return FALSE;
  for (guint i = 0; i < self->evidence->len; i++)
    if (!write_row (connection,
                    "UPDATE evidence SET event = ?2, voice = ?3, credibility = ?4, joined_by = ?5,"
                    " from_event = ?6, deleted_at = ?7 WHERE id = ?1",
                    g_ptr_array_index (self->evidence, i), error))
      return FALSE;
  return TRUE;
}

/* Whether no event of @self is gone: an analysis replaces suggestions that wait. */
static gboolean
check_rows (RisalahConnection *connection, const RisalahEventState *self, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->events, i);
      gint64 n;

      if (!risalah_connection_read_int64 (connection, &n, error,
                                          "SELECT count (*) FROM event WHERE id = ?", "i",
                                          sqlite3_value_int64 (g_ptr_array_index (row, 0))))
        return FALSE;
      if (n == 1)
        continue;
      g_set_error_literal (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
          _ ("The article was analysed again since, and the suggestion is no longer "
             "there. Nothing was changed."));
      return FALSE;
    }
  return TRUE;
}

/**
 * risalah_event_state_exchange:
 * @connection: a connection in a writing transaction
 * @self: a state
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what its events were before they were put back
 */
RisalahEventState *
risalah_event_state_exchange (RisalahConnection *connection,
                              RisalahEventState *self,
                              GError **error)
{
  g_autoptr (RisalahEventState) now = NULL;

  g_return_val_if_fail (connection != NULL && self != NULL, NULL);

  if (!check_rows (connection, self, error))
    return NULL;
  now = risalah_event_state_take (connection, self->ids, error);
  if (now == NULL || !mark_made (connection, self, error)
      || !write_events (connection, self, error))
    return NULL;
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (!risalah_events_touch (connection, id, error)
          || !risalah_events_renew_kinds (connection, id, error))
        return NULL;
    }
  return g_steal_pointer (&now);
}
