/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the rules of data/vocabulary/boilerplate.tsv and holds lines against them. */

#include "risalah-boilerplate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-lines.h"
#include "risalah-text-error.h"

#define TABLE "boilerplate"

/* In longer lines characters are not counted: no rule is for them. In bytes. */
#define MAX_LINE_BYTES 4000

/* Most rules are for lines up to this, in characters; most paragraphs are longer. */
#define SHORT_LINE 220

static const char *const where_names[RISALAH_BOILERPLATE_N] = { "line", "edge",    "opener",
                                                                "rest", "summary", "key" };

/* The rules of one place and one length, as one expression. */
typedef struct
{
  gsize longest;
  GString *pattern;
  GRegex *regex;
} Rule;

/* The rules of one place, those for short lines and those for long ones apart. One expression for
 * all of them tells most lines that no single rule needs a look. */
typedef struct
{
  RisalahBoilerplateWhere where;
  gboolean is_long;
  Rule all;         /* its length is that of the longest rule */
  GPtrArray *rules; /* (element-type Rule) */
} RuleSet;

static void
rule_clear (Rule *rule)
{
  if (rule->pattern != NULL)
    g_string_free (rule->pattern, TRUE);
  g_clear_pointer (&rule->regex, g_regex_unref);
}

static void
rule_free (Rule *rule)
{
  rule_clear (rule);
  g_free (rule);
}

static void
rule_set_free (RuleSet *set)
{
  rule_clear (&set->all);
  g_ptr_array_unref (set->rules);
  g_free (set);
}

static void
rule_add (Rule *rule, const char *pattern)
{
  if (rule->pattern == NULL)
    rule->pattern = g_string_new (NULL);
  g_string_append_printf (rule->pattern, "%s(?:%s)", rule->pattern->len > 0 ? "|" : "", pattern);
}

/* @flags: G_REGEX_OPTIMIZE where it is matched often; what is captured is of no use. */
static gboolean
rule_compile (Rule *rule, GRegexCompileFlags flags)
{
  g_autofree char *whole = g_strdup_printf ("(?:%s)$", rule->pattern->str);

  rule->regex =
      g_regex_new (whole, G_REGEX_CASELESS | G_REGEX_ANCHORED | G_REGEX_NO_AUTO_CAPTURE | flags, 0,
                   NULL);
  return rule->regex != NULL;
}

static gboolean
compile_set (RuleSet *set)
{
  if (!rule_compile (&set->all, G_REGEX_OPTIMIZE))
    return FALSE;
  for (guint i = 0; i < set->rules->len; i++)
    if (!rule_compile (g_ptr_array_index (set->rules, i), 0))
      return FALSE;
  return TRUE;
}

/* The first pattern of the table that is no expression, or "". */
static const char *
find_broken (const RisalahTable *rows)
{
  for (guint row = 0; row < risalah_table_get_n_rows (rows); row++)
    {
      g_autoptr (GRegex) alone =
          g_regex_new (risalah_table_get (rows, row, 2), G_REGEX_CASELESS, 0, NULL);

      if (alone == NULL)
        return risalah_table_get (rows, row, 2);
    }
  return "";
}

static void
set_row_error (GError **error, const char *row)
{
  g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
               _ ("The vocabulary table “%s” has a line that cannot be used: “%s”."), TABLE ".tsv",
               row);
}

static RuleSet *
get_rule_set (GPtrArray *sets, RisalahBoilerplateWhere where, gboolean is_long)
{
  RuleSet *set;

  for (guint i = 0; i < sets->len; i++)
    {
      set = g_ptr_array_index (sets, i);
      if (set->where == where && set->is_long == is_long)
        return set;
    }
  set = g_new0 (RuleSet, 1);
  set->where = where;
  set->is_long = is_long;
  set->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)rule_free);
  g_ptr_array_add (sets, set);
  return set;
}

static Rule *
get_rule (RuleSet *set, gsize longest)
{
  Rule *rule;

  for (guint i = 0; i < set->rules->len; i++)
    {
      rule = g_ptr_array_index (set->rules, i);
      if (rule->longest == longest)
        return rule;
    }
  rule = g_new0 (Rule, 1);
  rule->longest = longest;
  g_ptr_array_add (set->rules, rule);
  return rule;
}

/* Adds a row to the rules of its place and length; %FALSE where it cannot be used. */
static gboolean
add_row (GPtrArray *sets, const char *place, const char *longest, const char *pattern)
{
  guint64 length;
  RisalahBoilerplateWhere where = 0;
  RuleSet *set;

  while (where < RISALAH_BOILERPLATE_N && strcmp (where_names[where], place) != 0)
    where++;
  if (where == RISALAH_BOILERPLATE_N || *pattern == '\0'
      || !g_ascii_string_to_unsigned (longest, 10, 1, 4000, &length, NULL))
    return FALSE;
  set = get_rule_set (sets, where, length > SHORT_LINE);
  set->all.longest = MAX (set->all.longest, length);
  rule_add (&set->all, pattern);
  rule_add (get_rule (set, length), pattern);
  return TRUE;
}

