/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabulary's tables: comments, blanks, missing columns, broken text. */

#include <glib.h>

#include "risalah-table.h"
#include "risalah-text-error.h"

static void
test_rows (void)
{
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (risalah_table_add_text (table, "a", "# name\tcode\nPrancis\t FR \n\n  \nMesir\n", &error));
  g_assert_no_error (error);
  g_assert_true (risalah_table_add_text (table, "b", "Belarus\tBY", &error));
  g_assert_cmpuint (risalah_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (risalah_table_get (table, 0, 0), ==, "Prancis");
  g_assert_cmpstr (risalah_table_get (table, 0, 1), ==, "FR");
  g_assert_cmpstr (risalah_table_get (table, 1, 0), ==, "Mesir");
  g_assert_cmpstr (risalah_table_get (table, 1, 1), ==, "");
  g_assert_cmpstr (risalah_table_get (table, 2, 1), ==, "BY");
}

static void
test_not_utf8 (void)
{
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (risalah_table_add_text (table, "broken.tsv", "Curaçao\xff", &error));
  g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY);
  g_assert_nonnull (g_strstr_len (error->message, -1, "broken.tsv"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/not-utf8", test_not_utf8);
  return g_test_run ();
}
