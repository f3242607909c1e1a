/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the lexicon from the folders where its tables stand. */

#include "risalah-vocabulary.h"

#include "risalah-paths.h"

/**
 * risalah_vocabulary_open:
 *
 * Opens the program's vocabulary with the analyst's own additions.
 *
 * Returns: (transfer full): the lexicon, or %NULL with a #GFileError or a #RisalahTextError
 */
RisalahLexicon *
risalah_vocabulary_open (GError **error)
{
  g_auto (GStrv) vocabulary = risalah_paths_get_vocabulary_dirs ();
  g_autofree char *dictionaries = risalah_paths_get_dictionary_dir ();

  return risalah_lexicon_open ((const char *const *)vocabulary, dictionaries, error);
}
