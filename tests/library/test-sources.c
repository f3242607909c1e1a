/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources with their texts and originals; shelves and counts; reprints. */

#include <string.h>

#include "library-fixture.h"
#include "risalah-dossiers.h"
#include "risalah-edtf.h"
#include "risalah-mentions.h"
#include "risalah-publishers.h"
#include "risalah-reprints-private.h"
#include "risalah-tags.h"

static gboolean
correct (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  SmallSource small = { NULL, "Menteri bertemu di Jakarta.\nLalu mereka pulang.", "Warta", "2025" };
  g_autoptr (RisalahArticle) again = make_article ("Judul dari situs", "Isi.");
  g_autoptr (RisalahSource) source = NULL;
  g_autoptr (GError) refused = NULL;

  add_small_source (connection, &small, NULL, error);
  source = risalah_sources_get (connection, small.id, error);
  g_assert_cmpstr (source->label, ==, "Menteri bertemu di Jakarta.");
  g_assert_null (source->metadata[RISALAH_METADATA_TITLE]);
  g_assert_cmpuint (source->words, ==, 7);
  g_assert_true (source->has_earliest);

  g_assert_true (risalah_sources_set_metadata (connection, small.id, RISALAH_METADATA_TITLE,
                                               "Judul analis", error));
  g_assert_true (risalah_sources_set_metadata (connection, small.id, RISALAH_METADATA_PUBLISHED,
                                               "2025-07-28", error));
  g_assert_true (risalah_sources_set_metadata (connection, small.id, RISALAH_METADATA_PUBLISHER, "",
                                               error));
  g_assert_false (risalah_sources_set_metadata (connection, small.id, RISALAH_METADATA_PUBLISHED,
                                                "kemarin", &refused));
  g_assert_nonnull (refused);
  /* A new reading changes nothing that the analyst has set, nor brings back what was taken away. */
  risalah_article_set_metadata (again, RISALAH_METADATA_PUBLISHER, "Warta", RISALAH_ORIGIN_MARKUP);
  risalah_article_set_metadata (again, RISALAH_METADATA_BYLINE, "Budi", RISALAH_ORIGIN_MARKUP);
  g_assert_true (risalah_sources_offer_metadata (connection, small.id, again, error));
  g_clear_pointer (&source, risalah_source_unref);
  source = risalah_sources_get (connection, small.id, error);
  g_assert_cmpstr (source->label, ==, "Judul analis");
  g_assert_cmpstr (source->metadata[RISALAH_METADATA_TITLE], ==, "Judul analis");
  g_assert_cmpint (source->origins[RISALAH_METADATA_TITLE], ==, RISALAH_ORIGIN_ANALYST);
  g_assert_null (source->metadata[RISALAH_METADATA_PUBLISHER]);
  g_assert_cmpstr (source->metadata[RISALAH_METADATA_BYLINE], ==, "Budi");
  g_assert_cmpint (source->origins[RISALAH_METADATA_BYLINE], ==, RISALAH_ORIGIN_MARKUP);
  g_assert_cmpint (source->earliest, ==, risalah_day_from_date (2025, 7, 28));
  g_assert_true (risalah_sources_set_notes (connection, small.id, "catatan", error));
  g_assert_true (risalah_sources_set_accessed (connection, small.id, "2025-08-01", error));
  g_assert_true (risalah_sources_set_title_translated (connection, small.id, "Title", error));
  g_clear_pointer (&source, risalah_source_unref);
  source = risalah_sources_get (connection, small.id, error);
  g_assert_cmpstr (source->notes, ==, "catatan");
  g_assert_cmpstr (source->accessed, ==, "2025-08-01");
  g_assert_cmpstr (source->title_translated, ==, "Title");
  g_assert_cmpint (risalah_sources_find_uid (connection, source->uid, error), ==, small.id);
  return TRUE;
}

static void
test_correct (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, correct, NULL);
}

