/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown: the index and the scale. How it is drawn, what is selected and what the hand does
 * stand in files of their own. */

#include "risalah-timeline-canvas-private.h"

#include <math.h>

#include "risalah-large-text.h"

/* Of a period: the room before its first event, and after its last for words. */
#define AIR       0.04
#define LEAST_AIR 10.0
#define DURATION  220

/* Pixels, with text of the usual size. */
#define USUAL_HEIGHT 200

enum
{
  ACTIVATED,
  CREATE,
  PERIOD_CHANGED,
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahTimelineCanvas, risalah_timeline_canvas, GTK_TYPE_WIDGET)

static void
update_vertical (RisalahTimelineCanvas *self)
{
  double page = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  gtk_adjustment_configure (self->vertical, gtk_adjustment_get_value (self->vertical), 0,
                            MAX (self->layout->height, page), page / 10, page * 0.9, page);
}

/* After the scale, the index or the size changed. */
void
risalah_timeline_canvas_view_changed (RisalahTimelineCanvas *self)
{
  g_clear_pointer (&self->layout, risalah_timeline_layout_free);
  self->hovered = RISALAH_TIMELINE_NONE;
  if (self->is_placed)
    {
      self->first = self->scale.start;
      self->end = self->scale.start + self->scale.width / self->scale.pixels_per_day;
    }
  if (risalah_timeline_canvas_get_layout (self) != NULL)
    update_vertical (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[PERIOD_CHANGED], 0);
}

static gboolean
tell_cb (gpointer data)
{
  RisalahTimelineCanvas *self = data;

  self->teller = 0;
  risalah_timeline_canvas_view_changed (self);
  return G_SOURCE_REMOVE;
}

/* The period stays when the width changes; it is told of later, since others may then change. */
static void
risalah_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);

  g_clear_pointer (&self->layout, risalah_timeline_layout_free);
  if (width <= 0 || self->end <= self->first)
    return;
  risalah_timeline_scale_init (&self->scale, self->first, self->end, width);
  self->is_placed = TRUE;
  if (self->teller == 0)
    self->teller = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
risalah_timeline_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (risalah_timeline_canvas_parent_class)->css_changed (widget, change);
  risalah_timeline_nodes_clear (self->nodes);
  g_clear_pointer (&self->layout, risalah_timeline_layout_free);
  gtk_widget_queue_draw (widget);
}

/* --- movement ---------------------------------------------------------------------------- */

/* Ends what moves by itself. */
void
risalah_timeline_canvas_stop (RisalahTimelineCanvas *self)
{
  if (self->mover != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->mover);
  self->mover = 0;
  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
}

/* Widths between two periods change by the same factor in the same time. */
static void
move_cb (double value, gpointer data)
{
  RisalahTimelineCanvas *self = data;
  double width = self->scale.width;
  double from = width / self->from.pixels_per_day, to = width / self->to.pixels_per_day;
  double days = exp (log (from) * (1 - value) + log (to) * value);
  double middle_from = self->from.start + from / 2, middle_to = self->to.start + to / 2;
  double share = fabs (from - to) < from * 1e-6 ? value : (from - days) / (from - to);
  double middle = middle_from + (middle_to - middle_from) * share;

  risalah_timeline_scale_init (&self->scale, middle - days / 2, middle + days / 2, width);
  risalah_timeline_canvas_view_changed (self);
}

/* Goes to another period, at once where animations are off. */
void
risalah_timeline_canvas_move_to (RisalahTimelineCanvas *self, const RisalahTimelineScale *to)
{
  RisalahTimelineScale target = *to;

  risalah_timeline_canvas_stop (self);
  if (!adw_get_enable_animations (GTK_WIDGET (self))
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->scale = target;
      risalah_timeline_canvas_view_changed (self);
      return;
    }
  self->from = self->scale;
  self->to = target;
  self->animation = adw_timed_animation_new (
      GTK_WIDGET (self), 0, 1, DURATION, adw_callback_animation_target_new (move_cb, self, NULL));
  adw_animation_play (self->animation);
}

