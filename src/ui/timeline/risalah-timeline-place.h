/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Timeline: the library's events as a picture, a table and a list to review; each leads to
 * the passages that prove it. */
#pragma once

#include <adwaita.h>

#include "risalah-event-list.h"
#include "risalah-names.h"
#include "risalah-session.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_TIMELINE_PLACE (risalah_timeline_place_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTimelinePlace, risalah_timeline_place, RISALAH, TIMELINE_PLACE,
                      GtkWidget)

GtkWidget            *risalah_timeline_place_new        (RisalahSession       *session,
                                                         RisalahNames         *names,
                                                         RisalahSourceSearch  *search);
/* The events of the table. */
RisalahEventList     *risalah_timeline_place_get_events (RisalahTimelinePlace *self);
RisalahTimelineState *risalah_timeline_place_get_state  (RisalahTimelinePlace *self);
void                  risalah_timeline_place_set_folded (RisalahTimelinePlace *self,
                                                         gboolean              folded);
/* "picture", "table" or "review". */
void                  risalah_timeline_place_show_view  (RisalahTimelinePlace *self,
                                                         const char           *view);

G_END_DECLS
