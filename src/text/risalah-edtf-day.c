/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the proleptic Gregorian calendar as Julian day numbers. */

#include "risalah-edtf.h"

/* The Julian day number of 1 March of the year 0, from which the eras of 400 years count. */
#define DAY_OF_ERA_START 1721120
#define DAYS_IN_ERA      146097

static gint64
floor_divide (gint64 value, gint64 divisor)
{
  return value / divisor - (value % divisor != 0 && (value < 0) != (divisor < 0));
}

/**
 * risalah_day_from_date:
 * @year: astronomical: 0 is 1 BC
 * @month: 1 to 12
 * @day: from 1
 *
 * Counts in eras of 400 years that begin on 1 March, so that the leap day is the last of its
 * year (Hinnant, “chrono-Compatible Low-Level Date Algorithms”, 2013).
 *
 * Returns: the Julian day number of the day that begins at noon on that date
 */
gint64
risalah_day_from_date (gint64 year, int month, int day)
{
  gint64 era;
  gint64 year_of_era;
  gint64 day_of_year;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  year -= month <= 2;
  era = floor_divide (year, 400);
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return DAY_OF_ERA_START + era * DAYS_IN_ERA + year_of_era * 365 + year_of_era / 4
         - year_of_era / 100 + day_of_year;
}

/**
 * risalah_day_to_date:
 * @julian_day: a Julian day number
 * @year: (out): astronomical
 * @month: (out): 1 to 12
 * @day: (out): from 1
 *
 * The inverse of risalah_day_from_date().
 */
void
risalah_day_to_date (gint64 julian_day, gint64 *year, int *month, int *day)
{
  gint64 era = floor_divide (julian_day - DAY_OF_ERA_START, DAYS_IN_ERA);
  gint64 day_of_era = julian_day - DAY_OF_ERA_START - era * DAYS_IN_ERA;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 march_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/**
 * risalah_day_to_edtf:
 * @julian_day: a day
 *
 * Returns: (transfer full): its date; of a year that has not four digits, the year alone
 */
char *
risalah_day_to_edtf (gint64 julian_day)
{
  gint64 year;
  int month, day;

  risalah_day_to_date (julian_day, &year, &month, &day);
  if (year < 0)
    return g_strdup_printf ("-%04" G_GINT64_FORMAT, -year);
  if (year > 9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, year);
  return g_strdup_printf ("%04d-%02d-%02d", (int)year, month, day);
}

/**
 * risalah_day_get_weekday:
 * @julian_day: a Julian day number
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts
 */
int
risalah_day_get_weekday (gint64 julian_day)
{
  return julian_day - floor_divide (julian_day, 7) * 7 + 1;
}

/**
 * risalah_day_get_month_length:
 * @year: astronomical
 * @month: 1 to 12
 *
 * Returns: how many days the month has, 28 to 31
 */
int
risalah_day_get_month_length (gint64 year, int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  return lengths[month - 1] + (month == 2 && leap);
}
