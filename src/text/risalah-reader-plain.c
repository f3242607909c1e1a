/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads plain text: lines to paragraphs, headings, list items and tables. */

#include "risalah-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-decode.h"
#include "risalah-lines.h"
#include "risalah-mojibake.h"
#include "risalah-text-builder.h"
#include "risalah-text-error.h"

/* Text whose lines are longer than this is not wrapped by hand or by a printer. */
#define MAX_WRAP_WIDTH 120

/* A heading stands over something at least this long, in characters. */
#define MIN_BODY 60

typedef struct
{
  char *text;
  gsize length;
  gsize count; /* characters */
  guint indent;
  guint blank_before; /* empty lines */
} Line;

/* Blanks of three and more between words part columns where neighbouring lines have them too. */
static guint
count_gaps (const char *line)
{
  guint gaps = 0;

  line += strspn (line, " \t");
  if (*line == '|')
    return 0;
  while (*(line += strcspn (line, " \t")) != '\0')
    {
      gsize blanks = strspn (line, " \t");

      if (line[blanks] != '\0')
        gaps += blanks >= 3 || memchr (line, '\t', blanks) != NULL;
      line += blanks;
    }
  return gaps;
}

static void
make_gaps_tabs (char *line)
{
  line += strspn (line, " \t");
  while (*(line += strcspn (line, " \t")) != '\0')
    {
      gsize blanks = strspn (line, " \t");

      if (blanks >= 3)
        line[0] = '\t';
      line += blanks;
    }
}

/* Cuts @text into its lines, in place. */
static GArray *
split_lines (char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint blank = 0;
  guint gaps_before = 0;

  for (char *next = text; next != NULL;)
    {
      Line line = { .text = next, .blank_before = blank };
      char *end = strchr (next, '\n');
      guint gaps;
      guint gaps_after;

      if (end != NULL)
        *end = '\0';
      next = end != NULL ? end + 1 : NULL;

      gaps = count_gaps (line.text);
      gaps_after = 0;
      if (gaps > 0 && next != NULL)
        {
          gsize n = strcspn (next, "\n");
          g_autofree char *following = g_strndup (next, MIN (n, 4096));

          gaps_after = count_gaps (following);
        }
      line.indent = strspn (line.text, " \t");
      if (gaps > 0 && (gaps == gaps_before || gaps == gaps_after))
        make_gaps_tabs (line.text);
      line.length =
          risalah_line_tidy (line.text, gaps > 0 && (gaps == gaps_before || gaps == gaps_after));
      gaps_before = gaps;
      if (line.length == 0)
        {
          blank++;
          continue;
        }
      line.count = risalah_line_count (line.text, line.length);
      g_array_append_val (lines, line);
      blank = 0;
    }
  return lines;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const gsize *first = a;
  const gsize *second = b;

  return (*first > *second) - (*first < *second);
}

/* The width at which the lines are wrapped, or 0 where each line is a paragraph: most lines that
 * have a neighbour stop in the middle of a sentence, near one width. */
static gsize
find_wrap_width (GArray *lines)
{
  g_autoptr (GArray) sizes = NULL;
  gsize width;
  guint open = 0;
  guint neighbours = 0;

  if (lines->len < 6)
    return 0;
  sizes = g_array_sized_new (FALSE, FALSE, sizeof (gsize), lines->len);
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (sizes, g_array_index (lines, Line, i).count);
  g_array_sort (sizes, compare_sizes);
  width = g_array_index (sizes, gsize, lines->len * 9 / 10);
  if (width > MAX_WRAP_WIDTH || width < 30)
    return 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = line + 1;

      if (next->blank_before > 0)
        continue;
      neighbours++;
      open += line->count * 10 >= width * 6 && strchr (line->text, '\t') == NULL
              && !risalah_line_ends_sentence (line->text, line->length)
              && !risalah_line_is_list_item (next->text, next->length);
    }
  return neighbours >= 4 && open * 10 >= neighbours * 4 ? width : 0;
}

/* Whether a line stops within a sentence: in a letter, a digit or a comma. */
static gboolean
ends_open (const Line *line)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (line->text + line->length));

  return (g_unichar_isalnum (last) || last == ',') && strchr (line->text, '\t') == NULL
         && line->text[0] != '|' && risalah_line_get_mark_level (line->text, line->length) == 0;
}

/* Whether @next goes on with the paragraph of @line: in wrapped text, or over the break between two
 * pages that a paragraph was cut at. */
