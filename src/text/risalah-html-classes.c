/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts class names into words and looks them up in data/vocabulary/html-classes.tsv. */

#include "risalah-html-classes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-text-error.h"

#define TABLE "html-classes"

/* A longer word is no word. */
#define MAX_WORD 40

typedef struct
{
  GHashTable *words;   /* word → RisalahHtmlClass */
  GPtrArray *prefixes; /* (element-type utf8) */
  GArray *of_prefixes; /* (element-type guint): their RisalahHtmlClass */
} ClassTable;

static const char *const kind_names[] = { "drop", "short", "keep", "caption", "lead" };

static void
add_names (ClassTable *table, guint kind, const char *names)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if (n > 1 && words[i][n - 1] == '*')
        {
          g_ptr_array_add (table->prefixes, g_strndup (words[i], n - 1));
          g_array_append_val (table->of_prefixes, kind);
        }
      else if (n > 0)
        {
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table->words, words[i]));

          g_hash_table_insert (table->words, g_strdup (words[i]), GUINT_TO_POINTER (before | kind));
        }
    }
}

/**
 * risalah_html_classes_load:
 * @lexicon: the lexicon that is opening
 * @error: return location for %RISALAH_TEXT_ERROR_VOCABULARY
 *
 * Returns: (transfer full): the compiled table
 */
gpointer
risalah_html_classes_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *rows = risalah_lexicon_get_table (lexicon, TABLE);
  ClassTable *table = g_new0 (ClassTable, 1);

  table->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->prefixes = g_ptr_array_new_with_free_func (g_free);
  table->of_prefixes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; rows != NULL && row < risalah_table_get_n_rows (rows); row++)
    {
      guint kind = 0;

      for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
        if (strcmp (kind_names[i], risalah_table_get (rows, row, 0)) == 0)
          kind = 1 << i;
      if (kind == 0)
        {
          g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                       _ ("The vocabulary table “%s” has a line that cannot be used: “%s”."),
                       TABLE ".tsv", risalah_table_get (rows, row, 0));
          risalah_html_classes_free (table);
          return NULL;
        }
      add_names (table, kind, risalah_table_get (rows, row, 1));
    }
  return table;
}

/**
 * risalah_html_classes_free:
 * @table: (transfer full): a table of risalah_html_classes_load()
 */
void
risalah_html_classes_free (gpointer table)
{
  ClassTable *self = table;

  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->prefixes);
  g_array_unref (self->of_prefixes);
  g_free (self);
}

static guint
look_up_word (const ClassTable *table, const char *word)
{
  guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (table->words, word));

  for (guint i = 0; i < table->prefixes->len; i++)
    if (g_str_has_prefix (word, g_ptr_array_index (table->prefixes, i)))
      kinds |= g_array_index (table->of_prefixes, guint, i);
  return kinds;
}

/**
 * risalah_html_classes_look_up:
 * @lexicon: what the text floor knows
 * @names: class names, an id or a role
 *
 * Returns: the #RisalahHtmlClass flags of all words in @names
 */
guint
risalah_html_classes_look_up (const RisalahLexicon *lexicon, const char *names)
{
  const ClassTable *table = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_HTML_CLASSES);
  char word[MAX_WORD + 1];
  gsize n = 0;
  guint kinds = 0;

  for (const char *p = names;; p++)
    {
      gboolean letter = g_ascii_isalpha (*p);

      if (n > 0 && (!letter || (g_ascii_isupper (*p) && g_ascii_islower (p[-1]))))
        {
          word[n] = '\0';
          kinds |= look_up_word (table, word);
          n = 0;
        }
      if (*p == '\0')
        return kinds;
      if (letter && n < MAX_WORD)
        word[n++] = g_ascii_tolower (*p);
    }
}
