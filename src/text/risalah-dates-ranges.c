/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges and lists: what a second point of time makes of the first. */

#include "risalah-dates-private.h"

#include <string.h>

/* "7th to 13th centuries": the word stands once, after the second. */
guint
date_parse_centuries (const DateParser *parser, guint index, DateExpression *expression)
{
  int number = 0;
  guint at = date_parse_number_word (parser, index, &number);
  guint after;

  if (at == 0 || number < 1
      || !(date_is_class (parser, at, DATE_CLASS_TO) || date_is_class (parser, at, DATE_CLASS_AND)
           || date_is_class (parser, at, DATE_CLASS_UNTIL) || date_is_mark (parser, at, '-')))
    return 0;
  after = date_parse_century (parser, at + 1, FALSE, &expression->points[1]);
  if (after == 0 || date_unit_at (parser, after - 1) != DATE_UNIT_CENTURY)
    return 0;
  date_point_init (&expression->points[0], POINT_CALENDAR, "century");
  expression->points[0].known_digits = 2;
  expression->points[0].year = number;
  expression->kind = EXPRESSION_RANGE;
  expression->n_points = 2;
  return after;
}

/* The end of a range after its first point: a date, "sekarang", "ke-13", or "22" of 2018-22. */
static guint
parse_range_end (const DateParser *parser,
                 guint index,
                 const DatePoint *start,
                 char mark,
                 DateExpression *end)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  guint after;

  memset (end, 0, sizeof *end);
  end->n_points = 1;
  if (lexeme->class == DATE_CLASS_NOW
      || (lexeme->class == DATE_CLASS_DAY_OFFSET && lexeme->value == 0 && start->month == 0))
    {
      date_point_init (&end->points[0], POINT_NOW, "until-now");
      return index + 1;
    }
  if (start->kind == POINT_CALENDAR && start->known_digits == 2)
    return date_parse_century (parser, index + date_is_mark (parser, index, '-'), TRUE,
                               &end->points[0]);
  if (mark == '/' && lexeme->type == LEXEME_NUMBER && lexeme->value == start->year + 1)
    {
      date_point_init (&end->points[0], POINT_CALENDAR, "year");
      end->points[0].year = lexeme->value;
      return index + 1;
    }
  if (start->kind == POINT_CALENDAR && start->month == 0 && start->year >= 1000
      && start->known_digits == 4 && lexeme->type == LEXEME_NUMBER && lexeme->n_digits == 2
      && (mark == '-' || mark == '/') && date_is_glued (parser, index)
      && date_parse_decade (parser, index, TRUE, &end->points[0]) == 0)
    {
      date_point_init (&end->points[0], POINT_CALENDAR, "short-year");
      end->points[0].year = start->year / 100 * 100 + lexeme->value;
      if (end->points[0].year < start->year)
        end->points[0].year += 100;
      return end->points[0].year - start->year <= 30 ? index + 1 : 0;
    }
  after = date_parse_points (parser, index, TRUE, end);
  if (after == 0 || end->kind != EXPRESSION_POINT || end->points[0].kind == POINT_SPAN)
    return 0;
  /* "2024-07": a month in digits is no end of a range. */
  if (end->points[0].impossible)
    return 0;
  return after;
}

static gboolean
is_range_word (const DateParser *parser, guint index, DateClass opener)
{
  switch ((guint)date_lexeme (parser, index)->class)
    {
    case DATE_CLASS_UNTIL:
    case DATE_CLASS_TO:
      return TRUE;
    case DATE_CLASS_KE:
      return opener == DATE_CLASS_FROM;
    case DATE_CLASS_AND:
      return opener == DATE_CLASS_BETWEEN;
    default:
      return date_is_mark (parser, index, '-');
    }
}

