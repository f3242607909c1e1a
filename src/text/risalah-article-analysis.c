/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the finders over an article, each on what the ones before it found. */

#include "risalah-article-analysis.h"

/**
 * risalah_article_analyze:
 * @article: an article as it was read
 * @lexicon: the vocabulary
 * @reference_edtf: (nullable): the date to resolve relative dates against where the article states
 *   none of its own
 *
 * Analyses an article. The same article, lexicon and reference give the same result.
 *
 * Returns: (transfer full): what was found
 */
RisalahArticleAnalysis *
risalah_article_analyze (const RisalahArticle *article,
                         const RisalahLexicon *lexicon,
                         const char *reference_edtf)
{
  const char *published = risalah_article_get_metadata (article, RISALAH_METADATA_PUBLISHED);
  g_autoptr (RisalahTokens) tokens = NULL;
  RisalahArticleAnalysis *self;

  g_return_val_if_fail (article != NULL && lexicon != NULL, NULL);

  self = g_new0 (RisalahArticleAnalysis, 1);
  self->reference = g_strdup (published != NULL ? published : reference_edtf);
  self->dates =
      risalah_find_dates (article, lexicon, self->reference,
                          risalah_article_get_metadata (article, RISALAH_METADATA_LANGUAGE));
  tokens = risalah_tokens_new (article, lexicon);
  self->names = risalah_find_names (tokens);
  self->speech = risalah_find_speech (tokens, self->names);
  self->happenings =
      risalah_find_happenings (tokens, self->names, self->speech, self->dates, self->reference);
  return self;
}

/**
 * risalah_article_analysis_free:
 * @self: (transfer full) (nullable): an analysis
 */
void
risalah_article_analysis_free (RisalahArticleAnalysis *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->dates);
  g_array_unref (self->names);
  g_array_unref (self->speech);
  g_ptr_array_unref (self->happenings);
  g_free (self->reference);
  g_free (self);
}
