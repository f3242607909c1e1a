/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes decoding, repairing and the plain reader, with all that is done to a text afterwards. */

#include "fuzz.h"
#include "risalah-reading.h"
#include "risalah-shingles.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  RisalahReadOptions options = { .mime_type = "text/plain" };
  g_autoptr (RisalahArticle) article
    = risalah_read_article (bytes, "fuzz.txt", fuzz_get_lexicon (), &options, NULL);

  if (article != NULL)
    {
      g_autoptr (RisalahShingles) shingles = risalah_shingles_new_for_article (article);

      fuzz_check_article (article);
      g_assert_true (risalah_shingles_compare (shingles, shingles) == (risalah_shingles_get_size (shingles) > 0));
    }
  return 0;
}
