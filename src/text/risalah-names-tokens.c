/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word of an article is to those who look for names. */

#include "risalah-names-private.h"

#include <string.h>

/**
 * risalah_naming_has_class:
 * @self: what is known so far
 * @token: index of a word
 * @klass: a class of organisation-words.tsv
 * @n_tokens: (out) (optional): how many words the phrase has
 *
 * Returns: whether a phrase of that class begins there
 */
gboolean
risalah_naming_has_class (const RisalahNaming *self,
                          guint token,
                          const char *klass,
                          guint *n_tokens)
{
  const RisalahMatch *match =
      risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_ORGANISATION_WORD, token);

  if (match == NULL || strcmp (risalah_phrase_get (match->phrase, 1), klass) != 0)
    return FALSE;
  if (n_tokens != NULL)
    *n_tokens = match->n_tokens;
  return TRUE;
}

/**
 * risalah_naming_is_trapped:
 * @self: what is known so far
 * @token: index of a word
 *
 * Returns: whether what begins there only looks like a name
 */
gboolean
risalah_naming_is_trapped (const RisalahNaming *self, guint token)
{
  return risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_TRAP, token) != NULL
         || risalah_naming_has_class (self, token, "not", NULL);
}

/**
 * risalah_naming_is_person_word:
 * @self: what is known so far
 * @token: index of a word
 *
 * Returns: whether an office, a rank or an honorific begins there
 */
gboolean
risalah_naming_is_person_word (const RisalahNaming *self, guint token)
{
  const RisalahMatch *office = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_OFFICE, token);

  return office != NULL && strcmp (risalah_phrase_get (office->phrase, 1), "role") != 0;
}

/**
 * risalah_naming_continues:
 * @self: what is known so far
 * @token: index of a word
 * @sentence: index of a sentence
 *
 * Returns: whether it is a capitalised word of the sentence that a name may hold after its first
 */
gboolean
risalah_naming_continues (const RisalahNaming *self, guint token, guint sentence)
{
  return risalah_naming_in_sentence (self, token, sentence)
         && risalah_naming_is_capitalised (self, token)
         && !risalah_naming_is_person_word (self, token) && self->owner[token] == 0;
}

/**
 * risalah_naming_country_within:
 * @self: what is known so far
 * @first: first word
 * @end: the word after the last
 *
 * Returns: (transfer none) (nullable): the country that the words hold
 */
const char *
risalah_naming_country_within (const RisalahNaming *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (self->country[i] != 0)
      return g_array_index (self->names, RisalahName, self->country[i] - 1).key;
  return NULL;
}

/**
 * risalah_naming_is_title_case:
 * @self: what is known so far
 * @sentence: index of a sentence
 *
 * Returns: whether every word of it may have a capital, as in a heading
 */
gboolean
risalah_naming_is_title_case (const RisalahNaming *self, guint sentence)
{
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (self->tokens->article, &n_blocks);

  return blocks[risalah_tokens_sentence (self->tokens, sentence)->block].type
         == RISALAH_BLOCK_HEADING;
}
