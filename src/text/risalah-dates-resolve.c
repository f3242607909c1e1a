/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a text says to an EDTF value, by the reference date: the nearest fitting year for a
 * date that states none, units counted from the reference, weeks from Monday to Sunday. */

#include "risalah-dates-private.h"

#include <string.h>

/* Days that a year against the telling's tense must be nearer. */
#define AGAINST_TENSE 45

/* The date of a day. */
void
date_simple_from_day (DateSimple *simple, gint64 day)
{
  memset (simple, 0, sizeof *simple);
  simple->has_year = TRUE;
  simple->known_digits = 4;
  risalah_day_to_date (day, &simple->year, &simple->month, &simple->day);
}

static void
simple_init (DateSimple *simple, gint64 year, int month)
{
  memset (simple, 0, sizeof *simple);
  simple->has_year = TRUE;
  simple->known_digits = 4;
  simple->year = year;
  simple->month = month;
}

static gboolean
has_reference_day (const DateContext *context)
{
  return context->reference_year != DATE_NO_YEAR && context->reference_day > 0;
}

/* The reference's day; its first one where only a month or a year is known. */
static gint64
reference_day (const DateContext *context)
{
  return risalah_day_from_date (context->reference_year, MAX (context->reference_month, 1),
                                MAX (context->reference_day, 1));
}

/* Months since the year 0. */
static gint64
reference_month (const DateContext *context)
{
  return (gint64)context->reference_year * 12 + context->reference_month - 1;
}

static gint64
floor_divide (gint64 value, gint64 divisor)
{
  return value / divisor - (value % divisor != 0 && value < 0);
}

static void
simple_from_month (DateSimple *simple, gint64 month)
{
  gint64 year = floor_divide (month, 12);

  simple_init (simple, year, month - year * 12 + 1);
}

static gboolean
day_exists (gint64 year, int month, int day)
{
  return month >= 1 && month <= 12 && day >= 1 && day <= risalah_day_get_month_length (year, month);
}

/* The day that dates without a year are nearest to: the anchor in this paragraph where it lies in
 * another time than the reference, else the reference, else the anchor. */
static gboolean
nearest_to (DateResolver *resolver, gint64 *day)
{
  const DateContext *context = resolver->context;
  gboolean has_reference = context->reference_year != DATE_NO_YEAR;

  if (context->has_anchor)
    {
      gint64 distance =
          has_reference ? ABS (reference_day (context) - context->anchor) : G_MAXINT64;

      if (!has_reference
          || (distance > 550 && context->anchor_position >= context->paragraph_start))
        {
          *day = context->anchor;
          return TRUE;
        }
    }
  if (!has_reference)
    return FALSE;
  resolver->used_reference = TRUE;
  *day = reference_day (context);
  return TRUE;
}

/* The year before or after the reference in which the month, or the day, last or next falls. */
static gint64
directed_year (const DateContext *context, const DatePoint *point)
{
  gint64 year = context->reference_year;
  int place = point->month * 32 + point->day;
  int reference = context->reference_month * 32 + (point->day > 0 ? context->reference_day : 0);

  if (point->direction == 0 || context->reference_month == 0)
    return point->direction == 0 ? year : year + point->direction;
  if (point->direction < 0)
    return place < reference || (place == reference && point->day > 0) ? year : year - 1;
  return place > reference || (place == reference && point->day > 0) ? year : year + 1;
}

/* The year whose date is nearest to @day; one in which the weekday fits comes first. What is not
 * told of as to come leans to the past. */
static gint64
nearest_year (const DatePoint *point, gint64 day, gboolean is_planned)
{
  gint64 middle;
  int month;
  int of_month;
  gint64 best = 0;
  gint64 best_cost = G_MAXINT64;

  risalah_day_to_date (day, &middle, &month, &of_month);
  for (gint64 year = middle - 1; year <= middle + 1; year++)
    {
      gint64 candidate;
      gint64 cost;

      if (point->day > 0 && !day_exists (year, point->month, point->day))
        continue;
      candidate = risalah_day_from_date (year, point->month, point->day > 0 ? point->day : 15);
      cost = ABS (candidate - day);
      if (point->day == 0 && point->month == month && year == middle)
        cost = 0;
      else if ((candidate > day) != is_planned)
        cost += AGAINST_TENSE;
      if (point->weekday != 0 && risalah_day_get_weekday (candidate) != point->weekday)
        cost += 100000;
      if (cost < best_cost)
        {
          best_cost = cost;
          best = year;
        }
    }
  return best_cost == G_MAXINT64 ? middle : best;
}

