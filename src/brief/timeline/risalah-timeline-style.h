/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements that a timeline is drawn with: their colours and shapes. */
#pragma once

#include "risalah-terms.h"
#include "risalah-timeline-item.h"

G_BEGIN_DECLS

/**
 * RisalahTimelineColour:
 * @red: 0 to 1, as are the others
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} RisalahTimelineColour;

/**
 * RisalahTimelineShape:
 *
 * What tells a kind beside its colour; a bar is an event that is only reported on its day.
 */
typedef enum
{
  RISALAH_TIMELINE_CIRCLE,
  RISALAH_TIMELINE_SQUARE,
  RISALAH_TIMELINE_DIAMOND,
  RISALAH_TIMELINE_TRIANGLE,
  RISALAH_TIMELINE_REVERSED_TRIANGLE,
  RISALAH_TIMELINE_BAR,
} RisalahTimelineShape;

/**
 * RisalahTimelinePalette:
 * @text: of labels
 * @dim: of lesser words
 * @surface: what it is drawn on
 * @accent: today, and what is selected
 * @lift: how much lighter the kinds are than on paper, 0 to 1
 * @tint: how strong the inside of a band is, 0 to 1
 * @line: how strong the thinnest lines are, 0 to 1
 */
typedef struct
{
  RisalahTimelineColour text;
  RisalahTimelineColour dim;
  RisalahTimelineColour surface;
  RisalahTimelineColour accent;
  float lift;
  float tint;
  float line;
} RisalahTimelinePalette;

/**
 * RisalahTimelineElementKind:
 * @RISALAH_TIMELINE_FILL: a rectangle, its corners round by the radius, perhaps with words on it
 * @RISALAH_TIMELINE_OUTLINE: the line around one
 * @RISALAH_TIMELINE_SYMBOL: the shape of a kind, filled by status
 * @RISALAH_TIMELINE_WORDS: one line of words, in the middle of the height, cut at the width
 */
typedef enum
{
  RISALAH_TIMELINE_FILL,
  RISALAH_TIMELINE_OUTLINE,
  RISALAH_TIMELINE_SYMBOL,
  RISALAH_TIMELINE_WORDS,
} RisalahTimelineElementKind;

/**
 * RisalahTimelineElement:
 * @kind: what it is
 * @colour: of it
 * @back: what is inside a symbol that is not full; the words on a rectangle
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height
 * @radius: of its corners
 * @line: how wide an outline is
 * @fade_start: how much of its left end fades in
 * @fade_end: how much of its right end fades out
 * @words: (nullable): what it says
 * @shape: a symbol's
 * @status: a symbol's #RisalahTimelineStatus
 * @hollow: whether a symbol is not filled
 * @dashed: whether its line is dashed
 * @bold: whether its words are
 * @small: whether its words are smaller than labels
 * @centred: whether its words are in the middle of the width
 */
typedef struct
{
  RisalahTimelineElementKind kind;
  RisalahTimelineColour colour;
  RisalahTimelineColour back;
  double x;
  double y;
  double width;
  double height;
  double radius;
  double line;
  double fade_start;
  double fade_end;
  const char *words;
  guint shape : 4;
  guint status : 2;
  guint hollow : 1;
  guint dashed : 1;
  guint bold : 1;
  guint small : 1;
  guint centred : 1;
} RisalahTimelineElement;

void        risalah_timeline_palette_init_paper (RisalahTimelinePalette       *self);
RisalahTimelineColour
            risalah_timeline_get_colour         (const RisalahTimelineItem    *item,
                                                 const RisalahTimelinePalette *palette);
void        risalah_timeline_get_symbol         (RisalahTimelineElement       *symbol,
                                                 const RisalahTimelineItem    *item,
                                                 const RisalahTimelinePalette *palette);
const char *risalah_timeline_get_term           (const RisalahTerms           *terms,
                                                 const char                   *group,
                                                 const char                   *name);

G_END_DECLS