static gboolean
continues (const Line *line, const Line *next, gsize width)
{
  gboolean ends;
  gunichar first;

  if (next->blank_before == 1 && line->count >= MIN_BODY
      && g_unichar_islower (g_utf8_get_char (next->text)) && ends_open (line)
      && !risalah_line_is_list_item (next->text, next->length))
    return TRUE;
  if (width == 0 || next->blank_before > 0 || strchr (line->text, '\t') != NULL
      || risalah_line_is_list_item (next->text, next->length)
      || risalah_line_get_mark_level (line->text, line->length) > 0
      || next->indent >= line->indent + 2
      || risalah_line_is_capitals (line->text, line->length)
             != risalah_line_is_capitals (next->text, next->length))
    return FALSE;
  /* A sentence ends a paragraph where the next word would have fitted on its line. */
  ends = risalah_line_ends_sentence (line->text, line->length);
  if (ends && line->count + 1 + risalah_line_count (next->text, strcspn (next->text, " ")) <= width)
    return FALSE;
  first = g_utf8_get_char (next->text);
  return line->count * 10 >= width * 6 || (!ends && g_unichar_islower (first));
}

/* Makes the lines of wrapped paragraphs one line each. */
static void
join_wrapped (GArray *lines, GPtrArray *owned)
{
  gsize width = find_wrap_width (lines);
  guint out = 0;

  for (guint i = 0; i < lines->len;)
    {
      Line line = g_array_index (lines, Line, i);
      guint last = i;

      while (last + 1 < lines->len
             && continues (&g_array_index (lines, Line, last),
                           &g_array_index (lines, Line, last + 1), width))
        last++;
      if (last > i)
        {
          GString *joined = g_string_new (line.text);

          for (guint k = i + 1; k <= last; k++)
            {
              g_string_append_c (joined, ' ');
              g_string_append (joined, g_array_index (lines, Line, k).text);
            }
          line.length = joined->len;
          line.text = g_string_free (joined, FALSE);
          line.count = risalah_line_count (line.text, line.length);
          g_ptr_array_add (owned, line.text);
        }
      g_array_index (lines, Line, out++) = line;
      i = last + 1;
    }
  g_array_set_size (lines, out);
}

/* How many lines from @first are the rows of one table: with tabs or bars between cells; or, in a
 * text whose paragraphs stand apart, rows of a flattened one that do not. */
static guint
count_rows (GArray *lines, guint first, gboolean apart)
{
  const Line *line = &g_array_index (lines, Line, first);
  gboolean tabs = strchr (line->text, '\t') != NULL;
  gboolean bars = line->text[0] == '|' && line->length > 1 && line->text[line->length - 1] == '|';
  guint n = 1;

  /* Before the run is walked, so that each is walked from its first line only. */
  if (!tabs && !bars
      && (!apart || line->blank_before == 0 || !risalah_line_is_heading (line->text, line->length)
          || risalah_line_is_list_item (line->text, line->length)))
    return 0;
  while (first + n < lines->len)
    {
      const Line *next = &g_array_index (lines, Line, first + n);

      if (next->blank_before > 0 || (tabs != (strchr (next->text, '\t') != NULL))
          || bars != (next->text[0] == '|') || risalah_line_is_list_item (next->text, next->length))
        break;
      n++;
    }
  if (tabs || bars)
    return n >= 2 ? n : 0;
  return n >= 3 ? n : 0;
}

/* Whether an empty line stands between most paragraphs. */
static gboolean
stands_apart (GArray *lines)
{
  guint n = 0;

  for (guint i = 1; i < lines->len; i++)
    n += g_array_index (lines, Line, i).blank_before > 0;
  return lines->len > 8 && n * 2 >= lines->len;
}

/* Whether the heading-like line @i stands over a body. */
static gboolean
heads_something (GArray *lines, guint i)
{
  const Line *line = &g_array_index (lines, Line, i);
  const Line *next = line + 1;

  if (i + 1 >= lines->len || !risalah_line_is_heading (line->text, line->length))
    return FALSE;
  if (risalah_line_is_list_item (next->text, next->length))
    return line->blank_before > 0 || risalah_line_is_capitals (line->text, line->length);
  if (g_unichar_islower (g_utf8_get_char (next->text)))
    return FALSE;
  if (next->count >= MIN_BODY && next->count > line->count)
    return TRUE;
  return i + 2 < lines->len && risalah_line_is_heading (next->text, next->length)
         && next[1].count >= MIN_BODY && next[1].count > next->count;
}

