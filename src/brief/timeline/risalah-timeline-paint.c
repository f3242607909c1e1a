/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a layout with cairo: shapes and colours by kind, the certainty of dates as outlines. */

#include <pango/pangocairo.h>
#include <string.h>

#include "risalah-timeline-plate-private.h"

#define PANGO_UNITS(points) ((int)((points)*PANGO_SCALE))

/* Colours of Okabe and Ito, Color Universal Design (2008), which colour-blind readers tell apart;
 * no two kinds share both colour and shape. */
#define BLUE       0.0, 0.447, 0.698
#define ORANGE     0.835, 0.369, 0.0
#define GREEN      0.0, 0.620, 0.451
#define PURPLE     0.698, 0.373, 0.561
#define DARK_AMBER 0.620, 0.439, 0.0
#define GREY       0.35, 0.35, 0.35

static const struct
{
  const char *kind;
  RisalahTimelineStyle style;
} styles[] = {
  { "meeting", { RISALAH_TIMELINE_CIRCLE, BLUE } },
  { "visit", { RISALAH_TIMELINE_TRIANGLE, BLUE } },
  { "agreement", { RISALAH_TIMELINE_SQUARE, GREEN } },
  { "exercise", { RISALAH_TIMELINE_DIAMOND, ORANGE } },
  { "training", { RISALAH_TIMELINE_TRIANGLE, ORANGE } },
  { "procurement", { RISALAH_TIMELINE_SQUARE, PURPLE } },
  { "technology-transfer", { RISALAH_TIMELINE_DIAMOND, PURPLE } },
  { "joint-production", { RISALAH_TIMELINE_CIRCLE, PURPLE } },
  { "exchange", { RISALAH_TIMELINE_DIAMOND, BLUE } },
  { "aid", { RISALAH_TIMELINE_REVERSED_TRIANGLE, GREEN } },
  { "intelligence-sharing", { RISALAH_TIMELINE_REVERSED_TRIANGLE, DARK_AMBER } },
  { "working-group", { RISALAH_TIMELINE_CIRCLE, GREEN } },
  { "conference-exhibition", { RISALAH_TIMELINE_SQUARE, DARK_AMBER } },
  { "statement", { RISALAH_TIMELINE_CIRCLE, DARK_AMBER } },
  { "other", { RISALAH_TIMELINE_CIRCLE, GREY } },
};

/**
 * risalah_timeline_style_get:
 * @kind: an event's kind
 *
 * Returns: (transfer none): its colour and shape; those of "other" for a kind of none of ours
 */
const RisalahTimelineStyle *
risalah_timeline_style_get (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (styles[i].kind, kind) == 0)
      return &styles[i].style;
  return &styles[G_N_ELEMENTS (styles) - 1].style;
}

/*
 * Prints words with the upper left corner at @x, @y, cut with an ellipsis at @room points where
 * that is more than 0. Returns how wide they are.
 */
double
risalah_timeline_paint_words (const RisalahTimelineCanvas *self,
                              const char *words,
                              double x,
                              double y,
                              double room,
                              gboolean bold)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  PangoRectangle size;

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, self->font_size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, words, -1);
  if (room > 0)
    {
      pango_layout_set_width (layout, PANGO_UNITS (room));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_auto_dir (layout, FALSE);
    }
  pango_layout_get_extents (layout, NULL, &size);
  if (self->cr != NULL)
    {
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_layout (self->cr, layout);
    }
  return (double)size.width / PANGO_SCALE;
}

static void
trace_shape (cairo_t *cr, RisalahTimelineShape shape, double x, double y, double size)
{
  double half = size / 2;

  cairo_new_path (cr);
  switch (shape)
    {
    case RISALAH_TIMELINE_SQUARE:
      cairo_rectangle (cr, x - half * 0.85, y - half * 0.85, size * 0.85, size * 0.85);
      return;
    case RISALAH_TIMELINE_DIAMOND:
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y);
      cairo_line_to (cr, x, y + half);
      cairo_line_to (cr, x - half, y);
      break;
    case RISALAH_TIMELINE_TRIANGLE:
    case RISALAH_TIMELINE_REVERSED_TRIANGLE:
      half = shape == RISALAH_TIMELINE_TRIANGLE ? half : -half;
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y + half);
      cairo_line_to (cr, x - half, y + half);
      break;
    case RISALAH_TIMELINE_CIRCLE:
    default:
      cairo_arc (cr, x, y, half * 0.92, 0, 2 * G_PI);
    }
  cairo_close_path (cr);
}

/* Held is full, planned paler, proposed paler still; a suggestion and a cancelled one are hollow.
 */
