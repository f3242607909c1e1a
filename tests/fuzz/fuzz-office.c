/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of word processors' files. What begins as a package is one; anything else is the
 * document within one, since a package whose bits were flipped is seldom opened at all. */

#include "../text/office-fixture.h"
#include "fuzz.h"
#include "risalah-reading.h"

static GBytes *
make_package (const char *document)
{
  const char *const word[] = { "[Content_Types].xml", "<Types/>",
                               "_rels/.rels", OFFICE_DOCX_PACKAGE,
                               "word/_rels/document2.xml.rels", OFFICE_DOCX_RELATIONS,
                               "word/document2.xml", document,
                               "word/styles.xml", document,
                               "word/footnotes.xml", document,
                               NULL };
  const char *const open[] = { "mimetype", "application/vnd.oasis.opendocument.text",
                               "content.xml", document,
                               "styles.xml", document,
                               NULL };

  return office_zip (strstr (document, "opendocument") != NULL ? open : word);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *document = g_strndup ((const char *)data, size);
  g_autoptr (GBytes) bytes = g_str_has_prefix (document, "PK") ? g_bytes_new_static (data, size)
                                                               : make_package (document);
  g_autoptr (RisalahArticle) article
      = risalah_read_article (bytes, "fuzz.docx", fuzz_get_lexicon (), NULL, NULL);

  if (article != NULL)
    fuzz_check_article (article);
  return 0;
}
