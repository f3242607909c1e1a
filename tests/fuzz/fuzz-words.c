/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes words and sentences: spans in order and inside the bytes, whatever the bytes. */

#include <string.h>

#include "fuzz.h"
#include "risalah-sentences.h"
#include "risalah-words.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  gsize length = strlen (text);
  RisalahSentences sentences;
  RisalahWords words;
  RisalahWord word;
  gsize previous = 0;
  gsize start;
  gsize end;

  risalah_words_init (&words, text, -1);
  while (risalah_words_next (&words, &word))
    {
      g_assert_true (word.start >= previous && word.start < word.end && word.end <= length);
      g_assert_true (word.folded_length > 0 && word.folded_length == strlen (word.folded));
      g_assert_true (word.folded_length <= RISALAH_WORD_MAX_LENGTH);
      previous = word.end;
    }
  previous = 0;
  risalah_sentences_init (&sentences, text, -1, fuzz_get_lexicon ());
  while (risalah_sentences_next (&sentences, &start, &end))
    {
      g_assert_true (start >= previous && start < end && end <= length);
      previous = end;
    }
  return 0;
}
