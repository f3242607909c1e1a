/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first and the last day that a date can mean. Unspecified digits are every digit that makes
 * a real date; a qualifier does not widen anything. */

#include "risalah-edtf-private.h"

#include <string.h>

/* What the numbers 21 to 41 in a month's place mean: first month, and how many. A season that
 * begins in December ends in the next year. Seasons without a hemisphere are the northern. */
static const struct
{
  guint8 month;
  guint8 n_months;
} subyears[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 21–24 */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 25–28, northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29–32, southern */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* 33–36, quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* 37–39, terms of four months */
  { 1, 6 }, { 7, 6 },                       /* 40–41, halves */
};

/* Tells whether @value, written with as many digits as @pattern has, fits it. */
static gboolean
fits (const char *pattern, int value)
{
  for (int i = (int)strlen (pattern) - 1; i >= 0; i--)
    {
      if (pattern[i] != 'X' && pattern[i] - '0' != value % 10)
        return FALSE;
      value /= 10;
    }
  return value == 0;
}

static int
year_limit (const char *pattern, char filler)
{
  int year = 0;

  for (guint i = 0; pattern[i] != '\0'; i++)
    year = year * 10 + ((pattern[i] == 'X' ? filler : pattern[i]) - '0');
  return year;
}

/* The lowest and the highest year that @date can mean. */
static void
get_years (const EdtfDate *date, gint64 *lowest, gint64 *highest)
{
  if (date->is_long)
    *lowest = *highest = date->long_year;
  else
    {
      gint64 low = year_limit (date->year, '0');
      gint64 high = year_limit (date->year, '9');

      *lowest = date->negative ? -high : low;
      *highest = date->negative ? -low : high;
    }

  if (date->significant > 0)
    {
      gint64 magnitude = ABS (*lowest);
      gint64 unit = 1;

      for (gint64 rest = magnitude; rest >= 10; rest /= 10)
        unit *= 10;
      for (guint i = 1; i < date->significant && unit > 1; i++)
        unit /= 10;
      magnitude = magnitude / unit * unit;
      *lowest = *highest < 0 ? -(magnitude + unit - 1) : magnitude;
      *highest = *highest < 0 ? -magnitude : magnitude + unit - 1;
    }
}

static gboolean
year_fits (const EdtfDate *date, gint64 year)
{
  if (date->is_long || date->significant > 0)
    return TRUE;
  return fits (date->year, ABS (year));
}

/* Finds the first (or, with @step -1, the last) day of a full or partial month in @year. */
static gboolean
find_in_year (const EdtfDate *date, gint64 year, int step, gint64 *found)
{
  for (int month = step > 0 ? 1 : 12; month >= 1 && month <= 12; month += step)
    {
      int length = risalah_day_get_month_length (year, month);

      if (date->month[0] != '\0' && !fits (date->month, month))
        continue;
      for (int day = step > 0 ? 1 : length; day >= 1 && day <= length; day += step)
        if (date->day[0] == '\0' || fits (date->day, day))
          {
            *found = risalah_day_from_date (year, month, day);
            return TRUE;
          }
    }
  return FALSE;
}

/* Goes from the lowest year up, or from the highest down, to the first with a fitting day. */
static gboolean
find_day (const EdtfDate *date, int step, gint64 *found)
{
  gint64 lowest;
  gint64 highest;

  get_years (date, &lowest, &highest);
  for (gint64 year = step > 0 ? lowest : highest; year >= lowest && year <= highest; year += step)
    if (year_fits (date, year) && find_in_year (date, year, step, found))
      return TRUE;
  return FALSE;
}

/* The number from 21 to 41 in the month's place, or 0. */
int
risalah_edtf_date_get_subyear (const EdtfDate *date)
{
  int number;

  if (date->month[0] == '\0' || strchr (date->month, 'X') != NULL)
    return 0;
  number = (date->month[0] - '0') * 10 + (date->month[1] - '0');
  return number > 20 ? number : 0;
}

/* Tells whether any day of the calendar fits. */
gboolean
risalah_edtf_date_is_possible (const EdtfDate *date)
{
  int subyear = risalah_edtf_date_get_subyear (date);
  gint64 found;

  if (subyear != 0)
    return subyear - 21 < (int)G_N_ELEMENTS (subyears) && date->day[0] == '\0';
  return find_day (date, 1, &found);
}

/* Tells whether the date lies in time: a day and month of no year do not. */
gboolean
risalah_edtf_date_has_bounds (const EdtfDate *date)
{
  return date->is_long || strcmp (date->year, "XXXX") != 0;
}

/* The bounds of a date that is possible and has some. */
void
risalah_edtf_date_get_bounds (const EdtfDate *date, EdtfBounds *bounds)
{
  int subyear = risalah_edtf_date_get_subyear (date);

  memset (bounds, 0, sizeof *bounds);
  if (!risalah_edtf_date_has_bounds (date))
    return;
  bounds->has_earliest = bounds->has_latest = TRUE;
  if (subyear == 0)
    {
      find_day (date, 1, &bounds->earliest);
      find_day (date, -1, &bounds->latest);
    }
  else
    {
      int month = subyears[subyear - 21].month;
      int after = month + subyears[subyear - 21].n_months;
      gint64 lowest;
      gint64 highest;

      get_years (date, &lowest, &highest);
      bounds->earliest = risalah_day_from_date (lowest, month, 1);
      bounds->latest = risalah_day_from_date (highest + (after > 12), (after - 1) % 12 + 1, 1) - 1;
    }
}

/* The bounds of a date or a range; an open or unknown end has none. */
void
risalah_edtf_item_get_bounds (const EdtfItem *item, EdtfBounds *bounds)
{
  EdtfBounds start = { 0 };
  EdtfBounds end = { 0 };

  if (item->start.type == EDTF_END_DATE)
    risalah_edtf_date_get_bounds (&item->start.date, &start);
  if (!item->is_range)
    end = start;
  else if (item->end.type == EDTF_END_DATE)
    risalah_edtf_date_get_bounds (&item->end.date, &end);

  bounds->has_earliest = start.has_earliest;
  bounds->earliest = start.earliest;
  bounds->has_latest = end.has_latest;
  bounds->latest = end.latest;
}
