/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date that an article states as its own: in a line of its own, a dateline, markup or address.
 */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

char    *risalah_stated_date_from_line  (const char           *line,
                                         gsize                 length,
                                         const RisalahLexicon *lexicon);
char    *risalah_stated_date_from_value (const char           *value,
                                         const RisalahLexicon *lexicon);
char    *risalah_stated_date_from_url   (const char           *url);
gboolean risalah_is_date_word           (const char           *word,
                                         const RisalahLexicon *lexicon);

/* For the lexicon. */
gpointer risalah_date_lines_load        (const RisalahLexicon *lexicon,
                                         GError              **error);
void     risalah_date_lines_free        (gpointer              table);

G_END_DECLS
