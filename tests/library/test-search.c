/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed finds what is there, in any form of its words. */

#include "library-fixture.h"
#include "risalah-tags.h"

static void
assert_finds (LibraryFixture *fixture, const char *text, gboolean typing, const char *ids)
{
  g_autofree char *found = library_fixture_find (fixture, text, typing);

  if (g_strcmp0 (found, ids) != 0)
    g_error ("“%s”%s finds “%s”, not “%s”", text, typing ? " (typing)" : "", found, ids);
}

static void
test_forms (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_add (fixture, "Satu", "Kedua menteri membahas pertahanan di Jakarta.");
  library_fixture_add (fixture, "Dua", "Mereka mempertahankan pendapat masing-masing.");
  library_fixture_add (fixture, "Tiga", "Kerjasama itu dimulai tahun lalu.");
  library_fixture_add (fixture, "Empat", "Kedua negara bekerja sama erat.");
  library_fixture_add (fixture, "Lima", "Ministers discussed joint exercises.");

  assert_finds (fixture, "pertah", TRUE, "1");
  assert_finds (fixture, "pertahanan", TRUE, "1 2");
  assert_finds (fixture, "mempertahankan", FALSE, "1 2");
  assert_finds (fixture, "PERTAHANAN", FALSE, "1 2");
  assert_finds (fixture, "kerja sama", FALSE, "3 4");
  assert_finds (fixture, "kerjasama", FALSE, "3 4");
  assert_finds (fixture, "exercise", FALSE, "5");
  assert_finds (fixture, "pertahanan pendapat", FALSE, "2");
  assert_finds (fixture, "tidakada", FALSE, "");
}

/* The glossary widens what is asked, never the index. */
static void
test_glossary (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_add (fixture, "Satu", "Kedua negara menandatangani nota kesepahaman.");
  library_fixture_add (fixture, "Dua", "Both sides signed a memorandum of understanding.");
  library_fixture_add (fixture, "Tiga", "MoU itu berlaku lima tahun.");
  library_fixture_add (fixture, "Empat", "The joint exercises ended.");
  library_fixture_add (fixture, "Lima", "Latihan bersama itu selesai.");

  assert_finds (fixture, "mou", FALSE, "1 2 3");
  assert_finds (fixture, "nota kesepahaman", FALSE, "1 2 3");
  assert_finds (fixture, "\"nota kesepahaman\"", FALSE, "1");
  assert_finds (fixture, "latihan bersama selesai", FALSE, "5");
  assert_finds (fixture, "latihan bersama", FALSE, "4 5");
}

static void
test_language (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_add (fixture, "Satu", "Pakistan dan Turki menandatangani nota kesepahaman.");
  library_fixture_add (fixture, "Dua", "Turki mengadakan latihan; kesepahaman nota itu batal.");
  library_fixture_add (fixture, "Tiga", "Latihan bersama Malaysia selesai.");

  assert_finds (fixture, "Pakistan OR Malaysia", FALSE, "1 3");
  assert_finds (fixture, "Turki ATAU Malaysia latihan", FALSE, "2 3");
  assert_finds (fixture, "Turki -latihan", FALSE, "1");
  assert_finds (fixture, "-latihan", FALSE, "1");
  assert_finds (fixture, "-latihan -Pakistan", FALSE, "");
  assert_finds (fixture, "\"nota kesepahaman\"", FALSE, "1");
  assert_finds (fixture, "“nota kesepahaman”", FALSE, "1");
  assert_finds (fixture, "\"nota kesepaham", TRUE, "1");
  assert_finds (fixture, "nota -\"nota kesepahaman\"", FALSE, "2");
  assert_finds (fixture, "\"latih bersama\"", FALSE, "");
  assert_finds (fixture, "judul:tiga", FALSE, "3");
  assert_finds (fixture, "title:satu OR judul:dua", FALSE, "");
  assert_finds (fixture, "", FALSE, "1 2 3");
  assert_finds (fixture, "t", TRUE, "1 2 3");
  assert_finds (fixture, "Turki l", TRUE, "1 2");
}

/* Whatever is typed is a query, and never an operator of FTS5. */
static void
test_anything_goes (LibraryFixture *fixture, gconstpointer data)
{
  static const char *const typed[] = {
    "\"", "\"\"", "*", "(", ")", "NEAR(a b)", "a AND", "OR", "OR OR", "a OR", "-", "--a", "{title}:x",
    "title:", "negara:", "^a", "a*b", "'; DROP TABLE source; --", "NOT", "-\"", "\xff\xfe", "\001a",
    "“", "a:b:c", "+", "\n\t", "🙂", "-negara:", "col : a", "\"a\" OR -\"b\"", "%", "_",
  };

  library_fixture_add (fixture, "Satu", "Kata a dan b.");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (int typing = 0; typing < 2; typing++)
      g_free (library_fixture_find (fixture, typed[i], typing));
}

