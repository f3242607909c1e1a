/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a parsed query to FTS5's own language. Every word stands in quotation marks, and folded
 * words have none, so that nothing that is typed can be an operator. */

#include <string.h>

#include "risalah-fts-tokenizer-private.h"
#include "risalah-glossary.h"
#include "risalah-query-private.h"

/* A word that is begun is looked for by its stem too from this length on. */
#define STEM_FROM 4

static gboolean
has_stems (RisalahStemmer *stemmer, const char *word)
{
  RisalahStems stems;

  risalah_stemmer_stem (stemmer, word, strlen (word), &stems);
  return stems.n > 0;
}

static void
append_finished_word (GString *match, RisalahStemmer *stemmer, const char *word, gboolean ranking)
{
  if (ranking && has_stems (stemmer, word))
    g_string_append_printf (match, "(\"%s\" OR \"" RISALAH_SURFACE_MARK "%s\")", word, word);
  else
    g_string_append_printf (match, "\"%s\"", word);
}

static void
append_begun_word (GString *match, RisalahStemmer *stemmer, const char *word)
{
  if (g_utf8_strlen (word, -1) >= STEM_FROM && has_stems (stemmer, word))
    g_string_append_printf (match, "(\"%s\" * OR \"%s\")", word, word);
  else
    g_string_append_printf (match, "\"%s\" *", word);
}

/* Two words that are one term ("kerja sama") are also found where they are written as one. */
static const char *
join_words (RisalahStemmer *stemmer, GPtrArray *words, guint i, gboolean begun)
{
  const char *first, *second;

  if (i + 1 >= words->len || (begun && i + 2 == words->len))
    return NULL;
  first = g_ptr_array_index (words, i);
  second = g_ptr_array_index (words, i + 1);
  return risalah_stemmer_join (stemmer, first, strlen (first), second, strlen (second));
}

/* A term of the glossary, or its other names: "nota kesepahaman", MoU, memorandum of understanding.
 * How many words it took; 0 where the glossary does not know them. */
static guint
append_glossary_term (GString *match,
                      const RisalahLexicon *lexicon,
                      GPtrArray *words,
                      guint i,
                      gboolean begun)
{
  guint n_words = words->len - i - (begun ? 1 : 0), n_matched;
  g_autoptr (GPtrArray) others = NULL;

  if (n_words == 0)
    return 0;
  others =
      risalah_glossary_match (lexicon, (const char *const *)words->pdata + i, n_words, &n_matched);
  if (others == NULL)
    return 0;
  g_string_append (match, "((");
  for (guint j = 0; j < n_matched; j++)
    g_string_append_printf (match, "%s\"%s\"", j > 0 ? " AND " : "",
                            (const char *)g_ptr_array_index (words, i + j));
  g_string_append_c (match, ')');
  /* Not marked: their words are found in any form, one after the other. */
  for (guint j = 0; j < others->len; j++)
    g_string_append_printf (match, " OR \"%s\"", (const char *)g_ptr_array_index (others, j));
  g_string_append_c (match, ')');
  return n_matched;
}

/* Words that must all be there, in any order. */
static void
append_words (GString *match,
              const RisalahLexicon *lexicon,
              RisalahStemmer *stemmer,
              GPtrArray *words,
              gboolean begun,
              gboolean ranking)
{
  g_string_append_c (match, '(');
  for (guint i = 0; i < words->len; i++)
    {
      const char *joined = join_words (stemmer, words, i, begun);
      guint n_matched;

      if (i > 0)
        g_string_append (match, " AND ");
      n_matched = append_glossary_term (match, lexicon, words, i, begun);
      if (n_matched > 0)
        i += n_matched - 1;
      else if (joined != NULL)
        {
          g_string_append (match, "((");
          append_finished_word (match, stemmer, g_ptr_array_index (words, i), ranking);
          g_string_append (match, " AND ");
          append_finished_word (match, stemmer, g_ptr_array_index (words, i + 1), ranking);
          g_string_append_printf (match, ") OR \"%s\")", joined);
          i++;
        }
      else if (begun && i + 1 == words->len)
        append_begun_word (match, stemmer, g_ptr_array_index (words, i));
      else
        append_finished_word (match, stemmer, g_ptr_array_index (words, i), ranking);
    }
  g_string_append_c (match, ')');
}