static gboolean
store_text (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = g_strdup ("Judul — berita\nBaca juga: ini\nIsi “baik” 🙂 akhir.");
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (RisalahBlock));
  RisalahBlock heading = { RISALAH_BLOCK_HEADING, 2, FALSE, 0, 0, 16, "" };
  RisalahBlock dropped = { RISALAH_BLOCK_PARAGRAPH, 0, TRUE, 3, 17, 31, "" };
  RisalahBlock item = { RISALAH_BLOCK_LIST_ITEM, 1, FALSE, 0, 32, 0, "en" };
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (RisalahArticle) back = NULL;
  g_autoptr (RisalahSourceText) stored = NULL;
  const RisalahBlock *read;
  gint64 text_id;
  guint n;

  item.end = strlen (text);
  g_array_append_val (blocks, heading);
  g_array_append_val (blocks, dropped);
  g_array_append_val (blocks, item);
  article = risalah_article_new (g_strdup (text), blocks);
  add_article (connection, article, &text_id);
  stored = risalah_source_texts_get (connection, text_id, error);
  g_assert_cmpstr (stored->text, ==, text);
  g_assert_cmpint (stored->n_characters, ==, g_utf8_strlen (text, -1));
  g_assert_cmpuint (stored->n_blocks, ==, 3);
  g_assert_cmpuint (stored->blocks[0].level, ==, 2);
  g_assert_cmpuint (stored->blocks[0].end, ==, 14);
  g_assert_true (stored->blocks[1].dropped);
  g_assert_cmpuint (stored->blocks[1].page, ==, 3);
  g_assert_cmpint (stored->blocks[2].type, ==, RISALAH_BLOCK_LIST_ITEM);
  g_assert_cmpstr (stored->blocks[2].language, ==, "en");
  g_assert_cmpuint (stored->blocks[2].end, ==, stored->n_characters);
  back = risalah_source_text_to_article (stored);
  read = risalah_article_get_blocks (back, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      const RisalahBlock *given = &g_array_index (blocks, RisalahBlock, i);
      g_assert_cmpuint (read[i].start, ==, given->start);
      g_assert_cmpuint (read[i].end, ==, given->end);
    }
  return TRUE;
}

static void
test_text (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, store_text, NULL);
}

static gboolean
store_original (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                GError **error)
{
  g_autofree guint8 *noise = g_malloc (50000);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) compressed = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GPtrArray) originals = NULL;
  SmallSource small = { "Satu", "Isi." };
  guint8 sha256[32];
  gint64 id;

  for (guint i = 0; i < 50000; i++)
    noise[i] = (guint8)(i * i % 251);
  bytes = g_bytes_new (noise, 50000);
  compressed = risalah_originals_compress (bytes);
  risalah_originals_hash (bytes, sha256);
  add_small_source (connection, &small, NULL, error);
  id = risalah_originals_add (connection, small.id, "a.bin", NULL, 50000, sha256, compressed, error);
  g_assert_cmpint (id, >, 0);
  back = risalah_originals_get_bytes (connection, id, error);
  g_assert_true (g_bytes_equal (bytes, back));
  g_assert_cmpint (risalah_sources_find_original (connection, sha256, error), ==, small.id);
  sha256[20] ^= 1;
  g_assert_cmpint (risalah_sources_find_original (connection, sha256, error), ==, 0);
  originals = risalah_originals_list (connection, small.id, error);
  g_assert_cmpuint (originals->len, ==, 1);
  g_assert_cmpint (((RisalahOriginal *)originals->pdata[0])->size, ==, 50000);
  return TRUE;
}

static void
test_original (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, store_original, NULL);
}

/* The second of two sources comes to the first; only what changed is told. */
static gboolean
fill_dossier (RisalahConnection *connection, gint64 dossier, gint64 first, gint64 second)
{
  const gint64 both[] = { first, second };
  g_autoptr (GArray) added = NULL, removed = NULL;
  g_autoptr (GPtrArray) of_first = NULL, of_second = NULL;

  added = risalah_dossiers_add_sources (connection, dossier, both, 2, NULL, NULL);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpint (g_array_index (added, gint64, 0), ==, second);
  removed = risalah_dossiers_remove_sources (connection, dossier, &both[1], 1, NULL, NULL);
  g_assert_cmpuint (removed->len, ==, 1);
  of_first = risalah_dossiers_list_of (connection, first, NULL);
  g_assert_cmpuint (of_first->len, ==, 1);
  g_assert_cmpuint (((RisalahDossier *)of_first->pdata[0])->n_sources, ==, 1);
  of_second = risalah_dossiers_list_of (connection, second, NULL);
  g_assert_cmpuint (of_second->len, ==, 0);
  return TRUE;
}

