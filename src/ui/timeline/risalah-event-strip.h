/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Needs a date": the events that no axis can show, as a list to work through. */
#pragma once

#include <adwaita.h>

#include "risalah-event-list.h"
#include "risalah-names.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_STRIP (risalah_event_strip_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventStrip, risalah_event_strip, RISALAH, EVENT_STRIP, GtkWidget)

void              risalah_event_strip_set_up     (RisalahEventStrip    *self,
                                                  RisalahLibrary       *library,
                                                  RisalahNames         *names,
                                                  RisalahTimelineState *state);
RisalahEventList *risalah_event_strip_get_events (RisalahEventStrip    *self);
void              risalah_event_strip_set_folded (RisalahEventStrip    *self,
                                                  gboolean              folded);

G_END_DECLS
