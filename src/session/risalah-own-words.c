/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of the analyst's beside the program's own, as lines that are typed: one thing a line, its
 * names separated by semicolons. */

#include "risalah-own-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "risalah-table.h"
#include "risalah-text-error.h"

#define HEADER                                                                                     \
  "# Words for one thing, added in Risalah's preferences: a search for one of a row finds the "    \
  "others.\n"                                                                                      \
  "# Columns: each a word or term of the same meaning\n"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "risalah", "vocabulary", "glossary.tsv", NULL);
}

/**
 * risalah_own_words_load:
 * @error: return location for an error
 *
 * Returns: (transfer full): the lines, "" where there are none; %NULL with an error
 */
char *
risalah_own_words_load (GError **error)
{
  g_autofree char *path = get_path ();
  g_autoptr (RisalahTable) table = risalah_table_new ();
  GString *lines = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup ("");
  if (!risalah_table_add_file (table, path, error))
    return NULL;
  lines = g_string_new (NULL);
  for (guint row = 0; row < risalah_table_get_n_rows (table); row++)
    {
      for (guint column = 0; *risalah_table_get (table, row, column) != '\0'; column++)
        g_string_append_printf (lines, "%s%s", column > 0 ? "; " : "",
                                risalah_table_get (table, row, column));
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

/* Adds the line as a row; FALSE where it has fewer than two names. */
static gboolean
add_row (GString *table, const char *line)
{
  g_auto (GStrv) names = g_strsplit (line, ";", -1);
  guint n_names = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_strdelimit (g_strstrip (names[i]), "\t", ' ');
      if (*names[i] != '\0')
        g_string_append_printf (table, "%s%s", n_names++ > 0 ? "\t" : "", names[i]);
    }
  if (n_names > 0)
    g_string_append_c (table, '\n');
  return n_names != 1;
}

/**
 * risalah_own_words_save:
 * @text: lines, one thing a line, its names separated by semicolons
 * @error: return location for an error
 *
 * Writes them, whole or not at all. Sessions that are opened from then on know them.
 *
 * Returns: whether they are written; a #RisalahTextError where a line has one name only
 */
gboolean
risalah_own_words_save (const char *text, GError **error)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) table = g_string_new (HEADER);

  g_return_val_if_fail (text != NULL, FALSE);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!add_row (table, g_strstrip (lines[i])))
      {
        g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                     _ ("“%s” stands alone. Write its other names after it, separated by "
                        "semicolons; nothing was changed."),
                     lines[i]);
        return FALSE;
      }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("The folder “%s” could not be made; nothing was changed."), folder);
      return FALSE;
    }
  return g_file_set_contents_full (path, table->str, table->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}
