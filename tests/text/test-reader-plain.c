/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: which lines are headings, items, tables, and which belong together. */

#include <glib.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-reading.h"
#include "risalah-text-error.h"

static RisalahLexicon *lexicon;

static RisalahArticle *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RisalahArticle *article = risalah_read_article (bytes, "contoh.txt", lexicon, NULL, &error);

  g_assert_no_error (error);
  return article;
}

/* Compares each block with a line of @expected, "type|text". */
static void
assert_blocks (const char *text, const char *const *expected)
{
  g_autoptr (RisalahArticle) article = read_text (text);
  const char *all = risalah_article_get_text (article, NULL);
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *words = g_strndup (all + blocks[i].start, blocks[i].end - blocks[i].start);
      g_autofree char *found
        = g_strconcat (risalah_block_type_to_string (blocks[i].type), "|", words, NULL);

      g_assert_cmpstr (found, ==, expected[i]);
    }
  g_assert_null (expected[n_blocks]);
}

#define LONG_LINE \
  "Menteri Contoh dan tamunya membahas latihan bersama di pelabuhan, lalu menandatangani risalah."

static void
test_lines (void)
{
  assert_blocks ("Latihan Bersama Dimulai\n\n" LONG_LINE "\n\n  • Kapal  pertama\n  • Kapal kedua\n"
                 "1. Nomor satu\n\nAgenda Berikutnya\n" LONG_LINE "\n",
                 (const char *const[]) { "heading|Latihan Bersama Dimulai", "paragraph|" LONG_LINE,
                                         "list-item|• Kapal pertama", "list-item|• Kapal kedua",
                                         "list-item|1. Nomor satu", "heading|Agenda Berikutnya",
                                         "paragraph|" LONG_LINE, NULL });
}

static void
test_wrapped (void)
{
  assert_blocks ("STATEMENT OF THE MINISTER\n"
                 "The Minister of Examples will visit the harbour of Contoh on Monday\n"
                 "and will speak there with the officers who have prepared the joint\n"
                 "exercise of the two navies.\n"
                 "During the visit he will open a training centre in the old town and\n"
                 "will meet the students who came from both countries for the course\n"
                 "that began in spring.\n"
                 "CONTOH, 3 May 1999\n",
                 (const char *const[]) {
                   "heading|STATEMENT OF THE MINISTER",
                   "paragraph|The Minister of Examples will visit the harbour of Contoh on Monday and "
                   "will speak there with the officers who have prepared the joint exercise of the two "
                   "navies.",
                   "paragraph|During the visit he will open a training centre in the old town and will "
                   "meet the students who came from both countries for the course that began in spring.",
                   "paragraph|CONTOH, 3 May 1999", NULL });
}

static void
test_tables (void)
{
  assert_blocks (LONG_LINE "\nNegara\tKapal\tTahun\nContohia\t3\t2021\n" LONG_LINE "\n",
                 (const char *const[]) { "paragraph|" LONG_LINE,
                                         "table|Negara\tKapal\tTahun\nContohia\t3\t2021",
                                         "paragraph|" LONG_LINE, NULL });
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (" \n\t\n ", 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (risalah_read_article (bytes, "../kosong\n.txt", lexicon, NULL, &error));
  g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "“kosong .txt”"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  g_test_add_func ("/reader-plain/lines", test_lines);
  g_test_add_func ("/reader-plain/wrapped", test_wrapped);
  g_test_add_func ("/reader-plain/tables", test_tables);
  g_test_add_func ("/reader-plain/nothing", test_nothing);
  result = g_test_run ();
  risalah_lexicon_unref (lexicon);
  return result;
}
