/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over a text's words once. Words are compared as the index would: by written form, stem,
 * joined form or prefix. A phrase is followed word by word, all its attempts at once. */

#include "risalah-matcher-private.h"

#include <string.h>

#include "risalah-glossary.h"
#include "risalah-words.h"

/* An exact phrase. */
typedef struct
{
  GPtrArray *words;
  gboolean prefix;
  gboolean excluded;
  gboolean any_form; /* of the glossary: its words match in any form */
  guint term;
  gboolean found;   /* since risalah_matcher_begin() */
  gssize *attempts; /* [k]: where an attempt began that has k words, -1 for none */
} Phrase;

typedef struct
{
  char *text;
  gsize length;
  guint term;
} Prefix;

struct _RisalahMatcher
{
  RisalahStemmer *stemmer;
  GHashTable *tokens; /* token → term + 1 */
  GArray *prefixes;
  GPtrArray *phrases;
  GPtrArray *others; /* of the glossary: arrays of words, for phrases after those of the query */
  GPtrArray *terms;  /* of the query */
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_free (phrase->attempts);
  g_free (phrase);
}

static void
prefix_clear (gpointer data)
{
  g_free (((Prefix *)data)->text);
}

static void
add_token (RisalahMatcher *self, const char *token, gsize length, guint term)
{
  g_hash_table_insert (self->tokens, g_strndup (token, length), GUINT_TO_POINTER (term + 1));
}

static void
add_word (RisalahMatcher *self, const char *word, gboolean begun, guint term)
{
  RisalahStems stems;

  if (begun)
    {
      Prefix prefix = { g_strdup (word), strlen (word), term };
      g_array_append_val (self->prefixes, prefix);
      return;
    }
  add_token (self, word, strlen (word), term);
  risalah_stemmer_stem (self->stemmer, word, strlen (word), &stems);
  for (guint i = 0; i < stems.n; i++)
    add_token (self, stems.text[i], stems.length[i], term);
}

static void
add_phrase (RisalahMatcher *self, const RisalahTerm *term, guint number)
{
  Phrase *phrase = g_new0 (Phrase, 1);

  phrase->words = term->words;
  phrase->prefix = term->prefix;
  phrase->excluded = term->excluded;
  phrase->term = number;
  phrase->attempts = g_new (gssize, term->words->len + 1);
  g_ptr_array_add (self->phrases, phrase);
}

/* Another name of a term. */
static void
add_other (RisalahMatcher *self, const char *other, guint number)
{
  g_autoptr (GPtrArray) split = g_ptr_array_new_with_free_func (g_free);
  RisalahTerm term = { .words = split };
  RisalahWords words;
  RisalahWord word;

  risalah_words_init (&words, other, -1);
  while (risalah_words_next (&words, &word))
    g_ptr_array_add (split, g_strndup (word.folded, word.folded_length));
  if (split->len == 1)
    add_word (self, g_ptr_array_index (split, 0), FALSE, number);
  if (split->len < 2)
    return;
  for (guint i = 0; i < split->len; i++)
    {
      const char *folded = g_ptr_array_index (split, i);
      RisalahStems stems;

      risalah_stemmer_stem (self->stemmer, folded, strlen (folded), &stems);
      if (stems.n > 0)
        {
          char *stem = g_strndup (stems.text[0], stems.length[0]);
          g_free (split->pdata[i]);
          split->pdata[i] = stem;
        }
    }
  add_phrase (self, &term, number);
  ((Phrase *)g_ptr_array_index (self->phrases, self->phrases->len - 1))->any_form = TRUE;
  g_ptr_array_add (self->others, g_steal_pointer (&split));
}

/* The other names of all terms that the query's words spell. */
static void
add_others (RisalahMatcher *self, const RisalahLexicon *lexicon, guint number)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < self->terms->len; i++)
    {
      const RisalahTerm *term = g_ptr_array_index (self->terms, i);

      for (guint j = 0; !term->exact && !term->excluded && j < term->words->len; j++)
        g_ptr_array_add (words, g_ptr_array_index (term->words, j));
    }
  for (guint i = 0; i < words->len; i++)
    {
      guint n_matched;
      g_autoptr (GPtrArray) others =
          risalah_glossary_match (lexicon, (const char *const *)words->pdata + i, words->len - i,
                                  &n_matched);

      for (guint j = 0; others != NULL && j < others->len; j++)
        add_other (self, g_ptr_array_index (others, j), number);
    }
}

