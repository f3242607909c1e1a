/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date finder on tests/data/dates.tsv, whose floor is below, and by hand. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-dates.h"
#include "risalah-table.h"

/* How many of the table's rows must be right, and how many traps may be taken for a date. */
#define MIN_RIGHT 0.97
#define MAX_TRAPS 1

static GArray *
find (const RisalahLexicon *lexicon, const char *text, const char *reference, const char *language)
{
  return risalah_find_dates_in_text (text, strlen (text), lexicon, reference, language);
}

/* What was found, as the table writes it: vague ones aside, names and references by their role. */
static char *
describe (GArray *mentions)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const RisalahDateMention *mention = &g_array_index (mentions, RisalahDateMention, i);

      if (mention->role == RISALAH_DATE_VAGUE)
        continue;
      if (out->len > 0)
        g_string_append (out, " ; ");
      if (mention->role == RISALAH_DATE_NAME)
        g_string_append (out, "NAME:");
      if (mention->role == RISALAH_DATE_REFERENCE)
        g_string_append (out, "REFERENCE:");
      g_string_append (out, mention->edtf != NULL ? mention->edtf : "-");
      if (mention->mod != RISALAH_EDTF_MOD_NONE)
        g_string_append_printf (out, "|%s", risalah_edtf_mod_to_string (mention->mod));
    }
  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "dates.tsv", NULL);
  g_autoptr (GError) error = NULL;
  guint n_rows;
  guint right = 0;
  guint traps = 0;

  risalah_table_add_file (table, path, &error);
  g_assert_no_error (error);
  n_rows = risalah_table_get_n_rows (table);
  g_assert_cmpuint (n_rows, >=, 250);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strcompress (risalah_table_get (table, i, 0));
      const char *reference = risalah_table_get (table, i, 1);
      const char *wanted = risalah_table_get (table, i, 3);
      g_autoptr (GArray) mentions = find (lexicon, text, reference[0] != '\0' ? reference : NULL,
                                          risalah_table_get (table, i, 2));
      g_autofree char *got = describe (mentions);

      if (strcmp (wanted, got[0] != '\0' ? got : "NONE") == 0)
        right++;
      else
        {
          traps += strcmp (wanted, "NONE") == 0;
          g_test_message ("“%s” (%s): %s, not %s", text, reference, got, wanted);
        }
    }
  g_test_message ("%u of %u right, %u traps taken", right, n_rows, traps);
  g_assert_cmpfloat (right, >=, MIN_RIGHT * n_rows);
  g_assert_cmpuint (traps, <=, MAX_TRAPS);
}

/* Spans, roles and what is kept of each date. */
static void
test_mention (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  const char *text = "Kemenhan bertemu Selasa (12/3) dan sejak awal pekan ini.";
  g_autoptr (GArray) mentions = find (lexicon, text, "2024-03-14", "id");
  const RisalahDateMention *mention = &g_array_index (mentions, RisalahDateMention, 0);
  g_autofree char *first = g_strndup (text + mention->start, mention->end - mention->start);
  g_autofree char *second = NULL;

  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_cmpstr (first, ==, "Selasa (12/3)");
  g_assert_cmpstr (mention->edtf, ==, "2024-03-12");
  g_assert_true (mention->relative);
  g_assert_cmpstr (mention->reference, ==, "2024-03-14");
  g_assert_cmpstr (mention->rule, ==, "numeric");
  mention = &g_array_index (mentions, RisalahDateMention, 1);
  second = g_strndup (text + mention->start, mention->end - mention->start);
  g_assert_cmpstr (second, ==, "sejak awal pekan ini");
  g_assert_cmpstr (mention->edtf, ==, "2024-03-11/..");
  g_assert_cmpint (mention->mod, ==, RISALAH_EDTF_MOD_EARLY);
}

/* Another reference date gives relative dates another value, and leaves the others. */
static void
test_other_reference (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  const char *text = "Kemarin, 3 Mei 2020 disebut lagi.\n\nPekan lalu juga.";
  g_autoptr (GArray) none = find (lexicon, text, NULL, "id");
  g_autoptr (GArray) one = find (lexicon, text, "2024-03-14", "id");
  g_autoptr (GArray) other = find (lexicon, text, "2024-03-21", "id");

  g_assert_cmpuint (one->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 2);
  g_assert_cmpstr (g_array_index (none, RisalahDateMention, 1).edtf, ==, NULL);
  g_assert_cmpstr (g_array_index (one, RisalahDateMention, 0).edtf, ==, "2020-05-03");
  g_assert_cmpstr (g_array_index (one, RisalahDateMention, 1).edtf, ==, "2024-03-04/2024-03-10");
  g_assert_cmpstr (g_array_index (other, RisalahDateMention, 0).edtf, ==, "2020-05-03");
  g_assert_cmpstr (g_array_index (other, RisalahDateMention, 1).edtf, ==, "2024-03-11/2024-03-17");
}

