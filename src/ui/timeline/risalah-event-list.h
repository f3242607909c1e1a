/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's events by date, as a lazy list with what each row's heading needs: no widget. */
#pragma once

#include "risalah-events.h"
#include "risalah-lazy-list.h"
#include "risalah-library.h"

G_BEGIN_DECLS

/**
 * RisalahEventRow:
 * @event: the event, with its evidence
 * @heading: (nullable): set on the first row of a year, and of those that need a date
 *
 * The row of a #RisalahLazyItem.
 */
typedef struct
{
  RisalahEvent *event;
  char *heading;
} RisalahEventRow;

#define RISALAH_TYPE_EVENT_LIST (risalah_event_list_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventList, risalah_event_list, RISALAH, EVENT_LIST, GObject)

RisalahEventList *risalah_event_list_new        (RisalahLibrary           *library);
RisalahLazyList  *risalah_event_list_get_list   (RisalahEventList         *self);
void              risalah_event_list_set_filter (RisalahEventList         *self,
                                                 const RisalahEventFilter *filter);
guint             risalah_event_list_get_n_undated (RisalahEventList      *self);
const GError     *risalah_event_list_get_error  (RisalahEventList         *self);

G_END_DECLS
