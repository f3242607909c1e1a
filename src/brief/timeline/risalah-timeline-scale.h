/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a day stands on a timeline, and the ticks below it: from 2,000 years to a day across. */
#pragma once

#include "risalah-edtf.h"

G_BEGIN_DECLS

/**
 * RisalahTimelineScale:
 * @start: the Julian day at the left edge, with its fraction
 * @pixels_per_day: how wide a day is; from 2,000 years to a day fit @width
 * @width: of the view, in pixels or points, more than 0
 *
 * A value. The day of number n reaches from n to n + 1.
 */
typedef struct
{
  double start;
  double pixels_per_day;
  double width;
} RisalahTimelineScale;

/**
 * RisalahTimelineLevel:
 *
 * How far two ticks are from each other, the finest first.
 */
typedef enum
{
  RISALAH_TIMELINE_DAY,
  RISALAH_TIMELINE_WEEK, /* the 1st, 8th, 15th and 22nd of a month */
  RISALAH_TIMELINE_MONTH,
  RISALAH_TIMELINE_QUARTER,
  RISALAH_TIMELINE_YEAR,
  RISALAH_TIMELINE_FIVE_YEARS,
  RISALAH_TIMELINE_DECADE,
  RISALAH_TIMELINE_FIFTY_YEARS,
  RISALAH_TIMELINE_CENTURY,
  RISALAH_TIMELINE_FIVE_CENTURIES,
  RISALAH_TIMELINE_MILLENNIUM,
} RisalahTimelineLevel;

/**
 * RisalahTimelineTick:
 * @day: the Julian day that it stands before
 * @x: where
 * @label: (nullable): its words; %NULL on a tick between two labels
 */
typedef struct
{
  gint64 day;
  double x;
  char *label;
} RisalahTimelineTick;

void   risalah_timeline_scale_init      (RisalahTimelineScale       *self,
                                         double                      first,
                                         double                      end,
                                         double                      width);
double risalah_timeline_scale_get_x     (const RisalahTimelineScale *self,
                                         double                      day);
double risalah_timeline_scale_get_day   (const RisalahTimelineScale *self,
                                         double                      x);
void   risalah_timeline_scale_zoom      (RisalahTimelineScale       *self,
                                         double                      x,
                                         double                      factor);
void   risalah_timeline_scale_pan       (RisalahTimelineScale       *self,
                                         double                      distance);
RisalahTimelineLevel
       risalah_timeline_scale_get_level (const RisalahTimelineScale *self,
                                         double                      font_size);
GArray *risalah_timeline_scale_get_ticks (const RisalahTimelineScale *self,
                                          double                     font_size,
                                          RisalahEdtfLookup          lookup,
                                          gpointer                   user_data);
GArray *risalah_timeline_scale_get_wholes (const RisalahTimelineScale *self,
                                          double                     font_size,
                                          RisalahEdtfLookup          lookup,
                                          gpointer                   user_data);

G_END_DECLS
