/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary: every term of a row finds the others; the longest term of a query wins. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-glossary.h"

static gboolean
has (GPtrArray *terms, const char *term)
{
  return terms != NULL && g_ptr_array_find_with_equal_func (terms, term, g_str_equal, NULL);
}

static void
test_lookup (void)
{
  const char *const pairs[][2] = {
    { "latihan bersama", "joint exercise" },
    { "Joint Exercise", "latihan bersama" },
    { "MoU", "nota kesepahaman" },
    { "UEA", "united arab emirates" },
    { "Uni Emirat Arab", "uae" },
    { "TNI AL", "indonesian navy" },
    { "alutsista", "defence equipment" },
    { "Indo-Pasifik", "indo pacific" },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GPtrArray) terms = risalah_glossary_lookup (lexicon, pairs[i][0]);

      g_test_message ("%s", pairs[i][0]);
      g_assert_true (has (terms, pairs[i][1]));
      g_assert_false (has (terms, pairs[i][0]));
    }
  g_assert_null (risalah_glossary_lookup (lexicon, "gajah"));
}

static void
test_match (void)
{
  const char *const words[] = { "kerja", "sama", "pertahanan", "jerman" };
  const char *const none[] = { "gajah", "jerman" };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (GPtrArray) terms = NULL;
  guint n_matched = 99;

  terms = risalah_glossary_match (lexicon, words, G_N_ELEMENTS (words), &n_matched);
  g_assert_cmpuint (n_matched, ==, 3);
  g_assert_true (has (terms, "defence cooperation"));
  g_assert_null (risalah_glossary_match (lexicon, none, G_N_ELEMENTS (none), &n_matched));
  g_assert_cmpuint (n_matched, ==, 0);
}

static void
test_size (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  g_assert_cmpuint (risalah_table_get_n_rows (risalah_lexicon_get_table (lexicon, "glossary")), >=,
                    150);
}

/* A row of the analyst's own works with no change in C. */
static void
test_own_row (void)
{
  g_autofree char *dir = g_dir_make_tmp ("risalah-glossary-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (dir, "glossary.tsv", NULL);
  g_autoptr (RisalahLexicon) lexicon = NULL;
  g_autoptr (GPtrArray) terms = NULL;

  g_assert_true (g_file_set_contents (file, "kapal hantu\tghost ship\n", -1, NULL));
  lexicon = open_test_lexicon_with (dir);
  terms = risalah_glossary_lookup (lexicon, "ghost ship");
  g_assert_true (has (terms, "kapal hantu"));
  g_unlink (file);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glossary/lookup", test_lookup);
  g_test_add_func ("/glossary/match", test_match);
  g_test_add_func ("/glossary/size", test_size);
  g_test_add_func ("/glossary/own-row", test_own_row);
  return g_test_run ();
}
