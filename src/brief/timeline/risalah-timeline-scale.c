/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days to places and back, zoom about a point, and ticks whose words fit between them. */

#include "risalah-timeline-scale.h"

#include <math.h>

#define DAYS_PER_YEAR 365.2425
#define MOST_DAYS     (2000 * DAYS_PER_YEAR)
/* Days further away than any date of a history or a plan; keeps fractions of a day exact. */
#define FURTHEST 4.0e9
/* Ticks without words stand no closer, in font sizes. */
#define LEAST_GAP 0.8

/* The days from one tick to the next, the room that its words need in font sizes, and of what a
 * tick is a part: the words of that stand above it. */
static const struct
{
  double days;
  double room;
  guint months;
  RisalahTimelineLevel whole;
} levels[] = {
  [RISALAH_TIMELINE_DAY] = { 1, 2.2, 0, RISALAH_TIMELINE_MONTH },
  [RISALAH_TIMELINE_WEEK] = { 7, 2.2, 0, RISALAH_TIMELINE_MONTH },
  [RISALAH_TIMELINE_MONTH] = { 30, 5.4, 1, RISALAH_TIMELINE_YEAR },
  [RISALAH_TIMELINE_QUARTER] = { 91, 5.4, 3, RISALAH_TIMELINE_YEAR },
  [RISALAH_TIMELINE_YEAR] = { DAYS_PER_YEAR, 4, 12, RISALAH_TIMELINE_CENTURY },
  [RISALAH_TIMELINE_FIVE_YEARS] = { 5 * DAYS_PER_YEAR, 4, 60, RISALAH_TIMELINE_CENTURY },
  [RISALAH_TIMELINE_DECADE] = { 10 * DAYS_PER_YEAR, 4, 120, RISALAH_TIMELINE_CENTURY },
  [RISALAH_TIMELINE_FIFTY_YEARS] = { 50 * DAYS_PER_YEAR, 5, 600, RISALAH_TIMELINE_CENTURY },
  [RISALAH_TIMELINE_CENTURY] = { 100 * DAYS_PER_YEAR, 9, 1200, RISALAH_TIMELINE_MILLENNIUM },
  [RISALAH_TIMELINE_FIVE_CENTURIES] = { 500 * DAYS_PER_YEAR, 5, 6000, RISALAH_TIMELINE_MILLENNIUM },
  [RISALAH_TIMELINE_MILLENNIUM] = { 1000 * DAYS_PER_YEAR, 5, 12000, RISALAH_TIMELINE_MILLENNIUM },
};

static void
keep_within (RisalahTimelineScale *self)
{
  self->pixels_per_day = CLAMP (self->pixels_per_day, self->width / MOST_DAYS, self->width);
  self->start = CLAMP (self->start, -FURTHEST, FURTHEST);
}

/**
 * risalah_timeline_scale_init:
 * @self: (out caller-allocates): a scale
 * @first: the Julian day at the left edge
 * @end: the Julian day at the right edge
 * @width: the view's width
 *
 * A span shorter than a day or longer than 2,000 years is shown about its middle.
 */
void
risalah_timeline_scale_init (RisalahTimelineScale *self, double first, double end, double width)
{
  double middle = (first + end) / 2;

  g_return_if_fail (self != NULL && width > 0);

  self->width = width;
  self->pixels_per_day = end > first ? width / (end - first) : width;
  self->pixels_per_day = CLAMP (self->pixels_per_day, width / MOST_DAYS, width);
  self->start = middle - width / self->pixels_per_day / 2;
  keep_within (self);
}

/**
 * risalah_timeline_scale_get_x:
 * @self: a scale
 * @day: a Julian day, with its fraction
 *
 * Returns: its place, also one outside the view
 */
double
risalah_timeline_scale_get_x (const RisalahTimelineScale *self, double day)
{
  return (day - self->start) * self->pixels_per_day;
}

/**
 * risalah_timeline_scale_get_day:
 * @self: a scale
 * @x: a place
 *
 * Returns: the Julian day there, with its fraction
 */
double
risalah_timeline_scale_get_day (const RisalahTimelineScale *self, double x)
{
  return self->start + x / self->pixels_per_day;
}