/* "tanggal 28", "tanggal 20 bulan ini": a day of the reference's month or the one beside it. */
static gboolean
resolve_day_alone (DateResolver *resolver, const DatePoint *point, DateSimple *simple)
{
  const DateContext *context = resolver->context;
  gint64 month;

  if (context->reference_year == DATE_NO_YEAR || context->reference_month == 0)
    return FALSE;
  resolver->used_reference = TRUE;
  month = reference_month (context);
  if (point->has_month_offset)
    month += point->month_offset;
  else if (point->has_direction && point->direction < 0 && point->day > context->reference_day)
    month--;
  else if (point->has_direction && point->direction > 0 && point->day < context->reference_day)
    month++;
  simple_from_month (simple, month);
  simple->day = point->day;
  return TRUE;
}

static gboolean
resolve_calendar (DateResolver *resolver, const DatePoint *point, DateSimple *simple)
{
  const DateContext *context = resolver->context;
  gint64 near_day;

  memset (simple, 0, sizeof *simple);
  if (point->day > 0 && point->month == 0)
    return resolve_day_alone (resolver, point, simple);
  simple->known_digits = point->known_digits;
  simple->month = point->month;
  simple->day = point->day;
  simple->year = point->year;
  simple->has_year = point->year != DATE_NO_YEAR;
  if (!simple->has_year && point->same_year && context->has_anchor)
    {
      int month;
      int day;

      simple->has_year = TRUE;
      risalah_day_to_date (context->anchor, &simple->year, &month, &day);
    }
  if (!simple->has_year && (point->has_year_offset || point->has_direction)
      && context->reference_year != DATE_NO_YEAR)
    {
      resolver->used_reference = TRUE;
      simple->has_year = TRUE;
      simple->year = point->has_year_offset ? context->reference_year + point->year_offset
                                            : directed_year (context, point);
    }
  else if (!simple->has_year && nearest_to (resolver, &near_day))
    {
      simple->has_year = TRUE;
      simple->year = nearest_year (point, near_day, resolver->is_planned);
    }

  if (simple->known_digits < 4 || simple->day == 0)
    return TRUE;
  if (!day_exists (simple->has_year ? simple->year : 2000, simple->month, simple->day))
    return FALSE;
  if (point->weekday != 0 && simple->has_year
      && risalah_day_get_weekday (risalah_day_from_date (simple->year, simple->month, simple->day))
             != point->weekday)
    simple->qualifier |= 1;
  return TRUE;
}

static gboolean
resolve_subyear (DateResolver *resolver, const DatePoint *point, DateSimple *simple)
{
  simple_init (simple, point->year, 0);
  simple->subyear = point->subyear;
  if (point->year != DATE_NO_YEAR)
    return TRUE;
  if (!point->has_year_offset || resolver->context->reference_year == DATE_NO_YEAR)
    return FALSE;
  resolver->used_reference = TRUE;
  simple->year = resolver->context->reference_year + point->year_offset;
  return TRUE;
}

/* A weekday alone is the latest one that is not after the reference, or the next where a plan is
 * told. */
static gboolean
resolve_weekday (DateResolver *resolver, const DatePoint *point, DateSimple *simple)
{
  gint64 reference;
  int today;
  int back;

  if (!has_reference_day (resolver->context))
    return FALSE;
  resolver->used_reference = TRUE;
  reference = reference_day (resolver->context);
  today = risalah_day_get_weekday (reference);
  back = (today - point->weekday + 7) % 7;
  if (point->has_week)
    reference += point->weekday - today + 7 * point->count;
  else if (point->has_direction && point->direction > 0)
    reference += back == 0 ? 7 : 7 - back;
  else if (point->has_direction && point->direction == 0)
    reference += point->weekday - today;
  else if (point->has_direction && back == 0)
    reference -= 7;
  else if (!point->has_direction && resolver->is_planned)
    reference += (point->weekday - today + 7) % 7;
  else
    reference -= back;
  date_simple_from_day (simple, reference);
  return TRUE;
}

