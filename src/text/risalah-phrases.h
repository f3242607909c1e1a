/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word and phrase of the vocabulary's tables in one trie, so that one pass finds them all. */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahPhraseClass:
 *
 * The table that a phrase stands in.
 */
typedef enum
{
  RISALAH_PHRASE_COUNTRY,
  RISALAH_PHRASE_TRAP,
  RISALAH_PHRASE_ORGANISATION,
  RISALAH_PHRASE_ORGANISATION_WORD,
  RISALAH_PHRASE_OFFICE,
  RISALAH_PHRASE_PERSON,
  RISALAH_PHRASE_REPORTING,
  RISALAH_PHRASE_EVENT,
  RISALAH_PHRASE_CUE,
  RISALAH_PHRASE_N_CLASSES
} RisalahPhraseClass;

/**
 * RisalahPhrase:
 * @klass: which table has it
 * @table: the table
 * @row: its row there
 * @text: as the table writes it
 * @n_words: how many words it has
 * @letters: (array length=n_words): #RisalahPhraseLetters of each word
 */
typedef struct
{
  RisalahPhraseClass klass;
  const RisalahTable *table;
  guint row;
  const char *text;
  guint n_words;
  guint8 *letters;
} RisalahPhrase;

/* What a word of the text must be like to be that of the phrase. */
typedef enum
{
  RISALAH_PHRASE_CAPITAL = 1 << 0,  /* begins with a capital */
  RISALAH_PHRASE_CAPITALS = 1 << 1, /* has no other letters than capitals */
  RISALAH_PHRASE_COMMA = 1 << 2,    /* a comma stands before it */
} RisalahPhraseLetters;

typedef struct _RisalahPhrases RisalahPhrases;

/* For the lexicon only. */
gpointer             risalah_phrases_load     (const RisalahLexicon *lexicon,
                                               GError              **error);
void                 risalah_phrases_unload   (gpointer              phrases);

guint32              risalah_phrases_word     (const RisalahPhrases *self,
                                               const char           *folded);
guint32              risalah_phrases_step     (const RisalahPhrases *self,
                                               guint32               node,
                                               guint32               word);
const GPtrArray     *risalah_phrases_at       (const RisalahPhrases *self,
                                               guint32               node);
const char          *risalah_phrase_get       (const RisalahPhrase  *phrase,
                                               guint                 column);

G_END_DECLS
