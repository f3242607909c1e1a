/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's own glossary: what is typed is kept, and a search uses it. */

#include "risalah-library.h"
#include "risalah-own-words.h"
#include "risalah-search.h"
#include "risalah-text-error.h"
#include "session-harness.h"

static gboolean
search (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (RisalahQuery) query = risalah_query_parse ("ghost ship", FALSE, error);
  g_autoptr (RisalahSearchResult) result
      = risalah_search_run (connection, query, RISALAH_SORT_RELEVANCE, RISALAH_SEARCH_COMPLETE,
                            cancellable, error);

  if (result == NULL)
    return FALSE;
  *(guint *)data = result->total;
  return TRUE;
}

static guint
count_found (SessionFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n_found = 0;

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             search, &n_found, NULL, &error);
  g_assert_no_error (error);
  return n_found;
}

static void
test_search (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  session_fixture_import (fixture,
                          "Kapal hantu\n\nSebuah kapal hantu terlihat di Laut Contoh kemarin.");
  g_assert_cmpuint (count_found (fixture), ==, 0);
  g_assert_true (risalah_own_words_save ("kapal hantu; ghost ship\n", &error));
  g_assert_no_error (error);

  risalah_session_close (fixture->session);
  g_clear_object (&fixture->session);
  fixture->session = risalah_session_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_found (fixture), ==, 1);
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = risalah_own_words_load (&error);
  g_autofree char *kept = NULL;
  g_autofree char *still = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (none, ==, "");
  g_assert_true (risalah_own_words_save (" satu ;  one; uno \n\nratu;queen\n", &error));
  kept = risalah_own_words_load (&error);
  g_assert_cmpstr (kept, ==, "satu; one; uno\nratu; queen\n");

  /* A word alone is said to be wrong, and what was kept stays. */
  g_assert_false (risalah_own_words_save ("dua; two\ntiga\n", &error));
  g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY);
  g_assert_nonnull (strstr (error->message, "tiga"));
  still = risalah_own_words_load (NULL);
  g_assert_cmpstr (still, ==, kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/own-words/lines", test_lines);
  SESSION_TEST ("own-words/search", test_search);
  return g_test_run ();
}