/* What came "lebih dahulu" came first, at no time that the words tell; what was "dahulu" was once. */
static void
test_order (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  const char *text = "Dahulu pangkalan itu kecil. DPR harus setuju terlebih dahulu, dan kapal latih "
                     "tiba lebih dulu, Juli 2025.";
  g_autoptr (GArray) mentions = find (lexicon, text, NULL, "id");

  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_cmpint (g_array_index (mentions, RisalahDateMention, 0).role, ==, RISALAH_DATE_VAGUE);
  g_assert_cmpstr (g_array_index (mentions, RisalahDateMention, 1).edtf, ==, "2025-07");
}

/* A date line of its own near the top is the publication's. */
static void
test_publication (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  const char *text = "Kapal baru tiba\nKamis, 14 Maret 2024 09:10 WIB\n\nKapal itu dibeli 3 Mei 2020.";
  g_autoptr (GArray) mentions = find (lexicon, text, NULL, "id");

  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_cmpint (g_array_index (mentions, RisalahDateMention, 0).role, ==, RISALAH_DATE_PUBLICATION);
  g_assert_cmpint (g_array_index (mentions, RisalahDateMention, 1).role, ==, RISALAH_DATE_EVENT);
}

/* A chronicle's dates stand on lines of their own too, and are not the article's. */
static void
test_chronicle (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  const char *text = "3 Mei 2020\nKapal dibeli.\n5 Juni 2021\nKapal tiba.";
  g_autoptr (GArray) first = find (lexicon, text, NULL, "id");
  g_autoptr (GArray) second = find (lexicon, text, "2024-03-14", "id");

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpint (g_array_index (first, RisalahDateMention, 1).role, ==, RISALAH_DATE_EVENT);
  g_assert_cmpint (g_array_index (second, RisalahDateMention, 0).role, ==, RISALAH_DATE_EVENT);
}

/* A word of the analyst's own works with no change in C. */
static void
test_own_word (void)
{
  g_autofree char *dir = g_dir_make_tmp ("risalah-dates-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (dir, "date-words.tsv", NULL);
  g_autoptr (RisalahLexicon) lexicon = NULL;
  g_autoptr (GArray) mentions = NULL;

  g_assert_true (g_file_set_contents (file, "juillet\tmonth\t7\n", -1, NULL));
  lexicon = open_test_lexicon_with (dir);
  mentions = find (lexicon, "Ia tiba 14 juillet 2023.", NULL, "id");
  g_assert_cmpuint (mentions->len, ==, 1);
  g_assert_cmpstr (g_array_index (mentions, RisalahDateMention, 0).edtf, ==, "2023-07-14");
  g_unlink (file);
  g_rmdir (dir);
}

/* Broken bytes, endless runs: nothing but an answer is wanted, and spans inside the text. */
static void
test_hostile (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  static const char *const pieces[] = {
    "31", "/", "12", "-", "2024", " ", "Senin", "(", ")", "abad", "ke-", "tahun", "\xff", "–", "Mei",
    "hingga", "sejak", ",", "dan", "1970", "an", "'", "\n\n", "setiap", "akhir", "XIX", "SM", "lalu",
    "99999999999999", "0", "Q4", "minggu", "the", "last", "five", "years", "\xc2", "No.", ".",
  };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) mentions = NULL;
      gsize previous = 0;

      for (guint i = 0; i < 30; i++)
        {
          g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_boolean (rand))
            g_string_append_c (text, ' ');
        }
      mentions = find (lexicon, text->str, round % 2 != 0 ? "2024-02-29" : NULL, "id");
      for (guint i = 0; i < mentions->len; i++)
        {
          const RisalahDateMention *mention = &g_array_index (mentions, RisalahDateMention, i);

          g_assert_cmpuint (mention->start, >=, previous);
          g_assert_cmpuint (mention->start, <, mention->end);
          g_assert_cmpuint (mention->end, <=, text->len);
          previous = mention->end;
          if (mention->edtf != NULL)
            {
              g_autoptr (RisalahEdtf) edtf = risalah_edtf_parse (mention->edtf, NULL);

              g_assert_nonnull (edtf);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/table", test_table);
  g_test_add_func ("/dates/mention", test_mention);
  g_test_add_func ("/dates/other-reference", test_other_reference);
  g_test_add_func ("/dates/order", test_order);
  g_test_add_func ("/dates/publication", test_publication);
  g_test_add_func ("/dates/chronicle", test_chronicle);
  g_test_add_func ("/dates/own-word", test_own_word);
  g_test_add_func ("/dates/hostile", test_hostile);
  return g_test_run ();
}
