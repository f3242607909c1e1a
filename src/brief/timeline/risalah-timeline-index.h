/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated items in lanes, each an interval index: what a view shows is found, never scanned. */
#pragma once

#include "risalah-timeline-item.h"

G_BEGIN_DECLS

/**
 * RisalahTimelineGrouping:
 *
 * What makes the lanes. An event with two countries or dossiers stands in both lanes; the groups of
 * the items are the one or the other.
 */
typedef enum
{
  RISALAH_TIMELINE_BY_NOTHING,
  RISALAH_TIMELINE_BY_COUNTRY,
  RISALAH_TIMELINE_BY_KIND,
  RISALAH_TIMELINE_BY_STATUS,
  RISALAH_TIMELINE_BY_DOSSIER,
} RisalahTimelineGrouping;

/**
 * RisalahTimelineEntry:
 * @first: its first day
 * @last: its last day
 * @latest: the last day of the entries of the subtree that it roots
 * @item: position of its item
 *
 * One item in one lane.
 */
typedef struct
{
  gint32 first;
  gint32 last;
  gint32 latest;
  guint item;
} RisalahTimelineEntry;

/**
 * RisalahTimelineEntryFunc:
 * @entry: an entry
 *
 * Returns: whether to go on
 */
typedef gboolean (*RisalahTimelineEntryFunc) (const RisalahTimelineEntry *entry,
                                              gpointer                    user_data);

typedef struct _RisalahTimelineIndex RisalahTimelineIndex;

RisalahTimelineIndex *risalah_timeline_index_new (RisalahTimelineItems        *items,
                                                  RisalahTimelineGrouping      grouping);
void        risalah_timeline_index_free          (RisalahTimelineIndex        *self);
RisalahTimelineItems *
            risalah_timeline_index_get_items     (const RisalahTimelineIndex  *self);
RisalahTimelineGrouping
            risalah_timeline_index_get_grouping  (const RisalahTimelineIndex  *self);
guint       risalah_timeline_index_get_n_lanes   (const RisalahTimelineIndex  *self);
const char *risalah_timeline_index_get_key       (const RisalahTimelineIndex  *self,
                                                  guint                        lane);
gboolean    risalah_timeline_index_get_span      (const RisalahTimelineIndex  *self,
                                                  gint64                      *first,
                                                  gint64                      *last);
guint       risalah_timeline_index_get_n_undated (const RisalahTimelineIndex  *self);
const RisalahTimelineEntry *
            risalah_timeline_index_get_entries   (const RisalahTimelineIndex  *self,
                                                  guint                        lane,
                                                  guint                       *n_entries);
guint       risalah_timeline_index_find          (const RisalahTimelineIndex  *self,
                                                  guint                        lane,
                                                  double                       day);
void        risalah_timeline_index_foreach       (const RisalahTimelineIndex  *self,
                                                  guint                        lane,
                                                  gint64                       from,
                                                  gint64                       to,
                                                  RisalahTimelineEntryFunc     func,
                                                  gpointer                     user_data);
guint       risalah_timeline_index_count_across  (const RisalahTimelineIndex  *self,
                                                  guint                        lane,
                                                  gint64                       day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTimelineIndex, risalah_timeline_index_free)

G_END_DECLS