static gboolean
fill_shelves (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  SmallSource sources[2] = { { "Satu", "Isi.", "Warta", "2025" }, { "Dua", "Isi.", "warta", NULL } };
  g_autoptr (GPtrArray) publishers = NULL;
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (RisalahSource) source = NULL;
  g_auto (GStrv) tags = NULL;
  gint64 dossier;

  for (guint i = 0; i < 2; i++)
    add_small_source (connection, &sources[i], NULL, error);
  publishers = risalah_publishers_list (connection, error);
  g_assert_cmpuint (publishers->len, ==, 1);
  g_assert_cmpuint (((RisalahPublisher *)publishers->pdata[0])->n_sources, ==, 2);
  g_assert_true (risalah_publishers_set_reliability (connection, 1, 'C', error));
  g_assert_true (risalah_sources_set_reliability (connection, sources[1].id, 'A', error));
  source = risalah_sources_get (connection, sources[0].id, error);
  g_assert_cmpint (source->reliability, ==, 'C');
  g_assert_true (source->reliability_is_default);

  g_assert_true (risalah_tags_add (connection, sources[0].id, "Latihan", error));
  g_assert_true (risalah_tags_add (connection, sources[1].id, "latihan", error));
  g_assert_true (risalah_tags_add (connection, sources[1].id, "Penting", error));
  g_assert_true (risalah_tags_rename (connection, "penting", "Latihan", error));
  tags = risalah_tags_list (connection, error);
  g_assert_cmpuint (g_strv_length (tags), ==, 1);
  g_assert_cmpstr (tags[0], ==, "Latihan");
  g_assert_true (risalah_tags_remove (connection, sources[0].id, "LATIHAN", error));

  dossier = risalah_dossiers_add (connection, "Koleksi", error);
  g_assert_true (risalah_dossiers_add_source (connection, dossier, sources[0].id, error));
  g_assert_true (risalah_dossiers_rename (connection, dossier, "Koleksi baru", error));
  g_assert_cmpint (risalah_dossiers_find (connection, "koleksi BARU", error), ==, dossier);
  dossiers = risalah_dossiers_list (connection, error);
  g_assert_cmpuint (((RisalahDossier *)dossiers->pdata[0])->n_sources, ==, 1);
  return fill_dossier (connection, dossier, sources[0].id, sources[1].id);
}

static guint
get_count (GArray *facet, const char *value)
{
  for (guint i = 0; i < facet->len; i++)
    if (strcmp (g_array_index (facet, RisalahFacetValue, i).value, value) == 0)
      return g_array_index (facet, RisalahFacetValue, i).count;
  return 0;
}

/* The counts that the transactions keep are those that a search counts. */
static gboolean
compare_counts (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (RisalahQuery) query = risalah_query_parse ("", FALSE, error);
  g_autoptr (RisalahSearchResult) result
      = risalah_search_run (connection, query, RISALAH_SORT_ADDED, RISALAH_SEARCH_FACETS, cancellable,
                            error);
  guint n_compared = 0;

  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    {
      g_autoptr (GArray) kept = risalah_search_get_facet (connection, field, error);

      g_assert_cmpuint (kept->len, ==, result->facets[field]->len);
      for (guint i = 0; i < kept->len; i++, n_compared++)
        {
          RisalahFacetValue *value = &g_array_index (kept, RisalahFacetValue, i);
          g_assert_cmpuint (value->count, ==, get_count (result->facets[field], value->value));
        }
    }
  g_assert_cmpuint (n_compared, >=, 6);
  g_assert_cmpint (risalah_sources_count (connection, error), ==, result->total);
  return TRUE;
}

static gboolean
delete_first (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_sources_delete (connection, 1, error);
}

static gboolean
purge_first (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_sources_purge (connection, 1, error);
}

