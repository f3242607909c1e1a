/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who says it: the attribution after, between or before the words, and whom a pronoun means. */

#include <string.h>

#include "risalah-speech-private.h"

/* An attribution is no longer than this many words. */
#define MAX_ATTRIBUTION 24

/**
 * risalah_speech_token_from:
 * @tokens: an article's words
 * @byte: a place in its text
 *
 * Returns: index of the first word that begins at @byte or after it
 */
guint
risalah_speech_token_from (const RisalahTokens *tokens, gsize byte)
{
  guint low = 0;
  guint high = tokens->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (risalah_tokens_get (tokens, middle)->start < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * risalah_speech_position:
 * @tokens: an article's words
 * @token: index of a word
 * @n_tokens: (out) (optional): how many words the verb has
 *
 * Returns: (transfer none) (nullable): where the reporting verb that begins there has its speaker
 */
const char *
risalah_speech_position (const RisalahTokens *tokens, guint token, guint *n_tokens)
{
  const RisalahMatch *match = risalah_tokens_match_at (tokens, RISALAH_PHRASE_REPORTING, token);

  if (match == NULL)
    return NULL;
  if (n_tokens != NULL)
    *n_tokens = match->n_tokens;
  return risalah_phrase_get (match->phrase, 1);
}

static gboolean
is_pronoun (const RisalahTokens *tokens, guint token)
{
  static const char *const pronouns[] = { "dia", "ia", "beliau", "he", "she", "they", "mereka" };

  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (risalah_tokens_is (tokens, token, pronouns[i]))
      return TRUE;
  return FALSE;
}

static const RisalahName *
name_at (const RisalahSpeaking *self, guint token)
{
  guint at = token < self->tokens->tokens->len ? self->person_at[token] : 0;

  return at == 0 ? NULL : &g_array_index (self->names, RisalahName, at - 1);
}

/* The person, else the organisation, that the words from @first to @end name first. */
static const RisalahName *
first_name (const RisalahSpeaking *self, guint first, guint end)
{
  const RisalahName *organisation = NULL;

  for (guint i = first; i < end; i++)
    {
      const RisalahName *name = name_at (self, i);

      if (name != NULL && name->kind == RISALAH_NAME_PERSON)
        return name;
      if (name != NULL && organisation == NULL)
        organisation = name;
    }
  return organisation;
}

/* A name that no table and no office tells: the last run of capitals before a mark or a small word
 * that is no office. */
static const char *
capitals (const RisalahSpeaking *self, guint first, guint end)
{
  guint from = 0;
  guint to = 0;
  gsize start;

  for (guint i = first; i < end; i++)
    {
      const RisalahToken *token = risalah_tokens_get (self->tokens, i);
      gboolean capital =
          (token->flags & RISALAH_WORD_CAPITALISED) != 0
          && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_OFFICE, i) == NULL
          && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_COUNTRY, i) == NULL;

      if (to > 0 && (token->breaks || !capital))
        break;
      if (!capital)
        continue;
      if (to == 0)
        from = i;
      to = i + 1;
    }
  if (to == 0)
    return NULL;
  start = risalah_tokens_get (self->tokens, from)->start;
  {
    g_autofree char *words = g_strndup (self->tokens->text + start,
                                        risalah_tokens_get (self->tokens, to - 1)->end - start);

    return g_intern_string (words);
  }
}

static void
take (RisalahSpeaking *self, const RisalahName *name, const char **speaker, const char **country)
{
  if (name == NULL)
    return;
  *speaker = name->key;
  *country = name->country;
  if (name->kind == RISALAH_NAME_PERSON)
    self->current = name;
}

/* Is the name the subject: among the first words of its sentence, or right before a verb of
 * saying? */
static gboolean
is_subject (const RisalahSpeaking *self, const RisalahName *name)
{
  guint after = name->first + name->n_tokens;
  guint first = risalah_tokens_sentence (self->tokens,
                                         risalah_tokens_get (self->tokens, name->first)->sentence)
                    ->first;

  if (name->kind != RISALAH_NAME_PERSON)
    return FALSE;
  for (guint i = after; i < after + 4 && i < self->tokens->tokens->len; i++)
    {
      const char *position = risalah_speech_position (self->tokens, i, NULL);

      if (risalah_tokens_get (self->tokens, i)->breaks)
        break;
      if (position != NULL && strcmp (position, "after") != 0)
        return TRUE;
    }
  for (guint i = name->first; i > first && i + 8 > name->first && name_at (self, i - 1) == NULL;
       i--)
    if (risalah_speech_position (self->tokens, i - 1, NULL) != NULL)
      {
        if (strcmp (risalah_speech_position (self->tokens, i - 1, NULL), "before") != 0)
          return TRUE;
        break;
      }
  for (guint i = first; i < name->first; i++)
    {
      const RisalahName *other = name_at (self, i);

      if (other != NULL && other->kind == RISALAH_NAME_PERSON)
        return FALSE;
    }
  return name->first - first <= 10;
}

/**
 * risalah_speech_follow:
 * @self: what is known of who speaks
 * @until: index of a word
 *
 * Reads on to @until: who is the subject of a sentence there is whom "he" and "-nya" mean next.
 *
 * Returns: (nullable): who that is
 */
const RisalahName *
risalah_speech_follow (RisalahSpeaking *self, guint until)
{
  for (; self->seen < until && self->seen < self->tokens->tokens->len; self->seen++)
    {
      const RisalahName *name = name_at (self, self->seen);

      if (name != NULL && is_subject (self, name))
        self->current = name;
    }
  return self->current;
}

/* Where the attribution that begins at @first ends: at the sentence's end, or at a mark that opens
 * the next words. */
