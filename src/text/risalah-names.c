/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the names of an article: countries, then organisations, then persons. */

#include <string.h>

#include "risalah-names-private.h"

/**
 * risalah_naming_is_capitalised:
 * @self: what is known so far
 * @token: index of a word
 *
 * Returns: whether there is such a word, and it begins with a capital
 */
gboolean
risalah_naming_is_capitalised (const RisalahNaming *self, guint token)
{
  return token < self->tokens->tokens->len
         && (risalah_tokens_get (self->tokens, token)->flags & RISALAH_WORD_CAPITALISED) != 0;
}

/**
 * risalah_naming_in_sentence:
 * @self: what is known so far
 * @token: index of a word
 * @sentence: index of a sentence
 *
 * Returns: whether there is such a word in that sentence
 */
gboolean
risalah_naming_in_sentence (const RisalahNaming *self, guint token, guint sentence)
{
  return token < self->tokens->tokens->len
         && risalah_tokens_get (self->tokens, token)->sentence == sentence;
}

/**
 * risalah_naming_words:
 * @self: what is known so far
 * @first: first word
 * @n_tokens: how many
 *
 * Returns: (transfer none): an interned string of what stands there, runs of blanks as one
 */
const char *
risalah_naming_words (const RisalahNaming *self, guint first, guint n_tokens)
{
  gsize start = risalah_tokens_get (self->tokens, first)->start;
  gsize end = risalah_tokens_get (self->tokens, first + n_tokens - 1)->end;
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = self->tokens->text + start; at < self->tokens->text + end;
       at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_intern_string (words->str);
}

/**
 * risalah_naming_home:
 * @self: what is known so far
 *
 * Returns: (transfer none) (nullable): whose office an office without a country is: that of the
 *   country of the article's language, %NULL for languages of many countries
 */
const char *
risalah_naming_home (const RisalahNaming *self)
{
  if (g_strcmp0 (self->tokens->language, "id") == 0)
    return "ID";
  if (g_strcmp0 (self->tokens->language, "ms") == 0)
    return "MY";
  return NULL;
}

/**
 * risalah_naming_add:
 * @self: what is known so far
 * @kind: what is named
 * @first: first word
 * @n_tokens: how many
 * @key: its key
 *
 * Returns: (transfer none): the name, until the next is added
 */
RisalahName *
risalah_naming_add (RisalahNaming *self,
                    RisalahNameKind kind,
                    guint first,
                    guint n_tokens,
                    const char *key)
{
  RisalahName name = {
    .kind = kind,
    .first = first,
    .n_tokens = n_tokens,
    .start = risalah_tokens_get (self->tokens, first)->start,
    .end = risalah_tokens_get (self->tokens, first + n_tokens - 1)->end,
    .key = g_intern_string (key),
  };

  g_array_append_val (self->names, name);
  if (kind == RISALAH_NAME_COUNTRY)
    self->country[first] = self->names->len;
  else
    for (guint i = 0; i < n_tokens; i++)
      self->owner[first + i] = self->names->len;
  return &g_array_index (self->names, RisalahName, self->names->len - 1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const RisalahName *one = a;
  const RisalahName *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->n_tokens != other->n_tokens)
    return one->n_tokens > other->n_tokens ? -1 : 1;
  return (int)one->kind - (int)other->kind;
}

/* "Turkish Aerospace": the country in the name of a firm of the vocabulary is not spoken of. */
static void
drop_countries_of_firms (RisalahNaming *self)
{
  g_autoptr (GArray) firsts = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->names->len);
  guint n_kept = 0;

  for (guint i = 0; i < self->names->len; i++)
    g_array_append_val (firsts, g_array_index (self->names, RisalahName, i).first);
  for (guint i = 0; i < self->names->len; i++)
    {
      RisalahName name = g_array_index (self->names, RisalahName, i);
      guint owner = name.kind == RISALAH_NAME_COUNTRY ? self->owner[name.first] : 0;
      const RisalahMatch *firm = NULL;

      if (owner != 0)
        firm = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_ORGANISATION,
                                        g_array_index (firsts, guint, owner - 1));
      if (firm == NULL || strcmp (risalah_phrase_get (firm->phrase, 3), "company") != 0)
        g_array_index (self->names, RisalahName, n_kept++) = name;
    }
  g_array_set_size (self->names, n_kept);
}

/**
 * risalah_find_names:
 * @tokens: an article's words
 *
 * Finds names by the vocabulary, by their patterns and by the office before them. An organisation's
 * name may hold a country's.
 *
 * Returns: (transfer full) (element-type RisalahName): the names by their place
 */
GArray *
risalah_find_names (const RisalahTokens *tokens)
{
  RisalahNaming naming = {
    .tokens = tokens,
    .names = g_array_new (FALSE, FALSE, sizeof (RisalahName)),
    .owner = g_new0 (guint, tokens->tokens->len + 1),
    .country = g_new0 (guint, tokens->tokens->len + 1),
    .organisations = g_hash_table_new (g_str_hash, g_str_equal),
    .persons = g_hash_table_new (g_str_hash, g_str_equal),
  };

  risalah_naming_find_countries (&naming);
  risalah_naming_find_organisations (&naming);
  risalah_naming_find_persons (&naming);
  /* Codes are compared by their address. */
  for (guint i = 0; i < naming.names->len; i++)
    {
      RisalahName *name = &g_array_index (naming.names, RisalahName, i);

      name->country = g_intern_string (name->country);
    }
  drop_countries_of_firms (&naming);
  g_array_sort (naming.names, compare_names);
  g_free (naming.owner);
  g_free (naming.country);
  g_hash_table_unref (naming.organisations);
  g_hash_table_unref (naming.persons);
  return naming.names;
}
