/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an expression as EDTF: its points resolved, a range's ends by what each leaves to the
 * other. */

#include "risalah-dates-private.h"

static void
append_simple (GString *out, const DateSimple *simple)
{
  static const char *const qualifiers[] = { "", "?", "~", "%" };

  if (simple->known_digits == 2)
    g_string_append_printf (out, "%s%02dXX", simple->year < 0 ? "-" : "",
                            (int)ABS (simple->year) - 1);
  else if (simple->known_digits == 3)
    g_string_append_printf (out, "%03dX", (int)simple->year / 10);
  else if (!simple->has_year)
    g_string_append (out, "XXXX");
  else
    g_string_append_printf (out, "%s%04d", simple->year < 0 ? "-" : "", (int)ABS (simple->year));
  if (simple->subyear > 0)
    g_string_append_printf (out, "-%02d", simple->subyear);
  if (simple->month > 0)
    g_string_append_printf (out, "-%02d", simple->month);
  if (simple->day > 0)
    g_string_append_printf (out, "-%02d", simple->day);
  if (simple->known_digits == 4)
    g_string_append (out, qualifiers[simple->qualifier & 3]);
}

/* The parts that one end of a range leaves to the other: "3–9 Juni", "28 Juli – 1 Agustus 2025". */
static void
share_parts (DatePoint *start, DatePoint *end)
{
  if (start->kind != POINT_CALENDAR || end->kind != POINT_CALENDAR || start->known_digits != 4
      || end->known_digits != 4)
    return;
  if (start->day > 0 && start->month == 0)
    start->month = end->month;
  if (end->day > 0 && end->month == 0)
    end->month = start->month;
  if (start->year != DATE_NO_YEAR && end->year == DATE_NO_YEAR && end->month > 0
      && !end->has_year_offset)
    end->year = start->year + (start->month > 0 && end->month < start->month);
  else if (end->year != DATE_NO_YEAR && start->year == DATE_NO_YEAR && start->month > 0
           && !start->has_year_offset)
    start->year = end->year - (start->month > end->month && end->month > 0);
}

/* Resolves the end of a range first, since the year or the direction stands there. */
static gboolean
resolve_range (DateResolver *resolver,
               const DateExpression *expression,
               DateResolved *start,
               DateResolved *end)
{
  DatePoint first = expression->points[0];
  DatePoint last = expression->points[1];

  share_parts (&first, &last);
  if (!date_resolve_point (resolver, &last, end))
    return FALSE;
  if (first.kind == POINT_CALENDAR && first.year == DATE_NO_YEAR && first.month > 0
      && !first.has_year_offset && end->start.has_year)
    first.year = end->start.year - (first.month > end->start.month);
  if (!date_resolve_point (resolver, &first, start))
    return FALSE;
  if (first.kind == POINT_WEEKDAY && last.kind == POINT_WEEKDAY && !first.has_week)
    date_simple_from_day (&start->start,
                          risalah_day_from_date (end->start.year, end->start.month, end->start.day)
                              - (last.weekday - first.weekday + 7) % 7);
  return TRUE;
}

static char *
range_string (DateResolver *resolver, const DateExpression *expression)
{
  GString *out = g_string_new (NULL);
  DateResolved start;
  DateResolved end;
  gboolean until_now = expression->points[1].kind == POINT_NOW;

  if (until_now ? !date_resolve_point (resolver, &expression->points[0], &start)
                : !resolve_range (resolver, expression, &start, &end))
    return g_string_free (out, TRUE);
  start.start.qualifier |= expression->qualifier;
  append_simple (out, &start.start);
  if (until_now)
    g_string_append (out, "/..");
  else
    {
      end.end.qualifier |= expression->qualifier;
      g_string_append_c (out, '/');
      append_simple (out, &end.end);
    }
  return g_string_free (out, FALSE);
}

static char *
list_string (DateResolver *resolver, const DateExpression *expression)
{
  GString *out = g_string_new (NULL);
  gboolean one_of = expression->kind == EXPRESSION_ONE_OF;

  for (guint i = 0; i < expression->n_points; i++)
    {
      DateResolved resolved;

      if (!date_resolve_point (resolver, &expression->points[i], &resolved))
        return g_string_free (out, TRUE);
      resolved.start.qualifier |= expression->qualifier;
      g_string_append_c (out, i > 0 ? ',' : one_of ? '[' : '{');
      append_simple (out, &resolved.start);
    }
  g_string_append_c (out, one_of ? ']' : '}');
  return g_string_free (out, FALSE);
}

static char *
point_string (DateResolver *resolver, const DateExpression *expression)
{
  GString *out = g_string_new (NULL);
  DateResolved resolved;

  if (!date_resolve_point (resolver, &expression->points[0], &resolved))
    return g_string_free (out, TRUE);
  resolved.start.qualifier |= expression->qualifier;
  resolved.end.qualifier |= expression->qualifier;
  if (expression->kind == EXPRESSION_UNTIL)
    g_string_append (out, "../");
  append_simple (out, expression->kind == EXPRESSION_UNTIL ? &resolved.end : &resolved.start);
  if (expression->kind == EXPRESSION_SINCE)
    g_string_append (out, "/..");
  else if (expression->kind == EXPRESSION_POINT && resolved.is_interval)
    {
      g_string_append_c (out, '/');
      append_simple (out, &resolved.end);
    }
  return g_string_free (out, FALSE);
}

/* Keeps the last whole date of the text, for the dates after it that state no year. */
static void
set_anchor (DateContext *context,
            const DateExpression *expression,
            const char *edtf,
            gsize position)
{
  const DatePoint *point = &expression->points[expression->n_points - 1];
  g_autoptr (RisalahEdtf) value = NULL;

  if (expression->role != RISALAH_DATE_EVENT || point->kind != POINT_CALENDAR
      || point->year == DATE_NO_YEAR || point->day == 0)
    return;
  value = risalah_edtf_parse (edtf, NULL);
  if (value != NULL && risalah_edtf_get_latest (value, &context->anchor))
    {
      context->has_anchor = TRUE;
      context->anchor_position = position;
    }
}

/* The EDTF value of @expression, %NULL where it has none; @relative tells whether it depends on
 * the reference date. @position is where the expression stands in the text, @is_planned whether it
 * is told of as to come. */
char *
date_resolve (DateContext *context,
              const DateExpression *expression,
              gsize position,
              gboolean is_planned,
              gboolean *relative)
{
  DateResolver resolver = { context, FALSE, is_planned };
  g_autofree char *text = NULL;
  g_autoptr (RisalahEdtf) value = NULL;

  switch (expression->kind)
    {
    case EXPRESSION_RANGE:
      text = range_string (&resolver, expression);
      break;
    case EXPRESSION_ONE_OF:
    case EXPRESSION_ALL_OF:
      text = list_string (&resolver, expression);
      break;
    case EXPRESSION_POINT:
    case EXPRESSION_SINCE:
    case EXPRESSION_UNTIL:
      text = point_string (&resolver, expression);
      break;
    }
  *relative = resolver.used_reference;
  for (guint i = 0; i < expression->n_points; i++)
    *relative |= expression->points[i].kind == POINT_WEEKDAY
                 || expression->points[i].kind == POINT_OFFSET
                 || expression->points[i].kind == POINT_SPAN;
  if (text == NULL || (value = risalah_edtf_parse (text, NULL)) == NULL)
    return NULL;
  set_anchor (context, expression, text, position);
  return g_steal_pointer (&text);
}
