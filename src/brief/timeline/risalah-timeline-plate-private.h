/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painter of a timeline and the legend below it share. */
#pragma once

#include "risalah-timeline-plate.h"

G_BEGIN_DECLS

/* @cr NULL only measures. */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  const char *family;
  double font_size;
  double width;
} RisalahTimelineCanvas;

double risalah_timeline_paint_words (const RisalahTimelineCanvas *self,
                                     const char                  *words,
                                     double                       x,
                                     double                       y,
                                     double                       room,
                                     gboolean                     bold);
void   risalah_timeline_paint_point (cairo_t                     *cr,
                                     const RisalahTimelineItem   *item,
                                     double                       x,
                                     double                       y,
                                     double                       size);
void   risalah_timeline_paint_band  (cairo_t                     *cr,
                                     const RisalahTimelineItem   *item,
                                     double                       x,
                                     double                       y,
                                     double                       width,
                                     double                       height,
                                     double                       fade);
char  *risalah_timeline_dup_lane_name (const RisalahTimelineIndex *index,
                                       guint                        lane,
                                       const RisalahTerms          *terms);

G_END_DECLS
