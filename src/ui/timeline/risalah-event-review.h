/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for review, by article, one after the other by keyboard. */
#pragma once

#include <adwaita.h>

#include "risalah-event-list.h"
#include "risalah-names.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_REVIEW (risalah_event_review_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventReview, risalah_event_review, RISALAH, EVENT_REVIEW, GtkWidget)

void              risalah_event_review_set_up     (RisalahEventReview   *self,
                                                   RisalahLibrary       *library,
                                                   RisalahNames         *names,
                                                   RisalahTimelineState *state);
RisalahEventList *risalah_event_review_get_events (RisalahEventReview   *self);
/* The article of the suggestion that is selected, 0 for none. */
gint64            risalah_event_review_get_article (RisalahEventReview  *self);

G_END_DECLS
