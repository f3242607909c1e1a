/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Timeline shows and what is selected in it. Picture, table and review follow it: no
 * widget. */
#pragma once

#include "risalah-events.h"
#include "risalah-source-search.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_TIMELINE_STATE (risalah_timeline_state_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTimelineState, risalah_timeline_state, RISALAH, TIMELINE_STATE, GObject)

/* Signal "filter-changed": other events are wanted. Property "selected": the event that is selected
 * in all views, 0 for none. */

RisalahTimelineState     *risalah_timeline_state_new          (RisalahSourceSearch  *search);
RisalahSourceSearch      *risalah_timeline_state_get_search   (RisalahTimelineState *self);
/* Valid until it changes: of accepted and suggested events, by date. */
const RisalahEventFilter *risalah_timeline_state_get_filter   (RisalahTimelineState *self);
gboolean                  risalah_timeline_state_is_narrowed  (RisalahTimelineState *self);
void                      risalah_timeline_state_set_review   (RisalahTimelineState *self,
                                                               guint                 review);
void                      risalah_timeline_state_set_status   (RisalahTimelineState *self,
                                                               guint                 status);
void                      risalah_timeline_state_set_kind     (RisalahTimelineState *self,
                                                               const char           *kind);
gboolean                  risalah_timeline_state_set_period   (RisalahTimelineState *self,
                                                               const char           *from,
                                                               const char           *to,
                                                               GError              **error);
void                      risalah_timeline_state_set_min_origins
                                                              (RisalahTimelineState *self,
                                                               guint                 n_origins);
gint64                    risalah_timeline_state_get_selected (RisalahTimelineState *self);
void                      risalah_timeline_state_select       (RisalahTimelineState *self,
                                                               gint64                event);

G_END_DECLS
