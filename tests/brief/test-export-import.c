/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There and back: a brief that left as a Word document or an OpenDocument file comes in as an article
 * with the same words, headings and tables. */

#include <string.h>

#include "../text/lexicon-fixture.h"
#include "export-fixture.h"
#include "risalah-export.h"
#include "risalah-layout-private.h"
#include "risalah-mojibake.h"
#include "risalah-reading.h"

typedef gboolean (*ExportFunc) (RisalahEdition *,
                                const char *,
                                RisalahExportReport *,
                                RisalahExportProgressFunc,
                                gpointer,
                                GCancellable *,
                                GError **);

static RisalahArticle *
read_exported (RisalahEdition *edition, ExportFunc export, const char *name)
{
  g_autofree char *path = export_fixture_path_of (name);
  g_autofree char *contents = NULL;
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RisalahArticle *article;
  gsize length;

  export (edition, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  article = risalah_read_article (bytes, name, lexicon, NULL, &error);
  g_assert_no_error (error);
  return article;
}

static guint
count_blocks (RisalahArticle *article, RisalahBlockType type)
{
  guint n, found = 0;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    found += blocks[i].type == type;
  return found;
}

/* A story's words as they come in again: without the marks of notes, which each file makes itself. */
static char *
drop_marks (const RisalahStory *story, const RisalahStoryText *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *repaired = NULL;
  gsize from = 0, length;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const RisalahSpan *span = &g_array_index (text->spans, RisalahSpan, i);

      if (span->link < 0 || g_array_index (story->links, RisalahStoryLink, span->link).note < 0)
        g_string_append_len (words, text->text->str + from, span->end - from);
      from = span->end;
    }
  /* A line that ends within a paragraph is a block of its own. */
  g_string_replace (words, "\u2028", " ", 0);
  length = words->len;
  repaired = risalah_repair_text (g_strdup (words->str), &length);
  return export_fixture_squeeze (repaired);
}

/* What the pages say of text is in the article, which is @all. */
static void
assert_words (const RisalahStory *story, const RisalahStoryBlock *block, const char *all)
{
  for (guint i = 0; block->cells != NULL && i < block->cells->len; i++)
    {
      g_autofree char *words = drop_marks (story, g_ptr_array_index (block->cells, i));

      export_fixture_assert_contains (all, words);
    }
  if (block->role != RISALAH_STORY_CONTENTS && block->role != RISALAH_STORY_FIGURE)
    {
      g_autofree char *words = drop_marks (story, block->text);

      export_fixture_assert_contains (all, words);
    }
}

static void
test_there_and_back (gconstpointer data)
{
  gboolean is_word = GPOINTER_TO_INT (data);
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (RisalahArticle) article
      = read_exported (edition, is_word ? risalah_export_docx : risalah_export_odt, is_word ? "a.docx" : "a.odt");
  g_autoptr (RisalahLayout) layout = risalah_layout_new (edition, NULL);
  g_autofree char *all = export_fixture_squeeze (risalah_article_get_text (article, NULL));
  const RisalahStory *story = layout->story;
  guint n_headings = 0, n_tables = 0;

  for (guint i = 0; i < story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (story->blocks, i);

      assert_words (story, block, all);
      n_headings += block->role == RISALAH_STORY_HEADING || block->role == RISALAH_STORY_TITLE;
      n_tables += block->role == RISALAH_STORY_TABLE;
    }
  g_assert_cmpuint (story->notes->len, >, 0);
  for (guint i = 0; i < story->notes->len; i++)
    {
      const RisalahStoryText *note = g_ptr_array_index (story->notes, i);
      g_autofree char *whole = drop_marks (story, note);
      g_autofree char *words = g_strstrip (g_strdup (whole + strspn (whole, "0123456789.")));

      export_fixture_assert_contains (all, words);
    }
  g_assert_cmpstr (risalah_article_get_metadata (article, RISALAH_METADATA_TITLE), ==, story->title);
  g_assert_cmpuint (count_blocks (article, RISALAH_BLOCK_TABLE), ==, n_tables);
  g_assert_cmpuint (count_blocks (article, RISALAH_BLOCK_HEADING), ==, n_headings);
  g_assert_cmpuint (count_blocks (article, RISALAH_BLOCK_LIST_ITEM), >, 0);
  g_assert_cmpuint (count_blocks (article, RISALAH_BLOCK_QUOTE), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/export-import/docx", GINT_TO_POINTER (TRUE), test_there_and_back);
  g_test_add_data_func ("/export-import/odt", GINT_TO_POINTER (FALSE), test_there_and_back);
  return export_fixture_run_tests ();
}