/**
 * risalah_boilerplate_load:
 * @lexicon: the lexicon that is opening
 * @error: return location for %RISALAH_TEXT_ERROR_VOCABULARY
 *
 * Returns: (transfer full): the compiled rules
 */
gpointer
risalah_boilerplate_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *rows = risalah_lexicon_get_table (lexicon, TABLE);
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify)rule_set_free);

  for (guint row = 0; rows != NULL && row < risalah_table_get_n_rows (rows); row++)
    if (!add_row (sets, risalah_table_get (rows, row, 0), risalah_table_get (rows, row, 1),
                  risalah_table_get (rows, row, 2)))
      {
        set_row_error (error, risalah_table_get (rows, row, 2));
        return NULL;
      }
  for (guint i = 0; i < sets->len; i++)
    if (!compile_set (g_ptr_array_index (sets, i)))
      {
        set_row_error (error, find_broken (rows));
        return NULL;
      }
  return g_steal_pointer (&sets);
}

/**
 * risalah_boilerplate_free:
 * @rules: (transfer full): rules of risalah_boilerplate_load()
 */
void
risalah_boilerplate_free (gpointer rules)
{
  g_ptr_array_unref (rules);
}

/* Takes away the marks around a line that say nothing of what it is. */
static char *
strip_marks (const char *line, gsize length)
{
  const char *end = line + length;
  g_autofree char *copy = NULL;

  while (line < end && *line != '\\'
         && (strchr (" *>|_~`\"'", *line) != NULL || g_str_has_prefix (line, "•")
             || g_str_has_prefix (line, "–") || g_str_has_prefix (line, "—")
             || g_str_has_prefix (line, "“") || g_str_has_prefix (line, "»")
             || g_str_has_prefix (line, "▶") || g_str_has_prefix (line, "►")))
    line = g_utf8_next_char (line);
  while (end > line && strchr (" *|_~`\"'-", end[-1]) != NULL)
    end--;
  copy = g_strndup (line, end - line);
  if (g_str_has_prefix (copy, "- ") && !g_ascii_isdigit (copy[2]))
    return g_strdup (copy + 2);
  if (copy[0] == '#' && copy[strspn (copy, "#")] == ' ')
    return g_strdup (copy + strspn (copy, "# "));
  return g_steal_pointer (&copy);
}

static gboolean
set_matches (const RuleSet *set, const char *bare, gsize count)
{
  if (!g_regex_match (set->all.regex, bare, 0, NULL))
    return FALSE;
  for (guint i = 0; i < set->rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (set->rules, i);

      if (count <= rule->longest && g_regex_match (rule->regex, bare, 0, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_boilerplate_line_clear:
 * @line: a line
 */
void
risalah_boilerplate_line_clear (RisalahBoilerplateLine *line)
{
  g_clear_pointer (&line->bare, g_free);
}

/**
 * risalah_boilerplate_line_make:
 * @text: a line's first byte
 * @length: its bytes
 *
 * Returns: the line as the rules see it
 */
RisalahBoilerplateLine
risalah_boilerplate_line_make (const char *text, gsize length)
{
  RisalahBoilerplateLine line = { NULL, length <= MAX_LINE_BYTES ? risalah_line_count (text, length)
                                                                 : length };

  if (length <= MAX_LINE_BYTES)
    line.bare = strip_marks (text, length);
  return line;
}

/**
 * risalah_boilerplate_line_matches:
 * @rules: what risalah_boilerplate_load() gave
 * @where: where the line stands
 * @line: the line
 *
 * Returns: whether a rule of @where holds for it
 */
gboolean
risalah_boilerplate_line_matches (GPtrArray *rules,
                                  RisalahBoilerplateWhere where,
                                  const RisalahBoilerplateLine *line)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const RuleSet *set = g_ptr_array_index (rules, i);

      if (set->where == where && line->count <= set->all.longest && line->bare != NULL
          && *line->bare != '\0' && set_matches (set, line->bare, line->count))
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_boilerplate_matches:
 * @rules: what risalah_boilerplate_load() gave
 * @where: where the line stands
 * @text: its first byte
 * @length: its bytes
 *
 * Returns: whether a rule of @where holds for it
 */
gboolean
risalah_boilerplate_matches (GPtrArray *rules,
                             RisalahBoilerplateWhere where,
                             const char *text,
                             gsize length)
{
  g_auto (RisalahBoilerplateLine) line = risalah_boilerplate_line_make (text, length);

  return risalah_boilerplate_line_matches (rules, where, &line);
}
