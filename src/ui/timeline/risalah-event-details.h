/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event that is selected: its fields, and all that proves them. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-session.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_DETAILS (risalah_event_details_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventDetails, risalah_event_details, RISALAH, EVENT_DETAILS, GtkWidget)

void                risalah_event_details_set_up    (RisalahEventDetails  *self,
                                                     RisalahSession       *session,
                                                     RisalahNames         *names,
                                                     RisalahTimelineState *state);
/* (transfer none) (nullable): what is shown. */
const RisalahEvent *risalah_event_details_get_event (RisalahEventDetails  *self);

G_END_DECLS
