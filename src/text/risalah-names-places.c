/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisations that no table and no pattern tells, by their place: after what they are or what
 * they made, or beside whom they sign with. */

#include <string.h>

#include "risalah-names-private.h"

/* A name that nothing but its place tells: "perusahaan asal Turki, Lima Laut", "MoU antara AAA dan
 * BBB", "bekerja sama dengan Lima". Returns the token after it, or @first. */
static guint
unknown_name (const RisalahNaming *self, guint first)
{
  guint sentence = risalah_tokens_get (self->tokens, first)->sentence;
  guint end = first;

  while (end < first + 4 && risalah_naming_continues (self, end, sentence)
         && self->country[end] == 0 && !risalah_naming_is_trapped (self, end)
         && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_PERSON, end) == NULL
         && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, end) == NULL
         && (end == first || !risalah_tokens_get (self->tokens, end)->breaks))
    end++;
  return end;
}

/* "built by Gulf Harbour Marine": two capitals or more after who made it. */
static void
find_maker (RisalahNaming *self, guint token, guint n_tokens)
{
  guint first = token + n_tokens;
  guint sentence = risalah_tokens_get (self->tokens, token)->sentence;
  guint end;

  if (!risalah_naming_in_sentence (self, first, sentence) || self->owner[first] != 0
      || risalah_tokens_get (self->tokens, first)->breaks)
    return;
  end = unknown_name (self, first);
  if (end >= first + 2)
    risalah_naming_add_organisation (self, first, end, NULL);
}

static void
find_after_apposition (RisalahNaming *self, guint token, guint n_tokens)
{
  guint sentence = risalah_tokens_get (self->tokens, token)->sentence;
  guint at = token + n_tokens;
  guint end;

  if (risalah_naming_in_sentence (self, at, sentence) && self->country[at] != 0)
    at += g_array_index (self->names, RisalahName, self->country[at] - 1).n_tokens;
  if (!risalah_naming_in_sentence (self, at, sentence) || self->owner[at] != 0
      || (risalah_tokens_get (self->tokens, at)->breaks
          && !risalah_tokens_get (self->tokens, at)->comma))
    return;
  end = unknown_name (self, at);
  if (end > at)
    risalah_naming_add_organisation (self, at, end,
                                     risalah_naming_country_within (self, token, at));
}

/* All-capitals words that sign with each other: "antara SMESCO dan SMEDA". */
static void
find_partners (RisalahNaming *self, guint token)
{
  guint sentence = risalah_tokens_get (self->tokens, token)->sentence;

  for (guint i = token + 1; i < token + 16 && risalah_naming_in_sentence (self, i, sentence); i++)
    {
      const RisalahToken *at = risalah_tokens_get (self->tokens, i);

      if ((at->flags & RISALAH_WORD_ALL_CAPITALS) && at->end - at->start >= 3 && self->owner[i] == 0
          && self->country[i] == 0 && !risalah_naming_is_trapped (self, i)
          && !risalah_naming_is_person_word (self, i)
          && (risalah_tokens_is (self->tokens, i - 1, "antara")
              || risalah_tokens_is (self->tokens, i - 1, "dan")
              || risalah_tokens_is (self->tokens, i - 1, "between")
              || risalah_tokens_is (self->tokens, i - 1, "and")
              || risalah_tokens_is (self->tokens, i - 1, "dengan")
              || risalah_tokens_is (self->tokens, i - 1, "with")))
        risalah_naming_add_organisation (self, i, i + 1, NULL);
    }
}

/* "menandatangani … dengan Lima": who an agreement is signed with, where it is nobody known. */
static void
find_signatory (RisalahNaming *self, guint token)
{
  guint sentence = risalah_tokens_get (self->tokens, token)->sentence;
  guint end;

  if (!risalah_naming_in_sentence (self, token + 1, sentence) || self->owner[token + 1] != 0)
    return;
  end = unknown_name (self, token + 1);
  if (end == token + 2
      && (risalah_tokens_get (self->tokens, token + 1)->flags & RISALAH_WORD_ALL_CAPITALS))
    risalah_naming_add_organisation (self, token + 1, end, NULL);
}

static gboolean
signs (const RisalahNaming *self, guint sentence)
{
  const RisalahSpan *span = risalah_tokens_sentence (self->tokens, sentence);

  for (guint i = span->first; i < span->first + span->n_tokens; i++)
    {
      const RisalahMatch *event = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, i);

      if (event != NULL && strcmp (risalah_phrase_get (event->phrase, 1), "agreement") == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_naming_find_by_place:
 * @self: what is known so far; what the vocabulary and the patterns tell is found already
 *
 * Adds the organisations that only their place in a sentence tells.
 */
void
risalah_naming_find_by_place (RisalahNaming *self)
{
  guint n_tokens = self->tokens->tokens->len;
  guint signing = G_MAXUINT;
  gboolean is_signing = FALSE;

  for (guint i = 0; i < n_tokens; i++)
    {
      const RisalahToken *token = risalah_tokens_get (self->tokens, i);
      guint n_words = 0;

      if (self->owner[i] != 0 || risalah_naming_is_title_case (self, token->sentence))
        continue;
      if (risalah_naming_has_class (self, i, "apposition", &n_words)
          && (!risalah_naming_is_capitalised (self, i)
              || i == risalah_tokens_sentence (self->tokens, token->sentence)->first))
        find_after_apposition (self, i, n_words);
      if (risalah_naming_has_class (self, i, "maker", &n_words))
        find_maker (self, i, n_words);
      if (token->sentence != signing)
        {
          signing = token->sentence;
          is_signing = signs (self, signing);
        }
      if (!is_signing)
        continue;
      if (risalah_tokens_is (self->tokens, i, "antara")
          || risalah_tokens_is (self->tokens, i, "between"))
        find_partners (self, i);
      else if (risalah_tokens_is (self->tokens, i, "dengan")
               || risalah_tokens_is (self->tokens, i, "with"))
        find_signatory (self, i);
    }
}