static gboolean
risalah_timeline_canvas_query_tooltip (GtkWidget *widget,
                                       int x,
                                       int y,
                                       gboolean keyboard,
                                       GtkTooltip *tooltip)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  guint position;
  const RisalahTimelineItem *item;

  if (keyboard
      || risalah_timeline_canvas_hit (self, x, y, &position) != RISALAH_TIMELINE_HIT_MARK)
    return FALSE;
  item = risalah_timeline_canvas_get_item (self, g_array_index (self->layout->marks, RisalahTimelineMark, position).item);
  gtk_tooltip_set_text (tooltip, item->title);
  return TRUE;
}

/* --- the object -------------------------------------------------------------------------- */

static void
risalah_timeline_canvas_dispose (GObject *object)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (object);

  risalah_timeline_canvas_stop (self);
  g_clear_handle_id (&self->teller, g_source_remove);
  g_clear_object (&self->vertical);

  G_OBJECT_CLASS (risalah_timeline_canvas_parent_class)->dispose (object);
}

static void
risalah_timeline_canvas_finalize (GObject *object)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->layout, risalah_timeline_layout_free);
  g_clear_pointer (&self->index, risalah_timeline_index_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->terms, risalah_terms_unref);
  g_clear_pointer (&self->nodes, risalah_timeline_nodes_free);

  G_OBJECT_CLASS (risalah_timeline_canvas_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  /**
   * RisalahTimelineCanvas::activated:
   * @id: an event whose card is wanted
   */
  signals[ACTIVATED] = g_signal_new ("activated", RISALAH_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * RisalahTimelineCanvas::create:
   * @edtf: the day of an event that the analyst wants to make
   */
  signals[CREATE] = g_signal_new ("create", RISALAH_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * RisalahTimelineCanvas::period-changed:
   *
   * Another part of the axis is shown.
   */
  signals[PERIOD_CHANGED] = g_signal_new ("period-changed", RISALAH_TYPE_TIMELINE_CANVAS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RisalahTimelineCanvas::selected:
   * @id: the event that is selected now, 0 for none
   */
  signals[SELECTED] = g_signal_new ("selected", RISALAH_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

/* It draws in whatever room there is; as a rule the axis and some lanes. */
static void
risalah_timeline_canvas_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_VERTICAL
                 ? USUAL_HEIGHT * risalah_large_text_get_scale (widget)
                 : 0;
}

static void
risalah_timeline_canvas_class_init (RisalahTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = risalah_timeline_canvas_dispose;
  object_class->finalize = risalah_timeline_canvas_finalize;
  widget_class->snapshot = risalah_timeline_canvas_snapshot;
  widget_class->measure = risalah_timeline_canvas_measure;
  widget_class->size_allocate = risalah_timeline_canvas_size_allocate;
  widget_class->css_changed = risalah_timeline_canvas_css_changed;
  widget_class->query_tooltip = risalah_timeline_canvas_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  risalah_timeline_canvas_install_actions (widget_class);
  add_signals ();
}

static void
risalah_timeline_canvas_init (RisalahTimelineCanvas *self)
{
  self->nodes = risalah_timeline_nodes_new ();
  self->selected = self->hovered = RISALAH_TIMELINE_NONE;
  self->vertical = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_object (self->vertical, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  risalah_timeline_canvas_add_controllers (self);
}

/**
 * risalah_timeline_canvas_new:
 *
 * Returns: (transfer floating): an empty canvas
 */
GtkWidget *
risalah_timeline_canvas_new (void)
{
  return g_object_new (RISALAH_TYPE_TIMELINE_CANVAS, NULL);
}

/**
 * risalah_timeline_canvas_set_terms:
 * @self: the canvas
 * @terms: the words of the window's language
 */
void
risalah_timeline_canvas_set_terms (RisalahTimelineCanvas *self, RisalahTerms *terms)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self) && terms != NULL);

  g_clear_pointer (&self->terms, risalah_terms_unref);
  self->terms = risalah_terms_ref (terms);
  risalah_timeline_canvas_view_changed (self);
}

/**
 * risalah_timeline_canvas_get_terms:
 * @self: the canvas
 *
 * Returns: (transfer none) (nullable): its words
 */
RisalahTerms *
risalah_timeline_canvas_get_terms (RisalahTimelineCanvas *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), NULL);
  return self->terms;
}