/* A second point after the first one makes a range. */
guint
date_extend_to_range (const DateParser *parser,
                      guint at,
                      DateClass opener,
                      DateExpression *expression)
{
  DatePoint *start = &expression->points[0];
  DateExpression end;
  char mark = date_lexeme (parser, at)->mark;
  gboolean slash = mark == '/' && start->kind == POINT_CALENDAR && start->month == 0
                   && date_is_glued (parser, at);
  guint after;

  if (start->kind == POINT_SPAN || (!is_range_word (parser, at, opener) && !slash))
    return at;
  after = parse_range_end (parser, at + 1, start, mark, &end);
  if (after == 0)
    return at;
  /* A dash with blanks joins only dates of one kind: "2020 - Selasa" is two. */
  if (mark == '-' && !date_is_glued (parser, at) && end.points[0].kind != POINT_NOW
      && (end.points[0].kind != start->kind || (end.points[0].day == 0) != (start->day == 0)))
    return at;
  expression->points[1] = end.points[0];
  expression->n_points = 2;
  expression->kind = EXPRESSION_RANGE;
  if (start->mod == RISALAH_EDTF_MOD_NONE)
    expression->mod = end.mod;
  return after;
}

/* "2018 dan 2022", "2018, 2019, atau 2020": further bare years. */
guint
date_extend_to_years (const DateParser *parser, guint at, DateExpression *expression)
{
  const DatePoint *first = &expression->points[0];
  gboolean closed = FALSE;
  guint good = at;
  guint n_good = 1;
  ExpressionKind kind = EXPRESSION_ALL_OF;

  if (first->kind != POINT_CALENDAR || first->month != 0 || first->day != 0
      || first->known_digits != 4 || first->year < 1000 || first->has_direction
      || first->mod != RISALAH_EDTF_MOD_NONE)
    return at;
  while (!closed && expression->n_points < DATE_LIST_MAX)
    {
      guint next = at;
      guint after;
      int year;

      if (date_is_mark (parser, next, ','))
        next++;
      if (date_is_class (parser, next, DATE_CLASS_AND)
          || date_is_class (parser, next, DATE_CLASS_OR))
        {
          kind =
              date_is_class (parser, next, DATE_CLASS_OR) ? EXPRESSION_ONE_OF : EXPRESSION_ALL_OF;
          closed = TRUE;
          next++;
        }
      if (date_unit_at (parser, next) == DATE_UNIT_YEAR)
        next++;
      after = next == at ? 0 : date_parse_year (parser, next, &year);
      if (after == 0 || date_number_is_guarded (parser, next))
        break;
      date_point_init (&expression->points[expression->n_points], POINT_CALENDAR, "year");
      expression->points[expression->n_points++].year = year;
      at = after;
      if (closed)
        {
          good = at;
          n_good = expression->n_points;
        }
    }
  expression->n_points = n_good;
  if (n_good > 1)
    expression->kind = kind;
  return good;
}

/* "Juli dan Agustus 2025": a second month, whose year is the first one's too. */
guint
date_extend_to_months (const DateParser *parser, guint at, DateExpression *expression)
{
  DatePoint *first = &expression->points[0];
  DatePoint *second = &expression->points[1];
  guint after;

  if (first->kind != POINT_CALENDAR || first->month == 0 || first->day != 0
      || first->year != DATE_NO_YEAR || first->has_direction || first->has_year_offset
      || !(date_is_class (parser, at, DATE_CLASS_AND) || date_is_class (parser, at, DATE_CLASS_OR))
      || !date_is_capitalised (parser, at + 1))
    return at;
  after = date_parse_month_alone (parser, at + 1, TRUE, second);
  if (after == 0)
    return at;
  first->year = second->year;
  first->has_direction = second->has_direction;
  first->direction = second->direction;
  first->has_year_offset = second->has_year_offset;
  first->year_offset = second->year_offset;
  expression->n_points = 2;
  expression->kind =
      date_is_class (parser, at, DATE_CLASS_OR) ? EXPRESSION_ONE_OF : EXPRESSION_ALL_OF;
  return after;
}
