/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks terms up in data/vocabulary/glossary.tsv, one meaning a row. It widens what is searched
 * for, never what is indexed. */

#include "risalah-glossary.h"

#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-words.h"

typedef struct
{
  GPtrArray *rows;   /* (element-type GPtrArray of utf8): the folded terms of a meaning */
  GHashTable *terms; /* folded term → GArray of row numbers; terms are the rows' */
} Glossary;

static void
add_term (Glossary *self, const char *term, guint row)
{
  GArray *rows = g_hash_table_lookup (self->terms, term);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->terms, (gpointer)term, rows);
    }
  g_array_append_val (rows, row);
}

/* Compiles glossary.tsv. */
gpointer
risalah_glossary_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *table = risalah_lexicon_get_table (lexicon, "glossary");
  Glossary *self = g_new0 (Glossary, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->terms =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
      const char *field;

      for (guint j = 0; *(field = risalah_table_get (table, i, j)) != '\0'; j++)
        {
          char *term = risalah_words_fold (field, -1);

          g_ptr_array_add (row, term);
          if (*term != '\0')
            add_term (self, term, self->rows->len);
        }
      g_ptr_array_add (self->rows, row);
    }
  return self;
}

void
risalah_glossary_unload (gpointer glossary)
{
  Glossary *self = glossary;

  g_hash_table_unref (self->terms);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The other terms of every meaning of @term, each once. */
static GPtrArray *
other_terms (const Glossary *self, const char *term)
{
  const GArray *rows = g_hash_table_lookup (self->terms, term);
  GPtrArray *others;

  if (rows == NULL)
    return NULL;
  others = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (self->rows, g_array_index (rows, guint, i));

      for (guint j = 0; j < row->len; j++)
        if (strcmp (g_ptr_array_index (row, j), term) != 0
            && !g_ptr_array_find_with_equal_func (others, g_ptr_array_index (row, j), g_str_equal,
                                                  NULL))
          g_ptr_array_add (others, g_ptr_array_index (row, j));
    }
  return others;
}

/**
 * risalah_glossary_lookup:
 * @lexicon: a lexicon
 * @term: a word or term; it is folded
 *
 * Returns: (transfer container) (nullable) (element-type utf8): the other terms of its meaning or
 *   meanings, folded, in the table's order; they live as long as @lexicon. %NULL where the
 *   glossary does not know @term
 */
GPtrArray *
risalah_glossary_lookup (const RisalahLexicon *lexicon, const char *term)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (lexicon != NULL && term != NULL, NULL);

  folded = risalah_words_fold (term, -1);
  return other_terms (risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_GLOSSARY), folded);
}

/**
 * risalah_glossary_match:
 * @lexicon: a lexicon
 * @words: (array length=n_words): folded words of a query, in their order
 * @n_words: how many there are
 * @n_matched: (out): how many of the first words the longest known term is made of; 0 for none
 *
 * Finds the longest term of the glossary that @words begin with, so that a query is widened word
 * by word from left to right.
 *
 * Returns: (transfer container) (nullable) (element-type utf8): as risalah_glossary_lookup()
 */
GPtrArray *
risalah_glossary_match (const RisalahLexicon *lexicon,
                        const char *const *words,
                        guint n_words,
                        guint *n_matched)
{
  const Glossary *self;

  g_return_val_if_fail (lexicon != NULL && words != NULL && n_matched != NULL, NULL);

  self = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_GLOSSARY);
  for (guint n = MIN (n_words, RISALAH_GLOSSARY_MAX_WORDS); n > 0; n--)
    {
      g_autoptr (GString) term = g_string_new (NULL);
      GPtrArray *others;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (term, "%s%s", i > 0 ? " " : "", words[i]);
      others = other_terms (self, term->str);
      if (others != NULL)
        {
          *n_matched = n;
          return others;
        }
    }
  *n_matched = 0;
  return NULL;
}
