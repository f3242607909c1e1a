/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of the calendar in words: "Kamis, 14 Maret 2024", "3–9 Juni", "March 5th, 2022",
 * "Rabu sore (13/3)". */

#include "risalah-dates-private.h"

#include <string.h>

/* A day of the month in digits, "28", "28th", "1st". */
static guint
parse_day (const DateParser *parser, guint index, int *day)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  const Lexeme *before = date_lexeme (parser, (gint64)index - 1);
  guint after = index + 1;

  if (lexeme->type != LEXEME_NUMBER || lexeme->n_digits > 2 || lexeme->value < 1
      || lexeme->value > 31)
    return 0;
  if (date_is_glued (parser, index)
      && ((before->type == LEXEME_WORD && before->class != DATE_CLASS_WEEKDAY
           && before->class != DATE_CLASS_MONTH && before->class != DATE_CLASS_MONTH_SHORT)
          || before->type == LEXEME_QUANTITY || before->mark == '/' || before->mark == '.'
          || before->mark == '$'))
    return 0;
  if (date_is_glued (parser, after)
      && (date_text_is (parser, after, "st") || date_text_is (parser, after, "nd")
          || date_text_is (parser, after, "rd") || date_text_is (parser, after, "th")
          || date_text_is (parser, after, "hb")))
    after++;
  else if (date_is_glued (parser, after)
           && ((date_lexeme (parser, after)->type == LEXEME_WORD
                && date_lexeme (parser, after)->class != DATE_CLASS_MONTH
                && date_lexeme (parser, after)->class != DATE_CLASS_MONTH_SHORT)
               || date_is_mark (parser, after, '%') || date_is_mark (parser, after, ':')))
    return 0;
  *day = lexeme->value;
  return after;
}

/* "-VII-2025": the month in Roman numerals, as letters and seals have it. */
static guint
parse_roman_month (const DateParser *parser, guint index, DatePoint *point)
{
  int year;
  guint after;

  if (!date_is_mark (parser, index, '-') || !date_is_glued (parser, index)
      || date_lexeme (parser, index + 1)->type != LEXEME_WORD
      || date_parse_number_word (parser, index + 1, &point->month) != index + 2
      || !date_is_mark (parser, index + 2, '-') || point->month < 1 || point->month > 12)
    return 0;
  after = date_parse_year (parser, index + 3, &year);
  point->year = after != 0 ? year : DATE_NO_YEAR;
  return after;
}

static guint
parse_month_and_year (const DateParser *parser, guint index, DatePoint *point)
{
  int year;
  guint at = index;
  guint after = parse_roman_month (parser, index, point);
  int guessed;

  if (after != 0)
    return after;
  point->month = 0;
  if (date_is_class (parser, at, DATE_CLASS_OF)
      || (date_is_mark (parser, at, '-') && date_is_glued (parser, at))
      || date_unit_at (parser, at) == DATE_UNIT_MONTH)
    at++;
  after = date_parse_month (parser, at, &point->month);
  if (after == 0)
    {
      /* A misspelt month must have its year, or be long enough to be nothing else. */
      guessed = date_guess_month (parser, at);
      after = at + 1;
      if (guessed == 0
          || (date_parse_year_after (parser, after, &year) == 0
              && date_lexeme (parser, at)->end - date_lexeme (parser, at)->start < 6))
        return 0;
      point->month = guessed;
      point->rule = "misspelt-month";
    }
  at = date_parse_year_after (parser, after, &year);
  if (at == 0)
    return after;
  point->year = year;
  return at;
}

/* The days that one month follows: "5", "3-9", "5, 6, dan 8". */
static guint
parse_days (const DateParser *parser, guint index, DateExpression *expression)
{
  guint at = index;
  guint after;
  int day;

  expression->n_points = 0;
  expression->kind = EXPRESSION_POINT;
  while (expression->n_points < DATE_LIST_MAX && (after = parse_day (parser, at, &day)) != 0)
    {
      date_point_init (&expression->points[expression->n_points], POINT_CALENDAR, "day-month");
      expression->points[expression->n_points++].day = day;
      at = after;
      if (expression->kind == EXPRESSION_RANGE)
        return at;
      if (expression->n_points == 1
          && (date_is_mark (parser, at, '-') || date_is_class (parser, at, DATE_CLASS_UNTIL)
              || date_is_class (parser, at, DATE_CLASS_TO)
              || date_is_class (parser, at, DATE_CLASS_KE))
          && parse_day (parser, at + 1, &day) != 0)
        {
          expression->kind = EXPRESSION_RANGE;
          at++;
          continue;
        }
      after = at;
      if (date_is_mark (parser, after, ','))
        after++;
      if (date_is_class (parser, after, DATE_CLASS_AND) || date_is_mark (parser, after, '&'))
        after++;
      else if (date_is_class (parser, after, DATE_CLASS_OR))
        after++;
      if (after == at || parse_day (parser, after, &day) == 0)
        return at;
      expression->kind =
          date_is_class (parser, after - 1, DATE_CLASS_OR) ? EXPRESSION_ONE_OF : EXPRESSION_ALL_OF;
      at = after;
    }
  return expression->n_points > 0 ? at : 0;
}