static void
test_filters (LibraryFixture *fixture, gconstpointer data)
{
  SmallSource sources[] = {
    { "Satu", "Menteri bertemu.", "Warta Contoh", "2025-07-28" },
    { "Dua", "Menteri berkunjung.", "Kabar Contoh", "2025-06" },
    { "Tiga", "Menteri pulang.", NULL, NULL },
  };
  g_autoptr (RisalahSearchResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *facet;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    library_fixture_write (fixture, add_small_source, &sources[i]);

  assert_finds (fixture, "penerbit:warta", FALSE, "1");
  assert_finds (fixture, "publisher:\"kabar contoh\" menteri", FALSE, "2");
  assert_finds (fixture, "-penerbit:contoh", FALSE, "3");
  assert_finds (fixture, "penerbit:none", FALSE, "3");
  assert_finds (fixture, "sejak:2025-07", FALSE, "1");
  assert_finds (fixture, "hingga:2025-06-15", FALSE, "2");
  assert_finds (fixture, "tanggal:2025", FALSE, "1 2");
  assert_finds (fixture, "date:none", FALSE, "3");
  assert_finds (fixture, "sejak:2025-06-10 hingga:2025-07-27", FALSE, "2");
  assert_finds (fixture, "nilai:none bahasa:id jenis:news", FALSE, "1 2 3");
  assert_finds (fixture, "negara:PK", FALSE, "");

  g_assert_null (risalah_query_parse ("sejak:kemarin", FALSE, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_QUERY);

  result = library_fixture_search (fixture, "menteri", FALSE);
  g_assert_cmpint (result->total, ==, 3);
  g_assert_true (result->total_is_exact);
  facet = result->facets[RISALAH_FIELD_DATE];
  g_assert_cmpuint (facet->len, ==, 2);
  g_assert_cmpstr (g_array_index (facet, RisalahFacetValue, 0).value, ==, "2025");
  g_assert_cmpuint (g_array_index (facet, RisalahFacetValue, 0).count, ==, 2);
}

static void
test_order (LibraryFixture *fixture, gconstpointer data)
{
  SmallSource sources[] = {
    { "Beta", "Kunjungan disebut satu kali saja di dalam berita panjang ini.", NULL, "2025-01-05" },
    { "Alfa", "Kunjungan demi kunjungan: kunjungan.", NULL, NULL },
    { "Kunjungan", "Berita lain.", NULL, "2025-03" },
    { "Delta", "Mereka berkunjung.", NULL, "2024" },
  };
  static const struct
  {
    RisalahSort sort;
    gint64 ids[4];
  } orders[] = {
    { RISALAH_SORT_PUBLISHED, { 3, 1, 4, 2 } },
    { RISALAH_SORT_ADDED, { 4, 3, 2, 1 } },
    { RISALAH_SORT_TITLE, { 2, 1, 4, 3 } },
  };
  g_autoptr (RisalahSearchResult) ranked = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    library_fixture_write (fixture, add_small_source, &sources[i]);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      SmallSearch search = { "kunjungan", FALSE, orders[i].sort, RISALAH_SEARCH_NONE, NULL };

      library_fixture_read (fixture, run_small_search, &search);
      g_assert_cmpmem (search.result->ids->data, search.result->ids->len * sizeof (gint64),
                       orders[i].ids, sizeof orders[i].ids);
      risalah_search_result_unref (search.result);
    }
  /* The title counts most; the word as it is written before another form of it. */
  ranked = library_fixture_search (fixture, "kunjungan", FALSE);
  g_assert_cmpuint (ranked->ids->len, ==, 4);
  g_assert_cmpint (g_array_index (ranked->ids, gint64, 0), ==, 3);
  g_assert_cmpint (g_array_index (ranked->ids, gint64, 3), ==, 4);
  g_assert_cmpfloat (g_array_index (ranked->scores, float, 0), >,
                     g_array_index (ranked->scores, float, 3));
}

/* As an Indonesian index puts them: capitals among small letters, accents beside their letter,
 * and ng as two letters. */
static void
test_order_of_titles (LibraryFixture *fixture, gconstpointer data)
{
  static const char *const titles[] = {
    "abad laut", "Acara", "Édisi", "edisi baru", "Negara", "ngarai", "Nusa", "zona", "Zulu",
  };
  SmallSearch search = { "kunjungan", FALSE, RISALAH_SORT_TITLE, RISALAH_SEARCH_NONE, NULL };
  guint n = G_N_ELEMENTS (titles);

  for (guint i = 0; i < n; i++)
    {
      SmallSource source = { titles[n - 1 - i], "Kunjungan.", NULL, NULL };

      library_fixture_write (fixture, add_small_source, &source);
    }
  library_fixture_read (fixture, run_small_search, &search);
  g_assert_cmpuint (search.result->ids->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (search.result->ids, gint64, i), ==, n - i);
  risalah_search_result_unref (search.result);
}

typedef struct
{
  const char *query;
  gint64 id;
  GPtrArray *snippets;
  GArray *matches;
  const char *text;
} Passage;

static gboolean
read_passage (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Passage *passage = data;
  g_autoptr (RisalahQuery) query = risalah_query_parse (passage->query, FALSE, error);

  passage->snippets = risalah_search_get_snippets (connection, query, &passage->id, 1, error);
  passage->matches = risalah_search_get_matches (connection, query, passage->text, error);
  return passage->snippets != NULL && passage->matches != NULL;
}

static void
test_snippets (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *filler = g_strnfill (400, 'x');
  g_autofree char *text
      = g_strconcat ("Awal — paragraf.\nSebuah ", filler, " “kata” lalu mereka mempertahankan "
                     "kerja sama\npertahanan di sini.", NULL);
  Passage passage = { "pertahanan \"kerja sama\"", 0, NULL, NULL, text };
  RisalahSnippet *snippet;
  RisalahMatch *match;
  g_autofree char *words = NULL;
  g_autofree char *stored = NULL;

  passage.id = library_fixture_add (fixture, "Pertahanan", text);
  library_fixture_read (fixture, read_passage, &passage);
  g_assert_cmpuint (passage.snippets->len, ==, 1);
  snippet = g_ptr_array_index (passage.snippets, 0);
  g_assert_cmpuint (snippet->label_matches->len, ==, 1);
  g_assert_cmpuint (snippet->matches->len, ==, 3);
  match = &g_array_index (snippet->matches, RisalahMatch, 1);
  words = g_utf8_substring (snippet->text, match->start, match->end);
  g_assert_cmpstr (words, ==, "kerja sama");
  match = &g_array_index (snippet->matches, RisalahMatch, 0);
  stored = g_utf8_substring (text, snippet->offset + match->start, snippet->offset + match->end);
  g_assert_cmpstr (stored, ==, "mempertahankan");
  g_assert_cmpuint (passage.matches->len, ==, 3);
  g_ptr_array_unref (passage.snippets);
  g_array_unref (passage.matches);
}

static gboolean
drop_last_block (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_source_texts_set_dropped (connection, *(gint64 *)data, 1, TRUE, error);
}

static gboolean
take_back_last_block (RisalahConnection *connection,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  return risalah_source_texts_set_dropped (connection, *(gint64 *)data, 1, FALSE, error);
}

static void
test_dropped (LibraryFixture *fixture, gconstpointer data)
{
  SmallSource source = { "Satu", "Menteri bertemu.\nBaca juga kapal selam." };

  library_fixture_write (fixture, add_small_source, &source);
  assert_finds (fixture, "kapal", FALSE, "1");
  library_fixture_write (fixture, drop_last_block, &source.text_id);
  assert_finds (fixture, "kapal", FALSE, "");
  assert_finds (fixture, "\"kapal selam\"", FALSE, "");
  assert_finds (fixture, "bertemu", FALSE, "1");
  library_fixture_write (fixture, take_back_last_block, &source.text_id);
  assert_finds (fixture, "kapal", FALSE, "1");
}

static gboolean
delete_source (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_sources_delete (connection, *(gint64 *)data, error);
}

static gboolean
restore_source (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_sources_restore (connection, *(gint64 *)data, error);
}

static gboolean
tag_and_title (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *)data;

  return risalah_tags_add (connection, id, "Penting", error)
         && risalah_sources_set_metadata (connection, id, RISALAH_METADATA_TITLE, "Judul baru", error)
         && risalah_sources_set_reliability (connection, id, 'B', error);
}

