/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where on the canvas, and what of it is selected. */

#include "risalah-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The item at a position. */
const RisalahTimelineItem *
risalah_timeline_canvas_get_item (RisalahTimelineCanvas *self, guint item)
{
  return risalah_timeline_items_get (risalah_timeline_index_get_items (self->index), item);
}

/* Tells a screen reader what there is, and what of it is selected. */
void
risalah_timeline_canvas_describe (RisalahTimelineCanvas *self)
{
  guint n = self->index != NULL
                ? risalah_timeline_items_get_n (risalah_timeline_index_get_items (self->index))
                : 0;
  g_autofree char *label = g_strdup_printf (
      ngettext ("Timeline with %'u event; the table shows it too",
                "Timeline with %'u events; the table shows them too", n), n);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      self->selected != RISALAH_TIMELINE_NONE ? risalah_timeline_canvas_get_item (self, self->selected)->title : "", -1);
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

/* The next or previous mark of the view, by lane and then by day; FALSE past the last. */
gboolean
risalah_timeline_canvas_step (RisalahTimelineCanvas *self, gboolean forward)
{
  RisalahTimelineLayout *layout = risalah_timeline_canvas_get_layout (self);
  const RisalahTimelineMark *best = NULL;
  gboolean is_selected = self->selected != RISALAH_TIMELINE_NONE;

  /* In the order of the items, not of the marks, which is another in each layout: what is selected
   * may scroll the view. */
  for (guint i = 0; layout != NULL && i < layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark
          = &g_array_index (layout->marks, RisalahTimelineMark, i);

      if (is_selected && (forward ? mark->item <= self->selected : mark->item >= self->selected))
        continue;
      if (best == NULL || (forward ? mark->item < best->item : mark->item > best->item))
        best = mark;
    }
  if (best == NULL)
    return FALSE;
  risalah_timeline_canvas_select_item (self, best->item);
  return TRUE;
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

/* Moves as far as it must to show something of the item's days, and the lane of its mark. */
static void
bring_into_view (RisalahTimelineCanvas *self, const RisalahTimelineItem *item)
{
  double first = risalah_timeline_scale_get_x (&self->scale, item->first);
  double end = risalah_timeline_scale_get_x (&self->scale, item->last + 1.0);
  RisalahTimelineScale to = self->scale;
  GdkRectangle area;

  if (end <= 0 || first >= self->scale.width)
    {
      risalah_timeline_scale_pan (&to, (first + end - self->scale.width) / 2);
      risalah_timeline_canvas_move_to (self, &to);
    }
  else if (risalah_timeline_canvas_get_area (self, item->id, &area))
    {
      double top = area.y + gtk_adjustment_get_value (self->vertical);

      gtk_adjustment_clamp_page (self->vertical, top - self->layout->axis_height,
                                 top + area.height);
    }
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
    bring_into_view (self, risalah_timeline_canvas_get_item (self, item));
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