/* "14 Maret 2024", "3–9 Juni", "5 dan 6 Juni". */
static guint
parse_day_month (const DateParser *parser, guint index, DateExpression *expression)
{
  guint at = parse_days (parser, index, expression);
  DatePoint *last;

  if (at == 0)
    return 0;
  last = &expression->points[expression->n_points - 1];
  at = parse_month_and_year (parser, at, last);
  if (at == 0)
    return 0;
  for (guint i = 0; i + 1 < expression->n_points; i++)
    {
      expression->points[i].month = last->month;
      expression->points[i].year = last->year;
    }
  return at;
}

/* "March 14, 2024", "March 5-9, 2022". */
static guint
parse_month_day (const DateParser *parser, guint index, DateExpression *expression)
{
  int month;
  int year;
  guint at = date_parse_month (parser, index, &month);
  guint after;

  if (at == 0)
    return 0;
  if (date_is_class (parser, at, DATE_CLASS_FILLER) && date_text_is (parser, at, "the"))
    at++;
  at = parse_days (parser, at, expression);
  if (at == 0)
    return 0;
  /* "Maret 14 kapal": in Indonesian the day stands first. */
  after = date_parse_year_after (parser, at, &year);
  if (after == 0 && g_strcmp0 (parser->context->language, "en") != 0)
    return 0;
  for (guint i = 0; i < expression->n_points; i++)
    {
      expression->points[i].month = month;
      expression->points[i].rule = "month-day";
      if (after != 0)
        expression->points[i].year = year;
    }
  return after != 0 ? after : at;
}

/* "dua pekan lalu" after a weekday: sets @weeks, below 0. */
static guint
parse_weeks_ago (const DateParser *parser, guint index, int *weeks)
{
  const Lexeme *count = date_lexeme (parser, index);

  if ((count->class != DATE_CLASS_NUMBER && count->type != LEXEME_NUMBER) || count->value > 99
      || date_unit_at (parser, index + 1) != DATE_UNIT_WEEK)
    return 0;
  *weeks = -count->value;
  return date_is_class (parser, index + 2, DATE_CLASS_PAST)
                 || date_is_class (parser, index + 2, DATE_CLASS_AGO)
             ? index + 3
             : 0;
}

/* What may follow a date and places it before or after the reference: "lalu", "mendatang", "tahun
 * ini", "bulan depan". Returns @index where there is nothing of it. */
guint
date_parse_after (const DateParser *parser, guint index, DatePoint *point)
{
  DateUnit unit = date_unit_at (parser, index);
  guint at = index;
  guint weeks;
  int direction;

  if (date_is_class (parser, at, DATE_CLASS_SAME_YEAR))
    {
      point->same_year = TRUE;
      return at + 1;
    }
  if (unit != DATE_UNIT_NONE)
    at++;
  if (unit == DATE_UNIT_NONE && (weeks = parse_weeks_ago (parser, at, &direction)) != 0)
    {
      point->has_week = TRUE;
      point->count = direction;
      return weeks;
    }
  if (date_is_class (parser, at, DATE_CLASS_DAY_OFFSET) && date_lexeme (parser, at)->value >= -1
      && date_lexeme (parser, at)->value <= 1)
    direction = date_lexeme (parser, at)->value;
  else if (date_is_class (parser, at, DATE_CLASS_PAST)
           || date_is_class (parser, at, DATE_CLASS_LAST))
    direction = -1;
  else if (date_is_class (parser, at, DATE_CLASS_FUTURE)
           || date_is_class (parser, at, DATE_CLASS_NEXT))
    direction = 1;
  else if (date_is_class (parser, at, DATE_CLASS_THIS)
           || date_is_class (parser, at, DATE_CLASS_THIS_PREFIX))
    direction = 0;
  else
    return index;

  if (unit == DATE_UNIT_NONE
      && (date_is_class (parser, at, DATE_CLASS_LAST) || date_is_class (parser, at, DATE_CLASS_NEXT)
          || date_is_class (parser, at, DATE_CLASS_THIS_PREFIX)))
    {
      unit = date_unit_at (parser, at + 1);
      if (unit == DATE_UNIT_NONE)
        return index;
      at++;
    }
  switch (unit)
    {
    case DATE_UNIT_YEAR:
      point->has_year_offset = TRUE;
      point->year_offset = direction;
      return at + 1;
    case DATE_UNIT_MONTH:
      point->has_month_offset = TRUE;
      point->month_offset = direction;
      return at + 1;
    case DATE_UNIT_WEEK:
      point->has_week = TRUE;
      point->count = direction;
      return at + 1;
    case DATE_UNIT_NONE:
      point->has_direction = TRUE;
      point->direction = direction;
      return at + 1;
    case DATE_UNIT_HOUR:
    case DATE_UNIT_DAY:
    case DATE_UNIT_DECADE:
    case DATE_UNIT_CENTURY:
      break;
    }
  return index;
}

