/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of the timeline: zoomed and panned by hand, drawn by the geometry of the brief's
 * figures. */
#pragma once

#include <adwaita.h>

#include "risalah-timeline-index.h"
#include "risalah-timeline-scale.h"
#include "risalah-terms.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_TIMELINE_CANVAS (risalah_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTimelineCanvas, risalah_timeline_canvas, RISALAH, TIMELINE_CANVAS,
                      GtkWidget)

GtkWidget     *risalah_timeline_canvas_new          (void);
void           risalah_timeline_canvas_set_terms    (RisalahTimelineCanvas *self,
                                                     RisalahTerms          *terms);
RisalahTerms  *risalah_timeline_canvas_get_terms    (RisalahTimelineCanvas *self);
void           risalah_timeline_canvas_set_today    (RisalahTimelineCanvas *self,
                                                     double                 today);
void           risalah_timeline_canvas_set_index    (RisalahTimelineCanvas *self,
                                                     RisalahTimelineIndex  *index);
RisalahTimelineIndex *
               risalah_timeline_canvas_get_index    (RisalahTimelineCanvas *self);
const RisalahTimelineScale *
               risalah_timeline_canvas_get_scale    (RisalahTimelineCanvas *self);
GtkAdjustment *risalah_timeline_canvas_get_vertical (RisalahTimelineCanvas *self);
void           risalah_timeline_canvas_fit          (RisalahTimelineCanvas *self);
void           risalah_timeline_canvas_show_period  (RisalahTimelineCanvas *self,
                                                     double                 first,
                                                     double                 end);
void           risalah_timeline_canvas_zoom         (RisalahTimelineCanvas *self,
                                                     double                 x,
                                                     double                 factor);
void           risalah_timeline_canvas_pan          (RisalahTimelineCanvas *self,
                                                     double                 distance);
gint64         risalah_timeline_canvas_get_selected (RisalahTimelineCanvas *self);
void           risalah_timeline_canvas_select       (RisalahTimelineCanvas *self,
                                                     gint64                 id);
gboolean       risalah_timeline_canvas_get_area     (RisalahTimelineCanvas *self,
                                                     gint64                 id,
                                                     GdkRectangle          *area);
gint64         risalah_timeline_canvas_find_event   (RisalahTimelineCanvas *self,
                                                     double                 x,
                                                     double                 y);

G_END_DECLS
