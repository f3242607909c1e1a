/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds countries by their names, demonyms and abbreviations, and capitals that speak for one. */

#include <string.h>

#include "risalah-names-private.h"

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_LANGUAGE,
};

/* "Beijing menegaskan", "Washington said": a capital that acts is a government. */
static gboolean
acts (const RisalahNaming *self, const RisalahMatch *match)
{
  const RisalahMatch *verb = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_REPORTING,
                                                      match->first + match->n_tokens);
  static const char *const places[] = { "di", "ke",   "dari", "in",  "to",      "from",
                                        "at", "near", "kota", "ibu", "through", "dekat" };

  if (verb == NULL || strstr (risalah_phrase_get (verb->phrase, 1), "before") == NULL)
    return FALSE;
  if (risalah_tokens_get (self->tokens, verb->first)->breaks)
    return FALSE;
  for (guint i = 0; match->first > 0 && i < G_N_ELEMENTS (places); i++)
    if (risalah_tokens_is (self->tokens, match->first - 1, places[i]))
      return FALSE;
  return TRUE;
}

static gboolean
counts (const RisalahNaming *self, const RisalahMatch *match)
{
  const char *languages = risalah_phrase_get (match->phrase, COLUMN_LANGUAGE);
  const char *language = self->tokens->language;
  const char *kind = risalah_phrase_get (match->phrase, COLUMN_KIND);
  const RisalahToken *last = risalah_tokens_get (self->tokens, match->first + match->n_tokens - 1);

  if (*languages != '\0' && language != NULL && strstr (languages, language) == NULL)
    return FALSE;
  /* "US$16 miliar" is money. */
  if (self->tokens->text[last->end] == '$')
    return FALSE;
  return strcmp (kind, "capital") != 0 || acts (self, match);
}

/**
 * risalah_naming_find_countries:
 * @self: what is known so far
 *
 * Adds the countries. The longest name counts, and none within a trap such as "Laut Cina Selatan".
 */
void
risalah_naming_find_countries (RisalahNaming *self)
{
  guint n_tokens = self->tokens->tokens->len;
  guint trapped = 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      const RisalahMatch *trap = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_TRAP, i);
      const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_COUNTRY, i);

      if (trap != NULL && (match == NULL || trap->n_tokens >= match->n_tokens))
        trapped = MAX (trapped, i + trap->n_tokens);
      if (match == NULL || i < trapped || !counts (self, match))
        continue;
      risalah_naming_add (self, RISALAH_NAME_COUNTRY, i, match->n_tokens,
                          risalah_phrase_get (match->phrase, COLUMN_CODE));
      i += match->n_tokens - 1;
    }
}
