/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the elements of a timeline with cairo. */
#pragma once

#include <pango/pangocairo.h>

#include "risalah-timeline-drawing.h"

G_BEGIN_DECLS

#define RISALAH_TIMELINE_SMALL 0.86 /* of the size of labels */

/**
 * RisalahTimelineFont:
 * @context: the faces
 * @family: (nullable): the face of the words, %NULL for the context's own
 * @size: of the labels
 */
typedef struct
{
  PangoContext *context;
  const char *family;
  double size;
} RisalahTimelineFont;

void         risalah_timeline_paint         (const RisalahTimelineDrawing *drawing,
                                             cairo_t                      *cr,
                                             const RisalahTimelineFont    *font);
void         risalah_timeline_paint_element (const RisalahTimelineElement *element,
                                             cairo_t                      *cr,
                                             const RisalahTimelineFont    *font);
PangoLayout *risalah_timeline_shape_words   (const RisalahTimelineElement *element,
                                             const RisalahTimelineFont    *font);

G_END_DECLS
