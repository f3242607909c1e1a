/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline as a drawing with its legend: for the page, for SVG and for PNG. */
#pragma once

#include "risalah-edition.h"
#include "risalah-terms.h"
#include "risalah-timeline-index.h"

G_BEGIN_DECLS

RisalahPlate *risalah_timeline_plate_new (const RisalahTimelineIndex *index,
                                          double                 first,
                                          double                 end,
                                          double                 width,
                                          RisalahTerms          *terms,
                                          const char            *font_dir,
                                          const char            *family,
                                          GError               **error);

G_END_DECLS
