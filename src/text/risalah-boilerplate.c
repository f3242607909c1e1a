/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks blocks as dropped by the rules of data/vocabulary/boilerplate.tsv and by where they stand. */

#include "risalah-boilerplate.h"

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

/* A full paragraph, in characters: what stands before the first or after the last is an edge. */
#define FULL_PARAGRAPH 100

/* The lines after an opener that are dropped with it are no longer than this, in characters. */
#define MAX_LINK_LINE 160

typedef enum
{
  WHERE_LINE,
  WHERE_EDGE,
  WHERE_OPENER,
  WHERE_REST,
  WHERE_SUMMARY,
  WHERE_KEY,
  WHERE_N
} Where;

static const char *const where_names[WHERE_N] = { "line", "edge", "opener", "rest", "summary",
                                                  "key" };

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
  Where where;
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

  rule->regex = g_regex_new (whole, G_REGEX_CASELESS | G_REGEX_ANCHORED | G_REGEX_NO_AUTO_CAPTURE | flags, 0, NULL);
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
      g_autoptr (GRegex) alone = g_regex_new (risalah_table_get (rows, row, 2), G_REGEX_CASELESS, 0, NULL);

      if (alone == NULL)
        return risalah_table_get (rows, row, 2);
    }
  return "";
}

static void
set_row_error (GError **error, const char *row)
{
  g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
               _ ("The vocabulary table “%s” has a line that cannot be used: “%s”."), TABLE ".tsv", row);
}