/**
 * risalah_matcher_new:
 * @query: a query, which must live as long as the matcher
 * @lexicon: (nullable): what knows other names of terms
 * @stemmer: the thread's
 *
 * Returns: (transfer full): a matcher of its words
 */
RisalahMatcher *
risalah_matcher_new (const RisalahQuery *query,
                     const RisalahLexicon *lexicon,
                     RisalahStemmer *stemmer)
{
  RisalahMatcher *self = g_new0 (RisalahMatcher, 1);
  const char *previous = NULL;
  guint number = 0;

  self->stemmer = stemmer;
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_array_new (FALSE, FALSE, sizeof (Prefix));
  g_array_set_clear_func (self->prefixes, prefix_clear);
  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->terms = risalah_query_get_terms (query);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const RisalahTerm *term = g_ptr_array_index (self->terms, i);

      if (term->exact)
        {
          add_phrase (self, term, number++);
          previous = NULL;
          continue;
        }
      for (guint j = 0; j < term->words->len && !term->excluded; j++)
        {
          const char *word = g_ptr_array_index (term->words, j);
          const char *joined = previous == NULL
                                   ? NULL
                                   : risalah_stemmer_join (stemmer, previous, strlen (previous),
                                                           word, strlen (word));

          if (joined != NULL)
            add_token (self, joined, strlen (joined), number);
          add_word (self, word, term->prefix && j + 1 == term->words->len, number++);
          previous = word;
        }
    }
  if (lexicon != NULL)
    add_others (self, lexicon, number);
  return self;
}

/**
 * risalah_matcher_free:
 * @self: (transfer full): a matcher
 */
void
risalah_matcher_free (RisalahMatcher *self)
{
  g_hash_table_unref (self->tokens);
  g_array_unref (self->prefixes);
  g_ptr_array_unref (self->phrases);
  g_ptr_array_unref (self->others);
  g_free (self);
}

/* The term that a word stands for + 1, else 0. */
static guint
match_word (RisalahMatcher *self, const RisalahWord *word)
{
  RisalahStems stems;
  guint term = GPOINTER_TO_UINT (g_hash_table_lookup (self->tokens, word->folded));

  for (guint i = 0; i < self->prefixes->len && term == 0; i++)
    {
      const Prefix *prefix = &g_array_index (self->prefixes, Prefix, i);

      if (word->folded_length >= prefix->length
          && memcmp (word->folded, prefix->text, prefix->length) == 0)
        term = prefix->term + 1;
    }
  if (term != 0 || g_hash_table_size (self->tokens) == 0)
    return term;
  risalah_stemmer_stem (self->stemmer, word->folded, word->folded_length, &stems);
  for (guint i = 0; i < stems.n && term == 0; i++)
    term = GPOINTER_TO_UINT (g_hash_table_lookup (self->tokens, stems.text[i]));
  return term;
}

