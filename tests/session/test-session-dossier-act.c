/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on dossiers, each of them undone: they take back what they changed and nothing else. */

#include "risalah-dossier-act.h"
#include "risalah-dossiers.h"
#include "risalah-library-error.h"
#include "risalah-search.h"
#include "session-harness.h"

typedef struct
{
  GError *error;
  gboolean is_done;
} Waiting;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->is_done = TRUE;
  risalah_library_write_finish (RISALAH_LIBRARY (source), result, &waiting->error);
}

/* Does or undoes it; the error, %NULL where there is none. */
static GError *
try (SessionFixture *fixture, RisalahDossierAct *act, gboolean undo)
{
  Waiting waiting = { 0 };

  (undo ? risalah_dossier_act_undo_async
        : risalah_dossier_act_do_async) (act, risalah_session_get_library (fixture->session), NULL,
                                         done_cb, &waiting);
  while (!waiting.is_done)
    g_main_context_iteration (NULL, TRUE);
  return waiting.error;
}

static void
assert_done (SessionFixture *fixture, RisalahDossierAct *act, const char *expected)
{
  g_autoptr (GError) error = try (fixture, act, FALSE);
  g_autofree char *what = NULL;

  g_assert_no_error (error);
  what = risalah_dossier_act_describe (act);
  g_assert_cmpstr (what, ==, expected);
}

static void
assert_undone (SessionFixture *fixture, RisalahDossierAct *act)
{
  g_autoptr (GError) error = try (fixture, act, TRUE);

  g_assert_no_error (error);
}

static void
assert_refused (SessionFixture *fixture, RisalahDossierAct *act, gboolean undo, int code)
{
  g_autoptr (GError) error = try (fixture, act, undo);

  g_assert_error (error, RISALAH_LIBRARY_ERROR, code);
}

static gboolean
list (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) dossiers = risalah_dossiers_list (connection, error);
  GString *text = data;

  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    {
      const RisalahDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *words = g_strdup_printf ("koleksi:\"%s\"", dossier->name);
      g_autoptr (RisalahQuery) query = risalah_query_parse (words, FALSE, error);
      g_autoptr (RisalahSearchResult) result =
          risalah_search_run (connection, query, RISALAH_SORT_ADDED, RISALAH_SEARCH_COMPLETE, NULL,
                              error);

      if (result == NULL)
        return FALSE;
      /* What the dossier says of itself, and what a search in it finds. */
      g_assert_cmpuint (result->ids->len, ==, dossier->n_sources);
      g_string_append_printf (text, "%s%s (%u)%s", text->len > 0 ? "; " : "", dossier->name,
                              dossier->n_sources, dossier->note);
    }
  return TRUE;
}

/* All dossiers with the number of their sources and their notes. */
static void
assert_dossiers (SessionFixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             list, text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
import (SessionFixture *fixture, gint64 sources[3])
{
  sources[0] = session_fixture_import (fixture, "Kapal tiba\n\nDua kapal umpama tiba di Suva.");
  sources[1] = session_fixture_import (fixture, "Dialog selesai\n\nDialog rekaan selesai Kamis.");
  sources[2] = session_fixture_import (fixture, "Radar baru\n\nRadar contoh dipasang di Biak.");
}

typedef struct
{
  const char *name;
  gint64 id;
} Found;

static gboolean
find_name (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Found *found = data;

  found->id = risalah_dossiers_find (connection, found->name, error);
  return found->id > 0;
}

static gint64
find (SessionFixture *fixture, const char *name)
{
  Found found = { name, 0 };
  g_autoptr (GError) error = NULL;

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             find_name, &found, NULL, &error);
  g_assert_no_error (error);
  return found.id;
}

static void
test_fill (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDossierAct) first = NULL, second = NULL, again = NULL, out = NULL;
  gint64 sources[3];
  gint64 dossier;

  import (fixture, sources);
  first = risalah_dossier_act_new_fill (0, " Maritim\n", sources, 2);
  assert_done (fixture, first, "2 articles put into “Maritim”");
  assert_dossiers (fixture, "Maritim (2)");

  /* By its name, however it is written; what was in it stays in it when the act is undone. */
  second = risalah_dossier_act_new_fill (0, "maritim", sources, 3);
  assert_done (fixture, second, "1 article put into “Maritim”");
  assert_dossiers (fixture, "Maritim (3)");
  again = risalah_dossier_act_new_fill (0, "Maritim", sources, 3);
  assert_done (fixture, again, "All of these articles are in “Maritim” already");
  g_assert_false (risalah_dossier_act_has_changed (again));
  assert_undone (fixture, second);
  assert_dossiers (fixture, "Maritim (2)");

  dossier = find (fixture, "Maritim");
  out = risalah_dossier_act_new_take_out (dossier, "Maritim", sources + 1, 2);
  assert_done (fixture, out, "1 article taken out of “Maritim”");
  assert_dossiers (fixture, "Maritim (1)");
  assert_undone (fixture, out);
  assert_dossiers (fixture, "Maritim (2)");

  /* It was made by the first act, and goes with it. */
  assert_undone (fixture, first);
  assert_dossiers (fixture, "");
}

