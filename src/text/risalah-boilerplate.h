/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boilerplate: the lines of a page that are no part of its article. */
#pragma once

#include "risalah-article.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

void     risalah_mark_boilerplate (RisalahArticle       *article,
                                   const RisalahLexicon *lexicon);

/* For the lexicon. */
gpointer risalah_boilerplate_load (const RisalahLexicon *lexicon,
                                   GError              **error);
void     risalah_boilerplate_free (gpointer              rules);

G_END_DECLS