/* The index, the columns in memory and the counts follow every change. */
static void
test_changes (LibraryFixture *fixture, gconstpointer data)
{
  gint64 id = library_fixture_add (fixture, "Lama", "Isi berita.");

  assert_finds (fixture, "lama", FALSE, "1");
  library_fixture_write (fixture, tag_and_title, &id);
  assert_finds (fixture, "lama", FALSE, "");
  assert_finds (fixture, "judul baru", FALSE, "1");
  assert_finds (fixture, "label:penting nilai:b", FALSE, "1");
  library_fixture_write (fixture, delete_source, &id);
  assert_finds (fixture, "judul", FALSE, "");
  assert_finds (fixture, "", FALSE, "");
  library_fixture_write (fixture, restore_source, &id);
  assert_finds (fixture, "judul label:penting", FALSE, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/search/" name, LibraryFixture, NULL, library_fixture_set_up, function,             \
              library_fixture_tear_down)
  ADD ("forms", test_forms);
  ADD ("glossary", test_glossary);
  ADD ("language", test_language);
  ADD ("anything-goes", test_anything_goes);
  ADD ("filters", test_filters);
  ADD ("order", test_order);
  ADD ("order-of-titles", test_order_of_titles);
  ADD ("snippets", test_snippets);
  ADD ("dropped", test_dropped);
  ADD ("changes", test_changes);
  return g_test_run ();
}
