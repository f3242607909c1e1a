/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions compared by words: what is shown as removed and added, and that nothing is lost. */

#include <string.h>

#include "risalah-document-comparison.h"
#include "risalah-document-xhtml.h"
#include "risalah-sequence-difference.h"

static RisalahDocument *
new_document (const char *text)
{
  return risalah_document_from_plain_text (text, -1, "id");
}

/* The comparison as text: blocks begin with "|", removed words stand in -{}, added in +{}. */
static char *
dup_compared (const char *before, const char *after)
{
  g_autoptr (RisalahDocument) a = new_document (before);
  g_autoptr (RisalahDocument) b = new_document (after);
  g_autoptr (RisalahComparison) comparison = risalah_document_compare (a, b);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < comparison->runs->len; i++)
    {
      const RisalahComparedRun *run = &g_array_index (comparison->runs, RisalahComparedRun, i);

      g_assert_cmpint (run->before < 0, ==, run->kind == RISALAH_COMPARED_ADDED);
      g_assert_cmpint (run->after < 0, ==, run->kind == RISALAH_COMPARED_REMOVED);
      g_string_append_printf (shown,
                              run->kind == RISALAH_COMPARED_SAME      ? "%s%s"
                              : run->kind == RISALAH_COMPARED_REMOVED ? "-{%s%s}"
                                                                      : "+{%s%s}",
                              run->begins_block ? "|" : "", run->text);
    }
  return g_string_free (shown, FALSE);
}

static void
assert_compared (const char *before, const char *after, const char *expected)
{
  g_autofree char *shown = dup_compared (before, after);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_words (void)
{
  assert_compared ("satu dua tiga", "satu dua tiga", "|satu dua tiga");
  assert_compared ("satu dua tiga", "satu lima tiga", "|satu -{dua }+{lima }tiga");
  assert_compared ("satu dua", "satu dua tiga", "|satu dua +{tiga}");
  assert_compared ("a b\nc d", "a b\nbaru\nc d", "|a b+{|baru}|c d");
  assert_compared ("a b\nc d\ne", "a b\ne", "|a b-{|c d}|e");
  assert_compared ("日本 kata", "日本 frasa", "|日本 -{kata}+{frasa}");
}

static void
test_counts (void)
{
  g_autoptr (RisalahDocument) a = new_document ("satu dua tiga\nempat");
  g_autoptr (RisalahDocument) b = new_document ("satu lima enam tiga\nempat");
  g_autoptr (RisalahComparison) comparison = risalah_document_compare (a, b);

  g_assert_cmpuint (comparison->n_added, ==, 2);
  g_assert_cmpuint (comparison->n_removed, ==, 1);
}

/* Random sequences: the differences lead from one to the other, and are as few as an edit
 * distance computed the slow way. */
static void
test_sequences (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint)g_rand_int_range (random, 0, 30),
            m = (guint)g_rand_int_range (random, 0, 30);
      guint a[30], b[30], distance[31][31], n_edits = 0, i = 0, j = 0;
      g_autoptr (GArray) pairs = NULL;

      for (guint k = 0; k < n; k++)
        a[k] = (guint)g_rand_int_range (random, 0, 5);
      for (guint k = 0; k < m; k++)
        b[k] = (guint)g_rand_int_range (random, 0, 5);
      for (guint x = 0; x <= n; x++)
        for (guint y = 0; y <= m; y++)
          distance[x][y] = x == 0   ? y
                           : y == 0 ? x
                           : a[x - 1] == b[y - 1]
                               ? distance[x - 1][y - 1]
                               : 1 + MIN (distance[x - 1][y], distance[x][y - 1]);
      pairs = risalah_sequences_differ (a, n, b, m);
      for (guint p = 0; p <= pairs->len; p++)
        {
          RisalahStretchPair end = { n, 0, m, 0 };
          const RisalahStretchPair *pair =
              p < pairs->len ? &g_array_index (pairs, RisalahStretchPair, p) : &end;

          g_assert_cmpuint (pair->first - i, ==, pair->second - j);
          for (; i < pair->first; i++, j++)
            g_assert_cmpuint (a[i], ==, b[j]);
          i += pair->n_first;
          j += pair->n_second;
          n_edits += pair->n_first + pair->n_second;
        }
      g_assert_cmpuint (i, ==, n);
      g_assert_cmpuint (j, ==, m);
      g_assert_cmpuint (n_edits, ==, distance[n][m]);
    }
  g_rand_free (random);
}

/* Two versions with nothing in common end, and quickly. */
static void
test_nothing_in_common (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (a, "a%u ", i);
      g_string_append_printf (b, "b%u ", i);
    }
  shown = dup_compared (a->str, b->str);
  g_assert_true (g_str_has_prefix (shown, "|-{a0 a1 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/words", test_words);
  g_test_add_func ("/comparison/counts", test_counts);
  g_test_add_func ("/comparison/sequences", test_sequences);
  g_test_add_func ("/comparison/nothing-in-common", test_nothing_in_common);
  return g_test_run ();
}
