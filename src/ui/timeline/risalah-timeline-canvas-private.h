/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas's files share. */
#pragma once

#include "risalah-timeline-canvas.h"
#include "risalah-timeline-nodes.h"

G_BEGIN_DECLS

struct _RisalahTimelineCanvas
{
  GtkWidget parent_instance;

  RisalahTimelineIndex *index; /* (nullable) */
  GArray *order;               /* (nullable): positions of its items by their days */
  RisalahTerms *terms;         /* (nullable) */
  RisalahTimelineScale scale;
  RisalahTimelineLayout *layout; /* (nullable): of what is shown now */
  RisalahTimelineNodes *nodes;
  GtkAdjustment *vertical;
  double today;
  guint selected; /* position of an item, or RISALAH_TIMELINE_NONE */
  guint hovered;
  gboolean is_placed; /* the scale was set for a width */
  guint teller;       /* tells of an allocation */
  double first;       /* the period to show when there is a width */
  double end;

  /* of the pointer */
  double pointer_x;
  double pointer_y;
  double dragged_x;
  double dragged_y;
  double pinched; /* the last scale of a pinch */
  gboolean is_dragging;

  /* moving on after a drag */
  double velocity_x; /* in pixels a second */
  double velocity_y;
  gint64 moved_at; /* in microseconds of the frame clock */
  guint mover;

  AdwAnimation *animation;       /* (nullable): towards another period */
  RisalahTimelineScale from;
  RisalahTimelineScale to;
};

void                   risalah_timeline_canvas_install_actions (GtkWidgetClass        *widget_class);
void                   risalah_timeline_canvas_add_controllers (RisalahTimelineCanvas *self);
RisalahTimelineLayout *risalah_timeline_canvas_get_layout      (RisalahTimelineCanvas *self);
void                   risalah_timeline_canvas_snapshot        (GtkWidget             *widget,
                                                                GtkSnapshot           *snapshot);
const char            *risalah_timeline_canvas_look_up_cb      (const char            *key,
                                                                gpointer               user_data);
const RisalahTimelineItem *
                       risalah_timeline_canvas_get_item        (RisalahTimelineCanvas *self,
                                                                guint                  item);
guint                  risalah_timeline_canvas_find_item       (RisalahTimelineCanvas *self,
                                                                gint64                 id);
void                   risalah_timeline_canvas_describe        (RisalahTimelineCanvas *self);
void                   risalah_timeline_canvas_view_changed    (RisalahTimelineCanvas *self);
void                   risalah_timeline_canvas_stop            (RisalahTimelineCanvas *self);
void                   risalah_timeline_canvas_move_to         (RisalahTimelineCanvas *self,
                                                                const RisalahTimelineScale *to);
void                   risalah_timeline_canvas_select_item     (RisalahTimelineCanvas *self,
                                                                guint                  item);
void                   risalah_timeline_canvas_activate        (RisalahTimelineCanvas *self,
                                                                guint                  item);
void                   risalah_timeline_canvas_create          (RisalahTimelineCanvas *self,
                                                                double                 x);
RisalahTimelineHit     risalah_timeline_canvas_hit             (RisalahTimelineCanvas *self,
                                                                double                 x,
                                                                double                 y,
                                                                guint                 *position);
void                   risalah_timeline_canvas_open_cluster    (RisalahTimelineCanvas *self,
                                                                guint                  position);
void                   risalah_timeline_canvas_bring_into_view (RisalahTimelineCanvas *self,
                                                                const RisalahTimelineItem *item);
void                   risalah_timeline_canvas_install_steps   (GtkWidgetClass        *widget_class);

G_END_DECLS
