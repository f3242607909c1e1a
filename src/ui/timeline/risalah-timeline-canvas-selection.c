/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where on the canvas, and what of it is selected. */

#include "risalah-timeline-canvas-private.h"

#include <math.h>

/* The item at a position. */
const RisalahTimelineItem *
risalah_timeline_canvas_get_item (RisalahTimelineCanvas *self, guint item)
{
  return risalah_timeline_items_get (risalah_timeline_index_get_items (self->index), item);
}

void
risalah_timeline_canvas_select_item (RisalahTimelineCanvas *self, guint item)
{
  if (self->selected == item)
    return;
  self->selected = item;
  risalah_timeline_canvas_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "selected", risalah_timeline_canvas_get_selected (self));
}

void
risalah_timeline_canvas_activate (RisalahTimelineCanvas *self, guint item)
{
  risalah_timeline_canvas_select_item (self, item);
  g_signal_emit_by_name (self, "activated", risalah_timeline_canvas_get_item (self, item)->id);
}

/* A new event on the day at @x. */
void
risalah_timeline_canvas_create (RisalahTimelineCanvas *self, double x)
{
  double day = floor (risalah_timeline_scale_get_day (&self->scale, x));
  gint64 year;
  int month, date;
  g_autofree char *edtf = NULL;

  risalah_day_to_date ((gint64)day, &year, &month, &date);
  if (year < 0 || year > 9999)
    return;
  edtf = g_strdup_printf ("%04d-%02d-%02d", (int)year, month, date);
  g_signal_emit_by_name (self, "create", edtf);
}

RisalahTimelineHit
risalah_timeline_canvas_hit (RisalahTimelineCanvas *self, double x, double y, guint *position)
{
  RisalahTimelineLayout *layout = risalah_timeline_canvas_get_layout (self);

  if (layout == NULL || y <= layout->axis_height)
    return RISALAH_TIMELINE_HIT_NOTHING;
  return risalah_timeline_layout_hit (layout, x, y + gtk_adjustment_get_value (self->vertical),
                                      position);
}

/* Shows the time of a cluster from edge to edge, and one event's card. */
void
risalah_timeline_canvas_open_cluster (RisalahTimelineCanvas *self, guint position)
{
  const RisalahTimelineCluster *cluster =
      &g_array_index (self->layout->clusters, RisalahTimelineCluster, position);
  double first = risalah_timeline_scale_get_day (&self->scale, cluster->x);
  double end = risalah_timeline_scale_get_day (&self->scale, cluster->x + cluster->width);
  RisalahTimelineScale to;

  if (cluster->count == 1)
    {
      risalah_timeline_canvas_select_item (
          self, risalah_timeline_cluster_get_item (cluster, self->index));
      return;
    }
  risalah_timeline_scale_init (&to, first, end, self->scale.width);
  risalah_timeline_canvas_move_to (self, &to);
}

/* The position of an event, RISALAH_TIMELINE_NONE where it is not shown. */
guint
risalah_timeline_canvas_find_item (RisalahTimelineCanvas *self, gint64 id)
{
  RisalahTimelineItems *items =
      self->index != NULL ? risalah_timeline_index_get_items (self->index) : NULL;

  for (guint i = 0; items != NULL && i < risalah_timeline_items_get_n (items); i++)
    if (risalah_timeline_items_get (items, i)->id == id)
      return i;
  return RISALAH_TIMELINE_NONE;
}

/**
 * risalah_timeline_canvas_get_selected:
 * @self: the canvas
 *
 * Returns: the selected event, 0 without one
 */
gint64
risalah_timeline_canvas_get_selected (RisalahTimelineCanvas *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), 0);
  return self->selected != RISALAH_TIMELINE_NONE ? risalah_timeline_canvas_get_item (self, self->selected)->id : 0;
}

