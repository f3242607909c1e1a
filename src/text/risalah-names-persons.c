/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds persons: by the office before or after a name, by the vocabulary, and by parts of a name
 * that stood in full before. */

#include <string.h>

#include "risalah-names-private.h"

#define MAX_NAME_WORDS 6

static const char *
office_class (const RisalahNaming *self, guint token, guint *n_tokens)
{
  const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_OFFICE, token);

  if (match == NULL)
    return NULL;
  *n_tokens = match->n_tokens;
  return risalah_phrase_get (match->phrase, 1);
}

static gboolean
is_particle (const RisalahNaming *self, guint token)
{
  static const char *const particles[] = { "bin", "binti", "al", "van", "der", "den", "de",
                                           "von", "ter",   "da", "el",  "ben", "bint" };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (risalah_tokens_is (self->tokens, token, particles[i]))
      return TRUE;
  return FALSE;
}

/* A word that a person's name may hold. */
static gboolean
is_name_word (const RisalahNaming *self, guint token)
{
  guint n_tokens;
  const RisalahToken *at;

  if (!risalah_naming_is_capitalised (self, token) || self->owner[token] != 0
      || self->country[token] != 0 || office_class (self, token, &n_tokens) != NULL)
    return FALSE;
  at = risalah_tokens_get (self->tokens, token);
  /* "NAME" in capitals only where it is short of no vowel a headline's is: leave abbreviations. */
  if ((at->flags & RISALAH_WORD_ALL_CAPITALS) && at->end - at->start > 1 && at->end - at->start < 5
      && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_PERSON, token) == NULL)
    return at->end - at->start <= 2;
  return (at->flags & RISALAH_WORD_HAS_DIGIT) == 0
         && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_CUE, token) == NULL
         && risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_TRAP, token) == NULL;
}

static guint
end_of_name (const RisalahNaming *self, guint first)
{
  guint sentence = risalah_tokens_get (self->tokens, first)->sentence;
  guint end = first;

  while (end < first + MAX_NAME_WORDS && risalah_naming_in_sentence (self, end, sentence)
         && (end == first || !risalah_tokens_get (self->tokens, end)->breaks))
    if (is_name_word (self, end))
      end++;
    else if (end > first && is_particle (self, end) && end + 1 < self->tokens->tokens->len
             && is_name_word (self, end + 1) && !risalah_tokens_get (self->tokens, end + 1)->breaks)
      end++;
    else
      break;
  return end;
}

/* Each part of a name stands for the whole from now on, and a fuller form takes the place. */
static const char *
remember (RisalahNaming *self, guint first, guint end)
{
  const char *full = risalah_naming_words (self, first, end - first);
  const char *known = NULL;

  for (guint i = first; i < end; i++)
    {
      const char *part = risalah_naming_words (self, i, 1);
      const char *before = g_hash_table_lookup (self->persons, part);

      if (strlen (part) < 3)
        continue;
      if (before != NULL && strlen (before) > strlen (full))
        known = before;
      else
        g_hash_table_insert (self->persons, (gpointer)part, (gpointer)full);
    }
  return end == first + 1 && known != NULL ? known : full;
}

/* What stands between an office and the name: whose it is, ranks, brackets, other offices. */
static guint
skip_to_name (const RisalahNaming *self, guint token, guint sentence, const char **country)
{
  guint n_tokens;

  while (risalah_naming_in_sentence (self, token, sentence))
    {
      const char *klass = office_class (self, token, &n_tokens);
      const RisalahToken *at = risalah_tokens_get (self->tokens, token);
      gboolean bracket = token > 0 && at->breaks && self->tokens->text[at->start - 1] == '(';

      if (at->breaks && !bracket && !(at->comma && klass != NULL)
          && self->tokens->text[at->start - 1] != ' ')
        return token;
      if (at->breaks && !bracket && !(at->comma && klass != NULL)
          && memchr (self->tokens->text + at->start - 2, ')', 2) == NULL)
        return token;
      if (self->country[token] != 0)
        {
          const RisalahName *of =
              &g_array_index (self->names, RisalahName, self->country[token] - 1);

          if (*country == NULL)
            *country = of->key;
          token += of->n_tokens;
        }
      else if (self->owner[token] != 0)
        {
          const RisalahName *of = &g_array_index (self->names, RisalahName, self->owner[token] - 1);

          if (of->kind != RISALAH_NAME_ORGANISATION)
            return token;
          if (*country == NULL)
            *country = of->country;
          token = MAX (of->first + of->n_tokens, token + 1);
        }
      else if (klass != NULL)
        token += n_tokens;
      else if (bracket && self->tokens->text[at->end] == ')')
        token += 1;
      else
        return token;
    }
  return token;
}

