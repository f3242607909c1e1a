/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a text, one after the other: for the search index and for the analysis alike. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folded word is cut to this many bytes, so that no run of letters costs memory. */
#define RISALAH_WORD_MAX_LENGTH 120

/**
 * RisalahWordFlags:
 * @RISALAH_WORD_CAPITALISED: its first letter is a capital
 * @RISALAH_WORD_ALL_CAPITALS: it has two letters or more, and all are capitals
 * @RISALAH_WORD_DIGITS: it has digits and nothing else
 * @RISALAH_WORD_HAS_DIGIT: it has a digit
 * @RISALAH_WORD_HYPHENATED: nothing but one hyphen stands between it and the word before
 * @RISALAH_WORD_DOTTED: an abbreviation with full stops inside, "U.S.", read as one word
 * @RISALAH_WORD_GENITIVE: an English "’s" follows, which no word holds
 */
typedef enum
{
  RISALAH_WORD_CAPITALISED = 1 << 0,
  RISALAH_WORD_ALL_CAPITALS = 1 << 1,
  RISALAH_WORD_DIGITS = 1 << 2,
  RISALAH_WORD_HAS_DIGIT = 1 << 3,
  RISALAH_WORD_HYPHENATED = 1 << 4,
  RISALAH_WORD_DOTTED = 1 << 5,
  RISALAH_WORD_GENITIVE = 1 << 6,
} RisalahWordFlags;

/**
 * RisalahWord:
 * @start: its first byte in the text
 * @end: the byte after its last
 * @folded: lower case, without diacritics; NUL-terminated, in the iterator until the next word
 * @folded_length: bytes of @folded
 * @flags: #RisalahWordFlags
 */
typedef struct
{
  gsize start;
  gsize end;
  const char *folded;
  gsize folded_length;
  guint flags;
} RisalahWord;

/**
 * RisalahWords:
 *
 * An iterator, for the stack; its fields are its own.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize position;
  char folded[RISALAH_WORD_MAX_LENGTH + 1];
} RisalahWords;

void     risalah_words_init       (RisalahWords *self,
                                   const char   *text,
                                   gssize        length);
gboolean risalah_words_next       (RisalahWords *self,
                                   RisalahWord  *word);

char    *risalah_words_fold       (const char   *text,
                                   gssize        length);
gsize    risalah_words_cut_clitic (const char   *word,
                                   gsize         length);

G_END_DECLS
