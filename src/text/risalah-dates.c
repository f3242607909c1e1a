/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date finder: reads a text stretch by stretch, from left to right, and gives each expression
 * its value. The same text, lexicon and reference date give the same dates. */

#include "risalah-dates-private.h"

#include <stdio.h>
#include <string.h>

#include "risalah-lexicon-private.h"

/* A stretch without an empty line is cut after this many bytes, at a blank. */
#define MAX_STRETCH 32768
/* A plan is told so many words before its date. */
#define MAX_CLAUSE 16
/* A date line has at most this many bytes beside the date, and stands in the text's first part. */
#define MAX_DATE_LINE  48
#define MAX_DATE_LINES 1500

static const char *const role_names[] = { "event", "publication", "name", "reference", "vague" };

/**
 * risalah_date_role_to_string:
 * @role: a role
 *
 * Returns: (transfer none): its name in `risalah-cli analyze`
 */
const char *
risalah_date_role_to_string (RisalahDateRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (role_names), NULL);
  return role_names[role];
}

static void
clear_mention (gpointer data)
{
  RisalahDateMention *mention = data;

  g_free (mention->edtf);
  g_free (mention->reference);
}

/* Takes year, month and day from an EDTF date as far as it states them. */
static void
set_reference (DateContext *context, const char *edtf)
{
  int year = 0;
  int month = 0;
  int day = 0;

  context->reference_year = DATE_NO_YEAR;
  if (edtf == NULL || !g_ascii_isdigit (edtf[0]) || strchr (edtf, 'X') != NULL
      || strchr (edtf, '/') != NULL)
    return;
  if (sscanf (edtf, "%4d-%2d-%2d", &year, &month, &day) < 1)
    return;
  context->reference_year = year;
  if (month >= 1 && month <= 12)
    {
      context->reference_month = month;
      if (day >= 1 && day <= risalah_day_get_month_length (year, month))
        context->reference_day = day;
    }
}

/* Tells whether the text writes months before days: it has a date like 12/25/2023, and none like
 * 25/12/2023. */
static gboolean
writes_month_first (const char *text, gsize length)
{
  gboolean month_first = FALSE;
  const char *end = text + length;

  for (const char *slash = memchr (text, '/', length); slash != NULL && slash + 7 < end;
       slash = memchr (slash + 1, '/', end - slash - 1))
    {
      int first = 0;
      int second = 0;
      const char *at = slash + 1;

      if (slash > text && g_ascii_isdigit (slash[-1]))
        first = slash[-1] - '0';
      if (slash > text + 1 && g_ascii_isdigit (slash[-2]))
        first += 10 * (slash[-2] - '0');
      for (; g_ascii_isdigit (*at) && at < slash + 3; at++)
        second = second * 10 + (*at - '0');
      if (*at != '/' || first == 0 || second == 0 || !g_ascii_isdigit (at[1])
          || !g_ascii_isdigit (at[2]))
        continue;
      if (first > 12 && second <= 12)
        return FALSE;
      month_first |= first <= 12 && second > 12 && second <= 31;
    }
  return month_first;
}

/* Tells whether the mention is a line of its own near the top: the article's own date. */
static gboolean
is_date_line (const char *text, gsize length, gsize start, gsize end)
{
  gsize line_start = start;
  gsize line_end = end;

  if (start > MAX_DATE_LINES)
    return FALSE;
  while (line_start > 0 && text[line_start - 1] != '\n' && start - line_start <= MAX_DATE_LINE)
    line_start--;
  while (line_end < length && text[line_end] != '\n' && line_end - end <= MAX_DATE_LINE)
    line_end++;
  if (line_start == 0 && line_end == length)
    return FALSE;
  if ((line_start > 0 && text[line_start - 1] != '\n')
      || (line_end < length && text[line_end] != '\n'))
    return FALSE;
  return start - line_start + line_end - end <= MAX_DATE_LINE
         && !(line_end > end && text[line_end - 1] == '.');
}

/* Tells whether @edtf can be the article's own date: the reference's where there is one, and the
 * same as that of an earlier date line. */
static gboolean
is_publication (DateContext *context, const char *edtf, const char *reference_edtf)
{
  if (reference_edtf != NULL && !g_str_has_prefix (edtf, reference_edtf))
    return FALSE;
  if (context->publication[0] == '\0')
    g_strlcpy (context->publication, edtf, sizeof context->publication);
  return strcmp (context->publication, edtf) == 0;
}

