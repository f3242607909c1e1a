/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language an article is written in: Indonesian, Malay, English, another, or undecided. */
#pragma once

#include "risalah-article.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

const char *risalah_identify_language  (const char           *text,
                                        gsize                 length,
                                        const RisalahLexicon *lexicon);
void        risalah_identify_languages (RisalahArticle       *article,
                                        const RisalahLexicon *lexicon,
                                        const char           *given);

/* For the lexicon. */
gpointer    risalah_language_table_load (const RisalahLexicon *lexicon,
                                         GError              **error);
void        risalah_language_table_free (gpointer              table);

G_END_DECLS
