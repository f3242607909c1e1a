/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reprints: copies that lost sentences are found, articles of a series are told apart. */

#include <glib.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-reading.h"
#include "risalah-shingles.h"
#include "story-generator.h"

#define N_ARTICLES 1000
#define N_IN_SERIES 300
#define N_SERIES 20
#define N_COPIES 400
#define LEAVE_OUT 0.15

static RisalahLexicon *lexicon;

static RisalahShingles *
shingle_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (RisalahArticle) article = risalah_read_article (bytes, "contoh.txt", lexicon, NULL, NULL);

  return risalah_shingles_new_for_article (article);
}

static GPtrArray *
write_article (guint number)
{
  StoryKind kind = number >= N_IN_SERIES ? STORY_ORDINARY : STORY_WEEKLY_BRIEFING + number % 3;

  return story_generator_article (number, kind, number % N_SERIES);
}

static RisalahShingles *
shingle_article (guint number)
{
  g_autoptr (GPtrArray) sentences = write_article (number);
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  g_autofree char *text = story_generator_join (sentences, random, 0);

  return shingle_text (text);
}

/* What an editor does to a story: another headline, another dateline, sentences less, a line of his
 * own, here and there a date. */
static char *
write_copy (guint number)
{
  g_autoptr (GPtrArray) sentences = write_article (number);
  g_autoptr (GRand) random = g_rand_new_with_seed (90000 + number);
  g_autofree char *text = NULL;
  char *date;
  GString *copy;

  g_free (g_ptr_array_index (sentences, 0));
  sentences->pdata[0] = g_strdup_printf ("Inilah Kabar Terbaru Nomor %u dari Teluk", number);
  text = story_generator_join (sentences, random, LEAVE_OUT);
  copy = g_string_new (text);
  date = strstr (copy->str, " Maret ");
  if (date != NULL && number % 2 == 0 && g_ascii_isdigit (date[-1]))
    date[-1] = date[-1] == '9' ? '8' : date[-1] + 1;
  if (number % 3 == 0)
    g_string_insert (copy, strchr (copy->str, '\n') + 1 - copy->str, "TELUK, WARTA.com – ");
  g_string_append (copy, "\nBaca juga: Kapal Latih Berlayar ke Utara\nEditor: Sari\n");
  return g_string_free (copy, FALSE);
}

static gboolean
share_a_band (const RisalahShingles *a, const RisalahShingles *b)
{
  guint n_a;
  guint n_b;
  const guint64 *of_a = risalah_shingles_get_bands (a, &n_a);
  const guint64 *of_b = risalah_shingles_get_bands (b, &n_b);

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (of_a[i] == of_b[i])
      return TRUE;
  return FALSE;
}

static void
test_recall (void)
{
  guint found = 0;
  guint both = 0;

  for (guint number = N_IN_SERIES; number < N_IN_SERIES + N_COPIES; number++)
    {
      g_autoptr (RisalahShingles) original = shingle_article (number);
      g_autofree char *text = write_copy (number);
      g_autoptr (RisalahShingles) copy = shingle_text (text);
      g_autoptr (GPtrArray) sentences = write_article (number);
      g_autoptr (GRand) random = g_rand_new_with_seed (50000 + number);
      g_autofree char *other_text = story_generator_join (sentences, random, LEAVE_OUT);
      g_autoptr (RisalahShingles) other = shingle_text (other_text);

      found += share_a_band (original, copy) && risalah_shingles_is_reprint (original, copy);
      both += share_a_band (copy, other) && risalah_shingles_is_reprint (copy, other);
    }
  g_test_message ("%u of %u copies found, %u of two copies", found, N_COPIES, both);
  g_assert_cmpuint (found * 100, >=, N_COPIES * 97);
  g_assert_cmpuint (both * 100, >=, N_COPIES * 85);
}

/* A reprint of an article in a series is still one. */
static void
test_recall_in_series (void)
{
  guint found = 0;

  for (guint number = 0; number < N_IN_SERIES; number++)
    {
      g_autoptr (RisalahShingles) original = shingle_article (number);
      g_autofree char *text = write_copy (number);
      g_autoptr (RisalahShingles) copy = shingle_text (text);

      found += share_a_band (original, copy) && risalah_shingles_is_reprint (original, copy);
    }
  g_test_message ("%u of %u found", found, N_IN_SERIES);
  g_assert_cmpuint (found * 100, >=, N_IN_SERIES * 90);
}

static void
test_no_false_pair (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_shingles_free);
  guint like = 0;
  guint reprints = 0;

  for (guint number = 0; number < N_ARTICLES; number++)
    g_ptr_array_add (all, shingle_article (number));
  for (guint i = 0; i < all->len; i++)
    for (guint k = i + 1; k < all->len; k++)
      {
        const RisalahShingles *a = g_ptr_array_index (all, i);
        const RisalahShingles *b = g_ptr_array_index (all, k);

        if (!share_a_band (a, b))
          continue;
        like += risalah_shingles_compare (a, b) >= RISALAH_SHINGLES_LIKE;
        if (risalah_shingles_is_reprint (a, b))
          {
            g_test_message ("%u and %u: %.2f", i, k, risalah_shingles_compare (a, b));
            reprints++;
          }
      }
  g_test_message ("%u pairs are as similar as copies, %u are called reprints", like, reprints);
  /* The set would prove nothing without pairs that similarity alone takes for copies. */
  g_assert_cmpuint (like, >=, 1000);
  g_assert_cmpuint (reprints, ==, 0);
}

static void
test_values (void)
{
  g_autoptr (RisalahShingles) a = shingle_text ("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh");
  g_autoptr (RisalahShingles) b = shingle_text ("Satu dua, tiga EMPAT lima; enam tujuh delapan sembilan sepuluh!");
  g_autoptr (RisalahShingles) c = shingle_text ("satu dua tiga empat lima enam tujuh lapan sembilan sepuluh");
  guint n_bands;

  g_assert_cmpuint (risalah_shingles_get_size (a), ==, 8);
  g_assert_cmpfloat (risalah_shingles_compare (a, b), ==, 1.0);
  g_assert_cmpfloat (risalah_shingles_compare (a, c), ==, 5.0 / 11.0);
  risalah_shingles_get_bands (a, &n_bands);
  g_assert_cmpuint (n_bands, ==, 0);
  g_assert_false (risalah_shingles_is_reprint (a, b));
}

/* Dropped blocks do not count. */
static void
test_dropped (void)
{
  g_autoptr (GPtrArray) sentences = write_article (N_ARTICLES);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *text = story_generator_join (sentences, random, 0);
  g_autofree char *with = g_strconcat (text, "\nBaca juga: Kapal Latih Berlayar ke Utara Lagi Bersama Kapal Lain\n", NULL);
  g_autoptr (RisalahShingles) a = shingle_text (text);
  g_autoptr (RisalahShingles) b = shingle_text (with);

  g_assert_cmpfloat (risalah_shingles_compare (a, b), ==, 1.0);
  g_assert_true (risalah_shingles_is_reprint (a, b));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  g_test_add_func ("/shingles/values", test_values);
  g_test_add_func ("/shingles/dropped", test_dropped);
  g_test_add_func ("/shingles/recall", test_recall);
  g_test_add_func ("/shingles/recall-in-series", test_recall_in_series);
  g_test_add_func ("/shingles/no-false-pair", test_no_false_pair);
  result = g_test_run ();
  risalah_lexicon_unref (lexicon);
  return result;
}