static double
get_strength (const RisalahTimelineItem *item)
{
  static const double strengths[] = { 1, 0.45, 0.2, 0 };

  if ((item->flags & RISALAH_TIMELINE_SUGGESTED) != 0)
    return 0;
  return strengths[MIN (item->status, RISALAH_TIMELINE_CANCELLED)];
}

static void
set_outline (cairo_t *cr, const RisalahTimelineItem *item)
{
  const double dashes[] = { 2, 1.5 };

  cairo_set_line_width (cr, 0.8);
  cairo_set_dash (cr, dashes, (item->flags & RISALAH_TIMELINE_DASHED) != 0 ? 2 : 0, 0);
}

/*
 * Paints a point of @item's kind about @x, @y; a cancelled event's is crossed out.
 */
void
risalah_timeline_paint_point (cairo_t *cr,
                              const RisalahTimelineItem *item,
                              double x,
                              double y,
                              double size)
{
  const RisalahTimelineStyle *style = risalah_timeline_style_get (item->kind);

  trace_shape (cr, style->shape, x, y, size);
  cairo_set_source_rgba (cr, style->red, style->green, style->blue, get_strength (item));
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, style->red, style->green, style->blue);
  set_outline (cr, item);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (item->status == RISALAH_TIMELINE_CANCELLED)
    {
      cairo_move_to (cr, x - size / 2, y + size / 2);
      cairo_line_to (cr, x + size / 2, y - size / 2);
      cairo_stroke (cr);
    }
}

/* A soft end fades inside its band, an open one beyond it. */
static cairo_pattern_t *
make_gradient (const RisalahTimelineItem *item,
               double left,
               double right,
               double fade,
               double alpha)
{
  const RisalahTimelineStyle *style = risalah_timeline_style_get (item->kind);
  gboolean soft = (item->flags & RISALAH_TIMELINE_SOFT) != 0;
  gboolean open_start = (item->flags & RISALAH_TIMELINE_OPEN_START) != 0;
  gboolean open_end = (item->flags & RISALAH_TIMELINE_OPEN_END) != 0;
  double share = MIN (0.45, fade / MAX (right - left, 1));
  cairo_pattern_t *gradient = cairo_pattern_create_linear (left, 0, right, 0);

  if (open_start != open_end)
    share = fade / MAX (right - left, fade);
  cairo_pattern_add_color_stop_rgba (gradient, 0, style->red, style->green, style->blue,
                                     soft || open_start ? 0 : alpha);
  if (soft || open_start)
    cairo_pattern_add_color_stop_rgba (gradient, share, style->red, style->green, style->blue,
                                       alpha);
  if (soft || open_end)
    cairo_pattern_add_color_stop_rgba (gradient, 1 - share, style->red, style->green, style->blue,
                                       alpha);
  cairo_pattern_add_color_stop_rgba (gradient, 1, style->red, style->green, style->blue,
                                     soft || open_end ? 0 : alpha);
  return gradient;
}

/*
 * Paints a band of @item's kind; @fade is how far an open end reaches beyond it.
 */
void
risalah_timeline_paint_band (cairo_t *cr,
                             const RisalahTimelineItem *item,
                             double x,
                             double y,
                             double width,
                             double height,
                             double fade)
{
  double left = x - ((item->flags & RISALAH_TIMELINE_OPEN_START) != 0 ? fade : 0);
  double right = x + width + ((item->flags & RISALAH_TIMELINE_OPEN_END) != 0 ? fade : 0);
  cairo_pattern_t *fill = make_gradient (item, left, right, fade, get_strength (item) * 0.35);
  cairo_pattern_t *line = make_gradient (item, left, right, fade, 1);

  cairo_rectangle (cr, left, y, right - left, height);
  cairo_set_source (cr, fill);
  cairo_fill (cr);
  cairo_set_source (cr, line);
  set_outline (cr, item);
  cairo_rectangle (cr, left + 0.4, y + 0.4, MAX (right - left - 0.8, 0.2), height - 0.8);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (item->status == RISALAH_TIMELINE_CANCELLED)
    {
      cairo_move_to (cr, left, y + height / 2);
      cairo_line_to (cr, right, y + height / 2);
      cairo_stroke (cr);
    }
  cairo_pattern_destroy (fill);
  cairo_pattern_destroy (line);
}

