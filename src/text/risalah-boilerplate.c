/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks blocks as dropped by the rules of data/vocabulary/boilerplate.tsv and by where they stand.
 */

#include "risalah-boilerplate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-lines.h"
#include "risalah-text-error.h"

/* A full paragraph, in characters: what stands before the first or after the last is an edge. */
#define FULL_PARAGRAPH 100

/* The lines after an opener that are dropped with it are no longer than this, in characters. */
#define MAX_LINK_LINE 160

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
          fields +=
              risalah_boilerplate_matches (rules, RISALAH_BOILERPLATE_KEY, name, strlen (name));
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

  if (n < 3
      || (line = block_text (article, &blocks[0], &length),
          length != 3 || memcmp (line, "---", 3) != 0))
    return 0;
  for (guint i = 1; i < n && i < 60 && last == 0; i++)
    {
      const char *colon;

      line = block_text (article, &blocks[i], &length);
      if (length == 3 && memcmp (line, "---", 3) == 0)
        last = i;
      else if ((colon = memchr (line, ':', length)) != NULL
               && risalah_boilerplate_matches (rules, RISALAH_BOILERPLATE_KEY, line, colon - line))
        fields++;
    }
  if (last == 0 || fields == 0)
    return 0;
  for (guint i = 0; i <= last; i++)
    {
      line = block_text (article, &blocks[i], &length);
      risalah_article_set_dropped (article, i,
                                   g_ascii_strncasecmp (line, "title:", 6) != 0
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

  return !block->dropped && length >= FULL_PARAGRAPH / 2
         && risalah_line_ends_sentence (line, length);
}

/* The first and the last full paragraph. */
static void
find_body (const RisalahArticle *article,
           const RisalahBlock *blocks,
           guint n,
           guint *first,
           guint *last)
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
          || (blocks[k].type == RISALAH_BLOCK_HEADING && k + 1 < n
              && has_sentence (article, &blocks[k + 1])))
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
  return length < 90 && risalah_boilerplate_matches (rules, RISALAH_BOILERPLATE_LINE, line, length)
         && (memchr (line, ':', length) != NULL || line[0] == '(');
}

/* The headline, or a part of it, said again right over a picture's credit. */
static gboolean
repeats_headline (const RisalahArticle *article,
                  const RisalahBlock *blocks,
                  guint n,
                  guint i,
                  GPtrArray *rules)
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
begins_rest (GPtrArray *rules,
             const RisalahArticle *article,
             const RisalahBlock *blocks,
             guint i,
             const RisalahBoilerplateLine *line)
{
  const char *before;
  gsize before_length;

  if (risalah_boilerplate_line_matches (rules, RISALAH_BOILERPLATE_REST, line))
    return TRUE;
  if (i == 0 || line->count > 60)
    return FALSE;
  before = block_text (article, &blocks[i - 1], &before_length);
  return is_drawn_rule (before, before_length)
         && risalah_boilerplate_line_matches (rules, RISALAH_BOILERPLATE_SUMMARY, line);
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
      if (blocks[i].type == RISALAH_BLOCK_TABLE
              ? is_field_table (rules, line, length)
              : is_drawn_rule (line, length)
                    || risalah_boilerplate_matches (rules, RISALAH_BOILERPLATE_LINE, line, length))
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
      g_auto (RisalahBoilerplateLine) line = { NULL, 0 };

      if ((blocks[i].dropped && !by_rule[i]) || blocks[i].type == RISALAH_BLOCK_TABLE)
        continue;
      line = risalah_boilerplate_line_make (text, length);
      if (i > first && begins_rest (rules, article, blocks, i, &line))
        {
          for (; i < n; i++)
            risalah_article_set_dropped (article, i, TRUE);
          break;
        }
      if (((i < first || i > last)
           && risalah_boilerplate_line_matches (rules, RISALAH_BOILERPLATE_EDGE, &line))
          || repeats_headline (article, blocks, n, i, rules))
        risalah_article_set_dropped (article, i, TRUE);
      if (risalah_boilerplate_line_matches (rules, RISALAH_BOILERPLATE_OPENER, &line))
        {
          risalah_article_set_dropped (article, i, TRUE);
          i = mark_links (article, blocks, n, i) - 1;
        }
    }
}
