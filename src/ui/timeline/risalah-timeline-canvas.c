/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown: the index, the scale, what is selected; laid out when it is drawn. What the hand
 * does stands in risalah-timeline-canvas-input.c. */

#include "risalah-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of the window's font. */
#define LABEL 0.92
/* In font sizes. */
#define ROW     2.0
#define MARGIN  0.7
#define HEADING 3.0 /* what a lane needs beside its rows */
#define LEAST_ROWS 5
#define MOST_ROWS  14
/* Of a period: the room before its first event, and after its last for words. */
#define AIR       0.04
#define LEAST_AIR 10.0
#define DURATION  220

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

static const char *
lookup_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

static double
get_font_size (RisalahTimelineCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size * LABEL;
  return size * LABEL * pango_cairo_context_get_resolution (context) / 72;
}

/* One lane fills the height, several share it. */
static guint
choose_rows (RisalahTimelineCanvas *self, double size)
{
  guint n_lanes = MAX (risalah_timeline_index_get_n_lanes (self->index), 1);
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - size * HEADING * (n_lanes + 1);

  return CLAMP ((int)(height / n_lanes / (size * ROW)), LEAST_ROWS, MOST_ROWS);
}

static RisalahTimelineView
make_view (RisalahTimelineCanvas *self)
{
  double size = get_font_size (self);

  return (RisalahTimelineView){
    .scale = self->scale,
    .font_size = size,
    .row_height = round (size * ROW),
    .n_rows = choose_rows (self, size),
    .lookup = lookup_cb,
    .user_data = self->terms,
  };
}

/* (nullable) (transfer none): what is shown now, NULL while there is nothing to show. */
RisalahTimelineLayout *
risalah_timeline_canvas_get_layout (RisalahTimelineCanvas *self)
{
  RisalahTimelineView view;

  if (self->index == NULL || self->terms == NULL || !self->is_placed)
    return NULL;
  if (self->layout == NULL)
    {
      view = make_view (self);
      self->layout = risalah_timeline_layout_new (self->index, &view);
    }
  return self->layout;
}

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

/* --- drawing ----------------------------------------------------------------------------- */

static RisalahTimelineColour
from_rgba (const GdkRGBA *colour)
{
  return (RisalahTimelineColour){ colour->red, colour->green, colour->blue, colour->alpha };
}

static void
look_up_colour (GtkStyleContext *context, const char *name, RisalahTimelineColour *colour)
{
  GdkRGBA rgba;

  if (gtk_style_context_lookup_color (context, name, &rgba))
    *colour = from_rgba (&rgba);
}

static void
make_palette (RisalahTimelineCanvas *self, RisalahTimelinePalette *palette)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean is_dark = adw_style_manager_get_dark (style);
  gboolean is_high_contrast = adw_style_manager_get_high_contrast (style);
  GdkRGBA text;

  risalah_timeline_palette_init_paper (palette);
  gtk_style_context_get_color (context, &text);
  palette->text = palette->dim = from_rgba (&text);
  palette->dim.alpha *= is_high_contrast ? 0.9f : 0.65f;
  look_up_colour (context, "view_bg_color", &palette->surface);
  look_up_colour (context, "accent_color", &palette->accent);
  palette->lift = is_dark ? 0.38f : 0;
  palette->tint = is_high_contrast ? 0.3f : is_dark ? 0.26f : 0.16f;
  palette->line = is_high_contrast ? 0.4f : is_dark ? 0.14f : 0.10f;
}

static void
risalah_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  RisalahTimelineLayout *layout = risalah_timeline_canvas_get_layout (self);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (RisalahTimelineDrawing) drawing = NULL;
  RisalahTimelineLook look = { .terms = self->terms, .height = height, .today = self->today,
                               .selected = self->selected, .hovered = self->hovered };
  const RisalahTimelineElement *elements;
  RisalahTimelineFont font;
  RisalahTimelineView view;
  float offset;

  if (layout == NULL)
    return;
  offset = roundf (gtk_adjustment_get_value (self->vertical));
  view = make_view (self);
  make_palette (self, &look.palette);
  look.margin = view.font_size * MARGIN;
  look.height += offset;
  drawing = risalah_timeline_drawing_new (self->index, &view, layout, &look);
  elements = (const RisalahTimelineElement *)drawing->elements->data;
  font = (RisalahTimelineFont){ gtk_widget_get_pango_context (widget), NULL, view.font_size };
  risalah_timeline_nodes_set_scale (self->nodes, gtk_widget_get_scale_factor (widget));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, -offset));
  risalah_timeline_nodes_snapshot (self->nodes, snapshot, elements, drawing->n_body,
                                   &GRAPHENE_RECT_INIT (0, offset, width, height), &font);
  gtk_snapshot_restore (snapshot);
  risalah_timeline_nodes_snapshot (self->nodes, snapshot, elements + drawing->n_body,
                                   drawing->elements->len - drawing->n_body,
                                   &GRAPHENE_RECT_INIT (0, 0, width, height), &font);
  gtk_snapshot_pop (snapshot);
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

