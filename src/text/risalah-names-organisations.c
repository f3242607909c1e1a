/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds organisations by the vocabulary and by the patterns of their names. */

#include <string.h>

#include "risalah-names-private.h"

/* No name goes on for longer than this many words. */
#define MAX_WORDS 14

/* A person is called by one name within so many words of the full one. */
#define PERSON_REACH 400

/* Bytes around a name that are looked at for the same words without capitals. */
#define TERM_REACH 3000

/* From the word after the head: capitals, small inner words between capitals, and commas of a list
 * that an "and" closes. Returns the token after the last of the name. */
static guint
run_of_capitals (const RisalahNaming *self, guint from, guint sentence)
{
  guint end = from;

  while (end < from + MAX_WORDS && risalah_naming_in_sentence (self, end, sentence))
    {
      const RisalahToken *token = risalah_tokens_get (self->tokens, end);

      if (token->breaks && !token->comma)
        break;
      if (token->comma)
        {
          guint next = end + 1;

          /* "Pendidikan Tinggi, Sains, dan Teknologi" */
          while (next < end + 6 && risalah_naming_continues (self, next, sentence)
                 && !risalah_tokens_get (self->tokens, next)->breaks)
            next++;
          if (!risalah_naming_continues (self, end, sentence)
              || !risalah_naming_in_sentence (self, next, sentence)
              || !risalah_tokens_get (self->tokens, next)->comma
              || !(risalah_naming_has_class (self, next, "inner", NULL)
                   || risalah_naming_continues (self, next, sentence)))
            {
              if (!(risalah_naming_has_class (self, end, "inner", NULL) && end > from + 1
                    && risalah_naming_continues (self, end + 1, sentence)
                    && memchr (self->tokens->text + risalah_tokens_get (self->tokens, from)->start,
                               ',',
                               token->start - risalah_tokens_get (self->tokens, from)->start - 2)
                           != NULL))
                break;
            }
        }
      if (risalah_naming_continues (self, end, sentence) && self->country[end] != 0)
        return end + g_array_index (self->names, RisalahName, self->country[end] - 1).n_tokens;
      if (risalah_naming_continues (self, end, sentence))
        end++;
      else if (risalah_naming_has_class (self, end, "inner", NULL)
               && risalah_naming_continues (self, end + 1, sentence)
               && !risalah_tokens_get (self->tokens, end + 1)->breaks
               && !risalah_naming_has_class (self, end + 1, "head", NULL)
               && self->country[end + 1] == 0)
        end++;
      else
        break;
    }
  return end;
}

/**
 * risalah_naming_add_organisation:
 * @self: what is known so far
 * @first: first word
 * @end: the word after the last
 * @country: (nullable): whose it is, where its name does not say
 */
void
risalah_naming_add_organisation (RisalahNaming *self, guint first, guint end, const char *country)
{
  const char *own = risalah_naming_country_within (self, first, end);
  const char *key = risalah_naming_words (self, first, end - first);
  RisalahName *name = risalah_naming_add (self, RISALAH_NAME_ORGANISATION, first, end - first, key);

  g_hash_table_add (self->organisations, (gpointer)key);
  name->country = own != NULL ? own : country;
}

/* A vocabulary's name, with the country after it: "Kementerian Pertahanan Malaysia" is another's.
 */
static guint
add_known (RisalahNaming *self, const RisalahMatch *match)
{
  const char *key = risalah_phrase_get (match->phrase, 0);
  const char *country = risalah_phrase_get (match->phrase, 2);
  const char *type = risalah_phrase_get (match->phrase, 3);
  guint end = match->first + match->n_tokens;
  RisalahName *name;

  if (end < self->tokens->tokens->len && self->country[end] != 0
      && !risalah_tokens_get (self->tokens, end)->breaks
      && (strcmp (type, "ministry") == 0 || strcmp (type, "armed forces") == 0))
    {
      const RisalahName *of = &g_array_index (self->names, RisalahName, self->country[end] - 1);

      end += of->n_tokens;
      if (g_strcmp0 (of->key, country) != 0)
        key = risalah_naming_words (self, match->first, end - match->first);
      country = of->key;
    }
  /* A Malaysian text's ministries are Malaysia's. */
  else if (strcmp (type, "ministry") == 0 && g_strcmp0 (risalah_naming_home (self), "MY") == 0
           && strcmp (country, "ID") == 0)
    {
      key = risalah_naming_words (self, match->first, end - match->first);
      country = "MY";
    }
  name =
      risalah_naming_add (self, RISALAH_NAME_ORGANISATION, match->first, end - match->first, key);
  name->country = *country != '\0' ? g_intern_string (country) : NULL;
  return end;
}