/* Whether a word is @stem, or has it. */
static gboolean
is_form_of (RisalahMatcher *self, const RisalahWord *word, const char *stem)
{
  RisalahStems stems;

  if (strcmp (word->folded, stem) == 0)
    return TRUE;
  risalah_stemmer_stem (self->stemmer, word->folded, word->folded_length, &stems);
  for (guint i = 0; i < stems.n; i++)
    if (strcmp (stems.text[i], stem) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_word_of (RisalahMatcher *self, const Phrase *phrase, guint i, const RisalahWord *word)
{
  const char *wanted = g_ptr_array_index (phrase->words, i);

  if (phrase->any_form)
    return is_form_of (self, word, wanted);
  return phrase->prefix && i + 1 == phrase->words->len ? g_str_has_prefix (word->folded, wanted)
                                                       : strcmp (word->folded, wanted) == 0;
}

/* Where the phrase that ends with @word began, -1 where none does. */
static gssize
follow (RisalahMatcher *self, Phrase *phrase, const RisalahWord *word)
{
  guint n = phrase->words->len;

  phrase->attempts[0] = (gssize)word->start;
  for (guint k = n; k > 0; k--)
    phrase->attempts[k] = phrase->attempts[k - 1] >= 0 && is_word_of (self, phrase, k - 1, word)
                              ? phrase->attempts[k - 1]
                              : -1;
  return phrase->attempts[n];
}

static void
reset_attempts (RisalahMatcher *self)
{
  for (guint i = 0; i < self->phrases->len; i++)
    {
      Phrase *phrase = g_ptr_array_index (self->phrases, i);

      for (guint k = 0; k <= phrase->words->len; k++)
        phrase->attempts[k] = -1;
    }
}

/**
 * risalah_matcher_find:
 * @self: a matcher
 * @text: a text
 * @start: the byte to begin at
 * @end: the byte to end before
 * @limit: stop after so many
 * @matches: (element-type RisalahByteMatch): gets what is found
 */
void
risalah_matcher_find (RisalahMatcher *self,
                      const char *text,
                      gsize start,
                      gsize end,
                      guint limit,
                      GArray *matches)
{
  RisalahWords words;
  RisalahWord word;

  reset_attempts (self);
  risalah_words_init (&words, text + start, (gssize)(end - start));
  while (matches->len < limit && risalah_words_next (&words, &word))
    {
      guint term = match_word (self, &word);

      if (term != 0)
        {
          RisalahByteMatch match = { start + word.start, start + word.end, term - 1 };
          g_array_append_val (matches, match);
        }
      for (guint i = 0; i < self->phrases->len; i++)
        {
          Phrase *phrase = g_ptr_array_index (self->phrases, i);
          gssize from = phrase->excluded ? -1 : follow (self, phrase, &word);

          if (from >= 0)
            {
              RisalahByteMatch match = { start + (gsize)from, start + word.end, phrase->term };
              g_array_append_val (matches, match);
            }
        }
    }
}

/**
 * risalah_matcher_begin:
 * @self: a matcher
 *
 * Begins the confirmation of a source's exact phrases.
 */
void
risalah_matcher_begin (RisalahMatcher *self)
{
  for (guint i = 0; i < self->phrases->len; i++)
    ((Phrase *)g_ptr_array_index (self->phrases, i))->found = FALSE;
}

/**
 * risalah_matcher_look:
 * @self: a matcher
 * @text: a text of the source
 * @start: the byte to begin at
 * @end: the byte to end before
 *
 * Looks for the phrases.
 */
void
risalah_matcher_look (RisalahMatcher *self, const char *text, gsize start, gsize end)
{
  RisalahWords words;
  RisalahWord word;

  reset_attempts (self);
  risalah_words_init (&words, text + start, (gssize)(end - start));
  while (risalah_words_next (&words, &word))
    for (guint i = 0; i < self->phrases->len; i++)
      {
        Phrase *phrase = g_ptr_array_index (self->phrases, i);

        if (!phrase->found && follow (self, phrase, &word) >= 0)
          phrase->found = TRUE;
      }
}

/**
 * risalah_matcher_confirms:
 * @self: a matcher
 *
 * Phrases that are alternatives to something else than phrases are left to the index.
 *
 * Returns: whether the source that was looked at has every phrase that it must, and none that it
 *   must not
 */
gboolean
risalah_matcher_confirms (RisalahMatcher *self)
{
  guint number = 0;

  for (guint i = 0; i < self->terms->len;)
    {
      gboolean any = FALSE;
      guint j = i;

      do
        {
          const RisalahTerm *term = g_ptr_array_index (self->terms, j);
          const Phrase *phrase = term->exact ? g_ptr_array_index (self->phrases, number++) : NULL;

          if (phrase != NULL && phrase->excluded && phrase->found)
            return FALSE;
          any = any || phrase == NULL || phrase->excluded || phrase->found;
          j++;
        }
      while (j < self->terms->len
             && ((RisalahTerm *)g_ptr_array_index (self->terms, j))->or_before);
      if (!any)
        return FALSE;
      i = j;
    }
  return TRUE;
}
