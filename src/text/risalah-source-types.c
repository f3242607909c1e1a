/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of source a text is, by the rules of data/vocabulary/source-types.tsv. */

#include "risalah-source-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-text-error.h"

#define TYPES_TABLE "source-types"

typedef struct
{
  char *type;
  gboolean of_title;
  GRegex *regex;
} TypeRule;

static void
type_rule_free (TypeRule *rule)
{
  g_free (rule->type);
  g_clear_pointer (&rule->regex, g_regex_unref);
  g_free (rule);
}

/**
 * risalah_source_types_load:
 * @lexicon: the lexicon that is opening
 * @error: return location for %RISALAH_TEXT_ERROR_VOCABULARY
 *
 * Returns: (transfer full): the compiled rules
 */
gpointer
risalah_source_types_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *rows = risalah_lexicon_get_table (lexicon, TYPES_TABLE);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)type_rule_free);

  for (guint row = 0; rows != NULL && row < risalah_table_get_n_rows (rows); row++)
    {
      const char *pattern = risalah_table_get (rows, row, 2);
      TypeRule *rule = g_new0 (TypeRule, 1);

      g_ptr_array_add (rules, rule);
      rule->type = g_strdup (risalah_table_get (rows, row, 0));
      rule->of_title = strcmp (risalah_table_get (rows, row, 1), "title") == 0;
      rule->regex =
          *pattern != '\0'
              ? g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_ANCHORED | G_REGEX_NO_AUTO_CAPTURE,
                             0, NULL)
              : NULL;
      if (rule->regex == NULL)
        {
          g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                       _ ("The vocabulary table “%s” has a line that cannot be used: “%s”."),
                       TYPES_TABLE ".tsv", pattern);
          return NULL;
        }
    }
  return g_steal_pointer (&rules);
}

/**
 * risalah_source_types_free:
 * @types: (transfer full): rules of risalah_source_types_load()
 */
void
risalah_source_types_free (gpointer types)
{
  g_ptr_array_unref (types);
}

/**
 * risalah_source_types_find:
 * @lexicon: the lexicon
 * @line: a headline, or one of the first lines
 * @is_title: which of them
 *
 * Returns: (transfer none) (nullable): the type that a line so worded tells
 */
const char *
risalah_source_types_find (const RisalahLexicon *lexicon, const char *line, gboolean is_title)
{
  const GPtrArray *rules = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_SOURCE_TYPES);

  for (guint i = 0; i < rules->len; i++)
    {
      const TypeRule *rule = g_ptr_array_index (rules, i);

      if (rule->of_title == is_title && g_regex_match (rule->regex, line, 0, NULL))
        return rule->type;
    }
  return NULL;
}
