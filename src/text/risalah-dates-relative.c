/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates told by their distance from the article's: "kemarin", "pekan lalu", "tiga tahun terakhir",
 * "two weeks ago", "next Tuesday", "last March". */

#include "risalah-dates-private.h"

/* How many, in digits or words; "setengah" is halves of the unit, which it doubles. */
static guint
parse_count (const DateParser *parser, guint index, int *count, gboolean *half)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  *half = FALSE;
  if (lexeme->type == LEXEME_NUMBER && lexeme->n_digits <= 3 && lexeme->value > 0
      && !(date_is_glued (parser, index)
           && date_lexeme (parser, (gint64)index - 1)->type != LEXEME_END
           && !date_is_mark (parser, (gint64)index - 1, '(')))
    {
      *count = lexeme->value;
      return index + 1;
    }
  if (lexeme->class == DATE_CLASS_NUMBER)
    {
      *count = lexeme->value;
      return index + 1;
    }
  if (lexeme->class == DATE_CLASS_HALF)
    {
      *count = 1;
      *half = TRUE;
      return index + 1;
    }
  return 0;
}

/* Decades and centuries are told in years, and a round number of them is not exact. */
static void
set_units (DatePoint *point, DateUnit unit, int count, gboolean half)
{
  point->unit = unit;
  point->count = count;
  if (unit == DATE_UNIT_DECADE || unit == DATE_UNIT_CENTURY)
    {
      point->count = count * (unit == DATE_UNIT_DECADE ? 10 : 100) / (half ? 2 : 1);
      point->unit = DATE_UNIT_YEAR;
      point->round = TRUE;
    }
  else if (half && unit == DATE_UNIT_YEAR)
    {
      point->count = 6 * count;
      point->unit = DATE_UNIT_MONTH;
    }
}

/* "tiga tahun" and what follows it: lalu, terakhir, ke depan, lagi, ago. */
static guint
finish_count (const DateParser *parser, guint index, DatePoint *point)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  switch ((guint)lexeme->class)
    {
    case DATE_CLASS_PAST:
    case DATE_CLASS_AGO:
      point->kind = POINT_OFFSET;
      point->count = -point->count;
      point->rule = "units-ago";
      return index + 1;
    case DATE_CLASS_LEFT:
      point->kind = POINT_OFFSET;
      point->rule = "units-left";
      return index + 1;
    case DATE_CLASS_RECENT:
      point->kind = POINT_SPAN;
      point->count = -point->count;
      point->rule = "last-units";
      return index + 1;
    case DATE_CLASS_AHEAD:
    case DATE_CLASS_FUTURE:
      point->kind = POINT_SPAN;
      point->rule = "next-units";
      return index + 1;
    default:
      return 0;
    }
}

static guint
parse_counted (const DateParser *parser, guint index, DatePoint *point)
{
  gboolean half = FALSE;
  int count = 1;
  guint at;
  DateUnit unit;

  date_point_init (point, POINT_OFFSET, NULL);
  if (date_is_class (parser, index, DATE_CLASS_ONE_UNIT))
    {
      unit = date_lexeme (parser, index)->value;
      at = index + 1;
    }
  else
    {
      at = parse_count (parser, index, &count, &half);
      if (at == 0)
        return 0;
      unit = date_unit_at (parser, at);
      if (unit <= DATE_UNIT_HOUR)
        return 0;
      at++;
    }
  set_units (point, unit, count, half);
  at = finish_count (parser, at, point);
  if (point->kind == POINT_SPAN)
    point->round = FALSE;
  return at;
}

/* "pekan lalu", "bulan ini", "tahun depan", "dekade terakhir". */
static guint
parse_unit (const DateParser *parser, guint index, DatePoint *point)
{
  DateUnit unit = date_unit_at (parser, index);
  const Lexeme *after = date_lexeme (parser, index + 1);

  if (unit <= DATE_UNIT_DAY)
    return 0;
  date_point_init (point, POINT_OFFSET, "unit");
  point->unit = unit;
  if (after->class == DATE_CLASS_RECENT && (unit == DATE_UNIT_DECADE || unit == DATE_UNIT_CENTURY))
    {
      set_units (point, unit, -1, FALSE);
      point->kind = POINT_SPAN;
      point->round = FALSE;
      return index + 2;
    }
  if (after->class == DATE_CLASS_PAST)
    point->count = -1;
  else if (after->class == DATE_CLASS_FUTURE)
    point->count = 1;
  /* "the end of the year": this one's. */
  else if (date_text_is (parser, (gint64)index - 1, "the")
           && date_is_class (parser, (gint64)index - 2, DATE_CLASS_OF)
           && date_is_class (parser, (gint64)index - 3, DATE_CLASS_MOD))
    return index + 1;
  else if (after->class != DATE_CLASS_THIS)
    return 0;
  return index + 2;
}