/* Is the token's word the whole of a run of capitals somewhere on: "kata Utari"? */
static gboolean
stands_alone (const RisalahNaming *self, guint token)
{
  const RisalahToken *word = risalah_tokens_get (self->tokens, token);
  guint end = MIN (token + PERSON_REACH, self->tokens->tokens->len);

  for (guint i = token + 1; i < end; i++)
    {
      const RisalahToken *at = risalah_tokens_get (self->tokens, i);

      if (at->end - at->start == word->end - word->start
          && !risalah_naming_is_capitalised (self, i - 1)
          && !risalah_naming_is_capitalised (self, i + 1)
          && memcmp (self->tokens->text + at->start, self->tokens->text + word->start,
                     at->end - at->start)
                 == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
follows_office (const RisalahNaming *self, guint token)
{
  for (guint back = 1; back <= 4 && back <= token; back++)
    {
      const RisalahMatch *office =
          risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_OFFICE, token - back);

      if (office != NULL && office->first + office->n_tokens == token)
        return TRUE;
    }
  return FALSE;
}

/* "Menteri Angkatan Bersenjata": the field of an office is no organisation here. */
static gboolean
is_portfolio (const RisalahNaming *self, guint token)
{
  for (guint back = 1; back <= 3 && back <= token; back++)
    {
      guint n_tokens = 0;

      if (risalah_naming_has_class (self, token - back, "portfolio", &n_tokens) && n_tokens == back)
        return !risalah_tokens_get (self->tokens, token)->breaks;
    }
  return FALSE;
}

/* A term of the article, which has the same words without capitals near by: "pusat komando
 * gabungan". */
static gboolean
is_term (const RisalahNaming *self, guint first, guint end)
{
  gsize start = risalah_tokens_get (self->tokens, first)->start;
  gsize length = risalah_tokens_get (self->tokens, end - 1)->end - start;
  gsize from = start > TERM_REACH ? start - TERM_REACH : 0;
  gsize until = MIN (start + TERM_REACH, self->tokens->length);
  g_autofree char *words = g_ascii_strdown (self->tokens->text + start, length);

  return memmem (self->tokens->text + from, until - from, words, length) != NULL;
}

/* "satu pusat komando (Joint Command)": what a bracket calls a common noun in other words. */
static gboolean
is_gloss (const RisalahNaming *self, guint first)
{
  const RisalahToken *at = risalah_tokens_get (self->tokens, first);

  return first > 0 && at->start > 0 && self->tokens->text[at->start - 1] == '('
         && !risalah_naming_is_capitalised (self, first - 1);
}

/* "Kementerian Perdagangan", "Ministry of Trade": a head and what follows in capitals. */
static guint
add_headed (RisalahNaming *self, guint first, guint n_head)
{
  guint sentence = risalah_tokens_get (self->tokens, first)->sentence;
  guint after = first + n_head;
  guint end;

  if (!risalah_naming_in_sentence (self, after, sentence)
      || risalah_tokens_get (self->tokens, after)->breaks)
    {
      /* "Direktorat Jenderal (Ditjen) Pothan": a bracket within the name. */
      if (risalah_naming_in_sentence (self, after + 1, sentence)
          && self->tokens->text[risalah_tokens_get (self->tokens, after)->start - 1] == '('
          && self->tokens->text[risalah_tokens_get (self->tokens, after)->end] == ')'
          && risalah_naming_is_capitalised (self, after + 1)
          && !risalah_naming_is_person_word (self, after + 1))
        {
          risalah_naming_add_organisation (self, first, after + 2, risalah_naming_home (self));
          return after + 2;
        }
      return first + 1;
    }
  if (!risalah_naming_continues (self, after, sentence)
      && !risalah_naming_has_class (self, after, "inner", NULL))
    return first + 1;
  end = run_of_capitals (self, after, sentence);
  if (end == after
      || (end == after + 1 && self->country[after] != 0 && n_head == 1
          && g_ascii_islower (self->tokens->text[risalah_tokens_get (self->tokens, first)->start])))
    return first + 1;
  /* "Wakil Ketua Dewan Kelautan Sri Wahyuni": the last two capitals are the person's. */
  if (end >= after + 3 && follows_office (self, first)
      && (stands_alone (self, end - 2) || stands_alone (self, end - 1)))
    end -= 2;
  if (is_term (self, first, end))
    return end;
  risalah_naming_add_organisation (self, first, end, risalah_naming_home (self));
  return end;
}

/* "PT Lima Laut", "PT. Lima Laut (Persero) Tbk" */
static guint
add_company (RisalahNaming *self, guint first, guint n_head)
{
  guint sentence = risalah_tokens_get (self->tokens, first)->sentence;
  guint end = first + n_head;

  while (end < first + n_head + 5 && risalah_naming_continues (self, end, sentence)
         && !risalah_tokens_get (self->tokens, end)->breaks)
    end++;
  if (end == first + n_head)
    return first + 1;
  /* "Direktur Utama PT Lima Laut Sri Wahyuni": the last two capitals are the person's. */
  if (end >= first + n_head + 3 && follows_office (self, first))
    {
      guint known = first + n_head + 1;

      while (known < end
             && !g_hash_table_contains (self->organisations,
                                        risalah_naming_words (self, first, known - first)))
        known++;
      end = known < end ? known : end - 2;
    }
  risalah_naming_add_organisation (self, first, end, "ID");
  return end;
}

/* "Higher Education Commission": a run of capitals that one of the tails ends. */
static guint
add_tailed (RisalahNaming *self, guint first)
{
  guint sentence = risalah_tokens_get (self->tokens, first)->sentence;
  guint end = first;
  guint found = 0;

  while (end < first + MAX_WORDS && risalah_naming_in_sentence (self, end, sentence)
         && (end == first || !risalah_tokens_get (self->tokens, end)->breaks))
    {
      guint n_tail = 1;

      if ((end > first && risalah_naming_has_class (self, end, "tail", &n_tail))
          || (end > first + 1 && risalah_naming_has_class (self, end, "long-tail", &n_tail)))
        found = end + n_tail;
      if (risalah_naming_continues (self, end, sentence) && !risalah_naming_is_trapped (self, end))
        end += n_tail;
      else if ((risalah_tokens_is (self->tokens, end, "of")
                || risalah_tokens_is (self->tokens, end, "and")
                || risalah_tokens_is (self->tokens, end, "for"))
               && end > first && risalah_naming_continues (self, end + 1, sentence))
        end++;
      else
        break;
    }
  if (found == 0
      || (found == first + 2 && self->country[first] != 0
          && (risalah_tokens_is (self->tokens, found - 1, "ministry")
              || risalah_tokens_is (self->tokens, found - 1, "department")
              || risalah_tokens_is (self->tokens, found - 1, "union"))))
    return first + 1;
  while (first + 1 < found && risalah_naming_has_class (self, first, "lead", NULL))
    first++;
  if (found <= first + 1 || is_gloss (self, first) || is_term (self, first, found))
    return first + 1;
  risalah_naming_add_organisation (self, first, found, NULL);
  return found;
}

/* "SurfAid", "BrahMos": capitals inside, as only names of firms have them. */
static gboolean
is_camel (const RisalahNaming *self, guint token)
{
  const RisalahToken *at = risalah_tokens_get (self->tokens, token);
  const char *word = self->tokens->text + at->start;
  gsize length = at->end - at->start;

  if ((at->flags & (RISALAH_WORD_ALL_CAPITALS | RISALAH_WORD_HAS_DIGIT)) || length < 6
      || !g_ascii_isupper (word[0]) || g_str_has_prefix (word, "Mac")
      || g_str_has_prefix (word, "Mc"))
    return FALSE;
  for (gsize i = 3; i + 1 < length; i++)
    if (g_ascii_isupper (word[i]) && g_ascii_islower (word[i - 1]) && g_ascii_islower (word[i - 2])
        && g_ascii_islower (word[i + 1]))
      return TRUE;
  return FALSE;
}

/* "Mayor Jenderal (Mayjen) TNI Budi": the service belongs to the rank. */
static gboolean
is_part_of_rank (const RisalahNaming *self, const RisalahMatch *known)
{
  for (guint back = 1; back <= 3 && back <= known->first; back++)
    {
      const RisalahMatch *rank =
          risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_OFFICE, known->first - back);

      if (rank != NULL
          && (rank->first + rank->n_tokens == known->first
              || rank->first + rank->n_tokens == known->first + known->n_tokens)
          && strcmp (risalah_phrase_get (rank->phrase, 1), "rank") == 0)
        return TRUE;
    }
  return FALSE;
}

/* "Airbus A400M", "pesawat Boeing 737": a maker's name before a model's number. */
static gboolean
is_model (const RisalahNaming *self, const RisalahMatch *known)
{
  guint after = known->first + known->n_tokens;
  const RisalahToken *next;

  if (strcmp (risalah_phrase_get (known->phrase, 3), "company") != 0
      || after >= self->tokens->tokens->len)
    return FALSE;
  next = risalah_tokens_get (self->tokens, after);
  if (next->breaks || (next->flags & RISALAH_WORD_HAS_DIGIT) == 0)
    return FALSE;
  return (next->flags & RISALAH_WORD_CAPITALISED) != 0
         || (known->first > 0 && risalah_naming_has_class (self, known->first - 1, "craft", NULL));
}

static void
find_known (RisalahNaming *self)
{
  guint n_tokens = self->tokens->tokens->len;

  for (guint i = 0; i < n_tokens; i++)
    {
      const RisalahMatch *trap = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_TRAP, i);
      const RisalahMatch *known =
          risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_ORGANISATION, i);

      guint n_head = 0;

      /* "Dewan Pertahanan Nasional" may go on past what the vocabulary has of it. */
      if (trap != NULL && (known == NULL || trap->n_tokens >= known->n_tokens))
        i += trap->n_tokens - 1;
      else if (known != NULL && is_part_of_rank (self, known))
        i += known->n_tokens - 1;
      else if (known != NULL && is_model (self, known))
        i += known->n_tokens - 1;
      else if (known != NULL)
        i = add_known (self, known) - 1;
      else if (risalah_naming_has_class (self, i, "company", &n_head))
        i = add_company (self, i, n_head) - 1;
      else if (risalah_naming_has_class (self, i, "head", &n_head)
               && !risalah_naming_is_trapped (self, i) && !is_portfolio (self, i)
               && !risalah_naming_is_title_case (self,
                                                 risalah_tokens_get (self->tokens, i)->sentence))
        i = add_headed (self, i, n_head) - 1;
      else if (is_camel (self, i) && !risalah_naming_is_trapped (self, i))
        risalah_naming_add_organisation (self, i, i + 1, NULL);
    }
}

/**
 * risalah_naming_find_organisations:
 * @self: what is known so far; countries are found already
 *
 * Adds the organisations: those of the vocabulary, then those by the pattern of the name, then
 * those that only their place in a sentence tells.
 */
void
risalah_naming_find_organisations (RisalahNaming *self)
{
  guint n_tokens = self->tokens->tokens->len;

  find_known (self);
  for (guint i = 0; i < n_tokens; i++)
    if (risalah_naming_is_capitalised (self, i) && self->owner[i] == 0
        && !risalah_naming_is_person_word (self, i) && !risalah_naming_is_trapped (self, i)
        && !risalah_naming_is_title_case (self, risalah_tokens_get (self->tokens, i)->sentence))
      i = add_tailed (self, i) - 1;
  risalah_naming_find_by_place (self);
}
