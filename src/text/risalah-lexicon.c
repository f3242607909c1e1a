/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the vocabulary's tables and has each part of the text floor compile its own. */

#include "risalah-lexicon-private.h"

#include <string.h>

#include "risalah-boilerplate.h"
#include "risalah-html-classes.h"
#include "risalah-language.h"
#include "risalah-phrases.h"
#include "risalah-dates-private.h"
#include "risalah-glossary.h"
#include "risalah-sentences.h"
#include "risalah-source-types.h"
#include "risalah-stated-date.h"
#include "risalah-stemmer-private.h"

typedef struct
{
  gpointer (*load) (const RisalahLexicon *lexicon, GError **error);
  GDestroyNotify free;
} PartClass;

static const PartClass part_classes[RISALAH_LEXICON_N_PARTS + 1] = {
  [RISALAH_LEXICON_ABBREVIATIONS] = { risalah_sentences_load, risalah_sentences_unload },
  [RISALAH_LEXICON_BOILERPLATE] = { risalah_boilerplate_load, risalah_boilerplate_free },
  [RISALAH_LEXICON_DATE_LINES] = { risalah_date_lines_load, risalah_date_lines_free },
  [RISALAH_LEXICON_HTML_CLASSES] = { risalah_html_classes_load, risalah_html_classes_free },
  [RISALAH_LEXICON_LANGUAGES] = { risalah_language_table_load, risalah_language_table_free },
  [RISALAH_LEXICON_SOURCE_TYPES] = { risalah_source_types_load, risalah_source_types_free },
  [RISALAH_LEXICON_DATE_WORDS] = { risalah_dates_vocabulary_load, risalah_dates_vocabulary_free },
  [RISALAH_LEXICON_GLOSSARY] = { risalah_glossary_load, risalah_glossary_unload },
  [RISALAH_LEXICON_PHRASES] = { risalah_phrases_load, risalah_phrases_unload },
  [RISALAH_LEXICON_STEMS] = { risalah_stem_table_load, risalah_stem_table_free },
};

struct _RisalahLexicon
{
  gatomicrefcount ref_count;
  GHashTable *tables; /* name without ".tsv" → RisalahTable */
  char *dictionary_dir;
  gpointer parts[RISALAH_LEXICON_N_PARTS + 1];
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Adds every table of @dir; a name met before gets further rows. */
static gboolean
add_directory (RisalahLexicon *self, const char *dir, GError **error)
{
  g_autoptr (GDir) listing = g_dir_open (dir, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (listing == NULL)
    return FALSE;
  while ((name = g_dir_read_name (listing)) != NULL)
    if (g_str_has_suffix (name, ".tsv"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *file = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (dir, file, NULL);
      g_autofree char *key = g_strndup (file, strlen (file) - strlen (".tsv"));
      RisalahTable *table = g_hash_table_lookup (self->tables, key);

      if (table == NULL)
        {
          table = risalah_table_new ();
          g_hash_table_insert (self->tables, g_steal_pointer (&key), table);
        }
      if (!risalah_table_add_file (table, path, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_lexicon_open:
 * @vocabulary_dirs: (array zero-terminated=1): folders of .tsv tables, the program's own first;
 *   a later folder's rows come after the earlier ones' (an analyst's own words)
 * @dictionary_dir: (type filename): where id_ID.aff and id_ID.dic stand
 *
 * Opens the tables and compiles the parts. This is the text floor's one file access.
 *
 * Returns: (transfer full): the lexicon, or %NULL with a #GFileError or a #RisalahTextError
 */
RisalahLexicon *
risalah_lexicon_open (const char *const *vocabulary_dirs,
                      const char *dictionary_dir,
                      GError **error)
{
  g_autoptr (RisalahLexicon) self = NULL;

  g_return_val_if_fail (vocabulary_dirs != NULL && dictionary_dir != NULL, NULL);

  self = g_new0 (RisalahLexicon, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)risalah_table_free);
  self->dictionary_dir = g_strdup (dictionary_dir);

  for (guint i = 0; vocabulary_dirs[i] != NULL; i++)
    if (!add_directory (self, vocabulary_dirs[i], error))
      return NULL;
  for (guint i = 0; i < RISALAH_LEXICON_N_PARTS; i++)
    if ((self->parts[i] = part_classes[i].load (self, error)) == NULL)
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * risalah_lexicon_ref:
 * @self: a lexicon
 *
 * Returns: (transfer full): @self
 */
RisalahLexicon *
risalah_lexicon_ref (RisalahLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * risalah_lexicon_unref:
 * @self: (transfer full): a lexicon
 */
void
risalah_lexicon_unref (RisalahLexicon *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < RISALAH_LEXICON_N_PARTS; i++)
    if (self->parts[i] != NULL)
      part_classes[i].free (self->parts[i]);
  g_hash_table_unref (self->tables);
  g_free (self->dictionary_dir);
  g_free (self);
}

/**
 * risalah_lexicon_get_table:
 * @self: a lexicon
 * @name: a table's name, its file's without ".tsv"
 *
 * Returns: (transfer none) (nullable): the table, or %NULL where no folder has one of that name
 */
const RisalahTable *
risalah_lexicon_get_table (const RisalahLexicon *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return g_hash_table_lookup (self->tables, name);
}

/**
 * risalah_lexicon_get_dictionary_dir:
 * @self: a lexicon
 *
 * Returns: (transfer none) (type filename): where the hunspell dictionaries stand
 */
const char *
risalah_lexicon_get_dictionary_dir (const RisalahLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->dictionary_dir;
}

/**
 * risalah_lexicon_get_part:
 * @self: a lexicon
 * @part: which part
 *
 * Returns: (transfer none): the part that its file compiled when the lexicon opened
 */
gconstpointer
risalah_lexicon_get_part (const RisalahLexicon *self, RisalahLexiconPart part)
{
  g_return_val_if_fail (self != NULL && part < RISALAH_LEXICON_N_PARTS, NULL);
  return self->parts[part];
}
