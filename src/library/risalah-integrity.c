/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at everything once: SQLite's own pages and references, then each SHA-256, then whether each
 * quotation still stands where it says, then the index. */

#include "risalah-integrity.h"

#include <glib/gi18n-lib.h>

#include "risalah-briefs.h"
#include "risalah-connection-private.h"
#include "risalah-index-private.h"
#include "risalah-media.h"
#include "risalah-originals.h"
#include "risalah-quotations.h"
#include "risalah-source-texts.h"

typedef struct
{
  RisalahConnection *connection;
  GCancellable *cancellable;
  GPtrArray *problems;
} Check;

/* Looks at one row: sets an error of the library's domain where something is wrong with it. */
typedef gboolean (*LookFunc) (Check *check, RisalahStatement *row, GError **error);

/**
 * risalah_problem_free:
 * @self: (transfer full) (nullable): a problem
 */
void
risalah_problem_free (RisalahProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->message);
  g_free (self->where);
  g_free (self);
}

static void
add_problem (Check *check, const char *rule, const char *message, const char *where)
{
  RisalahProblem *problem = g_new0 (RisalahProblem, 1);

  problem->rule = g_strdup (rule);
  problem->message = g_strdup (message);
  problem->where = g_strdup (where);
  g_ptr_array_add (check->problems, problem);
}

/* Each row of @sql, whose first column says what it is about. */
static gboolean
look_at_rows (Check *check, const char *rule, const char *sql, LookFunc look, GError **error)
{
  g_autoptr (RisalahStatement) rows = risalah_connection_query (check->connection, error, sql, "");
  RisalahStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      g_autoptr (GError) problem = NULL;

      if (g_cancellable_is_cancelled (check->cancellable))
        {
          g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                               _ ("The check was stopped."));
          return FALSE;
        }
      if (!look (check, rows, &problem))
        add_problem (check, rule, problem->message, risalah_statement_get_text (rows, 0, NULL));
    }
  return step == RISALAH_STEP_DONE;
}

static gboolean
look_at_page (Check *check, RisalahStatement *row, GError **error)
{
  const char *message = risalah_statement_get_text (row, 0, NULL);

  if (g_strcmp0 (message, "ok") == 0)
    return TRUE;
  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
               _ ("The library’s file is damaged: %s."), message);
  return FALSE;
}

static gboolean
look_at_reference (Check *check, RisalahStatement *row, GError **error)
{
  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
               _ ("Something in “%s” points to what is gone from “%s”."),
               risalah_statement_get_text (row, 0, NULL),
               risalah_statement_get_text (row, 2, NULL));
  return FALSE;
}

static gboolean
look_at_text (Check *check, RisalahStatement *row, GError **error)
{
  g_autoptr (RisalahSourceText) text =
      risalah_source_texts_get (check->connection, risalah_statement_get_int64 (row, 1), error);
  return text != NULL;
}

static gboolean
look_at_original (Check *check, RisalahStatement *row, GError **error)
{
  g_autoptr (GBytes) bytes =
      risalah_originals_get_bytes (check->connection, risalah_statement_get_int64 (row, 1), error);
  return bytes != NULL;
}

static gboolean
look_at_media (Check *check, RisalahStatement *row, GError **error)
{
  g_autofree char *name = g_ascii_strdown (risalah_statement_get_text (row, 0, NULL), -1);
  g_autoptr (GBytes) bytes = risalah_media_get (check->connection, name, NULL, error);

  return bytes != NULL;
}

static gboolean
look_at_brief (Check *check, RisalahStatement *row, GError **error)
{
  g_autoptr (RisalahBriefRecord) brief =
      risalah_briefs_get (check->connection, risalah_statement_get_int64 (row, 1), error);
  return brief != NULL;
}

static gboolean
look_at_version (Check *check, RisalahStatement *row, GError **error)
{
  g_autofree char *body =
      risalah_briefs_get_version (check->connection, risalah_statement_get_int64 (row, 1), error);
  return body != NULL;
}

static gboolean
look_at_quotation (Check *check, RisalahStatement *row, GError **error)
{
  g_autoptr (RisalahStoredQuotation) stored =
      risalah_quotations_get (check->connection, risalah_statement_get_int64 (row, 1), error);
  g_autoptr (RisalahSourceText) text = NULL;

  if (stored == NULL)
    return FALSE;
  /* A damaged text is a problem of its own. */
  text = risalah_source_texts_get (check->connection, stored->text, NULL);
  if (text == NULL
      || risalah_quotation_verify (stored->quotation, text->text, NULL) == RISALAH_VERDICT_EXACT)
    return TRUE;
  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
               _ ("The quotation “%s” does not stand in its source where it says."),
               stored->quotation->exact);
  return FALSE;
}

static gboolean
look_at_index (Check *check, GError **error)
{
  RisalahIndexState state;
  gint64 missing;

  if (!risalah_index_check (check->connection, &state, error)
      || !risalah_connection_read_int64 (check->connection, &missing, error,
                                         "SELECT (SELECT count (*) FROM source WHERE deleted_at IS"
                                         " NULL AND current_text IS NOT NULL)"
                                         " - (SELECT count (*) FROM source_fts_docsize)",
                                         ""))
    return FALSE;
  if (state == RISALAH_INDEX_OUTDATED)
    add_problem (check, "index",
                 _ ("The index of words was made by other rules than today’s. "
                    "Rebuild it."),
                 NULL);
  else if (missing != 0)
    add_problem (check, "index",
                 _ ("The index of words does not hold what the library holds. "
                    "Rebuild it."),
                 NULL);
  return TRUE;
}

/**
 * risalah_integrity_check:
 * @connection: a connection
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahProblem): what is wrong, empty where
 *   nothing is; %NULL where the check itself could not be made
 */
GPtrArray *
risalah_integrity_check (RisalahConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_problem_free);
  Check check = { connection, cancellable, problems };

  if (look_at_rows (&check, "page", "PRAGMA quick_check (20)", look_at_page, error)
      && look_at_rows (&check, "reference", "PRAGMA foreign_key_check", look_at_reference, error)
      && look_at_rows (&check, "text", "SELECT uid, id FROM source_text", look_at_text, error)
      && look_at_rows (&check, "original",
                       "SELECT s.uid, o.id FROM original o JOIN source s ON s.id = o.source",
                       look_at_original, error)
      && look_at_rows (&check, "media", "SELECT hex (sha256) FROM media", look_at_media, error)
      && look_at_rows (&check, "brief", "SELECT uid, id FROM brief", look_at_brief, error)
      && look_at_rows (&check, "version",
                       "SELECT b.uid, v.id FROM brief_version v JOIN brief b ON b.id = v.brief",
                       look_at_version, error)
      && look_at_rows (&check, "quotation", "SELECT uid, id FROM quotation", look_at_quotation,
                       error)
      && look_at_index (&check, error))
    return g_steal_pointer (&problems);
  return NULL;
}
