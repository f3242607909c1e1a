/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the whole analysis is, beside a bare walk over the text's words in the same run, and
 * whether it grows with the text: 10 MB against 5 MB. Processor time, so that a busy machine
 * matters less; it fails where twice the text takes more than 2.2 times as long. */

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../text/lexicon-fixture.h"
#include "risalah-article-analysis.h"
#include "risalah-reading.h"
#include "risalah-words.h"

enum
{
  MEGABYTE = 1000 * 1000,
  ROUNDS = 3,
  PARAGRAPH = 160 /* bytes */
};

#define MOST_FOR_TWICE 2.2

static double
processor_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The full paragraphs of the example dossier's plain articles, one after the other until there are
 * @size bytes; without the lines about an article, after which a text would count as over. */
static GBytes *
make_text (gsize size)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "example", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GString) once = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *article = NULL;

      g_auto (GStrv) lines = NULL;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (path, &article, NULL, NULL))
        continue;
      lines = g_strsplit (article, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        if (strlen (lines[i]) >= PARAGRAPH)
          g_string_append_printf (once, "%s\n", lines[i]);
    }
  while (text->len < size)
    g_string_append (text, once->str);
  return g_string_free_to_bytes (text);
}

static double
walk_words (GBytes *bytes)
{
  double began = processor_seconds ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  RisalahWords words;
  RisalahWord word;
  guint64 count = 0;

  risalah_words_init (&words, text, size);
  while (risalah_words_next (&words, &word))
    count += word.folded_length;
  g_assert_cmpuint (count, >, 0);
  return processor_seconds () - began;
}

static double
analyse (GBytes *bytes, const RisalahLexicon *lexicon)
{
  g_autoptr (GError) error = NULL;
  double began = processor_seconds ();
  g_autoptr (RisalahArticle) article
      = risalah_read_article (bytes, "contoh.txt", lexicon, NULL, &error);
  g_autoptr (RisalahArticleAnalysis) analysis = NULL;

  g_assert_no_error (error);
  analysis = risalah_article_analyze (article, lexicon, "2026-05-12");
  return processor_seconds () - began;
}

int
main (int argc, char **argv)
{
  const gsize sizes[] = { MEGABYTE, 5 * MEGABYTE, 10 * MEGABYTE };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  double best[G_N_ELEMENTS (sizes)] = { 0 };

  printf ("%8s %12s %12s %10s\n", "MB", "words s", "analysis s", "MB/s");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = make_text (sizes[i]);
      double walked = walk_words (bytes);

      for (guint round = 0; round < ROUNDS; round++)
        {
          double seconds = analyse (bytes, lexicon);

          if (round == 0 || seconds < best[i])
            best[i] = seconds;
        }
      printf ("%8.1f %12.3f %12.3f %10.1f\n", (double)g_bytes_get_size (bytes) / MEGABYTE, walked,
              best[i], (double)g_bytes_get_size (bytes) / MEGABYTE / best[i]);
    }
  printf ("10 MB takes %.2f times as long as 5 MB\n", best[2] / best[1]);
  return best[2] <= MOST_FOR_TWICE * best[1] ? 0 : 1;
}
