/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DateWeekdays, alone or before a date: "Senin-Rabu", "Selasa pekan lalu", and "Minggu", which may
 * be a week. */

#include "risalah-dates-private.h"

/* Tells whether "minggu" here is Sunday and not a week. */
static gboolean
is_sunday (const DateParser *parser, guint index)
{
  const Lexeme *after = date_lexeme (parser, index + 1);

  if (after->class == DATE_CLASS_PAST || after->class == DATE_CLASS_THIS
      || after->class == DATE_CLASS_FUTURE || after->class == DATE_CLASS_RECENT)
    return FALSE;
  if (after->mark == '(' || after->type == LEXEME_NUMBER
      || (after->mark == ',' && date_lexeme (parser, index + 2)->type == LEXEME_NUMBER))
    return TRUE;
  if (date_is_mark (parser, (gint64)index - 1, '-') || after->mark == '-')
    return date_is_capitalised (parser, index);
  return (date_is_capitalised (parser, index) && g_strcmp0 (parser->context->language, "ms") != 0)
         || date_unit_at (parser, (gint64)index - 1) == DATE_UNIT_DAY;
}

static guint
parse_weekday (const DateParser *parser, guint index, int *weekday, gboolean *is_short)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  *weekday = lexeme->value;
  if (lexeme->class == DATE_CLASS_WEEKDAY
      || (lexeme->class == DATE_CLASS_SUNDAY_OR_WEEK && is_sunday (parser, index)))
    return index + 1;
  if (lexeme->class == DATE_CLASS_WEEKDAY_SHORT && date_is_capitalised (parser, index))
    {
      *is_short = TRUE;
      return index + 1 + date_is_mark (parser, index + 1, '.');
    }
  return 0;
}

/* "Senin", "Senin-Rabu", "Senin hingga Rabu", "Senin dan Selasa". */
guint
date_parse_weekdays (const DateParser *parser, guint index, DateWeekdays *weekdays)
{
  guint at = parse_weekday (parser, index, &weekdays->first, &weekdays->is_short);
  guint second;
  guint after;

  if (at == 0)
    return 0;
  weekdays->is_capitalised = date_is_capitalised (parser, index);
  weekdays->last = weekdays->first;
  second = at;
  if (date_is_class (parser, at, DATE_CLASS_PART_OF_DAY))
    second++;
  if (!date_is_mark (parser, second, '-') && !date_is_class (parser, second, DATE_CLASS_UNTIL)
      && !date_is_class (parser, second, DATE_CLASS_TO)
      && !date_is_class (parser, second, DATE_CLASS_AND))
    return at;
  weekdays->is_list = date_is_class (parser, second, DATE_CLASS_AND);
  second++;
  if (date_unit_at (parser, second) == DATE_UNIT_DAY)
    second++;
  after = parse_weekday (parser, second, &weekdays->last, &weekdays->is_short);
  if (after == 0)
    {
      weekdays->is_list = FALSE;
      weekdays->last = weekdays->first;
      return at;
    }
  weekdays->is_range = !weekdays->is_list;
  return after;
}

/* A weekday with no date: it must be written as one, and not inside a name. */
static gboolean
weekday_is_alone (const DateParser *parser, guint index, guint after, const DateWeekdays *weekdays)
{
  gint64 before = (gint64)index - 1;

  if (!weekdays->is_capitalised || weekdays->is_short)
    return FALSE;
  if (date_is_class (parser, before, DATE_CLASS_NAME_BEFORE)
      || date_is_class (parser, after, DATE_CLASS_NAME_AFTER)
      || date_is_class (parser, after, DATE_CLASS_WEEKDAY)
      || date_is_class (parser, before, DATE_CLASS_WEEKDAY))
    return FALSE;
  return !(date_is_glued (parser, index) && date_is_mark (parser, before, '-'));
}

/* A weekday, with what places it: "Selasa", "Selasa pekan lalu", "Tuesday next week". */
guint
date_finish_weekday (const DateParser *parser,
                     guint index,
                     guint after,
                     const DateWeekdays *weekdays,
                     const DatePoint *said,
                     DateExpression *expression)
{
  if (!weekday_is_alone (parser, index, after, weekdays))
    return 0;
  expression->n_points = weekdays->is_range || weekdays->is_list ? 2 : 1;
  expression->kind = weekdays->is_range  ? EXPRESSION_RANGE
                     : weekdays->is_list ? EXPRESSION_ALL_OF
                                         : EXPRESSION_POINT;
  for (guint i = 0; i < expression->n_points; i++)
    {
      expression->points[i] = *said;
      expression->points[i].kind = POINT_WEEKDAY;
      expression->points[i].rule = "weekday";
      expression->points[i].weekday = i == 0 ? weekdays->first : weekdays->last;
    }
  return after;
}
