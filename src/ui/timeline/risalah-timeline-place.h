/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Timeline: the library's events by date; each leads to the passage that proves it. */
#pragma once

#include <adwaita.h>

#include "risalah-event-list.h"
#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_TIMELINE_PLACE (risalah_timeline_place_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTimelinePlace, risalah_timeline_place, RISALAH, TIMELINE_PLACE,
                      GtkWidget)

GtkWidget        *risalah_timeline_place_new        (RisalahSession       *session,
                                                     RisalahNames         *names);
RisalahEventList *risalah_timeline_place_get_events (RisalahTimelinePlace *self);

G_END_DECLS