/* The date itself, in digits or in words, at @index or in brackets there. */
static guint
parse_body (const DateParser *parser, guint index, gboolean sure, DateExpression *expression)
{
  guint at = index;
  guint after;
  gboolean bracket = date_is_mark (parser, at, '(');

  if (bracket)
    at++;
  if (date_is_class (parser, at, DATE_CLASS_DATE_WORD))
    at++;
  after = date_parse_numeric (parser, at, sure, expression);
  if (after == 0)
    after = parse_day_month (parser, at, expression);
  if (after == 0)
    after = parse_month_day (parser, at, expression);
  if (after == 0 || !bracket)
    return after;
  return date_is_mark (parser, after, ')') ? after + 1 : 0;
}

static void
set_weekdays (DateExpression *expression, const DateWeekdays *weekdays)
{
  DatePoint *last = &expression->points[expression->n_points - 1];

  expression->points[0].weekday = weekdays->first;
  last->weekday = weekdays->last;
}

/* Copies what the words around a date say to all of its points. */
static void
set_direction (DateExpression *expression, const DatePoint *said)
{
  for (guint i = 0; i < expression->n_points; i++)
    {
      DatePoint *point = &expression->points[i];

      point->same_year |= said->same_year;
      point->has_direction |= said->has_direction;
      point->has_year_offset |= said->has_year_offset;
      point->has_month_offset |= said->has_month_offset;
      if (said->has_direction)
        point->direction = said->direction;
      if (said->has_year_offset)
        point->year_offset = said->year_offset;
      if (said->has_month_offset)
        point->month_offset = said->month_offset;
    }
}

/* Any date of the calendar with a day, or a weekday. */
guint
date_parse_calendar (const DateParser *parser, guint index, DateExpression *expression)
{
  DateWeekdays weekdays = { 0 };
  DatePoint said;
  guint at = index;
  guint after;
  guint body;
  gboolean sure;

  date_point_init (&said, POINT_CALENDAR, NULL);
  after = date_parse_weekdays (parser, at, &weekdays);
  if (after == 0 && !date_is_class (parser, at, DATE_CLASS_DATE_WORD))
    {
      after = parse_body (parser, at, FALSE, expression);
      if (after == 0 || date_is_mark (parser, index, '('))
        return 0;
    }
  else
    {
      sure = TRUE;
      at = after != 0 ? after : at;
      if (after != 0)
        {
          if (date_is_class (parser, at, DATE_CLASS_PART_OF_DAY))
            at++;
          at = date_parse_after (parser, at, &said);
          if (date_is_class (parser, at, DATE_CLASS_PART_OF_DAY))
            at++;
        }
      body = at + date_is_mark (parser, at, ',');
      after = parse_body (parser, body, sure, expression);
      if (after == 0 && weekdays.first != 0)
        return date_finish_weekday (parser, index, at, &weekdays, &said, expression);
      if (after == 0)
        {
          /* "tanggal 28", "tanggal 7-8": days alone. */
          after = parse_days (parser, index + 1, expression);
          if (after == 0 || date_number_is_guarded (parser, index + 1)
              || date_is_mark (parser, after, '/'))
            return 0;
          for (guint i = 0; i < expression->n_points; i++)
            expression->points[i].rule = "day-alone";
        }
      else if (weekdays.first != 0)
        set_weekdays (expression, &weekdays);
    }
  after = date_parse_after (parser, after, &said);
  set_direction (expression, &said);
  return after;
}