/* --- what is selected -------------------------------------------------------------------- */

static const RisalahTimelineItem *
get_item (RisalahTimelineCanvas *self, guint item)
{
  return risalah_timeline_items_get (risalah_timeline_index_get_items (self->index), item);
}

static void
describe (RisalahTimelineCanvas *self)
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
      self->selected != RISALAH_TIMELINE_NONE ? get_item (self, self->selected)->title : "", -1);
}

void
risalah_timeline_canvas_select_item (RisalahTimelineCanvas *self, guint item)
{
  if (self->selected == item)
    return;
  self->selected = item;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0, risalah_timeline_canvas_get_selected (self));
}

void
risalah_timeline_canvas_activate (RisalahTimelineCanvas *self, guint item)
{
  risalah_timeline_canvas_select_item (self, item);
  g_signal_emit (self, signals[ACTIVATED], 0, get_item (self, item)->id);
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
  g_signal_emit (self, signals[CREATE], 0, edtf);
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
  int at = -1, n;

  if (layout == NULL || layout->marks->len == 0)
    return FALSE;
  n = layout->marks->len;
  for (int i = 0; i < n && at < 0; i++)
    if (g_array_index (layout->marks, RisalahTimelineMark, i).item == self->selected)
      at = i;
  at = at < 0 ? (forward ? 0 : n - 1) : forward ? at + 1 : at - 1;
  if (at < 0 || at >= n)
    return FALSE;
  risalah_timeline_canvas_select_item (
      self, g_array_index (layout->marks, RisalahTimelineMark, at).item);
  return TRUE;
}

static gboolean
risalah_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);

  if (!gtk_widget_has_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return risalah_timeline_canvas_step (self, direction == GTK_DIR_TAB_FORWARD);
  return FALSE;
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
  item = get_item (self, g_array_index (self->layout->marks, RisalahTimelineMark, position).item);
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

static void
risalah_timeline_canvas_class_init (RisalahTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = risalah_timeline_canvas_dispose;
  object_class->finalize = risalah_timeline_canvas_finalize;
  widget_class->snapshot = risalah_timeline_canvas_snapshot;
  widget_class->size_allocate = risalah_timeline_canvas_size_allocate;
  widget_class->css_changed = risalah_timeline_canvas_css_changed;
  widget_class->focus = risalah_timeline_canvas_focus;
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

static guint
find_item (RisalahTimelineCanvas *self, gint64 id)
{
  RisalahTimelineItems *items =
      self->index != NULL ? risalah_timeline_index_get_items (self->index) : NULL;

  for (guint i = 0; items != NULL && i < risalah_timeline_items_get_n (items); i++)
    if (risalah_timeline_items_get (items, i)->id == id)
      return i;
  return RISALAH_TIMELINE_NONE;
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
  self->index = index;
  self->selected = selected != 0 ? find_item (self, selected) : RISALAH_TIMELINE_NONE;
  describe (self);
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
  return self->selected != RISALAH_TIMELINE_NONE ? get_item (self, self->selected)->id : 0;
}

/**
 * risalah_timeline_canvas_select:
 * @self: the canvas
 * @id: an event, 0 for none
 */
void
risalah_timeline_canvas_select (RisalahTimelineCanvas *self, gint64 id)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (self));
  risalah_timeline_canvas_select_item (self, find_item (self, id));
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

      if (get_item (self, mark->item)->id != id)
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
  return get_item (self, g_array_index (self->layout->marks, RisalahTimelineMark, position).item)
      ->id;
}