/* A unit @count away from the reference's. */
static gboolean
resolve_offset (DateResolver *resolver, const DatePoint *point, DateResolved *resolved)
{
  const DateContext *context = resolver->context;
  gint64 day;

  if (context->reference_year == DATE_NO_YEAR)
    return FALSE;
  if ((point->unit <= DATE_UNIT_WEEK && context->reference_day == 0)
      || (point->unit == DATE_UNIT_MONTH && context->reference_month == 0))
    return FALSE;
  resolver->used_reference = TRUE;
  switch (point->unit)
    {
    case DATE_UNIT_NONE:
    case DATE_UNIT_HOUR:
      return FALSE;
    case DATE_UNIT_DAY:
      date_simple_from_day (&resolved->start, reference_day (context) + point->count);
      break;
    case DATE_UNIT_WEEK:
      day = reference_day (context);
      day += 7 * point->count + 1 - risalah_day_get_weekday (day);
      date_simple_from_day (&resolved->start, day);
      date_simple_from_day (&resolved->end, day + 6);
      resolved->is_interval = TRUE;
      break;
    case DATE_UNIT_MONTH:
      simple_from_month (&resolved->start, reference_month (context) + point->count);
      break;
    case DATE_UNIT_YEAR:
      simple_init (&resolved->start, context->reference_year + point->count, 0);
      resolved->start.qualifier = point->round ? 2 : 0;
      break;
    case DATE_UNIT_DECADE:
      simple_init (&resolved->start, context->reference_year + 10 * point->count, 0);
      resolved->start.known_digits = 3;
      break;
    case DATE_UNIT_CENTURY:
      simple_init (&resolved->start, (context->reference_year - 1) / 100 + 1 + point->count, 0);
      resolved->start.known_digits = 2;
      break;
    }
  return TRUE;
}

/* "tiga tahun terakhir": from the reference less three years to the reference's year. */
static gboolean
resolve_span (DateResolver *resolver, const DatePoint *point, DateResolved *resolved)
{
  DatePoint away = *point;
  DatePoint here = *point;
  DateResolved far = { 0 };
  DateResolved near = { 0 };

  if (point->unit == DATE_UNIT_WEEK)
    {
      away.unit = here.unit = DATE_UNIT_DAY;
      away.count = 7 * point->count;
    }
  here.count = 0;
  away.round = here.round = FALSE;
  if (!resolve_offset (resolver, &away, &far) || !resolve_offset (resolver, &here, &near))
    return FALSE;
  resolved->is_interval = TRUE;
  resolved->start = point->count < 0 ? far.start : near.start;
  resolved->end = point->count < 0 ? near.start : far.start;
  return TRUE;
}

/* Resolves one point; FALSE where it has no value. */
gboolean
date_resolve_point (DateResolver *resolver, const DatePoint *point, DateResolved *resolved)
{
  memset (resolved, 0, sizeof *resolved);
  if (point->impossible)
    return FALSE;
  switch (point->kind)
    {
    case POINT_CALENDAR:
      if (!resolve_calendar (resolver, point, &resolved->start))
        return FALSE;
      break;
    case POINT_SUBYEAR:
      if (!resolve_subyear (resolver, point, &resolved->start))
        return FALSE;
      break;
    case POINT_WEEKDAY:
      if (!resolve_weekday (resolver, point, &resolved->start))
        return FALSE;
      break;
    case POINT_OFFSET:
      if (!resolve_offset (resolver, point, resolved))
        return FALSE;
      break;
    case POINT_SPAN:
      if (!resolve_span (resolver, point, resolved))
        return FALSE;
      break;
    case POINT_NOW:
      return FALSE;
    }
  if (!resolved->is_interval)
    resolved->end = resolved->start;
  return TRUE;
}
