/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled parts of a lexicon, for the files of the text floor that use them. */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

/* Each part is made from tables once, when the lexicon opens, by the file that uses it;
 * a new part is one name here and one line in the table of risalah-lexicon.c. */
typedef enum
{
  RISALAH_LEXICON_ABBREVIATIONS, /* GHashTable of risalah-sentences.c */
  RISALAH_LEXICON_BOILERPLATE,   /* GPtrArray of risalah-boilerplate.c */
  RISALAH_LEXICON_DATE_LINES,    /* GHashTable of risalah-stated-date.c */
  RISALAH_LEXICON_HTML_CLASSES,  /* a table of risalah-html-classes.c */
  RISALAH_LEXICON_LANGUAGES,     /* a table of risalah-language.c */
  RISALAH_LEXICON_SOURCE_TYPES,  /* GPtrArray of risalah-metadata.c */
  RISALAH_LEXICON_DATE_WORDS,    /* DateVocabulary of the date finder */
  RISALAH_LEXICON_GLOSSARY,      /* of risalah-glossary.c */
  RISALAH_LEXICON_PHRASES,       /* RisalahPhrases */
  RISALAH_LEXICON_STEMS,         /* RisalahStemTable */
  RISALAH_LEXICON_N_PARTS
} RisalahLexiconPart;

gconstpointer risalah_lexicon_get_part (const RisalahLexicon *self,
                                        RisalahLexiconPart    part);

G_END_DECLS