static guint
end_of_attribution (const RisalahSpeaking *self, guint first)
{
  guint end = first;
  guint sentence =
      first < self->tokens->tokens->len ? risalah_tokens_get (self->tokens, first)->sentence : 0;

  while (end < self->tokens->tokens->len && end < first + MAX_ATTRIBUTION
         && risalah_tokens_get (self->tokens, end)->sentence == sentence)
    {
      const RisalahToken *token = risalah_tokens_get (self->tokens, end);

      if (end > first && token->breaks
          && (self->tokens->text[token->start - 1] == '"'
              || (guchar)self->tokens->text[token->start - 1] == 0x9c))
        break;
      end++;
    }
  return end;
}

/**
 * risalah_speech_after:
 * @self: what is known of who speaks
 * @marked: words in quotation marks
 * @speaker: (out): who says them, or untouched
 * @country: (out): whose he is
 *
 * Looks for "…," kata X; "…," ujarnya; "…," X said; "…," he added.
 *
 * Returns: whether an attribution follows
 */
gboolean
risalah_speech_after (RisalahSpeaking *self,
                      const RisalahMarked *marked,
                      const char **speaker,
                      const char **country)
{
  const char *text = self->tokens->text;
  guint first = risalah_speech_token_from (self->tokens, marked->close);
  guint end = end_of_attribution (self, first);
  guint verb = first;
  const char *position = NULL;

  if (first >= self->tokens->tokens->len
      || risalah_tokens_get (self->tokens, first)->start > marked->close + 5
      || memchr (text + marked->close, '\n',
                 risalah_tokens_get (self->tokens, first)->start - marked->close)
             != NULL)
    return FALSE;
  while (verb < end && verb < first + 12
         && ((position = risalah_speech_position (self->tokens, verb, NULL)) == NULL
             || (verb > first && strcmp (position, "after") == 0)))
    {
      position = NULL;
      verb++;
    }
  if (position == NULL || (verb > first && strcmp (position, "after") == 0))
    return FALSE;
  /* Between the words and the verb only a subject may stand. */
  if (verb > first && !is_pronoun (self->tokens, first) && first_name (self, first, verb) == NULL
      && (risalah_tokens_get (self->tokens, first)->flags & RISALAH_WORD_CAPITALISED) == 0
      && !risalah_tokens_is (self->tokens, first, "the"))
    return FALSE;
  if (verb > first && text[marked->end - 1] != ',' && text[marked->end - 1] != '?'
      && text[marked->end - 1] != '!' && text[marked->close] != ',')
    return FALSE;

  if (verb > first && !is_pronoun (self->tokens, verb - 1))
    {
      const RisalahName *name = first_name (self, first, verb);

      if (name != NULL)
        take (self, name, speaker, country);
      else
        *speaker = capitals (self, first, verb);
      if (*speaker == NULL)
        take (self, risalah_speech_follow (self, first), speaker, country);
    }
  else if (verb > first || is_pronoun (self->tokens, verb + 1) || g_str_has_suffix (position, "-")
           || risalah_tokens_get (self->tokens, verb)->base != 0)
    take (self,
          risalah_speech_follow (self, risalah_speech_token_from (self->tokens, marked->open)),
          speaker, country);
  else
    {
      /* A name before the first mark after it, else what stands in capitals. */
      const RisalahName *name = first_name (self, verb + 1, end);

      guint near = verb + 1;

      while (near < end && (near == verb + 1 || !risalah_tokens_get (self->tokens, near)->breaks))
        near++;
      if (name != NULL && name->kind == RISALAH_NAME_PERSON)
        take (self, name, speaker, country);
      else if ((*speaker = capitals (self, verb + 1, near)) == NULL
               || (name != NULL && name->first < near))
        take (self, name, speaker, country);
      if (*speaker == NULL)
        take (self, risalah_speech_follow (self, first), speaker, country);
    }
  return TRUE;
}

/**
 * risalah_speech_before:
 * @self: what is known of who speaks
 * @marked: words in quotation marks
 * @speaker: (out): who says them, or untouched
 * @country: (out): whose he is
 *
 * Looks in the words' sentence for X mengatakan, "…"; X said: "…".
 *
 * Returns: whether a verb of saying stands before
 */
gboolean
risalah_speech_before (RisalahSpeaking *self,
                       const RisalahMarked *marked,
                       const char **speaker,
                       const char **country)
{
  guint open = risalah_speech_token_from (self->tokens, marked->open);
  guint sentence;
  guint first;
  guint verb = G_MAXUINT;
  const RisalahName *name;

  if (open == 0 || open >= self->tokens->tokens->len)
    return FALSE;
  sentence = risalah_tokens_get (self->tokens, open - 1)->sentence;
  if (sentence != risalah_tokens_get (self->tokens, open)->sentence
      && memchr (":,", self->tokens->text[risalah_tokens_get (self->tokens, open - 1)->end], 2)
             == NULL)
    return FALSE;
  first = risalah_tokens_sentence (self->tokens, sentence)->first;
  for (guint i = open; i > first && i + 30 > open; i--)
    {
      const char *position = risalah_speech_position (self->tokens, i - 1, NULL);

      if (position != NULL && (strcmp (position, "after") != 0 || i == open))
        verb = i - 1;
    }
  if (verb == G_MAXUINT)
    return FALSE;
  name = first_name (self, first, verb);
  if (name != NULL && name->kind == RISALAH_NAME_PERSON)
    take (self, name, speaker, country);
  else if (name == NULL || is_pronoun (self->tokens, verb - 1))
    take (self, risalah_speech_follow (self, first), speaker, country);
  else
    take (self, name, speaker, country);
  return TRUE;
}
