/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in digits: 14/3/2024, 28-7-2025, 28.07.2025, 2024-03-14, 5–7/6/2023, 30/6–2/7/2023. Day
 * before month, unless the text itself has a date that can only be month before day. */

#include "risalah-dates-private.h"

/* A number of @n_digits at most that nothing but @mark parts from what follows. */
static gboolean
is_number (const DateParser *parser, guint index, guint n_digits)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  return lexeme->type == LEXEME_NUMBER && lexeme->n_digits <= n_digits;
}

static gboolean
is_tight_mark (const DateParser *parser, guint index, char mark)
{
  return date_is_mark (parser, index, mark) && date_is_glued (parser, index)
         && date_is_glued (parser, index + 1);
}

static int
full_year (const Lexeme *lexeme)
{
  if (lexeme->n_digits == 2)
    return lexeme->value + (lexeme->value <= 68 ? 2000 : 1900);
  return lexeme->n_digits == 4 && lexeme->value >= 1000 && lexeme->value <= 2199 ? lexeme->value
                                                                                 : DATE_NO_YEAR;
}

/* Sets day and month, in the text's order or in the only possible one. */
static void
set_day_month (const DateParser *parser, DatePoint *point, int first, int second)
{
  gboolean month_first = parser->context->month_first || (second > 12 && first <= 12);

  if (month_first && first > 12)
    month_first = FALSE;
  point->day = month_first ? second : first;
  point->month = month_first ? first : second;
  point->impossible = point->month < 1 || point->month > 12 || point->day < 1 || point->day > 31;
}

/* Tells whether the digits are part of something longer: 045/2023/X, A12/3, 192.168. */
static gboolean
is_embedded (const DateParser *parser, guint first, guint after)
{
  const Lexeme *before = date_lexeme (parser, (gint64)first - 1);
  const Lexeme *next = date_lexeme (parser, after);

  if (date_is_glued (parser, first) && before->type != LEXEME_END && before->mark != '('
      && before->mark != '[' && before->mark != ',' && before->mark != '\'' && before->mark != '"'
      && before->mark != ':' && before->mark != '\x01' && before->class != DATE_CLASS_WEEKDAY
      && before->mark != '-' && before->mark != '|')
    return TRUE;
  if (date_is_glued (parser, first) && before->mark == '-'
      && date_is_glued (parser, (gint64)first - 1))
    return TRUE;
  if (before->class == DATE_CLASS_GUARD_BEFORE
      || (before->mark == '.'
          && date_is_class (parser, (gint64)first - 2, DATE_CLASS_GUARD_BEFORE)))
    return TRUE;
  if (!date_is_glued (parser, after))
    return FALSE;
  return next->type == LEXEME_NUMBER || next->type == LEXEME_QUANTITY
         || (next->type == LEXEME_WORD && !date_text_is (parser, after, "T"))
         || (next->mark == '/' && date_is_glued (parser, after + 1))
         || (next->mark == '-' && date_is_glued (parser, after + 1)
             && date_lexeme (parser, after + 1)->type == LEXEME_NUMBER);
}

/* 2024-03-14, 2024/03/14. */
static guint
parse_year_first (const DateParser *parser, guint index, DatePoint *point)
{
  char mark = date_lexeme (parser, index + 1)->mark;

  if ((mark != '-' && mark != '/') || date_lexeme (parser, index)->n_digits != 4
      || !is_tight_mark (parser, index + 1, mark) || !is_number (parser, index + 2, 2)
      || !is_tight_mark (parser, index + 3, mark) || !is_number (parser, index + 4, 2))
    return 0;
  point->year = date_lexeme (parser, index)->value;
  point->month = date_lexeme (parser, index + 2)->value;
  point->day = date_lexeme (parser, index + 4)->value;
  point->impossible = point->month < 1 || point->month > 12 || point->day < 1 || point->day > 31;
  point->rule = "year-month-day";
  return index + 5;
}

