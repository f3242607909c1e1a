/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layout looks like, as a list of elements. The painters, cairo's here and
 * GtkSnapshot's in the window, know nothing but these. */
#pragma once

#include "risalah-timeline-layout.h"
#include "risalah-timeline-style.h"

G_BEGIN_DECLS

/**
 * RISALAH_TIMELINE_NONE:
 *
 * No item is selected.
 */
#define RISALAH_TIMELINE_NONE G_MAXUINT

/**
 * RisalahTimelineLook:
 * @palette: the colours
 * @terms: the words of the language
 * @margin: before words at the left edge
 * @height: how far down the lines go at least
 * @today: the Julian day of now with its fraction, 0 for no line
 * @selected: the position of the selected item, or %RISALAH_TIMELINE_NONE
 * @hovered: that of the item under the pointer, or %RISALAH_TIMELINE_NONE
 */
typedef struct
{
  RisalahTimelinePalette palette;
  const RisalahTerms *terms;
  double margin;
  double height;
  double today;
  guint selected;
  guint hovered;
} RisalahTimelineLook;

/**
 * RisalahTimelineDrawing:
 * @elements: (element-type RisalahTimelineElement): from the back to the front
 * @n_body: how many of them scroll below the axis; the others are the axis
 */
typedef struct
{
  GArray *elements;
  guint n_body;
  GStringChunk *strings;
} RisalahTimelineDrawing;

RisalahTimelineDrawing *
            risalah_timeline_drawing_new        (const RisalahTimelineIndex  *index,
                                                 const RisalahTimelineView   *view,
                                                 const RisalahTimelineLayout *layout,
                                                 const RisalahTimelineLook   *look);
void        risalah_timeline_drawing_add_mark   (RisalahTimelineDrawing      *self,
                                                 const RisalahTimelineView   *view,
                                                 const RisalahTimelineLayout *layout,
                                                 const RisalahTimelineLook   *look,
                                                 const RisalahTimelineItem   *item,
                                                 const RisalahTimelineMark   *mark);
void        risalah_timeline_drawing_free       (RisalahTimelineDrawing      *self);
char       *risalah_timeline_drawing_dump       (const RisalahTimelineDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTimelineDrawing, risalah_timeline_drawing_free)

G_END_DECLS
