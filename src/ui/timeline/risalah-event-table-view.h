/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events as a table: sorted by any column, worked by keyboard, read by a screen reader. */
#pragma once

#include <adwaita.h>

#include "risalah-event-list.h"
#include "risalah-names.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_TABLE_VIEW (risalah_event_table_view_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventTableView, risalah_event_table_view, RISALAH, EVENT_TABLE_VIEW,
                      GtkWidget)

void              risalah_event_table_view_set_up     (RisalahEventTableView *self,
                                                       RisalahLibrary        *library,
                                                       RisalahNames          *names,
                                                       RisalahTimelineState  *state);
RisalahEventList *risalah_event_table_view_get_events (RisalahEventTableView *self);
void              risalah_event_table_view_sort       (RisalahEventTableView *self,
                                                       RisalahEventSort       sort,
                                                       gboolean               descending);

G_END_DECLS