/* Tells whether the words before make a span of "the next year": over, within, in the. */
static gboolean
is_span_before (const DateParser *parser, guint index)
{
  gint64 before = (gint64)index - 1;

  if (date_text_is (parser, before, "the"))
    before--;
  return date_text_is (parser, before, "over") || date_text_is (parser, before, "within")
         || date_text_is (parser, before, "during") || date_text_is (parser, before, "throughout")
         || (before == (gint64)index - 2
             && (date_text_is (parser, before, "in") || date_text_is (parser, before, "for")));
}

/* English puts the direction first: last week, the past five years, next Tuesday, this March. */
static guint
parse_prefixed (const DateParser *parser, guint index, DatePoint *point)
{
  DateClass class = date_lexeme (parser, index)->class;
  int direction = class == DATE_CLASS_LAST ? -1 : class == DATE_CLASS_NEXT ? 1 : 0;
  gboolean half;
  gboolean counted;
  DateUnit unit;
  int count = 1;
  guint at;

  if (class != DATE_CLASS_LAST && class != DATE_CLASS_NEXT && class != DATE_CLASS_THIS_PREFIX)
    return 0;
  if (date_is_class (parser, index + 1, DATE_CLASS_WEEKDAY))
    {
      date_point_init (point, POINT_WEEKDAY, "weekday");
      point->weekday = date_lexeme (parser, index + 1)->value;
      point->has_direction = TRUE;
      point->direction = direction;
      return index + 2;
    }
  date_point_init (point, POINT_CALENDAR, "month");
  at = date_parse_month (parser, index + 1, &point->month);
  if (at != 0 && date_is_capitalised (parser, index + 1))
    {
      point->has_direction = TRUE;
      point->direction = direction;
      return at;
    }

  date_point_init (point, POINT_OFFSET, "unit");
  at = parse_count (parser, index + 1, &count, &half);
  counted = at != 0;
  if (!counted)
    at = index + 1;
  unit = date_unit_at (parser, at);
  if (unit <= (counted ? DATE_UNIT_HOUR : DATE_UNIT_DAY))
    return 0;
  if (direction != 0
      && (counted || is_span_before (parser, index) || date_text_is (parser, index, "past")))
    {
      set_units (point, unit, count * direction, FALSE);
      point->kind = POINT_SPAN;
      point->round = FALSE;
      point->rule = direction < 0 ? "last-units" : "next-units";
    }
  else
    {
      point->unit = unit;
      point->count = direction;
    }
  return at + 1;
}

/* "kemarin", "besok pagi", "hari ini (12/5)": a date beside it is the surer value. */
static guint
parse_day_offset (const DateParser *parser, guint index, DateExpression *expression)
{
  DateExpression date = { 0 };
  guint at = index + 1;
  guint body;
  guint after;

  if (date_is_class (parser, at, DATE_CLASS_PART_OF_DAY))
    at++;
  body = at + date_is_mark (parser, at, ',');
  if (date_is_mark (parser, body, '('))
    {
      after = date_parse_numeric (parser, body + 1, TRUE, &date);
      if (after == 0)
        after = date_parse_calendar (parser, body + 1, &date);
      if (after != 0 && date_is_mark (parser, after, ')') && date.points[0].kind == POINT_CALENDAR)
        {
          *expression = date;
          return after + 1;
        }
    }
  else
    {
      after = date_parse_calendar (parser, body, &date);
      if (after != 0 && date.points[0].kind == POINT_CALENDAR && date.points[0].month != 0)
        {
          *expression = date;
          return after;
        }
      if (after != 0 && date.points[0].kind == POINT_WEEKDAY && !date.points[0].has_direction)
        at = after;
    }
  expression->kind = EXPRESSION_POINT;
  expression->n_points = 1;
  date_point_init (&expression->points[0], POINT_OFFSET, "day-offset");
  expression->points[0].unit = DATE_UNIT_DAY;
  expression->points[0].count = date_lexeme (parser, index)->value;
  return at;
}

/* Any date relative to the reference. */
guint
date_parse_relative (const DateParser *parser, guint index, DateExpression *expression)
{
  guint after;

  if (date_is_class (parser, index, DATE_CLASS_DAY_OFFSET))
    return parse_day_offset (parser, index, expression);
  expression->kind = EXPRESSION_POINT;
  expression->n_points = 1;
  after = parse_counted (parser, index, &expression->points[0]);
  if (after == 0)
    after = parse_unit (parser, index, &expression->points[0]);
  if (after == 0)
    after = parse_prefixed (parser, index, &expression->points[0]);
  return after;
}
