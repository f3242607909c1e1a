/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example dossier comes in whole, twice without a change, and its briefs check out. */

#include <glib/gstdio.h>
#include <string.h>

#include "risalah-checking.h"
#include "risalah-delivery.h"
#include "risalah-document-xhtml.h"
#include "risalah-dossier-folder.h"
#include "risalah-events.h"
#include "risalah-library.h"
#include "risalah-open-brief.h"
#include "session-harness.h"

static gboolean
count_events (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
              GError **error)
{
  guint *count = data;
  const RisalahEventFilter filter = { .review = 1u << RISALAH_REVIEW_ACCEPTED };
  g_autoptr (GArray) ids = risalah_events_list (connection, &filter, error);

  *count = ids != NULL ? ids->len : 0;
  return ids != NULL;
}

static void
test_example (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  guint n_first = 0, n_second = 0;

  g_assert_true (risalah_session_import_dossier_folder (fixture->session, NULL, &first, NULL,
                                                        &error));
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, >=, 24);
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             count_events, &n_first, NULL, &error);
  g_assert_true (risalah_session_import_dossier_folder (fixture->session, NULL, &second, NULL,
                                                        &error));
  g_assert_no_error (error);
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             count_events, &n_second, NULL, &error);
  g_assert_cmpuint (n_first, >=, 12);
  g_assert_cmpuint (n_first, ==, n_second);
}

static void
test_check (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;

  g_assert_true (risalah_session_import_dossier_folder (fixture->session, NULL, &results, NULL,
                                                        &error));
  for (gint64 brief = 1; brief <= 2; brief++)
    {
      g_autoptr (GPtrArray) findings
          = risalah_session_check_brief (fixture->session, brief, &error);

      g_assert_no_error (error);
      /* Nothing in a finished example says what its sources do not. */
      for (guint i = 0; i < findings->len; i++)
        {
          const RisalahFinding *finding = g_ptr_array_index (findings, i);

          g_test_message ("%s: %s", finding->rule, finding->message);
          g_assert_cmpint (finding->severity, !=, RISALAH_SEVERITY_ERROR);
        }
    }
}

/* A timeline excerpt is drawn from the accepted events; one with a query is left out. */
static void
test_timeline (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (RisalahDocument) document = NULL;
  g_autoptr (RisalahEdition) edition = NULL;
  g_autoptr (RisalahPlate) plate = NULL;
  RisalahFigure figure = { .group = (char *)"country" };

  g_assert_true (risalah_session_import_dossier_folder (fixture->session, NULL, &results, NULL,
                                                        &error));
  document = risalah_document_from_xhtml (
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\"><head><title>Lini masa</title>"
      "</head><body><figure class=\"timeline\"><figcaption>Peristiwa</figcaption></figure>"
      "</body></html>",
      -1, &error);
  g_assert_no_error (error);
  edition = risalah_session_create_edition (fixture->session, document, NULL, &error);
  g_assert_no_error (error);
  plate = edition->make_plate (&figure, 400, edition->user_data);
  g_assert_nonnull (plate);
  g_assert_cmpfloat (plate->width, ==, 400);
  g_assert_cmpfloat (plate->height, >, 60);
  figure.filter = (char *)"dermaga";
  g_assert_null (edition->make_plate (&figure, 400, edition->user_data));
}

/* The brief with a timeline at its end. */
static RisalahDocument *
add_timeline (RisalahDocument *document)
{
  const RisalahFigure figure = { 0 };
  g_autoptr (RisalahBriefBlock) block = risalah_brief_block_new_figure (&figure, NULL);

  return risalah_document_splice (document, risalah_document_get_n_blocks (document), 0, &block, 1);
}

static char *
read_pdf (const char *path)
{
  const char *const arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *out = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);
  words = g_strsplit_set (out, " \n\f", -1);
  return g_strjoinv (" ", words);
}

/* Each mark of a printed timeline has the number of its line in the table of events, which is
 * printed with it; an event without a date stands in the table alone. */
static void
test_numbered_marks (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (RisalahOpenBrief) brief = NULL;
  g_autoptr (RisalahDocument) document = NULL;
  g_autoptr (RisalahEdition) edition = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "marks.pdf", NULL);
  g_autofree char *text = NULL;
  guint n_dated = 0, n_undated = 0;

  g_assert_true (risalah_session_import_dossier_folder (fixture->session, NULL, &results, NULL,
                                                        &error));
  brief = risalah_session_open_brief (fixture->session, 2, &error);
  g_assert_no_error (error);
  document = add_timeline (risalah_open_brief_get_document (brief));
  edition = risalah_session_create_edition (fixture->session, document, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (risalah_edition_export (edition, RISALAH_FORMAT_PDF, path, NULL, NULL, NULL, NULL,
                                         &error));
  text = read_pdf (path);
  for (guint i = 0; i < edition->events->len; i++)
    {
      const RisalahEventLine *line = g_ptr_array_index (edition->events, i);
      g_autofree char *beginning = g_utf8_substring (line->title, 0, 8);
      g_autofree char *mark = g_strdup_printf (" %u %s", i + 1, beginning);

      g_assert_true ((strstr (text, mark) != NULL) == (line->date != NULL));
      n_dated += line->date != NULL;
      n_undated += line->date == NULL;
    }
  g_assert_cmpuint (n_dated, >=, 10);
  g_assert_cmpuint (n_undated, >, 0);
  g_assert_nonnull (strstr (text, "Event table"));
  g_assert_nonnull (strstr (text, " undated "));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST ("dossier-folder/example", test_example);
  SESSION_TEST ("dossier-folder/check", test_check);
  SESSION_TEST ("dossier-folder/timeline", test_timeline);
  SESSION_TEST ("dossier-folder/numbered-marks", test_numbered_marks);
  return g_test_run ();
}