/* 14/3/2024, 14-3-2024, and 14/3 where @may_lack_year is set. */
static guint
parse_day_first (const DateParser *parser, guint index, gboolean may_lack_year, DatePoint *point)
{
  char mark = date_lexeme (parser, index + 1)->mark;
  const Lexeme *year = date_lexeme (parser, index + 4);

  if ((mark != '-' && mark != '/') || !is_number (parser, index, 2)
      || !is_tight_mark (parser, index + 1, mark) || !is_number (parser, index + 2, 2))
    return 0;
  set_day_month (parser, point, date_lexeme (parser, index)->value,
                 date_lexeme (parser, index + 2)->value);
  point->rule = "numeric";
  if (is_tight_mark (parser, index + 3, mark) && year->type == LEXEME_NUMBER)
    {
      point->year = full_year (year);
      if (point->year != DATE_NO_YEAR && (mark == '/' || year->n_digits == 4 || may_lack_year))
        return index + 5;
      return 0;
    }
  return may_lack_year && mark == '/' && !point->impossible ? index + 3 : 0;
}

/* 5-7/6/2023 and 30/6-2/7/2023: two days, the second with month and year. */
static guint
parse_numeric_range (const DateParser *parser,
                     guint index,
                     gboolean sure,
                     DateExpression *expression)
{
  DatePoint *start = &expression->points[0];
  DatePoint *end = &expression->points[1];
  guint at;
  guint after;

  date_point_init (start, POINT_CALENDAR, "numeric-range");
  date_point_init (end, POINT_CALENDAR, "numeric-range");
  if (!is_number (parser, index, 2))
    return 0;
  if (is_tight_mark (parser, index + 1, '/') && is_number (parser, index + 2, 2)
      && date_is_mark (parser, index + 3, '-'))
    {
      set_day_month (parser, start, date_lexeme (parser, index)->value,
                     date_lexeme (parser, index + 2)->value);
      at = index + 4;
    }
  else if (date_is_mark (parser, index + 1, '-')
           || date_is_class (parser, index + 1, DATE_CLASS_UNTIL))
    {
      start->day = date_lexeme (parser, index)->value;
      at = index + 2;
    }
  else
    return 0;
  if (!date_is_mark (parser, at + 1, '/'))
    return 0;
  after = parse_day_first (parser, at, sure, end);
  if (after == 0 || start->day > 31 || start->day < 1 || end->impossible || start->impossible)
    return 0;
  end->rule = start->rule;
  if (start->month == 0)
    start->month = end->month;
  start->year = end->year;
  if (end->year != DATE_NO_YEAR && start->month > end->month)
    start->year--;
  expression->kind = EXPRESSION_RANGE;
  expression->n_points = 2;
  return after;
}

/* Reads a date in digits. Without @sure (a weekday before it, say) one of day and month alone
 * must stand in brackets of its own. */
guint
date_parse_numeric (const DateParser *parser,
                    guint index,
                    gboolean sure,
                    DateExpression *expression)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  DatePoint *point = &expression->points[0];
  guint after;

  if (lexeme->type != LEXEME_NUMBER && lexeme->type != LEXEME_DOTTED)
    return 0;
  after = parse_numeric_range (parser, index, sure, expression);
  if (after == 0)
    {
      expression->kind = EXPRESSION_POINT;
      expression->n_points = 1;
      date_point_init (point, POINT_CALENDAR, "numeric");
      if (lexeme->type == LEXEME_DOTTED)
        {
          point->year = lexeme->value / 10000;
          set_day_month (parser, point, lexeme->value % 100, lexeme->value / 100 % 100);
          after = index + 1;
          if (point->impossible || point->year < 1000 || point->year > 2199)
            return 0;
        }
      else
        after = parse_year_first (parser, index, point);
    }
  if (after == 0)
    after = parse_day_first (parser, index, sure, point);
  if (after == 0 && date_is_mark (parser, (gint64)index - 1, '(')
      && date_is_mark (parser, index + 3, ')'))
    {
      date_point_init (point, POINT_CALENDAR, "numeric");
      after = parse_day_first (parser, index, TRUE, point);
      /* (1/3) is a fraction, (24/7) is always. */
      if (after != 0 && (point->day < 4 || (point->day == 24 && point->month == 7)))
        return 0;
    }
  return after == 0 || is_embedded (parser, index, after) ? 0 : after;
}
