/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view of a timeline shows and where: ticks, lanes, marks, labels, clusters. Both painters
 * draw this and nothing else. */
#pragma once

#include "risalah-timeline-index.h"
#include "risalah-timeline-scale.h"

G_BEGIN_DECLS

/**
 * RisalahTimelineView:
 * @scale: what part of the axis is shown
 * @font_size: of the labels, in the scale's unit
 * @row_height: from one row of marks to the next, 0 for one and a half font sizes
 * @n_rows: rows of marks in a lane, at least 1; what does not fit is clustered
 * @lookup: the words of the language
 * @user_data: handed to @lookup
 */
typedef struct
{
  RisalahTimelineScale scale;
  double font_size;
  double row_height;
  guint n_rows;
  RisalahEdtfLookup lookup;
  gpointer user_data;
} RisalahTimelineView;

/**
 * RisalahTimelineLane:
 * @y: its upper edge
 * @height: with its heading
 */
typedef struct
{
  double y;
  double height;
} RisalahTimelineLane;

/**
 * RisalahTimelineMark:
 * @item: position of its item
 * @lane: its lane
 * @x: its left edge; a fading end lies beyond it
 * @width: its width
 * @y: its upper edge
 * @height: its height
 * @symbol_x: the middle of its symbol; a point is its symbol, a band has one before its words, and
 *   none without words
 * @label_x: where its words begin
 * @label_width: the room that they have, 0 where they have none
 */
typedef struct
{
  guint item;
  guint lane;
  double x;
  double width;
  double y;
  double height;
  double symbol_x;
  double label_x;
  double label_width;
} RisalahTimelineMark;

/**
 * RisalahTimelineCluster:
 * @lane: its lane
 * @entry: the first of its entries in the lane; those of its time follow
 * @count: how many events it stands for
 *
 * Events that have no room beside each other. One alone is drawn as its symbol.
 */
typedef struct
{
  guint lane;
  guint entry;
  guint count;
  double x;
  double width;
  double y;
  double height;
} RisalahTimelineCluster;

/**
 * RisalahTimelineLayout:
 * @ticks: (element-type RisalahTimelineTick)
 * @wholes: (element-type RisalahTimelineTick): what the ticks are parts of, the words above them
 * @lanes: (element-type RisalahTimelineLane): as many as the index has
 * @marks: (element-type RisalahTimelineMark)
 * @clusters: (element-type RisalahTimelineCluster)
 * @axis_height: how high the axis with its words is, at the top
 * @fade: how far an open end reaches
 * @symbol: how large a symbol is
 * @height: of all
 */
typedef struct
{
  GArray *ticks;
  GArray *wholes;
  GArray *lanes;
  GArray *marks;
  GArray *clusters;
  double axis_height;
  double fade;
  double symbol;
  double height;
} RisalahTimelineLayout;

/**
 * RisalahTimelineHit:
 * @RISALAH_TIMELINE_HIT_NOTHING: nothing is there
 * @RISALAH_TIMELINE_HIT_MARK: a mark or its words
 * @RISALAH_TIMELINE_HIT_CLUSTER: a cluster
 */
typedef enum
{
  RISALAH_TIMELINE_HIT_NOTHING,
  RISALAH_TIMELINE_HIT_MARK,
  RISALAH_TIMELINE_HIT_CLUSTER,
} RisalahTimelineHit;

RisalahTimelineLayout *risalah_timeline_layout_new (const RisalahTimelineIndex  *index,
                                                    const RisalahTimelineView   *view);
void               risalah_timeline_layout_free     (RisalahTimelineLayout       *self);
guint              risalah_timeline_cluster_get_item (const RisalahTimelineCluster *self,
                                                     const RisalahTimelineIndex  *index);
gboolean           risalah_timeline_cluster_holds   (const RisalahTimelineCluster *self,
                                                     const RisalahTimelineIndex  *index,
                                                     const RisalahTimelineScale  *scale,
                                                     guint                        item);
RisalahTimelineHit risalah_timeline_layout_hit      (const RisalahTimelineLayout *self,
                                                     double                       x,
                                                     double                       y,
                                                     guint                       *position);
char              *risalah_timeline_layout_dump     (const RisalahTimelineLayout *self,
                                                     const RisalahTimelineIndex  *index);
char              *risalah_timeline_item_dup_label  (const RisalahTimelineItem   *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTimelineLayout, risalah_timeline_layout_free)

G_END_DECLS