/* The vocabulary's person whom the words name. */
static const RisalahMatch *
known_within (const RisalahNaming *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_PERSON, i);

      if (match != NULL && i + match->n_tokens <= end)
        return match;
    }
  return NULL;
}

/* "Jurucakap Wisma Putra, Farah Iskandar, berkata": two capitals or more between commas, after
 * whose office it is. */
static gboolean
is_named_after_comma (const RisalahNaming *self, guint after_office, guint first)
{
  guint end;

  if (first == after_office || !risalah_tokens_get (self->tokens, first)->comma)
    return FALSE;
  end = end_of_name (self, first);
  return end >= first + 2 && end < self->tokens->tokens->len
         && risalah_tokens_get (self->tokens, end)->comma;
}

/* "the Thai Defence Minister": whose office it is stands before it. */
static const char *
country_before (const RisalahNaming *self, guint office)
{
  for (guint back = 1; back <= 3 && back <= office; back++)
    if (self->country[office - back] != 0)
      {
        const RisalahName *of =
            &g_array_index (self->names, RisalahName, self->country[office - back] - 1);

        return of->n_tokens == back && !risalah_tokens_get (self->tokens, office)->breaks ? of->key
                                                                                          : NULL;
      }
  return NULL;
}

static guint
find_after_office (RisalahNaming *self, guint token, guint n_tokens)
{
  guint sentence = risalah_tokens_get (self->tokens, token)->sentence;
  const char *country = NULL;
  guint first = skip_to_name (self, token + n_tokens, sentence, &country);
  const RisalahMatch *known;
  const char *klass;
  guint n_rank;
  guint end;
  RisalahName *name;

  if (!risalah_naming_in_sentence (self, first, sentence)
      || (!is_named_after_comma (self, token + n_tokens, first)
          && risalah_tokens_get (self->tokens, first)->breaks
          && memchr (self->tokens->text + risalah_tokens_get (self->tokens, first)->start - 2, ')',
                     2)
                 == NULL))
    return token + n_tokens;
  end = end_of_name (self, first);
  /* Words of an office that the vocabulary has only the beginning of: a rank after them tells. */
  while (end > first && risalah_naming_in_sentence (self, end, sentence)
         && (klass = office_class (self, end, &n_rank)) != NULL && strcmp (klass, "role") != 0
         && !risalah_tokens_get (self->tokens, end)->breaks)
    {
      first = skip_to_name (self, end + n_rank, sentence, &country);
      end = risalah_naming_in_sentence (self, first, sentence) ? end_of_name (self, first) : first;
    }
  /* "Menteri Hubungan Internasional Afrika Selatan Thandi Mokoena": whose field it is, then who. */
  if (end > first && end < self->tokens->tokens->len && self->country[end] != 0
      && risalah_naming_in_sentence (self, end, sentence)
      && !risalah_tokens_get (self->tokens, end)->breaks)
    {
      const RisalahName *of = &g_array_index (self->names, RisalahName, self->country[end] - 1);
      guint after = end + of->n_tokens;

      if (risalah_naming_in_sentence (self, after, sentence)
          && !risalah_tokens_get (self->tokens, after)->breaks
          && end_of_name (self, after) >= after + 2)
        {
          country = of->key;
          first = after;
          end = end_of_name (self, after);
        }
    }
  if (end == first)
    return token + n_tokens;
  name = risalah_naming_add (self, RISALAH_NAME_PERSON, first, end - first,
                             remember (self, first, end));
  known = known_within (self, first, end);
  if (known != NULL)
    {
      name->key = g_intern_string (risalah_phrase_get (known->phrase, 0));
      country = g_intern_string (risalah_phrase_get (known->phrase, 2));
    }
  if (country == NULL)
    country = country_before (self, token);
  name->country = country != NULL ? country : g_intern_string (risalah_naming_home (self));
  name->office = risalah_naming_words (self, token, first - token);
  return end;
}

