/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens a second through words and stems, and the dates of 5 and of 10 MB: linear or not. */

#include <glib.h>
#include <string.h>
#include <time.h>

#include "../text/lexicon-fixture.h"
#include "risalah-dates.h"
#include "risalah-sentences.h"
#include "risalah-stemmer.h"
#include "risalah-words.h"

/* The floors of issue 4. */
#define MIN_TOKENS_PER_SECOND 2.0e6
#define MAX_RATIO             2.2
#define MEGABYTE              (1000 * 1000)
/* One word in so many is a name that is met once: running text has new words all the time. */
#define NAME_RATE 200

/* Microseconds of this process's own work: other programs on the machine do not count. */
static gint64
processor_time (void)
{
  return (gint64)clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

/* The text of the example dossier's articles. */
static char *
read_example (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "example", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (g_file_get_contents (file, &contents, &length, NULL)
          && g_utf8_validate (contents, length, NULL))
        g_string_append_len (text, contents, length);
    }
  g_assert_cmpuint (text->len, >, 10000);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @size bytes of running text: the example's words over and over, with new names strewn in. */
static char *
make_text (gsize size)
{
  g_autofree char *example = read_example ();
  g_auto (GStrv) words = g_strsplit (example, " ", -1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1945);
  GString *text = g_string_sized_new (size + 64);

  while (text->len < size)
    for (guint i = 0; words[i] != NULL && text->len < size; i++)
      {
        if (g_rand_int_range (rand, 0, NAME_RATE) == 0)
          {
            char name[9] = "";

            for (guint j = 0; j < 8; j++)
              name[j] = j % 2 == 0 ? "bdgklmnprst"[g_rand_int_range (rand, 0, 11)]
                                   : "aeiou"[g_rand_int_range (rand, 0, 5)];
            g_string_append_printf (text, "%s ", name);
          }
        g_string_append_printf (text, "%s ", words[i]);
      }
  return g_string_free (text, FALSE);
}

static gboolean
measure_stems (RisalahLexicon *lexicon, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahStemmer) stemmer = risalah_stemmer_new (lexicon, &error);
  RisalahWords words;
  RisalahWord word;
  guint64 n_tokens = 0;
  gint64 begun = processor_time ();
  double seconds;
  guint64 n_words = 0;

  g_assert_no_error (error);
  risalah_words_init (&words, text, -1);
  while (risalah_words_next (&words, &word))
    n_words++;
  seconds = (processor_time () - begun) / 1e6;
  g_print ("words alone: %.2f million a second, %.0f MB/s\n", n_words / seconds / 1e6,
           strlen (text) / seconds / 1e6);

  begun = processor_time ();
  risalah_words_init (&words, text, -1);
  while (risalah_words_next (&words, &word))
    {
      RisalahStems stems;

      risalah_stemmer_stem (stemmer, word.folded, word.folded_length, &stems);
      n_tokens += 1 + stems.n;
    }
  seconds = (processor_time () - begun) / 1e6;
  g_print ("words and stems: %.2f million words a second, %.2f million tokens\n",
           n_words / seconds / 1e6, n_tokens / seconds / 1e6);
  return n_words / seconds >= MIN_TOKENS_PER_SECOND;
}

static double
measure_dates (RisalahLexicon *lexicon, const char *text, gsize length)
{
  gint64 begun = processor_time ();
  g_autoptr (GArray) dates = risalah_find_dates_in_text (text, length, lexicon, "2025-07-30", "id");
  double seconds = (processor_time () - begun) / 1e6;

  g_print ("dates: %u in %.1f MB, %.3f s, %.0f MB/s\n", dates->len, length / 1e6, seconds,
           length / 1e6 / seconds);
  return seconds;
}

static double
measure_sentences (RisalahLexicon *lexicon, const char *text, gsize length)
{
  gint64 begun = processor_time ();
  RisalahSentences sentences;
  gsize start;
  gsize end;
  guint n = 0;
  double seconds;

  risalah_sentences_init (&sentences, text, length, lexicon);
  while (risalah_sentences_next (&sentences, &start, &end))
    n++;
  seconds = (processor_time () - begun) / 1e6;
  g_print ("sentences: %u in %.1f MB, %.3f s, %.0f MB/s\n", n, length / 1e6, seconds,
           length / 1e6 / seconds);
  return seconds;
}

int
main (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autofree char *text = make_text (10 * MEGABYTE);
  gboolean good = measure_stems (lexicon, text);
  double half = measure_dates (lexicon, text, 5 * MEGABYTE);
  double whole = measure_dates (lexicon, text, 10 * MEGABYTE);

  good &= whole <= MAX_RATIO * half;
  half = measure_sentences (lexicon, text, 5 * MEGABYTE);
  whole = measure_sentences (lexicon, text, 10 * MEGABYTE);
  good &= whole <= MAX_RATIO * half;
  g_print ("%s\n", good ? "all floors kept" : "below a floor");
  return good ? 0 : 1;
}
