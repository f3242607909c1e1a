/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline as a drawing with its legend: for the page, for SVG and for PNG. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "risalah-edition.h"
#include "risalah-terms.h"
#include "risalah-timeline-layout.h"

G_BEGIN_DECLS

/**
 * RisalahTimelineShape:
 *
 * What tells a kind beside its colour.
 */
typedef enum
{
  RISALAH_TIMELINE_CIRCLE,
  RISALAH_TIMELINE_SQUARE,
  RISALAH_TIMELINE_DIAMOND,
  RISALAH_TIMELINE_TRIANGLE,
  RISALAH_TIMELINE_REVERSED_TRIANGLE,
} RisalahTimelineShape;

/**
 * RisalahTimelineStyle:
 * @shape: of its points
 * @red: 0 to 1, as are the other colours
 */
typedef struct
{
  RisalahTimelineShape shape;
  double red;
  double green;
  double blue;
} RisalahTimelineStyle;

const RisalahTimelineStyle *risalah_timeline_style_get (const char                  *kind);
void          risalah_timeline_draw      (cairo_t                     *cr,
                                          PangoContext                *context,
                                          const char                  *family,
                                          const RisalahTimelineIndex  *index,
                                          const RisalahTimelineView   *view,
                                          const RisalahTimelineLayout *layout,
                                          const RisalahTerms          *terms);
RisalahPlate *risalah_timeline_plate_new (RisalahTimelineIndex        *index,
                                          double                       first,
                                          double                       end,
                                          double                       width,
                                          RisalahTerms                *terms,
                                          const char                  *font_dir,
                                          const char                  *family,
                                          GError                     **error);

G_END_DECLS
