/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the vocabulary's tables: tab-separated UTF-8 lines; "#" starts a comment line. */

#include "risalah-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-text-error.h"

struct _RisalahTable
{
  GPtrArray *texts; /* (element-type utf8): each file's text, cut into fields in place */
  GPtrArray *rows;  /* (element-type GStrv): NULL-terminated arrays of fields within @texts */
};

/* Cuts @line at its tabs, trims blanks around each field, and returns the fields. */
static char **
split_fields (char *line)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  char *field = line;

  while (field != NULL)
    {
      char *tab = strchr (field, '\t');

      if (tab != NULL)
        *tab = '\0';
      g_ptr_array_add (fields, g_strstrip (field));
      field = tab != NULL ? tab + 1 : NULL;
    }
  g_ptr_array_add (fields, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&fields), FALSE);
}

/**
 * risalah_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
RisalahTable *
risalah_table_new (void)
{
  RisalahTable *self = g_new0 (RisalahTable, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * risalah_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
risalah_table_free (RisalahTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * risalah_table_add_text:
 * @self: a table
 * @name: what to call the text in an error, a file's name
 * @text: UTF-8 lines; a line that begins with "#" and an empty one are passed over
 *
 * Adds the lines of @text to the rows.
 *
 * Returns: %TRUE, or %FALSE with %RISALAH_TEXT_ERROR_VOCABULARY where @text is not UTF-8
 */
gboolean
risalah_table_add_text (RisalahTable *self, const char *name, const char *text, GError **error)
{
  char *line;

  g_return_val_if_fail (self != NULL && name != NULL && text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                   _ ("The vocabulary table “%s” is not UTF-8 text and was not read."), name);
      return FALSE;
    }

  line = g_strdup (text);
  g_ptr_array_add (self->texts, line);
  while (line != NULL)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end = '\0';
      if (line[0] != '#' && line[strspn (line, " \t\r")] != '\0')
        g_ptr_array_add (self->rows, split_fields (line));
      line = end != NULL ? end + 1 : NULL;
    }
  return TRUE;
}

/**
 * risalah_table_add_file:
 * @self: a table
 * @path: (type filename): a table's file
 *
 * Adds the rows of a file.
 *
 * Returns: %TRUE, or %FALSE with a #GFileError or %RISALAH_TEXT_ERROR_VOCABULARY
 */
gboolean
risalah_table_add_file (RisalahTable *self, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  return risalah_table_add_text (self, path, text, error);
}

/**
 * risalah_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, comments and empty lines aside
 */
guint
risalah_table_get_n_rows (const RisalahTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

/**
 * risalah_table_get:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the field, "" where the row has no such column; lives as long as @self
 */
const char *
risalah_table_get (const RisalahTable *self, guint row, guint column)
{
  char **fields;

  g_return_val_if_fail (self != NULL && row < self->rows->len, "");

  fields = g_ptr_array_index (self->rows, row);
  for (guint i = 0; fields[i] != NULL; i++)
    if (i == column)
      return fields[i];
  return "";
}
