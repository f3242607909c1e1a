/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of one language, read once from data/document/. */

#include "risalah-terms.h"

#include <stdarg.h>

#include "risalah-table.h"

struct _RisalahTerms
{
  gatomicrefcount ref_count;
  char *language;
  RisalahTable *table;
  GHashTable *words; /* key → text, both the table's */
};

G_DEFINE_BOXED_TYPE (RisalahTerms, risalah_terms, risalah_terms_ref, risalah_terms_unref)

/**
 * risalah_terms_open:
 * @directory: (type filename): the folder of the tables
 * @language: ISO 639-1, "id" or "en"
 * @error: a #GFileError or RISALAH_TEXT_ERROR_VOCABULARY
 *
 * Returns: (transfer full) (nullable): the words of @language
 */
RisalahTerms *
risalah_terms_open (const char *directory, const char *language, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (RisalahTable) table = NULL;
  RisalahTerms *self;

  g_return_val_if_fail (directory != NULL && language != NULL, NULL);

  name = g_strconcat (language, ".tsv", NULL);
  path = g_build_filename (directory, name, NULL);
  table = risalah_table_new ();
  if (!risalah_table_add_file (table, path, error))
    return NULL;
  self = g_new0 (RisalahTerms, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_strdup (language);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 0; row < risalah_table_get_n_rows (table); row++)
    g_hash_table_insert (self->words, (gpointer)risalah_table_get (table, row, 0),
                         (gpointer)risalah_table_get (table, row, 1));
  self->table = g_steal_pointer (&table);
  return self;
}

/**
 * risalah_terms_ref:
 * @self: the words
 *
 * Returns: (transfer full): @self
 */
RisalahTerms *
risalah_terms_ref (RisalahTerms *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * risalah_terms_unref:
 * @self: (transfer full): the words
 */
void
risalah_terms_unref (RisalahTerms *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->words);
  risalah_table_free (self->table);
  g_free (self->language);
  g_free (self);
}

/**
 * risalah_terms_get_language:
 * @self: the words
 *
 * Returns: (transfer none): ISO 639-1 of their language
 */
const char *
risalah_terms_get_language (const RisalahTerms *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * risalah_terms_get:
 * @self: the words
 * @key: what is meant: "page.contents"
 *
 * Returns: (transfer none): the words, or @key where the table has none
 */
const char *
risalah_terms_get (const RisalahTerms *self, const char *key)
{
  const char *words;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  words = g_hash_table_lookup (self->words, key);
  return words != NULL ? words : key;
}

/**
 * risalah_terms_has:
 * @self: the words
 * @key: what is meant
 *
 * Returns: whether the table has words for @key
 */
gboolean
risalah_terms_has (const RisalahTerms *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  return g_hash_table_contains (self->words, key);
}

/**
 * risalah_terms_format:
 * @self: the words
 * @key: what is meant
 * @first: (nullable): what stands for {0}
 * @...: what stands for {1} and so on, ended by %NULL
 *
 * Returns: (transfer full): the words with their parts
 */
char *
risalah_terms_format (const RisalahTerms *self, const char *key, const char *first, ...)
{
  GString *words;
  va_list arguments;
  guint index = 0;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  words = g_string_new (risalah_terms_get (self, key));
  va_start (arguments, first);
  for (const char *part = first; part != NULL; part = va_arg (arguments, const char *))
    {
      g_autofree char *place = g_strdup_printf ("{%u}", index++);

      g_string_replace (words, place, part, 1);
    }
  va_end (arguments);
  return g_string_free (words, FALSE);
}
