/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand on the canvas: the wheel and a pinch zoom about the pointer, a drag pans and moves on
 * for a while, keys do the same. */

#include "risalah-timeline-canvas-private.h"

#include <math.h>

#include "risalah-widget.h"

#define WHEEL_STEP 1.2
#define KEY_STEP   1.5
#define PAN_STEP   0.15 /* of the width, by the wheel and by the keys */
/* How fast the view slows down after a drag: what is left of its speed after a second. */
#define LEFT_AFTER_SECOND 0.03
/* Slower than this it stands still, in pixels a second. */
#define LEAST_VELOCITY 12.0
#define SECOND         1e6

static const RisalahKeyBinding keys[] = {
  { "plus|equal|KP_Add", "timeline.zoom-in" },
  { "<Control>plus|<Control>equal|<Control>KP_Add", "timeline.zoom-in" },
  { "minus|underscore|KP_Subtract", "timeline.zoom-out" },
  { "<Control>minus|<Control>underscore|<Control>KP_Subtract", "timeline.zoom-out" },
  { "0|KP_0|f|<Control>0|<Control>KP_0", "timeline.fit" },
  { "Left|KP_Left", "timeline.step(false)" },
  { "Right|KP_Right", "timeline.step(true)" },
  { "Page_Up|KP_Page_Up", "timeline.page(false)" },
  { "Page_Down|KP_Page_Down", "timeline.page(true)" },
  { "Up", "timeline.scroll-lanes(-1.0)" },
  { "Down", "timeline.scroll-lanes(1.0)" },
  { "Home|KP_Home", "timeline.go-to-end(false)" },
  { "End|KP_End", "timeline.go-to-end(true)" },
  { "<Control>Left", "timeline.pan(-0.15)" },
  { "<Control>Right", "timeline.pan(0.15)" },
  { "Return|KP_Enter|space", "timeline.open" },
};

/* --- the pointer ------------------------------------------------------------------------- */

static void
motion_cb (RisalahTimelineCanvas *self, double x, double y)
{
  RisalahTimelineHit hit;
  guint position, hovered = RISALAH_TIMELINE_NONE;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->is_dragging)
    return;
  hit = risalah_timeline_canvas_hit (self, x, y, &position);
  if (hit == RISALAH_TIMELINE_HIT_MARK)
    hovered = g_array_index (self->layout->marks, RisalahTimelineMark, position).item;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   hit == RISALAH_TIMELINE_HIT_NOTHING ? NULL : "pointer");
  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (RisalahTimelineCanvas *self)
{
  self->hovered = RISALAH_TIMELINE_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scroll_lanes (RisalahTimelineCanvas *self, double distance)
{
  gtk_adjustment_set_value (self->vertical,
                            gtk_adjustment_get_value (self->vertical) + distance);
}

/* A wheel zooms, and pans with Shift; on a touchpad, which can pinch, two fingers pan both ways. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RisalahTimelineCanvas *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_touchpad
      = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double step = is_touchpad ? 1 : self->scale.width * PAN_STEP;

  risalah_timeline_canvas_stop (self);
  if ((state & GDK_SHIFT_MASK) != 0)
    risalah_timeline_canvas_pan (self, (dx + dy) * step);
  else if (is_touchpad && (state & GDK_CONTROL_MASK) == 0)
    {
      risalah_timeline_canvas_pan (self, dx);
      scroll_lanes (self, dy);
    }
  else
    {
      risalah_timeline_canvas_zoom (self, self->pointer_x,
                                    pow (WHEEL_STEP, is_touchpad ? -dy / 15 : -dy));
      risalah_timeline_canvas_pan (self, dx * step);
    }
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (RisalahTimelineCanvas *self)
{
  risalah_timeline_canvas_stop (self);
  self->pinched = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, RisalahTimelineCanvas *self)
{
  double x = self->pointer_x, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  risalah_timeline_canvas_zoom (self, x, scale / self->pinched);
  self->pinched = scale;
}

/* --- dragging ---------------------------------------------------------------------------- */

static gboolean
move_on_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now - self->moved_at) / SECOND, left;

  if (self->moved_at == 0)
    seconds = 0;
  self->moved_at = now;
  left = pow (LEFT_AFTER_SECOND, seconds);
  risalah_timeline_canvas_pan (self, -self->velocity_x * seconds);
  scroll_lanes (self, -self->velocity_y * seconds);
  self->velocity_x *= left;
  self->velocity_y *= left;
  if (hypot (self->velocity_x, self->velocity_y) >= LEAST_VELOCITY)
    return G_SOURCE_CONTINUE;
  self->mover = 0;
  return G_SOURCE_REMOVE;
}

