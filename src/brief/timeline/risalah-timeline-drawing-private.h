/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that compose a timeline's drawing share. */
#pragma once

#include "risalah-timeline-drawing.h"

G_BEGIN_DECLS

/* Beside words and about what is selected, in font sizes. */
#define RISALAH_TIMELINE_PAD 0.3

typedef struct
{
  const RisalahTimelineIndex *index;
  const RisalahTimelineView *view;
  const RisalahTimelineLayout *layout;
  const RisalahTimelineLook *look;
  RisalahTimelineDrawing *drawing;
} RisalahTimelineComposing;

RisalahTimelineColour   risalah_timeline_with_alpha    (RisalahTimelineColour           colour,
                                                        double                          alpha);
void                    risalah_timeline_compose       (const RisalahTimelineComposing *self,
                                                        const RisalahTimelineElement   *element);
void                    risalah_timeline_compose_fill  (const RisalahTimelineComposing *self,
                                                        RisalahTimelineColour           colour,
                                                        double                          x,
                                                        double                          y,
                                                        double                          width,
                                                        double                          height);
RisalahTimelineElement *risalah_timeline_compose_words (const RisalahTimelineComposing *self,
                                                        const char                     *words,
                                                        RisalahTimelineColour           colour,
                                                        double                          x,
                                                        double                          y,
                                                        double                          width,
                                                        double                          height);
double                  risalah_timeline_get_bottom    (const RisalahTimelineComposing *self);
void                    risalah_timeline_compose_lines (const RisalahTimelineComposing *self);
void                    risalah_timeline_compose_axis  (const RisalahTimelineComposing *self);

G_END_DECLS