static RuleSet *
get_rule_set (GPtrArray *sets, Where where, gboolean is_long)
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
  Where where = 0;
  RuleSet *set;

  while (where < WHERE_N && strcmp (where_names[where], place) != 0)
    where++;
  if (where == WHERE_N || *pattern == '\0'
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

/* A line as the rules see it: marks around it taken off, its characters counted. */
typedef struct
{
  char *bare;
  gsize count;
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->bare, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static Line
line_make (const char *text, gsize length)
{
  Line line = { NULL, length <= MAX_LINE_BYTES ? risalah_line_count (text, length) : length };

  if (length <= MAX_LINE_BYTES)
    line.bare = strip_marks (text, length);
  return line;
}

/* Whether a rule of @where holds for a line. */
static gboolean
line_matches (GPtrArray *rules, Where where, const Line *line)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const RuleSet *set = g_ptr_array_index (rules, i);

      if (set->where == where && line->count <= set->all.longest && line->bare != NULL && *line->bare != '\0'
          && set_matches (set, line->bare, line->count))
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches (GPtrArray *rules, Where where, const char *text, gsize length)
{
  g_auto (Line) line = line_make (text, length);

  return line_matches (rules, where, &line);
}

/* A line without a letter or digit: a rule drawn with hyphens, a row of stars. */
static gboolean
is_drawn_rule (const char *line, gsize length)
{
  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static const char *
block_text (const RisalahArticle *article, const RisalahBlock *block, gsize *length)
{
  *length = block->end - block->start;
  return risalah_article_get_text (article, NULL) + block->start;
}

/* Whether a table's rows are fields of metadata: their first cell is a field's name. */
static gboolean
is_field_table (GPtrArray *rules, const char *table, gsize length)
{
  g_auto (GStrv) rows = NULL;
  g_autofree char *copy = g_strndup (table, length);
  guint fields = 0;
  guint n = 0;

  rows = g_strsplit (copy, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *cell = rows[i] + strspn (rows[i], " |");
      gsize cell_length = strcspn (cell, "|\t:");
      const char *word = cell;

      if (is_drawn_rule (rows[i], strlen (rows[i])))
        continue;
      n++;
      /* A picture may stand before the name. */
      while (word < cell + cell_length && !g_unichar_isalpha (g_utf8_get_char (word)))
        word = g_utf8_next_char (word);
      if (word < cell + cell_length)
        {
          g_autofree char *name = g_strndup (word, cell + cell_length - word);

          g_strchomp (name);
          fields += matches (rules, WHERE_KEY, name, strlen (name));
        }
    }
  return n >= 2 && fields * 3 >= n * 2;
}

/* The lines "---", "name: value" …, "---" at the beginning: all but the title are dropped. */
static guint
mark_front_matter (RisalahArticle *article, GPtrArray *rules, const RisalahBlock *blocks, guint n)
{
  gsize length;
  const char *line;
  guint fields = 0;
  guint last = 0;

  if (n < 3 || (line = block_text (article, &blocks[0], &length), length != 3 || memcmp (line, "---", 3) != 0))
    return 0;
  for (guint i = 1; i < n && i < 60 && last == 0; i++)
    {
      const char *colon;

      line = block_text (article, &blocks[i], &length);
      if (length == 3 && memcmp (line, "---", 3) == 0)
        last = i;
      else if ((colon = memchr (line, ':', length)) != NULL && matches (rules, WHERE_KEY, line, colon - line))
        fields++;
    }
  if (last == 0 || fields == 0)
    return 0;
  for (guint i = 0; i <= last; i++)
    {
      line = block_text (article, &blocks[i], &length);
      risalah_article_set_dropped (article, i, g_ascii_strncasecmp (line, "title:", 6) != 0
                                                 && g_ascii_strncasecmp (line, "judul:", 6) != 0);
    }
  return last + 1;
}

static gboolean
is_full_paragraph (const RisalahArticle *article, const RisalahBlock *block)
{
  gsize length;
  const char *line = block_text (article, block, &length);

  return !block->dropped && length >= FULL_PARAGRAPH && block->type != RISALAH_BLOCK_TABLE
         && block->type != RISALAH_BLOCK_HEADING && block->type != RISALAH_BLOCK_CAPTION
         && risalah_line_ends_sentence (line, length);
}

/* Whether a block could be what a heading stands over. */
static gboolean
has_sentence (const RisalahArticle *article, const RisalahBlock *block)
{
  gsize length;
  const char *line = block_text (article, block, &length);

  return !block->dropped && length >= FULL_PARAGRAPH / 2 && risalah_line_ends_sentence (line, length);
}

/* The first and the last full paragraph. */
static void
find_body (const RisalahArticle *article, const RisalahBlock *blocks, guint n, guint *first, guint *last)
{
  *first = n;
  *last = 0;
  for (guint i = 0; i < n; i++)
    if (is_full_paragraph (article, &blocks[i]))
      {
        *first = MIN (*first, i);
        *last = i;
      }
}

/* Short lines after an opener, up to the next sentence or heading with a body. */
static guint
mark_links (RisalahArticle *article, const RisalahBlock *blocks, guint n, guint i)
{
  guint k = i + 1;

  for (; k < n && k < i + 12; k++)
    {
      gsize length;
      const char *line = block_text (article, &blocks[k], &length);

      if (blocks[k].type == RISALAH_BLOCK_TABLE || risalah_line_count (line, length) > MAX_LINK_LINE
          || (risalah_line_ends_sentence (line, length) && line[length - 1] != '?')
          || (blocks[k].type == RISALAH_BLOCK_HEADING && k + 1 < n && has_sentence (article, &blocks[k + 1])))
        break;
    }
  for (guint j = i + 1; j < k; j++)
    risalah_article_set_dropped (article, j, TRUE);
  return k;
}

/* A line that says "Source: …" or the like of a picture. */
static gboolean
is_credit (GPtrArray *rules, const char *line, gsize length)
{
  return length < 90 && matches (rules, WHERE_LINE, line, length)
         && (memchr (line, ':', length) != NULL || line[0] == '(');
}

/* The headline, or a part of it, said again right over a picture's credit. */
static gboolean
repeats_headline (const RisalahArticle *article, const RisalahBlock *blocks, guint n, guint i, GPtrArray *rules)
{
  gsize length;
  gsize next_length;
  const char *line = block_text (article, &blocks[i], &length);
  const char *next;

  if (i == 0 || i + 1 >= n || length < 12 || length > 240)
    return FALSE;
  next = block_text (article, &blocks[i + 1], &next_length);
  if (!is_credit (rules, next, next_length))
    return FALSE;
  for (guint k = 0; k < i && k < 6; k++)
    {
      gsize earlier_length;
      const char *earlier = block_text (article, &blocks[k], &earlier_length);

      if (earlier_length >= length && earlier_length <= 300
          && g_strstr_len (earlier, earlier_length, line) == NULL)
        {
          g_autofree char *needle = g_strndup (line, length);

          if (g_strstr_len (earlier, earlier_length, needle) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether all that follows block @i is none of the article's: a heading of comments, or a summary
 * that was added under a line. */
static gboolean
begins_rest (GPtrArray *rules, const RisalahArticle *article, const RisalahBlock *blocks, guint i, const Line *line)
{
  const char *before;
  gsize before_length;

  if (line_matches (rules, WHERE_REST, line))
    return TRUE;
  if (i == 0 || line->count > 60)
    return FALSE;
  before = block_text (article, &blocks[i - 1], &before_length);
  return is_drawn_rule (before, before_length) && line_matches (rules, WHERE_SUMMARY, line);
}

/* What holds anywhere: drawn lines, the rules for any line, tables of fields. @by_rule tells which
 * blocks were dropped here, rather than by the reader. */
static void
mark_lines (RisalahArticle *article,
            GPtrArray *rules,
            const RisalahBlock *blocks,
            guint begin,
            guint n,
            gboolean *by_rule)
{
  for (guint i = begin; i < n; i++)
    {
      gsize length;
      const char *line = block_text (article, &blocks[i], &length);

      if (blocks[i].dropped)
        continue;
      if (blocks[i].type == RISALAH_BLOCK_TABLE ? is_field_table (rules, line, length)
                                                : is_drawn_rule (line, length)
                                                    || matches (rules, WHERE_LINE, line, length))
        {
          risalah_article_set_dropped (article, i, TRUE);
          by_rule[i] = TRUE;
        }
    }
}

/**
 * risalah_mark_boilerplate:
 * @article: an article that is still being read
 * @lexicon: what the text floor knows
 *
 * Marks every block as dropped that the rules know to be no part of the article. A block that its
 * reader dropped stays so; none is ever dropped for its length alone.
 */
void
risalah_mark_boilerplate (RisalahArticle *article, const RisalahLexicon *lexicon)
{
  GPtrArray *rules;
  const RisalahBlock *blocks;
  g_autofree gboolean *by_rule = NULL;
  guint n;
  guint begin;
  guint first;
  guint last;

  g_return_if_fail (article != NULL && lexicon != NULL);

  rules = (GPtrArray *)risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_BOILERPLATE);
  blocks = risalah_article_get_blocks (article, &n);
  begin = mark_front_matter (article, rules, blocks, n);
  by_rule = g_new0 (gboolean, n + 1);
  mark_lines (article, rules, blocks, begin, n, by_rule);
  find_body (article, blocks, n, &first, &last);

  for (guint i = begin; i < n; i++)
    {
      gsize length;
      const char *text = block_text (article, &blocks[i], &length);
      g_auto (Line) line = { NULL, 0 };

      if ((blocks[i].dropped && !by_rule[i]) || blocks[i].type == RISALAH_BLOCK_TABLE)
        continue;
      line = line_make (text, length);
      if (i > first && begins_rest (rules, article, blocks, i, &line))
        {
          for (; i < n; i++)
            risalah_article_set_dropped (article, i, TRUE);
          break;
        }
      if (((i < first || i > last) && line_matches (rules, WHERE_EDGE, &line))
          || repeats_headline (article, blocks, n, i, rules))
        risalah_article_set_dropped (article, i, TRUE);
      if (line_matches (rules, WHERE_OPENER, &line))
        {
          risalah_article_set_dropped (article, i, TRUE);
          i = mark_links (article, blocks, n, i) - 1;
        }
    }
}