/* Where the mark of an item is in the layout, or the cluster that stands for it. */
static gboolean
find_place (RisalahTimelineCanvas *self, guint item, double *top, double *height)
{
  RisalahTimelineLayout *layout = risalah_timeline_canvas_get_layout (self);

  for (guint i = 0; layout != NULL && i < layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (layout->marks, RisalahTimelineMark, i);

      *top = mark->y;
      *height = mark->height;
      if (mark->item == item)
        return TRUE;
    }
  for (guint i = 0; layout != NULL && i < layout->clusters->len; i++)
    {
      const RisalahTimelineCluster *cluster
          = &g_array_index (layout->clusters, RisalahTimelineCluster, i);

      *top = cluster->y;
      *height = cluster->height;
      if (risalah_timeline_cluster_holds (cluster, self->index, &self->scale, item))
        return TRUE;
    }
  return FALSE;
}

/* Scrolls to the lane in which the selected event stands. */
static void
show_lane (RisalahTimelineCanvas *self)
{
  double top, height;

  if (self->selected == RISALAH_TIMELINE_NONE
      || !find_place (self, self->selected, &top, &height))
    return;
  gtk_adjustment_clamp_page (self->vertical, top - self->layout->axis_height, top + height);
}

/* Moves as far as it must to show something of the item's days, and the lane of its mark. */
void
risalah_timeline_canvas_bring_into_view (RisalahTimelineCanvas *self,
                                         const RisalahTimelineItem *item)
{
  double first = risalah_timeline_scale_get_x (&self->scale, item->first);
  double end = risalah_timeline_scale_get_x (&self->scale, item->last + 1.0);
  RisalahTimelineScale to = self->scale;

  if (end <= 0 || first >= self->scale.width)
    {
      risalah_timeline_scale_pan (&to, (first + end - self->scale.width) / 2);
      risalah_timeline_canvas_move_to (self, &to);
    }
  if (self->animation != NULL)
    g_signal_connect_object (self->animation, "done", G_CALLBACK (show_lane), self,
                             G_CONNECT_SWAPPED);
  else
    show_lane (self);
}

/**
 * risalah_timeline_canvas_select:
 * @self: the canvas
 * @id: an event, 0 for none
 *
 * Selects an event that was chosen elsewhere, and moves there if nothing of it is in view.
 */
void
risalah_timeline_canvas_select (RisalahTimelineCanvas *self, gint64 id)
{
  guint item;

  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self));

  item = risalah_timeline_canvas_find_item (self, id);
  risalah_timeline_canvas_select_item (self, item);
  if (item != RISALAH_TIMELINE_NONE && self->is_placed)
    risalah_timeline_canvas_bring_into_view (self, risalah_timeline_canvas_get_item (self, item));
}

/**
 * risalah_timeline_canvas_get_area:
 * @self: the canvas
 * @id: an event
 * @area: (out caller-allocates): where its mark is
 *
 * Returns: whether it has a mark of its own in the view
 */
gboolean
risalah_timeline_canvas_get_area (RisalahTimelineCanvas *self, gint64 id, GdkRectangle *area)
{
  RisalahTimelineLayout *layout;
  double offset;

  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), FALSE);

  layout = risalah_timeline_canvas_get_layout (self);
  offset = gtk_adjustment_get_value (self->vertical);
  for (guint i = 0; layout != NULL && i < layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (layout->marks, RisalahTimelineMark, i);
      double left = MAX (mark->x, 0), right = MIN (mark->x + mark->width, self->scale.width);

      if (risalah_timeline_canvas_get_item (self, mark->item)->id != id)
        continue;
      *area = (GdkRectangle){ (int)left, (int)(mark->y - offset), (int)MAX (right - left, 1),
                              (int)mark->height };
      return TRUE;
    }
  return FALSE;
}

/**
 * risalah_timeline_canvas_find_event:
 * @self: the canvas
 * @x: a place
 * @y: a place
 *
 * Returns: the event there, 0 for none
 */
gint64
risalah_timeline_canvas_find_event (RisalahTimelineCanvas *self, double x, double y)
{
  guint position;

  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), 0);

  if (risalah_timeline_canvas_hit (self, x, y, &position) != RISALAH_TIMELINE_HIT_MARK)
    return 0;
  return risalah_timeline_canvas_get_item (self, g_array_index (self->layout->marks, RisalahTimelineMark, position).item)
      ->id;
}