static void
add_line (RisalahTextBuilder *builder, GArray *lines, guint i)
{
  const Line *line = &g_array_index (lines, Line, i);
  guint level = risalah_line_get_mark_level (line->text, line->length);
  RisalahBlockType type = RISALAH_BLOCK_PARAGRAPH;

  if (level > 0)
    type = RISALAH_BLOCK_HEADING;
  else if (risalah_line_is_list_item (line->text, line->length))
    {
      type = RISALAH_BLOCK_LIST_ITEM;
      level = 1;
    }
  else if (line->text[0] == '>' && line->length > 2 && line->text[1] == ' ')
    type = RISALAH_BLOCK_QUOTE;
  else if (heads_something (lines, i))
    {
      type = RISALAH_BLOCK_HEADING;
      level = 2;
    }
  risalah_text_builder_add (builder, type, level, FALSE, line->text, line->length);
}

/* Cuts repaired @text, which is changed, into blocks. */
static RisalahArticle *
read_blocks (char *text, gsize length)
{
  g_autoptr (GArray) lines = split_lines (text);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  RisalahTextBuilder *builder = risalah_text_builder_new (length);
  gboolean apart;

  join_wrapped (lines, owned);
  apart = stands_apart (lines);
  for (guint i = 0; i < lines->len;)
    {
      guint rows = count_rows (lines, i, apart);
      g_autoptr (GString) table = NULL;

      if (rows == 0)
        {
          add_line (builder, lines, i++);
          continue;
        }
      table = g_string_new (NULL);
      for (guint k = 0; k < rows; k++)
        {
          if (k > 0)
            g_string_append_c (table, '\n');
          g_string_append (table, g_array_index (lines, Line, i + k).text);
        }
      risalah_text_builder_add (builder, RISALAH_BLOCK_TABLE, 0, FALSE, table->str, table->len);
      i += rows;
    }
  return risalah_text_builder_finish (builder);
}

/* Any text is plain text, though not the best reading of one that another reader knows. */
static guint
recognize (const char *head, gsize length, const char *name, const RisalahReadOptions *options)
{
  return g_strcmp0 (options->mime_type, "text/plain") == 0 ? 60 : 10;
}

static RisalahArticle *
read_plain (GBytes *bytes,
            const char *name,
            const RisalahLexicon *lexicon,
            const RisalahReadOptions *options,
            GError **error)
{
  gsize length;
  g_autofree char *text = risalah_decode (bytes, name, options->charset, &length, error);
  g_autoptr (RisalahArticle) article = NULL;
  guint n_blocks;

  if (text == NULL)
    return NULL;
  text = risalah_repair_text (g_steal_pointer (&text), &length);
  article = read_blocks (text, length);
  risalah_article_get_blocks (article, &n_blocks);
  if (n_blocks == 0)
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EMPTY,
                   _ ("“%s” has no text in it."), name);
      return NULL;
    }
  return g_steal_pointer (&article);
}

/* A heading may stand over boilerplate with its body after that; and boilerplate is no heading. */
static void
settle_headings (RisalahArticle *article)
{
  guint n;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n);
  const char *text = risalah_article_get_text (article, NULL);

  for (guint i = 0; i < n; i++)
    {
      guint next = i + 1;

      if (blocks[i].dropped)
        {
          if (blocks[i].type == RISALAH_BLOCK_HEADING)
            risalah_article_set_block (article, i, RISALAH_BLOCK_PARAGRAPH, 0, NULL);
          continue;
        }
      /* Each run of dropped blocks is walked once, from the block before it. */
      while (next < n && blocks[next].dropped)
        next++;
      if (blocks[i].type == RISALAH_BLOCK_PARAGRAPH && i > 0 && next > i + 1 && next < n
          && blocks[next].type == RISALAH_BLOCK_PARAGRAPH
          && blocks[next].end - blocks[next].start >= 2 * MIN_BODY
          && risalah_line_is_heading (text + blocks[i].start, blocks[i].end - blocks[i].start))
        risalah_article_set_block (article, i, RISALAH_BLOCK_HEADING, 2, NULL);
    }
}

const RisalahReader risalah_plain_reader = {
  .name = "text",
  .version = 1,
  .needs_limits = FALSE,
  .recognize = recognize,
  .read = read_plain,
  .settle = settle_headings,
};
