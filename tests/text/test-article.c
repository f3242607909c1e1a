/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article value: what is unknown stays unknown, and names go both ways. */

#include <glib.h>

#include "risalah-article.h"

static void
test_unknown (void)
{
  g_autoptr (RisalahArticle) article
    = risalah_article_new (g_strdup ("Satu.\nDua."), g_array_new (FALSE, FALSE, sizeof (RisalahBlock)));
  gsize length;

  g_assert_cmpstr (risalah_article_get_text (article, &length), ==, "Satu.\nDua.");
  g_assert_cmpuint (length, ==, 10);
  g_assert_null (risalah_article_get_metadata (article, RISALAH_METADATA_TITLE));
  g_assert_cmpint (risalah_article_get_origin (article, RISALAH_METADATA_TITLE), ==, RISALAH_ORIGIN_UNKNOWN);

  risalah_article_set_metadata (article, RISALAH_METADATA_TITLE, "Satu", RISALAH_ORIGIN_HEADLINE);
  g_assert_cmpstr (risalah_article_get_metadata (article, RISALAH_METADATA_TITLE), ==, "Satu");
  risalah_article_set_metadata (article, RISALAH_METADATA_TITLE, "", RISALAH_ORIGIN_HEADLINE);
  g_assert_null (risalah_article_get_metadata (article, RISALAH_METADATA_TITLE));
  g_assert_cmpint (risalah_article_get_origin (article, RISALAH_METADATA_TITLE), ==, RISALAH_ORIGIN_UNKNOWN);
}

static void
test_type_names (void)
{
  RisalahBlockType type;

  for (int i = RISALAH_BLOCK_HEADING; i <= RISALAH_BLOCK_CAPTION; i++)
    {
      g_assert_true (risalah_block_type_from_string (risalah_block_type_to_string (i), &type));
      g_assert_cmpint (type, ==, i);
    }
  g_assert_false (risalah_block_type_from_string ("poem", &type));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/unknown", test_unknown);
  g_test_add_func ("/article/type-names", test_type_names);
  return g_test_run ();
}