static void
test_shelves (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, fill_shelves, NULL);
  library_fixture_read (fixture, compare_counts, NULL);
  {
    g_autofree char *found = library_fixture_find (fixture, "koleksi:\"koleksi baru\" nilai:C", FALSE);
    g_assert_cmpstr (found, ==, "1");
  }
  library_fixture_write (fixture, delete_first, NULL);
  library_fixture_read (fixture, compare_counts, NULL);
  library_fixture_write (fixture, purge_first, NULL);
  library_fixture_read (fixture, compare_counts, NULL);
}

static gboolean
keep_mentions (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (RisalahMention));
  g_autoptr (GArray) back = NULL;
  g_autoptr (RisalahSource) source = NULL;
  const RisalahMention found[] = { { RISALAH_MENTION_DATE, 30, 40, "2025-07-28" },
                                   { RISALAH_MENTION_COUNTRY, 0, 8, "TR" },
                                   { RISALAH_MENTION_COUNTRY, 10, 12, "ID" },
                                   { RISALAH_MENTION_COUNTRY, 20, 22, "TR" },
                                   { RISALAH_MENTION_ORGANISATION, 10, 25, "tni al" } };
  SmallSource small = { "Satu", "Isi berita." };

  add_small_source (connection, &small, NULL, error);
  g_array_append_vals (mentions, found, G_N_ELEMENTS (found));
  g_assert_true (risalah_mentions_set (connection, small.text_id, mentions, error));
  g_assert_true (risalah_mentions_set (connection, small.text_id, mentions, error));
  back = risalah_mentions_get (connection, small.text_id, error);
  g_assert_cmpuint (back->len, ==, 5);
  g_assert_cmpint (g_array_index (back, RisalahMention, 0).start, ==, 0);
  g_assert_cmpstr (g_array_index (back, RisalahMention, 4).key, ==, "2025-07-28");
  g_assert_cmpint (g_array_index (back, RisalahMention, 4).end, ==, 40);
  source = risalah_sources_get (connection, small.id, error);
  g_assert_cmpuint (g_strv_length (source->countries), ==, 2);
  g_assert_cmpstr (source->countries[0], ==, "ID");
  g_assert_cmpstr (source->topics[0], ==, "tni_al");
  return TRUE;
}

static void
test_mentions (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;
  g_autofree char *none = NULL;

  library_fixture_write (fixture, keep_mentions, NULL);
  found = library_fixture_find (fixture, "negara:tr negara:Pakistan country:turki", FALSE);
  g_assert_cmpstr (found, ==, "1");
  none = library_fixture_find (fixture, "negara:Pakistan", FALSE);
  g_assert_cmpstr (none, ==, "");
}

static gboolean
group (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  SmallSource sources[] = { { "A", "Isi." , NULL, "2025-03-02" }, { "B", "Isi.", NULL, NULL },
                            { "C", "Isi.", NULL, "2025-03-01" } };
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GArray) alone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    add_small_source (connection, &sources[i], NULL, error);
  g_assert_true (risalah_reprints_join (connection, 1, 2, error));
  g_assert_true (risalah_reprints_join (connection, 3, 1, error));
  whole = risalah_reprints_get_group (connection, 2, error);
  g_assert_cmpuint (whole->len, ==, 3);
  /* The earliest is the origin. */
  g_assert_cmpint (g_array_index (whole, gint64, 0), ==, 3);
  g_assert_true (risalah_reprints_split (connection, 3, error));
  rest = risalah_reprints_get_group (connection, 2, error);
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_true (risalah_reprints_split (connection, 1, error));
  alone = risalah_reprints_get_group (connection, 2, error);
  g_assert_cmpuint (alone->len, ==, 1);
  return TRUE;
}

static void
test_reprints (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, group, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/sources/" name, LibraryFixture, NULL, library_fixture_set_up, function,            \
              library_fixture_tear_down)
  ADD ("correct", test_correct);
  ADD ("text", test_text);
  ADD ("original", test_original);
  ADD ("shelves", test_shelves);
  ADD ("mentions", test_mentions);
  ADD ("reprints", test_reprints);
  return g_test_run ();
}
