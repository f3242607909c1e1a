/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection of a list of events, in step with what the Timeline has selected. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-event-list.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

GtkSingleSelection *risalah_event_selection_new    (RisalahEventList     *events,
                                                    gboolean              always);
void                risalah_event_selection_tell   (GtkSingleSelection   *self,
                                                    GtkWidget            *view,
                                                    RisalahTimelineState *state);
guint               risalah_event_selection_follow (GtkSingleSelection   *self,
                                                    RisalahEventList     *events,
                                                    RisalahTimelineState *state);

G_END_DECLS