/**
 * risalah_timeline_canvas_set_today:
 * @self: the canvas
 * @today: the Julian day of now, with its fraction
 */
void
risalah_timeline_canvas_set_today (RisalahTimelineCanvas *self, double today)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self));

  self->today = today;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * risalah_timeline_canvas_set_index:
 * @self: the canvas
 * @index: (transfer full): other events
 *
 * The first ones are shown whole; later ones leave the view where it is, and what is selected.
 */
void
risalah_timeline_canvas_set_index (RisalahTimelineCanvas *self, RisalahTimelineIndex *index)
{
  gint64 selected;
  gboolean is_first;

  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self) && index != NULL);

  selected = risalah_timeline_canvas_get_selected (self);
  is_first = self->end <= self->first;
  g_clear_pointer (&self->index, risalah_timeline_index_free);
  g_clear_pointer (&self->order, g_array_unref);
  self->index = index;
  self->selected = selected != 0 ? risalah_timeline_canvas_find_item (self, selected) : RISALAH_TIMELINE_NONE;
  risalah_timeline_canvas_describe (self);
  if (is_first)
    risalah_timeline_canvas_fit (self);
  risalah_timeline_canvas_view_changed (self);
}

/**
 * risalah_timeline_canvas_get_index:
 * @self: the canvas
 *
 * Returns: (transfer none) (nullable): its events
 */
RisalahTimelineIndex *
risalah_timeline_canvas_get_index (RisalahTimelineCanvas *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), NULL);
  return self->index;
}

/**
 * risalah_timeline_canvas_get_scale:
 * @self: the canvas
 *
 * Returns: (transfer none): what part of the axis it shows
 */
const RisalahTimelineScale *
risalah_timeline_canvas_get_scale (RisalahTimelineCanvas *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), NULL);
  return &self->scale;
}

/**
 * risalah_timeline_canvas_get_vertical:
 * @self: the canvas
 *
 * Returns: (transfer none): how far its lanes are scrolled
 */
GtkAdjustment *
risalah_timeline_canvas_get_vertical (RisalahTimelineCanvas *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_CANVAS (self), NULL);
  return self->vertical;
}

/**
 * risalah_timeline_canvas_show_period:
 * @self: the canvas
 * @first: the Julian day at the left edge
 * @end: the Julian day at the right edge
 */
void
risalah_timeline_canvas_show_period (RisalahTimelineCanvas *self, double first, double end)
{
  RisalahTimelineScale to;

  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self) && end > first);

  if (!self->is_placed)
    {
      self->first = first;
      self->end = end;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  risalah_timeline_scale_init (&to, first, end, self->scale.width);
  risalah_timeline_canvas_move_to (self, &to);
}

/**
 * risalah_timeline_canvas_fit:
 * @self: the canvas
 *
 * Shows all events; without any, the year about today.
 */
void
risalah_timeline_canvas_fit (RisalahTimelineCanvas *self)
{
  gint64 first = (gint64)self->today - 183, last = first + 366;
  double air;

  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self));

  if (self->index != NULL)
    risalah_timeline_index_get_span (self->index, &first, &last);
  air = MAX (LEAST_AIR, (last - first) * AIR);
  risalah_timeline_canvas_show_period (self, first - air, last + 1 + 3 * air);
}

/**
 * risalah_timeline_canvas_zoom:
 * @self: the canvas
 * @x: what stays where it is
 * @factor: how much larger a day becomes
 */
void
risalah_timeline_canvas_zoom (RisalahTimelineCanvas *self, double x, double factor)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self) && factor > 0);

  if (!self->is_placed)
    return;
  risalah_timeline_scale_zoom (&self->scale, x, factor);
  risalah_timeline_canvas_view_changed (self);
}

/**
 * risalah_timeline_canvas_pan:
 * @self: the canvas
 * @distance: how far the view goes towards later days, in pixels
 */
void
risalah_timeline_canvas_pan (RisalahTimelineCanvas *self, double distance)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self));

  if (!self->is_placed)
    return;
  risalah_timeline_scale_pan (&self->scale, distance);
  risalah_timeline_canvas_view_changed (self);
}