static void
append_phrase (GString *match, const RisalahTerm *term)
{
  g_string_append (match, "\"" RISALAH_SURFACE_MARK);
  for (guint i = 0; i < term->words->len; i++)
    {
      if (i > 0)
        g_string_append_c (match, ' ');
      g_string_append (match, g_ptr_array_index (term->words, i));
    }
  g_string_append (match, term->prefix ? "\" *" : "\"");
}

static void
append_term (GString *match,
             const RisalahLexicon *lexicon,
             RisalahStemmer *stemmer,
             const RisalahTerm *term,
             gboolean ranking)
{
  if (term->title)
    g_string_append (match, "title : ");
  if (term->exact)
    append_phrase (match, term);
  else
    append_words (match, lexicon, stemmer, term->words, term->prefix, ranking);
}

/* A word by itself, to which the next one may belong ("kerja", then "sama"). */
static gboolean
is_plain (GPtrArray *terms, guint i)
{
  const RisalahTerm *term = g_ptr_array_index (terms, i);
  const RisalahTerm *next = i + 1 < terms->len ? g_ptr_array_index (terms, i + 1) : NULL;

  return !term->exact && !term->excluded && !term->title && !term->or_before
         && (next == NULL || !next->or_before);
}

/* A run of plain terms from @i, as one list of words. */
static guint
append_plain_run (GString *match,
                  const RisalahLexicon *lexicon,
                  RisalahStemmer *stemmer,
                  GPtrArray *terms,
                  guint i,
                  gboolean ranking)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gboolean begun = FALSE;

  for (; i < terms->len && is_plain (terms, i); i++)
    {
      const RisalahTerm *term = g_ptr_array_index (terms, i);

      for (guint j = 0; j < term->words->len; j++)
        g_ptr_array_add (words, g_ptr_array_index (term->words, j));
      begun = term->prefix;
    }
  append_words (match, lexicon, stemmer, words, begun, ranking);
  return i - 1;
}

/**
 * risalah_query_compile:
 * @self: a query
 * @lexicon: what knows other names of terms
 * @stemmer: what knows joined terms
 * @ranking: whether written forms are to count more than stems
 *
 * Returns: (transfer full) (nullable): an FTS5 expression, %NULL where no word must be there
 */
char *
risalah_query_compile (const RisalahQuery *self,
                       const RisalahLexicon *lexicon,
                       RisalahStemmer *stemmer,
                       gboolean ranking)
{
  GPtrArray *terms = risalah_query_get_terms (self);
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const RisalahTerm *term = g_ptr_array_index (terms, i);

      if (term->excluded)
        continue;
      if (match->len > 0)
        g_string_append (match, " AND ");
      if (is_plain (terms, i))
        {
          i = append_plain_run (match, lexicon, stemmer, terms, i, ranking);
          continue;
        }
      g_string_append_c (match, '(');
      append_term (match, lexicon, stemmer, term, ranking);
      for (; i + 1 < terms->len; i++)
        {
          const RisalahTerm *next = g_ptr_array_index (terms, i + 1);

          if (!next->or_before)
            break;
          g_string_append (match, " OR ");
          append_term (match, lexicon, stemmer, next, ranking);
        }
      g_string_append_c (match, ')');
    }
  return g_string_free (match, match->len == 0);
}

/**
 * risalah_query_compile_excluded:
 * @self: a query
 * @lexicon: what knows other names of terms
 * @stemmer: what knows joined terms
 *
 * Returns: (transfer full) (nullable): an FTS5 expression for what must not be there
 */
char *
risalah_query_compile_excluded (const RisalahQuery *self,
                                const RisalahLexicon *lexicon,
                                RisalahStemmer *stemmer)
{
  GPtrArray *terms = risalah_query_get_terms (self);
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const RisalahTerm *term = g_ptr_array_index (terms, i);

      if (!term->excluded || term->exact)
        continue;
      if (match->len > 0)
        g_string_append (match, " OR ");
      append_term (match, lexicon, stemmer, term, FALSE);
    }
  return g_string_free (match, match->len == 0);
}
