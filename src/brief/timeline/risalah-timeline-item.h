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
 * @RISALAH_TIMELINE_REPORTED: without a date; its days are those on which a source told of it, and
 *   never its own
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
  RISALAH_TIMELINE_REPORTED = 1 << 7,
} RisalahTimelineFlags;

/**
 * RisalahTimelineItem:
 * @id: the event's number, the caller's
 * @title: its first words, at most 160 characters
 * @kind: its kind, interned
 * @groups: (nullable) (array zero-terminated=1): what lanes by country or by dossier it stands in
 * @first: the first Julian day that it is known to touch, where it is dated
 * @last: the last
 * @number: its number in the table of events, 0 without one
 * @flags: #RisalahTimelineFlags
 * @status: #RisalahTimelineStatus
 *
 * Small, since there may be a million; its strings are those of its #RisalahTimelineItems.
 */
typedef struct
{
  gint64 id;
  const char *title;
  const char *kind;
  const char *const *groups;
  gint32 first;
  gint32 last;
  guint32 number;
  guint8 flags;
  guint8 status;
} RisalahTimelineItem;

typedef struct _RisalahTimelineItems RisalahTimelineItems;

RisalahTimelineItems *risalah_timeline_items_new (void);
RisalahTimelineItems *risalah_timeline_items_ref (RisalahTimelineItems    *self);
void       risalah_timeline_items_unref          (RisalahTimelineItems    *self);
RisalahTimelineItem  *risalah_timeline_items_add (RisalahTimelineItems    *self,
                                                  gint64                   id,
                                                  const char              *title,
                                                  const char              *kind);
void       risalah_timeline_items_add_group      (RisalahTimelineItems    *self,
                                                  RisalahTimelineItem     *item,
                                                  const char              *group);
void       risalah_timeline_items_set_number     (RisalahTimelineItems    *self,
                                                  guint                    position,
                                                  guint                    number);
guint      risalah_timeline_items_get_n          (RisalahTimelineItems    *self);
const RisalahTimelineItem *
           risalah_timeline_items_get            (RisalahTimelineItems    *self,
                                                  guint                    position);
void       risalah_timeline_item_set_date        (RisalahTimelineItem     *item,
                                                  const char              *edtf,
                                                  RisalahEdtfMod           mod);
void       risalah_timeline_item_set_reported    (RisalahTimelineItem     *item,
                                                  gint64                   day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTimelineItems, risalah_timeline_items_unref)

G_END_DECLS