/* "Budi Santoso, pengamat militer …": two to five capitals, a comma, and what he is. */
static void
find_before_office (RisalahNaming *self, guint office)
{
  guint sentence = risalah_tokens_get (self->tokens, office)->sentence;
  guint first = office;
  RisalahName *name;

  if (office == 0 || !risalah_tokens_get (self->tokens, office)->comma)
    return;
  while (first > 0 && office - first < 5 && risalah_naming_in_sentence (self, first - 1, sentence)
         && is_name_word (self, first - 1)
         && (first == office || !risalah_tokens_get (self->tokens, first)->breaks))
    first--;
  if (office - first < 2)
    return;
  name = risalah_naming_add (self, RISALAH_NAME_PERSON, first, office - first,
                             remember (self, first, office));
  name->country = NULL;
}

static guint
find_known (RisalahNaming *self, const RisalahMatch *match)
{
  const char *key = risalah_phrase_get (match->phrase, 0);
  RisalahName *name =
      risalah_naming_add (self, RISALAH_NAME_PERSON, match->first, match->n_tokens, key);

  name->country = g_intern_string (risalah_phrase_get (match->phrase, 2));
  for (guint i = match->first; i < match->first + match->n_tokens; i++)
    g_hash_table_insert (self->persons, (gpointer)risalah_naming_words (self, i, 1),
                         (gpointer)name->key);
  return match->first + match->n_tokens;
}

/* A part of a name that stands alone. */
static guint
find_part (RisalahNaming *self, guint token)
{
  guint end = end_of_name (self, token);
  const char *full = NULL;
  const char *country = NULL;
  RisalahName *name;

  for (guint i = token; i < end && full == NULL; i++)
    full = g_hash_table_lookup (self->persons, risalah_naming_words (self, i, 1));
  if (full == NULL)
    return token + 1;
  for (guint i = self->names->len; i > 0 && country == NULL; i--)
    {
      const RisalahName *before = &g_array_index (self->names, RisalahName, i - 1);

      if (before->kind == RISALAH_NAME_PERSON && before->key == full)
        country = before->country;
      if (self->names->len - i > 200)
        break;
    }
  name = risalah_naming_add (self, RISALAH_NAME_PERSON, token, end - token, full);
  name->country = country;
  return end;
}

/* "menurut Raka Wibawa", "Raka Wibawa mengatakan": two capitals or more beside a verb of saying. */
static guint
find_beside_saying (RisalahNaming *self, guint verb, guint n_verb)
{
  guint sentence = risalah_tokens_get (self->tokens, verb)->sentence;
  guint after = verb + n_verb;
  guint end = after;

  if (risalah_naming_in_sentence (self, after, sentence) && self->owner[after] == 0
      && !risalah_tokens_get (self->tokens, after)->breaks)
    end = end_of_name (self, after);
  if (end < after + 2 || end > after + 4)
    return after;
  risalah_naming_add (self, RISALAH_NAME_PERSON, after, end - after, remember (self, after, end))
      ->country = NULL;
  return end;
}

/**
 * risalah_naming_find_persons:
 * @self: what is known so far; countries and organisations are found already
 *
 * Adds the persons.
 */
void
risalah_naming_find_persons (RisalahNaming *self)
{
  guint n_tokens = self->tokens->tokens->len;

  for (guint i = 0; i < n_tokens;)
    {
      const RisalahMatch *known = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_PERSON, i);
      const RisalahMatch *saying =
          risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_REPORTING, i);
      guint n_office = 0;
      const char *klass = office_class (self, i, &n_office);

      if (klass != NULL)
        find_before_office (self, i);
      if (self->owner[i] == 0 && known != NULL)
        i = find_known (self, known);
      else if (klass != NULL && strcmp (klass, "role") != 0)
        i = find_after_office (self, i, n_office);
      else if (klass != NULL)
        i = MAX (find_after_office (self, i, n_office), i + n_office);
      else if (saying != NULL && self->owner[i] == 0)
        i = find_beside_saying (self, i, saying->n_tokens);
      else if (self->owner[i] == 0 && is_name_word (self, i))
        i = find_part (self, i);
      else
        i++;
    }
}
