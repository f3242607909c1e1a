/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events for other programs: CSV (RFC 4180), TimelineJS JSON and iCalendar (RFC 5545). Each keeps the
 * date as EDTF, and none leaves out what needs a date. */
#pragma once

#include "risalah-events.h"

G_BEGIN_DECLS

/**
 * RisalahEventFormat:
 *
 * What events are written as.
 */
typedef enum
{
  RISALAH_EVENT_FORMAT_CSV,
  RISALAH_EVENT_FORMAT_TIMELINEJS,
  RISALAH_EVENT_FORMAT_ICS,
} RisalahEventFormat;

gboolean risalah_event_format_from_string (const char         *name,
                                           RisalahEventFormat *format);
/* @events: (element-type RisalahEvent): with their evidence. Returns UTF-8. */
char    *risalah_events_write             (GPtrArray          *events,
                                           RisalahEventFormat  format);
/* "2025-07-28", %NULL without a day. */
char    *risalah_event_exchange_dup_day   (gboolean            has_day,
                                           gint64              julian_day);

G_END_DECLS