/**
 * risalah_timeline_scale_zoom:
 * @self: a scale
 * @x: what stays where it is
 * @factor: how much larger a day becomes, more than 0
 */
void
risalah_timeline_scale_zoom (RisalahTimelineScale *self, double x, double factor)
{
  double day = risalah_timeline_scale_get_day (self, x);

  g_return_if_fail (factor > 0);

  self->pixels_per_day *= factor;
  keep_within (self);
  self->start = day - x / self->pixels_per_day;
  keep_within (self);
}

/**
 * risalah_timeline_scale_pan:
 * @self: a scale
 * @distance: how far the view goes towards later days
 */
void
risalah_timeline_scale_pan (RisalahTimelineScale *self, double distance)
{
  self->start += distance / self->pixels_per_day;
  keep_within (self);
}

/**
 * risalah_timeline_scale_get_level:
 * @self: a scale
 * @font_size: of the words, in the scale's unit
 *
 * Returns: the finest level whose ticks can all have words
 */
RisalahTimelineLevel
risalah_timeline_scale_get_level (const RisalahTimelineScale *self, double font_size)
{
  guint level = RISALAH_TIMELINE_DAY;

  while (level < RISALAH_TIMELINE_MILLENNIUM
         && levels[level].days * self->pixels_per_day < levels[level].room * font_size)
    level++;
  return level;
}

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/* The last tick of @level on @day or before. */
static gint64
get_tick_before (RisalahTimelineLevel level, gint64 day)
{
  gint64 year, months;
  int month, date;

  if (level == RISALAH_TIMELINE_DAY)
    return day;
  risalah_day_to_date (day, &year, &month, &date);
  if (level == RISALAH_TIMELINE_WEEK)
    return risalah_day_from_date (year, month, MIN (floor_to (date - 1, 7), 21) + 1);
  months = floor_to (year * 12 + month - 1, levels[level].months);
  year = floor_to (months, 12) / 12;
  return risalah_day_from_date (year, months - year * 12 + 1, 1);
}

static gint64
get_tick_after (RisalahTimelineLevel level, gint64 tick)
{
  gint64 year, months;
  int month, date;

  if (level == RISALAH_TIMELINE_DAY)
    return tick + 1;
  risalah_day_to_date (tick, &year, &month, &date);
  if (level == RISALAH_TIMELINE_WEEK && date < 22)
    return tick + 7;
  months = year * 12 + month - 1 + (level == RISALAH_TIMELINE_WEEK ? 1 : levels[level].months);
  year = floor_to (months, 12) / 12;
  return risalah_day_from_date (year, months - year * 12 + 1, 1);
}

/* What a tick says alone: a day of a month is its number, a month of a year has no year. A century
 * has its own name; what is shorter or longer is told by its first year. */
static char *
dup_edtf (RisalahTimelineLevel level, gint64 year, int month)
{
  if (year < 0 || year > 9999)
    return g_strdup_printf (ABS (year) > 9999 ? "Y%" G_GINT64_FORMAT : "-%04" G_GINT64_FORMAT,
                            ABS (year) > 9999 ? year : -year);
  if (level == RISALAH_TIMELINE_MONTH)
    return g_strdup_printf ("%04d-%02d", (int)year, month);
  if (level == RISALAH_TIMELINE_CENTURY)
    return g_strdup_printf ("%02dXX", (int)year / 100);
  return g_strdup_printf ("%04d", (int)year);
}

static char *
dup_words (RisalahTimelineLevel level, gint64 day, RisalahEdtfLookup lookup, gpointer user_data)
{
  g_autoptr (RisalahEdtf) edtf = NULL;
  g_autofree char *text = NULL;
  gint64 year;
  int month, date;

  risalah_day_to_date (day, &year, &month, &date);
  text = dup_edtf (level, year, month);
  edtf = risalah_edtf_parse (text, NULL);
  if (edtf == NULL)
    return g_steal_pointer (&text);
  return risalah_edtf_to_words (edtf, RISALAH_EDTF_MOD_NONE, lookup, user_data);
}

