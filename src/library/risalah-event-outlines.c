/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One statement for each event: a hundred thousand of them in a fraction of a second. */

#include "risalah-event-outlines.h"

#include "risalah-connection-private.h"

#define OUTLINE_SQL(groups)                                                                        \
  "SELECT v.title, v.kind, v.edtf, v.mod, v.status, v.review,"                                     \
  " CASE WHEN v.earliest IS NULL AND v.latest IS NULL THEN"                                        \
  " (SELECT min (s.earliest) FROM evidence e JOIN source_text t ON t.id = e.source_text"           \
  " JOIN source s ON s.id = t.source WHERE e.event = v.id AND e.deleted_at IS NULL"                \
  " AND s.deleted_at IS NULL) END, " groups " FROM event v WHERE v.id = ?"

static const char *const statements[] = {
  [RISALAH_EVENT_GROUPS_NONE] = OUTLINE_SQL ("NULL"),
  [RISALAH_EVENT_GROUPS_COUNTRIES] =
      OUTLINE_SQL ("(SELECT group_concat (p.key, char (9)) FROM event_party p"
                   " WHERE p.event = v.id AND p.kind = 'country')"),
  [RISALAH_EVENT_GROUPS_DOSSIERS] = OUTLINE_SQL (
      "(SELECT group_concat (name, char (9)) FROM (SELECT DISTINCT d.name FROM evidence e"
      " JOIN source_text t ON t.id = e.source_text"
      " JOIN dossier_source g ON g.source = t.source JOIN dossier d ON d.id = g.dossier"
      " WHERE e.event = v.id AND e.deleted_at IS NULL AND d.deleted_at IS NULL))"),
};

enum
{
  COLUMN_TITLE,
  COLUMN_KIND,
  COLUMN_EDTF,
  COLUMN_MOD,
  COLUMN_STATUS,
  COLUMN_REVIEW,
  COLUMN_REPORTED,
  COLUMN_GROUPS,
};

static void
fill (RisalahEventOutline *outline, RisalahStatement *row)
{
  const char *title = risalah_statement_get_text (row, COLUMN_TITLE, NULL);
  const char *mod = risalah_statement_get_text (row, COLUMN_MOD, NULL);

  outline->title = title != NULL ? title : "";
  outline->kind = risalah_statement_get_text (row, COLUMN_KIND, NULL);
  outline->edtf = risalah_statement_get_text (row, COLUMN_EDTF, NULL);
  outline->mod = RISALAH_EDTF_MOD_NONE;
  if (mod != NULL)
    risalah_edtf_mod_from_string (mod, &outline->mod);
  risalah_event_status_from_string (risalah_statement_get_text (row, COLUMN_STATUS, NULL),
                                    &outline->status);
  risalah_review_from_string (risalah_statement_get_text (row, COLUMN_REVIEW, NULL),
                              &outline->review);
  outline->groups = risalah_statement_get_text (row, COLUMN_GROUPS, NULL);
  outline->is_reported = !risalah_statement_is_null (row, COLUMN_REPORTED);
  outline->reported = risalah_statement_get_int64 (row, COLUMN_REPORTED);
}

/**
 * risalah_event_outlines_read:
 * @connection: a connection
 * @ids: (array length=n_ids): events
 * @n_ids: how many
 * @groups: what groups are wanted
 * @func: (scope call): called for each event that is there, in that order
 * @user_data: handed to @func
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
risalah_event_outlines_read (RisalahConnection *connection,
                             const gint64 *ids,
                             gsize n_ids,
                             RisalahEventGroups groups,
                             RisalahEventOutlineFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_prepare (connection, statements[groups], error);

  if (row == NULL)
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    {
      RisalahEventOutline outline = { .id = ids[i] };
      RisalahStep step;

      risalah_statement_reset (row);
      risalah_statement_bind_int64 (row, 1, ids[i]);
      step = risalah_statement_step (row, error);
      if (step == RISALAH_STEP_ERROR)
        return FALSE;
      if (step == RISALAH_STEP_DONE)
        continue;
      fill (&outline, row);
      func (&outline, user_data);
    }
  return TRUE;
}