static void
drag_begin_cb (RisalahTimelineCanvas *self)
{
  risalah_timeline_canvas_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragged_x = self->dragged_y = 0;
  self->is_dragging = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, RisalahTimelineCanvas *self)
{
  if (!self->is_dragging
      && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)x, (int)y))
    return;
  if (!self->is_dragging)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  self->is_dragging = TRUE;
  risalah_timeline_canvas_pan (self, self->dragged_x - x);
  scroll_lanes (self, self->dragged_y - y);
  self->dragged_x = x;
  self->dragged_y = y;
}

static void
drag_end_cb (RisalahTimelineCanvas *self)
{
  self->is_dragging = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
swipe_cb (RisalahTimelineCanvas *self, double velocity_x, double velocity_y)
{
  if (!adw_get_enable_animations (GTK_WIDGET (self)) || !self->is_placed
      || hypot (velocity_x, velocity_y) < LEAST_VELOCITY * 10)
    return;
  self->velocity_x = velocity_x;
  self->velocity_y = velocity_y;
  self->moved_at = 0;
  self->mover = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_on_cb, NULL, NULL);
}

static void
released_cb (RisalahTimelineCanvas *self, int n_press, double x, double y)
{
  guint position;
  RisalahTimelineHit hit = risalah_timeline_canvas_hit (self, x, y, &position);

  if (hit == RISALAH_TIMELINE_HIT_MARK)
    {
      guint item = g_array_index (self->layout->marks, RisalahTimelineMark, position).item;

      risalah_timeline_canvas_select_item (self, item);
      if (n_press == 2)
        risalah_timeline_canvas_activate (self, item);
    }
  else if (hit == RISALAH_TIMELINE_HIT_CLUSTER)
    risalah_timeline_canvas_open_cluster (self, position);
  else if (n_press == 2)
    risalah_timeline_canvas_create (self, x);
  else
    risalah_timeline_canvas_select_item (self, RISALAH_TIMELINE_NONE);
}

static void
add_controller (RisalahTimelineCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

/* Gives @self its controllers. */
void
risalah_timeline_canvas_add_controllers (RisalahTimelineCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new (), *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new (), *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_group (swipe, drag);
  add_controller (self, motion);
  add_controller (self, scroll);
  add_controller (self, pinch);
  add_controller (self, swipe);
  add_controller (self, drag);
  add_controller (self, click);
}

/* --- keys and actions -------------------------------------------------------------------- */

static void
zoom_by (RisalahTimelineCanvas *self, double factor)
{
  RisalahTimelineScale to = self->animation != NULL ? self->to : self->scale;
  GdkRectangle area;
  double x = to.width / 2;

  if (!self->is_placed)
    return;
  if (self->animation == NULL
      && risalah_timeline_canvas_get_area (self, risalah_timeline_canvas_get_selected (self),
                                           &area))
    x = area.x + area.width / 2.0;
  risalah_timeline_scale_zoom (&to, x, factor);
  risalah_timeline_canvas_move_to (self, &to);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (RISALAH_TIMELINE_CANVAS (widget), KEY_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (RISALAH_TIMELINE_CANVAS (widget), 1 / KEY_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_timeline_canvas_fit (RISALAH_TIMELINE_CANVAS (widget));
}

static void
pan_by (RisalahTimelineCanvas *self, double share)
{
  RisalahTimelineScale to = self->animation != NULL ? self->to : self->scale;

  if (!self->is_placed)
    return;
  risalah_timeline_scale_pan (&to, to.width * share);
  risalah_timeline_canvas_move_to (self, &to);
}

static void
pan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pan_by (RISALAH_TIMELINE_CANVAS (widget), g_variant_get_double (parameter));
}

static void
scroll_lanes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);

  scroll_lanes (self, g_variant_get_double (parameter)
                          * gtk_adjustment_get_step_increment (self->vertical));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);

  if (self->selected != RISALAH_TIMELINE_NONE)
    risalah_timeline_canvas_activate (self, self->selected);
}

/* The actions of the class, and their keys. */
void
risalah_timeline_canvas_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "timeline.pan", "d", pan_cb);
  gtk_widget_class_install_action (widget_class, "timeline.scroll-lanes", "d", scroll_lanes_cb);
  gtk_widget_class_install_action (widget_class, "timeline.open", NULL, open_cb);
  risalah_timeline_canvas_install_steps (widget_class);
  risalah_widget_bind_keys (widget_class, keys, G_N_ELEMENTS (keys));
}
