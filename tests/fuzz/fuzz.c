/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon that the targets share, and what holds of every article, however it was made. */

#include "fuzz.h"

#include <string.h>

#include "risalah-config.h"

/**
 * fuzz_get_lexicon:
 *
 * Returns: (transfer none): the program's own lexicon
 */
const RisalahLexicon *
fuzz_get_lexicon (void)
{
  static RisalahLexicon *lexicon;
  g_autoptr (GError) error = NULL;

  if (lexicon == NULL)
    lexicon = risalah_lexicon_open ((const char *const[]) { RISALAH_SOURCE_DIR "/data/vocabulary", NULL },
                                    RISALAH_SOURCE_DIR "/data/dictionaries", &error);
  g_assert_no_error (error);
  return lexicon;
}

/**
 * fuzz_check_article:
 * @article: an article
 *
 * Aborts where its blocks do not fit its text.
 */
void
fuzz_check_article (const RisalahArticle *article)
{
  gsize length;
  const char *text = risalah_article_get_text (article, &length);
  guint n;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n);
  gsize at = 0;

  g_assert_true (strlen (text) == length && g_utf8_validate (text, length, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (blocks[i].start >= at && blocks[i].end >= blocks[i].start && blocks[i].end <= length);
      g_assert_true (g_utf8_validate (text + blocks[i].start, blocks[i].end - blocks[i].start, NULL));
      at = blocks[i].end;
    }
}
