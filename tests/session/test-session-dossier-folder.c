/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example dossier comes in whole, twice without a change, and its briefs check out. */

#include "risalah-checking.h"
#include "risalah-delivery.h"
#include "risalah-document-xhtml.h"
#include "risalah-dossier-folder.h"
#include "risalah-events.h"
#include "risalah-library.h"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST ("dossier-folder/example", test_example);
  SESSION_TEST ("dossier-folder/check", test_check);
  SESSION_TEST ("dossier-folder/timeline", test_timeline);
  return g_test_run ();
}