/* The words of the tick before the view stay at its edge while there is room. */
static void
paint_ticks (const RisalahTimelineCanvas *self, const RisalahTimelineLayout *layout)
{
  cairo_t *cr = self->cr;
  double room = G_MAXDOUBLE;

  cairo_set_line_width (cr, 0.5);
  for (guint i = layout->ticks->len; i > 0; i--)
    {
      const RisalahTimelineTick *tick = &g_array_index (layout->ticks, RisalahTimelineTick, i - 1);
      double x = MAX (tick->x, 0);

      cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
      if (tick->x >= 0)
        {
          cairo_move_to (cr, x, tick->label != NULL ? 0 : layout->axis_height * 0.75);
          cairo_line_to (cr, x, tick->label != NULL ? layout->height : layout->axis_height);
          cairo_stroke (cr);
        }
      if (tick->label == NULL)
        continue;
      if (MIN (room, self->width) - x < self->font_size * 4)
        {
          room = x;
          continue;
        }
      cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
      risalah_timeline_paint_words (self, tick->label, x + 2, 0,
                                    MAX (MIN (room, self->width) - x - 4, 1), FALSE);
      room = x;
    }
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  cairo_move_to (cr, 0, layout->axis_height);
  cairo_line_to (cr, self->width, layout->axis_height);
  cairo_stroke (cr);
}

static void
paint_lanes (const RisalahTimelineCanvas *self,
             const RisalahTimelineIndex *index,
             const RisalahTimelineLayout *layout,
             const RisalahTerms *terms)
{
  if (risalah_timeline_index_get_grouping (index) == RISALAH_TIMELINE_BY_NOTHING)
    return;
  for (guint i = 0; i < layout->lanes->len; i++)
    {
      const RisalahTimelineLane *lane = &g_array_index (layout->lanes, RisalahTimelineLane, i);
      g_autofree char *name = risalah_timeline_dup_lane_name (index, i, terms);

      if (i > 0)
        {
          cairo_set_source_rgb (self->cr, 0.85, 0.85, 0.85);
          cairo_move_to (self->cr, 0, lane->y);
          cairo_line_to (self->cr, self->width, lane->y);
          cairo_stroke (self->cr);
        }
      cairo_set_source_rgb (self->cr, 0.2, 0.2, 0.2);
      risalah_timeline_paint_words (self, name, 0, lane->y + 1, self->width, TRUE);
    }
}

static void
paint_clusters (const RisalahTimelineCanvas *self, const RisalahTimelineLayout *layout)
{
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const RisalahTimelineCluster *cluster =
          &g_array_index (layout->clusters, RisalahTimelineCluster, i);
      g_autofree char *count = cluster->count < 10000
                                   ? g_strdup_printf ("%u", cluster->count)
                                   : g_strdup_printf ("%uk", cluster->count / 1000);

      cairo_rectangle (self->cr, cluster->x + 0.5, cluster->y, cluster->width - 1, cluster->height);
      cairo_set_source_rgb (self->cr, 0.87, 0.87, 0.87);
      cairo_fill (self->cr);
      cairo_set_source_rgb (self->cr, 0, 0, 0);
      risalah_timeline_paint_words (self, count, cluster->x + 2,
                                    cluster->y - self->font_size * 0.15, cluster->width - 2, FALSE);
    }
}

/**
 * risalah_timeline_draw:
 * @cr: what to draw on, with the upper left corner at its origin
 * @context: the faces
 * @family: the face of the words
 * @index: the events
 * @view: what @layout shows
 * @layout: the layout
 * @terms: the words of the language
 */
void
risalah_timeline_draw (cairo_t *cr,
                       PangoContext *context,
                       const char *family,
                       const RisalahTimelineIndex *index,
                       const RisalahTimelineView *view,
                       const RisalahTimelineLayout *layout,
                       const RisalahTerms *terms)
{
  const RisalahTimelineCanvas canvas = { cr, context, family, view->font_size, view->scale.width };
  GPtrArray *items = risalah_timeline_index_get_items (index);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->scale.width, layout->height);
  cairo_clip (cr);
  paint_ticks (&canvas, layout);
  paint_lanes (&canvas, index, layout, terms);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = g_ptr_array_index (items, mark->item);

      if ((item->flags & RISALAH_TIMELINE_POINT) != 0)
        risalah_timeline_paint_point (cr, item, mark->x + mark->width / 2,
                                      mark->y + mark->height / 2, mark->height);
      else
        risalah_timeline_paint_band (cr, item, mark->x, mark->y, mark->width, mark->height,
                                     layout->fade);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (layout->marks, RisalahTimelineMark, i);
      g_autofree char *label =
          risalah_timeline_item_dup_label (g_ptr_array_index (items, mark->item));

      if (mark->label_width > 0)
        risalah_timeline_paint_words (&canvas, label, mark->label_x,
                                      mark->y - view->font_size * 0.15, mark->label_width, FALSE);
    }
  paint_clusters (&canvas, layout);
  cairo_restore (cr);
}