/* Tells whether the expression is one whole day, as a publication date is. */
static gboolean
is_whole_day (const DateExpression *expression)
{
  const DatePoint *point = &expression->points[0];

  return expression->kind == EXPRESSION_POINT && expression->n_points == 1
         && point->kind == POINT_CALENDAR && point->day > 0 && point->year != DATE_NO_YEAR;
}

/* Takes the reading that goes furthest; a name or a reference only where there is no other. */
static guint
parse_at (const DateParser *parser, guint index, DateExpression *expression)
{
  DateExpression vague = { 0 };
  guint after_vague = date_parse_vague (parser, index, &vague);
  guint after = date_parse_expression (parser, index, expression);

  if (after_vague > 0 && after_vague >= after)
    {
      *expression = vague;
      return after_vague;
    }
  if (after == 0)
    after = date_parse_name_or_reference (parser, index, expression);
  return after;
}

/* "will fly to Amman on Wednesday": a word of planning before it in the same clause. */
static gboolean
is_planned (const DateParser *parser, guint first)
{
  for (guint i = first; i > 0 && first - i < MAX_CLAUSE; i--)
    {
      if (date_is_mark (parser, i - 1, ',') || date_is_mark (parser, i - 1, '.')
          || date_is_mark (parser, i - 1, ';'))
        return FALSE;
      if (date_is_class (parser, i - 1, DATE_CLASS_PLANNED))
        return TRUE;
    }
  return FALSE;
}

static void
add_mention (DateContext *context,
             const DateParser *parser,
             const DateExpression *expression,
             gsize length,
             const char *reference_edtf,
             GArray *mentions)
{
  RisalahDateMention mention = { 0 };

  mention.start = parser->lexemes[expression->first].start;
  mention.end = parser->lexemes[expression->after - 1].end;
  mention.role = expression->role;
  mention.rule = expression->points[0].rule;
  if (expression->role != RISALAH_DATE_VAGUE)
    {
      mention.mod = expression->mod;
      mention.edtf = date_resolve (context, expression, mention.start,
                                   is_planned (parser, expression->first), &mention.relative);
      if (expression->points[0].impossible || (mention.edtf == NULL && !mention.relative))
        {
          mention.rule = "no-such-day";
          mention.role = RISALAH_DATE_VAGUE;
        }
      else if (expression->role == RISALAH_DATE_EVENT && is_whole_day (expression)
               && is_date_line (context->text, length, mention.start, mention.end)
               && is_publication (context, mention.edtf, reference_edtf))
        mention.role = RISALAH_DATE_PUBLICATION;
      if (mention.relative && mention.edtf != NULL)
        mention.reference = g_strdup (reference_edtf);
    }
  g_array_append_val (mentions, mention);
}

/* Reads the dates from @start to @end. */
static void
find_in_stretch (DateContext *context,
                 gsize start,
                 gsize end,
                 gsize length,
                 const char *reference_edtf,
                 GArray *lexemes,
                 GArray *mentions)
{
  DateParser parser = { context };
  guint index = 0;
  guint done = 0;

  context->paragraph_start = start;
  risalah_dates_lex (context, start, end, lexemes);
  parser.lexemes = (const Lexeme *)(gpointer)lexemes->data;
  parser.n_lexemes = lexemes->len;
  while (index < parser.n_lexemes)
    {
      const Lexeme *lexeme = &parser.lexemes[index];
      DateExpression expression;
      guint after;

      /* Most words and marks begin nothing. */
      if (lexeme->class == DATE_CLASS_NONE && lexeme->type != LEXEME_NUMBER
          && lexeme->type != LEXEME_DOTTED && lexeme->mark != '\''
          && date_lexeme (&parser, index + 1)->type != LEXEME_NUMBER)
        {
          index++;
          continue;
        }
      after = parse_at (&parser, index, &expression);

      if (after > index)
        {
          /* A name's words may reach back into what was read before. */
          expression.first = MAX (expression.first, done);
          add_mention (context, &parser, &expression, length, reference_edtf, mentions);
          done = after;
        }
      index = MAX (after, index + 1);
    }
}

