/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other words for the same thing, in both languages: what a search looks for too. */
#pragma once

#include <glib.h>

#include "risalah-lexicon.h"

G_BEGIN_DECLS

/* No term of the glossary has more words. */
#define RISALAH_GLOSSARY_MAX_WORDS 8

GPtrArray *risalah_glossary_match  (const RisalahLexicon *lexicon,
                                    const char * const   *words,
                                    guint                 n_words,
                                    guint                *n_matched);
GPtrArray *risalah_glossary_lookup (const RisalahLexicon *lexicon,
                                    const char           *term);

/* For the lexicon only. */
gpointer   risalah_glossary_load   (const RisalahLexicon *lexicon,
                                    GError              **error);
void       risalah_glossary_unload (gpointer              glossary);

G_END_DECLS