/* A dossier that was made stays where something else came into it since. */
static void
test_make (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDossierAct) made = risalah_dossier_act_new_make ("Pasifik");
  g_autoptr (RisalahDossierAct) twice = risalah_dossier_act_new_make ("PASIFIK");
  g_autoptr (RisalahDossierAct) nameless = risalah_dossier_act_new_make (" \t");
  g_autoptr (RisalahDossierAct) filled = NULL;
  gint64 sources[3];

  import (fixture, sources);
  assert_done (fixture, made, "New dossier: “Pasifik”");
  assert_refused (fixture, twice, FALSE, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  assert_refused (fixture, nameless, FALSE, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  assert_dossiers (fixture, "Pasifik (0)");
  filled = risalah_dossier_act_new_fill (find (fixture, "Pasifik"), NULL, sources, 1);
  assert_done (fixture, filled, "1 article put into “Pasifik”");
  assert_undone (fixture, made);
  assert_dossiers (fixture, "Pasifik (1)");
  assert_undone (fixture, filled);
  assert_undone (fixture, made);
  assert_dossiers (fixture, "");
}

static void
test_change (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDossierAct) one = NULL, two = NULL, named = NULL, taken = NULL, noted = NULL;
  gint64 sources[3];
  gint64 dossier;

  import (fixture, sources);
  one = risalah_dossier_act_new_fill (0, "Radar", sources + 2, 1);
  two = risalah_dossier_act_new_make ("Kapal");
  assert_done (fixture, one, "1 article put into “Radar”");
  assert_done (fixture, two, "New dossier: “Kapal”");
  dossier = find (fixture, "Radar");

  taken = risalah_dossier_act_new_change (dossier, "kapal", "");
  assert_refused (fixture, taken, FALSE, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  assert_dossiers (fixture, "Kapal (0); Radar (1)");

  named = risalah_dossier_act_new_change (dossier, "Pengindraan", " – untuk telaahan");
  assert_done (fixture, named, "“Radar” is called “Pengindraan” now");
  g_assert_cmpstr (risalah_dossier_act_get_before (named), ==, "Radar");
  g_assert_cmpstr (risalah_dossier_act_get_after (named), ==, "Pengindraan");
  assert_dossiers (fixture, "Kapal (0); Pengindraan (1) – untuk telaahan");
  assert_undone (fixture, named);
  assert_dossiers (fixture, "Kapal (0); Radar (1)");

  noted = risalah_dossier_act_new_change (dossier, "Radar", " – lama");
  assert_done (fixture, noted, "The note of “Radar” is changed");
  assert_dossiers (fixture, "Kapal (0); Radar (1) – lama");
  assert_undone (fixture, noted);
  assert_dossiers (fixture, "Kapal (0); Radar (1)");
}

static void
test_delete (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDossierAct) filled = NULL, deleted = NULL, other = NULL, gone = NULL;
  gint64 sources[3];
  gint64 dossier;

  import (fixture, sources);
  filled = risalah_dossier_act_new_fill (0, "Radar", sources, 3);
  assert_done (fixture, filled, "3 articles put into “Radar”");
  dossier = find (fixture, "Radar");
  deleted = risalah_dossier_act_new_delete (dossier);
  assert_done (fixture, deleted, "Dossier deleted: “Radar”. Its articles stay.");
  g_assert_null (risalah_dossier_act_get_after (deleted));
  assert_dossiers (fixture, "");
  gone = risalah_dossier_act_new_fill (dossier, NULL, sources, 1);
  assert_refused (fixture, gone, FALSE, RISALAH_LIBRARY_ERROR_NOT_FOUND);
  assert_undone (fixture, deleted);
  assert_dossiers (fixture, "Radar (3)");

  /* It does not come back beside another of its name. */
  g_clear_pointer (&deleted, risalah_dossier_act_unref);
  deleted = risalah_dossier_act_new_delete (dossier);
  assert_done (fixture, deleted, "Dossier deleted: “Radar”. Its articles stay.");
  other = risalah_dossier_act_new_make ("radar");
  assert_done (fixture, other, "New dossier: “radar”");
  assert_refused (fixture, deleted, TRUE, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  assert_dossiers (fixture, "radar (0)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("dossier-act/fill", test_fill);
  SESSION_TEST ("dossier-act/make", test_make);
  SESSION_TEST ("dossier-act/change", test_change);
  SESSION_TEST ("dossier-act/delete", test_delete);
  return g_test_run ();
}
