/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes what comes back from risalah-reader: an article's bytes, believed by nobody. */

#include "fuzz.h"
#include "risalah-article-bytes.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (RisalahArticle) article = risalah_article_from_bytes (bytes, NULL);

  if (article != NULL)
    {
      g_autoptr (GBytes) again = risalah_article_to_bytes (article);
      g_autoptr (RisalahArticle) same = risalah_article_from_bytes (again, NULL);

      fuzz_check_article (article);
      g_assert_nonnull (same);
      g_assert_cmpstr (risalah_article_get_text (article, NULL), ==, risalah_article_get_text (same, NULL));
    }
  return 0;
}
