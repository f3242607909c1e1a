/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the text floor finds in an article. It proposes; the analyst decides. */
#pragma once

#include "risalah-article.h"
#include "risalah-dates.h"
#include "risalah-happenings.h"
#include "risalah-lexicon.h"
#include "risalah-names.h"
#include "risalah-speech.h"

G_BEGIN_DECLS

/**
 * RisalahArticleAnalysis:
 * @reference: (nullable): the date that relative dates were resolved against, EDTF
 * @dates: (element-type RisalahDateMention): date expressions, in order
 * @names: (element-type RisalahName): countries, organisations and persons, in order
 * @speech: (element-type RisalahSpeech): quotations and indirect statements, in order
 * @happenings: (element-type RisalahHappening): suggested events, in order
 *
 * Spans are bytes of the article's text; risalah-offsets.h converts them on leaving this floor.
 */
typedef struct
{
  char *reference;
  GArray *dates;
  GArray *names;
  GArray *speech;
  GPtrArray *happenings;
} RisalahArticleAnalysis;

RisalahArticleAnalysis *risalah_article_analyze (const RisalahArticle *article,
                                          const RisalahLexicon *lexicon,
                                          const char           *reference_edtf);
void             risalah_article_analysis_free   (RisalahArticleAnalysis      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahArticleAnalysis, risalah_article_analysis_free)

G_END_DECLS
