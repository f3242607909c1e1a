/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says of itself: headline, byline, publisher, place, date, agency, type. */
#pragma once

#include "risalah-article.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

void     risalah_find_metadata       (RisalahArticle       *article,
                                      const RisalahLexicon *lexicon);
char    *risalah_tidy_byline         (const char           *value);

G_END_DECLS
