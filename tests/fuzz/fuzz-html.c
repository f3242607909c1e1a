/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the HTML reader, with all that is done to a page afterwards. */

#include "fuzz.h"
#include "risalah-reading.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  RisalahReadOptions options = { .mime_type = "text/html" };
  g_autoptr (RisalahArticle) article
    = risalah_read_article (bytes, "fuzz.html", fuzz_get_lexicon (), &options, NULL);

  if (article != NULL)
    fuzz_check_article (article);
  return 0;
}
