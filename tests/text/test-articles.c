/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads every file of tests/data/articles and compares what comes out with the JSON beside it. */

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-reading.h"

/* Over all pages together; a single page may be worse, but not by much. */
#define MIN_F1 0.95
#define MIN_PAGE_F1 0.80

/* Of a page's bytes at most this share is article, or it would test nothing. */
#define MAX_ARTICLE_SHARE 0.4

static RisalahLexicon *lexicon;

typedef struct
{
  guint right;
  guint wrong;
  guint missed;
  guint types_right;
} Tally;

static double
get_f1 (const Tally *tally)
{
  return 2.0 * tally->right / (2.0 * tally->right + tally->wrong + tally->missed);
}

static RisalahArticle *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  char *data;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  RisalahArticle *article;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, length);
  g_assert_cmpint (risalah_reading_needs_limits (bytes, name, NULL), ==, g_str_has_suffix (name, ".html"));
  article = risalah_read_article (bytes, name, lexicon, NULL, &error);
  g_assert_no_error (error);
  return article;
}

static char *
block_text (RisalahArticle *article, const RisalahBlock *block)
{
  const char *text = risalah_article_get_text (article, NULL);

  return g_strndup (text + block->start, block->end - block->start);
}

/* Compares the kept blocks, each taken once, and the types of those that are right. */
static void
compare_blocks (RisalahArticle *article, JsonArray *expected, Tally *tally)
{
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n_blocks);
  g_autofree gboolean *taken = g_new0 (gboolean, json_array_get_length (expected) + 1);
  guint right = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *text = block_text (article, &blocks[i]);
      gboolean found = FALSE;

      for (guint k = 0; k < json_array_get_length (expected) && !found && !blocks[i].dropped; k++)
        {
          JsonObject *want = json_array_get_object_element (expected, k);

          if (taken[k] || strcmp (json_object_get_string_member (want, "text"), text) != 0)
            continue;
          found = taken[k] = TRUE;
          right++;
          tally->types_right
            += strcmp (json_object_get_string_member (want, "type"), risalah_block_type_to_string (blocks[i].type)) == 0
               && json_object_get_int_member (want, "level") == blocks[i].level;
        }
      if (!blocks[i].dropped && !found)
        {
          g_test_message ("wrongly kept: %s", text);
          tally->wrong++;
        }
    }
  for (guint k = 0; k < json_array_get_length (expected); k++)
    if (!taken[k])
      g_test_message ("missed: %s", json_object_get_string_member (json_array_get_object_element (expected, k), "text"));
  tally->right += right;
  tally->missed += json_array_get_length (expected) - right;
}

static void
compare_metadata (RisalahArticle *article, JsonObject *expected)
{
  for (guint which = 0; which < RISALAH_METADATA_N; which++)
    {
      const char *name = risalah_metadata_to_string (which);

      if (!json_object_has_member (expected, name))
        continue;
      g_test_message ("%s", name);
      g_assert_cmpstr (risalah_article_get_metadata (article, which), ==,
                       json_object_get_null_member (expected, name) ? NULL
                                                                    : json_object_get_string_member (expected, name));
      g_assert_cmpint (risalah_article_get_origin (article, which) == RISALAH_ORIGIN_UNKNOWN, ==,
                       json_object_get_null_member (expected, name));
    }
}

static void
compare_dropped (RisalahArticle *article, JsonArray *expected)
{
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n_blocks);
  guint n = 0;

  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].dropped)
      {
        g_autofree char *text = block_text (article, &blocks[i]);

        g_assert_cmpuint (n, <, json_array_get_length (expected));
        g_assert_cmpstr (text, ==, json_array_get_string_element (expected, n++));
      }
  g_assert_cmpuint (n, ==, json_array_get_length (expected));
}

/* Blocks stand in order and leave nothing but line breaks between them. */
static void
check_spans (RisalahArticle *article)
{
  gsize length;
  const char *text = risalah_article_get_text (article, &length);
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n_blocks);
  gsize at = 0;

  g_assert_true (g_utf8_validate (text, length, NULL));
  for (guint i = 0; i < n_blocks; i++)
    {
      for (; at < blocks[i].start; at++)
        g_assert_cmpint (text[at], ==, '\n');
      g_assert_cmpuint (at, ==, blocks[i].start);
      g_assert_cmpuint (blocks[i].end, >, blocks[i].start);
      at = blocks[i].end;
    }
  g_assert_cmpuint (at, ==, length);
}

static void
compare_file (const char *folder, const char *name, Tally *all)
{
  g_autofree char *json_path = g_build_filename (folder, name, NULL);
  g_autofree char *path = g_strndup (json_path, strlen (json_path) - strlen (".json"));
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RisalahArticle) article = read_file (path);
  g_autoptr (GError) error = NULL;
  JsonObject *expected;
  Tally tally = { 0 };

  g_test_message ("%s", name);
  json_parser_load_from_file (parser, json_path, &error);
  g_assert_no_error (error);
  expected = json_node_get_object (json_parser_get_root (parser));
  check_spans (article);
  compare_blocks (article, json_object_get_array_member (expected, "blocks"), &tally);
  compare_metadata (article, json_object_get_object_member (expected, "metadata"));
  if (json_object_has_member (expected, "dropped"))
    compare_dropped (article, json_object_get_array_member (expected, "dropped"));
  g_assert_cmpfloat (get_f1 (&tally), >=, MIN_PAGE_F1);
  all->right += tally.right;
  all->wrong += tally.wrong;
  all->missed += tally.missed;
  all->types_right += tally.types_right;
}

static void
test_files (gconstpointer suffix)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;
  Tally all = { 0 };

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      {
        compare_file (folder, name, &all);
        n_files++;
      }
  g_test_message ("%u files, F1 %.4f, types right %u of %u", n_files, get_f1 (&all), all.types_right, all.right);
  g_assert_cmpuint (n_files, >=, strcmp (suffix, ".html.json") == 0 ? 32 : 12);
  g_assert_cmpfloat (get_f1 (&all), >=, MIN_F1);
  g_assert_cmpfloat ((double)all.types_right / all.right, >=, MIN_F1);
}

/* At least three fifths of each page are not its article. */
static void
test_pages_are_hard (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr (RisalahArticle) article = read_file (path);
        g_autofree char *page = NULL;
        gsize length;
        gsize kept = 0;
        guint n_blocks;
        const RisalahBlock *blocks = risalah_article_get_blocks (article, &n_blocks);

        g_file_get_contents (path, &page, &length, NULL);
        for (guint i = 0; i < n_blocks; i++)
          kept += blocks[i].dropped ? 0 : blocks[i].end - blocks[i].start;
        g_test_message ("%s", name);
        g_assert_cmpfloat ((double)kept / length, <=, MAX_ARTICLE_SHARE);
      }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  g_test_add_data_func ("/articles/pages", ".html.json", test_files);
  g_test_add_data_func ("/articles/texts", ".txt.json", test_files);
  g_test_add_func ("/articles/pages-are-hard", test_pages_are_hard);
  result = g_test_run ();
  risalah_lexicon_unref (lexicon);
  return result;
}