static char *
dup_label (RisalahTimelineLevel level, gint64 day, RisalahEdtfLookup lookup, gpointer user_data)
{
  g_autofree char *key = NULL;
  const char *name;
  gint64 year;
  int month, date;

  if (level >= RISALAH_TIMELINE_YEAR)
    return dup_words (level, day, lookup, user_data);
  risalah_day_to_date (day, &year, &month, &date);
  if (level <= RISALAH_TIMELINE_WEEK)
    return g_strdup_printf ("%d", date);
  key = g_strdup_printf ("edtf.month.%d", month);
  name = lookup (key, user_data);
  return name != NULL ? g_strdup (name) : g_strdup_printf ("%d", month);
}

static void
clear_tick (gpointer data)
{
  g_free (((RisalahTimelineTick *)data)->label);
}

/* The finest level whose ticks divide those of @level and are not too close. */
static RisalahTimelineLevel
get_finer_level (const RisalahTimelineScale *self, RisalahTimelineLevel level, double font_size)
{
  guint finer = level;

  while (finer > 0
         && levels[finer - 1].days * self->pixels_per_day >= LEAST_GAP * font_size)
    finer--;
  return finer;
}

/**
 * risalah_timeline_scale_get_ticks:
 * @self: a scale
 * @font_size: of their words, in the scale's unit
 * @lookup: (scope call): the words of the language
 * @user_data: handed to @lookup
 *
 * The ticks of the view, and one before it whose words may reach into it. The finer ones have no
 * words. A day says its number and a month its name; the rest stands above, see
 * risalah_timeline_scale_get_wholes().
 *
 * Returns: (transfer full) (element-type RisalahTimelineTick): by day
 */
GArray *
risalah_timeline_scale_get_ticks (const RisalahTimelineScale *self,
                                  double font_size,
                                  RisalahEdtfLookup lookup,
                                  gpointer user_data)
{
  RisalahTimelineLevel level = risalah_timeline_scale_get_level (self, font_size);
  RisalahTimelineLevel finer = get_finer_level (self, level, font_size);
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (RisalahTimelineTick));
  gint64 worded = get_tick_before (level, (gint64)self->start - 1);
  gint64 day = worded;

  g_array_set_clear_func (ticks, clear_tick);
  for (;;)
    {
      RisalahTimelineTick tick = { day, risalah_timeline_scale_get_x (self, day), NULL };

      if (tick.x > self->width)
        return ticks;
      if (day == worded)
        {
          tick.label = dup_label (level, day, lookup, user_data);
          worded = get_tick_after (level, day);
        }
      g_array_append_val (ticks, tick);
      day = MIN (get_tick_after (finer, day), worded);
    }
}

/**
 * risalah_timeline_scale_get_wholes:
 * @self: a scale
 * @font_size: of the words of the ticks, in the scale's unit
 * @lookup: (scope call): the words of the language
 * @user_data: handed to @lookup
 *
 * What the ticks are parts of: the month of days, the year of months, the century of years. The
 * first one begins before the view.
 *
 * Returns: (transfer full) (element-type RisalahTimelineTick): by day, all with words
 */
GArray *
risalah_timeline_scale_get_wholes (const RisalahTimelineScale *self,
                                   double font_size,
                                   RisalahEdtfLookup lookup,
                                   gpointer user_data)
{
  RisalahTimelineLevel part = risalah_timeline_scale_get_level (self, font_size);
  RisalahTimelineLevel level = levels[part].whole;
  GArray *wholes = g_array_new (FALSE, TRUE, sizeof (RisalahTimelineTick));

  g_array_set_clear_func (wholes, clear_tick);
  if (part >= RISALAH_TIMELINE_CENTURY)
    return wholes;
  for (gint64 day = get_tick_before (level, (gint64)floor (self->start));
       risalah_timeline_scale_get_x (self, day) <= self->width; day = get_tick_after (level, day))
    {
      const RisalahTimelineTick whole = { day, risalah_timeline_scale_get_x (self, day),
                                          dup_words (level, day, lookup, user_data) };

      g_array_append_val (wholes, whole);
    }
  return wholes;
}
