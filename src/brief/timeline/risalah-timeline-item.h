/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event as a timeline sees it, and what its date says of its shape. */
#pragma once

#include "risalah-edtf.h"

G_BEGIN_DECLS

/**
 * RisalahTimelineStatus:
 *
 * Where an event stands in the world, in the library's order.
 */
typedef enum
{
  RISALAH_TIMELINE_HELD,
  RISALAH_TIMELINE_PLANNED,
  RISALAH_TIMELINE_PROPOSED,
  RISALAH_TIMELINE_CANCELLED,
} RisalahTimelineStatus;

/**
 * RisalahTimelineFlags:
 * @RISALAH_TIMELINE_DATED: it has a place on the axis
 * @RISALAH_TIMELINE_POINT: a day, drawn as a point; else a band as wide as its days
 * @RISALAH_TIMELINE_SOFT: approximate: its ends are soft
 * @RISALAH_TIMELINE_DASHED: uncertain: its outline is dashed
 * @RISALAH_TIMELINE_OPEN_START: it fades out towards earlier days
 * @RISALAH_TIMELINE_OPEN_END: it fades out towards later days
 * @RISALAH_TIMELINE_SUGGESTED: not yet reviewed: drawn hollow
 */
typedef enum
{
  RISALAH_TIMELINE_DATED = 1 << 0,
  RISALAH_TIMELINE_POINT = 1 << 1,
  RISALAH_TIMELINE_SOFT = 1 << 2,
  RISALAH_TIMELINE_DASHED = 1 << 3,
  RISALAH_TIMELINE_OPEN_START = 1 << 4,
  RISALAH_TIMELINE_OPEN_END = 1 << 5,
  RISALAH_TIMELINE_SUGGESTED = 1 << 6,
} RisalahTimelineFlags;

/**
 * RisalahTimelineItem:
 * @id: the event's number, the caller's
 * @uid: (nullable): its UUID
 * @title: its first words, at most 160 characters
 * @kind: its kind, interned
 * @countries: (nullable) (array zero-terminated=1): ISO 3166 codes, interned
 * @first: the first Julian day that it is known to touch, where it is dated
 * @last: the last
 * @number: its number in the table of events, 0 without one
 * @flags: #RisalahTimelineFlags
 * @status: #RisalahTimelineStatus
 */
typedef struct
{
  gint64 id;
  char *uid;
  char *title;
  const char *kind;
  const char **countries;
  gint64 first;
  gint64 last;
  guint number;
  guint8 flags;
  guint8 status;
} RisalahTimelineItem;

void       risalah_timeline_item_init         (RisalahTimelineItem   *self,
                                               gint64                 id,
                                               const char            *title,
                                               const char            *kind);
void       risalah_timeline_item_set_date     (RisalahTimelineItem   *self,
                                               const char            *edtf,
                                               RisalahEdtfMod         mod);
void       risalah_timeline_item_add_country  (RisalahTimelineItem   *self,
                                               const char            *code);
void       risalah_timeline_item_clear        (RisalahTimelineItem   *self);
GPtrArray *risalah_timeline_items_new         (void);
RisalahTimelineItem *risalah_timeline_items_add (GPtrArray           *items,
                                               gint64                 id,
                                               const char            *title,
                                               const char            *kind);

G_END_DECLS