/* Where the stretch that begins at @start ends: an empty line, or a blank after enough bytes. */
static gsize
stretch_end (const char *text, gsize start, gsize end)
{
  gsize limit = MIN (end, start + MAX_STRETCH);

  for (gsize at = start; at + 1 < limit; at++)
    if (text[at] == '\n' && text[at + 1] == '\n')
      return at;
  if (limit == end)
    return end;
  for (gsize at = limit; at > start + MAX_STRETCH / 2; at--)
    if (text[at] == ' ' || text[at] == '\n')
      return at;
  while (limit < end && ((guchar)text[limit] & 0xc0) == 0x80)
    limit++;
  return limit;
}

/* Reads the dates of a block, stretch by stretch. */
static void
find_in_block (DateContext *context,
               gsize start,
               gsize end,
               gsize length,
               const char *reference_edtf,
               GArray *lexemes,
               GArray *mentions)
{
  while (start < end)
    {
      gsize stop = stretch_end (context->text, start, end);

      find_in_stretch (context, start, stop, length, reference_edtf, lexemes, mentions);
      start = MAX (stop, start + 1);
    }
}

static void
init_context (DateContext *context,
              const char *text,
              gsize length,
              const RisalahLexicon *lexicon,
              const char *reference_edtf,
              const char *language)
{
  memset (context, 0, sizeof *context);
  context->text = text;
  context->vocabulary = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_DATE_WORDS);
  context->language = language;
  context->month_first = writes_month_first (text, length);
  set_reference (context, reference_edtf);
}

static GArray *
new_mentions (void)
{
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (RisalahDateMention));

  g_array_set_clear_func (mentions, clear_mention);
  return mentions;
}

/**
 * risalah_find_dates_in_text:
 * @text: UTF-8
 * @length: its bytes
 * @lexicon: knows the words of dates
 * @reference_edtf: (nullable): the date of the article, from which relative dates are counted
 * @language: (nullable): "id", "ms" or "en"
 *
 * Finds the dates of a text without blocks. What changes with another reference date is found by
 * calling this again: a date's value is a function of text, lexicon and reference alone.
 *
 * Returns: (transfer full) (element-type RisalahDateMention): the dates in their order, free with
 *   g_array_unref()
 */
GArray *
risalah_find_dates_in_text (const char *text,
                            gsize length,
                            const RisalahLexicon *lexicon,
                            const char *reference_edtf,
                            const char *language)
{
  g_autoptr (GArray) lexemes = g_array_new (FALSE, FALSE, sizeof (Lexeme));
  GArray *mentions = new_mentions ();
  DateContext context;

  g_return_val_if_fail (text != NULL && lexicon != NULL, mentions);

  init_context (&context, text, length, lexicon, reference_edtf, language);
  find_in_block (&context, 0, length, length, reference_edtf, lexemes, mentions);
  return mentions;
}

/**
 * risalah_find_dates:
 * @article: an article; its dropped blocks are passed over
 * @lexicon: knows the words of dates
 * @reference_edtf: (nullable): the date of the article
 * @language: (nullable): its language; a block's own goes before it
 *
 * As risalah_find_dates_in_text(), block by block; spans are bytes of the article's text.
 *
 * Returns: (transfer full) (element-type RisalahDateMention): the dates in their order
 */
GArray *
risalah_find_dates (const RisalahArticle *article,
                    const RisalahLexicon *lexicon,
                    const char *reference_edtf,
                    const char *language)
{
  g_autoptr (GArray) lexemes = g_array_new (FALSE, FALSE, sizeof (Lexeme));
  GArray *mentions = new_mentions ();
  const RisalahBlock *blocks;
  const char *text;
  guint n_blocks;
  gsize length;
  DateContext context;

  g_return_val_if_fail (article != NULL && lexicon != NULL, mentions);

  text = risalah_article_get_text (article, &length);
  blocks = risalah_article_get_blocks (article, &n_blocks);
  init_context (&context, text, length, lexicon, reference_edtf, language);
  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i].dropped)
        continue;
      context.language = blocks[i].language[0] != '\0' ? blocks[i].language : language;
      find_in_block (&context, blocks[i].start, blocks[i].end, length, reference_edtf, lexemes,
                     mentions);
    }
  return mentions;
}
