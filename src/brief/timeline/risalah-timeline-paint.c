/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths, gradients and words; what is drawn and how it looks was decided before. */

#include "risalah-timeline-paint.h"

#define HALF_PI (G_PI / 2)

static void
set_colour (cairo_t *cr, const RisalahTimelineColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
trace_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_path (cr);
  radius = MIN (radius, MIN (width, height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_arc (cr, x + width - radius, y + radius, radius, -HALF_PI, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, HALF_PI);
  cairo_arc (cr, x + radius, y + height - radius, radius, HALF_PI, 2 * HALF_PI);
  cairo_arc (cr, x + radius, y + radius, radius, 2 * HALF_PI, 3 * HALF_PI);
  cairo_close_path (cr);
}

static void
add_stop (cairo_pattern_t *gradient, double at, const RisalahTimelineColour *colour, gboolean clear)
{
  cairo_pattern_add_color_stop_rgba (gradient, at, colour->red, colour->green, colour->blue,
                                     clear ? 0 : colour->alpha);
}

static void
set_source (cairo_t *cr, const RisalahTimelineElement *element)
{
  cairo_pattern_t *gradient;
  double width = MAX (element->width, 0.1);

  if (element->fade_start <= 0 && element->fade_end <= 0)
    {
      set_colour (cr, &element->colour);
      return;
    }
  gradient = cairo_pattern_create_linear (element->x, 0, element->x + width, 0);
  add_stop (gradient, 0, &element->colour, element->fade_start > 0);
  add_stop (gradient, MIN (element->fade_start / width, 1), &element->colour, FALSE);
  add_stop (gradient, MAX (1 - element->fade_end / width, 0), &element->colour, FALSE);
  add_stop (gradient, 1, &element->colour, element->fade_end > 0);
  cairo_set_source (cr, gradient);
  cairo_pattern_destroy (gradient);
}

static void
set_line (cairo_t *cr, const RisalahTimelineElement *element)
{
  const double dashes[] = { 3 * element->line, 2 * element->line };

  cairo_set_line_width (cr, element->line);
  cairo_set_dash (cr, dashes, element->dashed ? 2 : 0, 0);
}

static void
paint_outline (cairo_t *cr, const RisalahTimelineElement *element)
{
  double half = element->line / 2;

  trace_rectangle (cr, element->x + half, element->y + half,
                   MAX (element->width - element->line, 0.2),
                   MAX (element->height - element->line, 0.2), element->radius - half);
  set_source (cr, element);
  set_line (cr, element);
  cairo_stroke (cr);
}

static void
trace_symbol (cairo_t *cr, RisalahTimelineShape shape, double x, double y, double half)
{
  cairo_new_path (cr);
  switch (shape)
    {
    case RISALAH_TIMELINE_SQUARE:
      cairo_rectangle (cr, x - half * 0.86, y - half * 0.86, half * 1.72, half * 1.72);
      return;
    case RISALAH_TIMELINE_BAR:
      cairo_rectangle (cr, x - half * 0.12, y - half, half * 0.24, half * 2);
      return;
    case RISALAH_TIMELINE_DIAMOND:
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y);
      cairo_line_to (cr, x, y + half);
      cairo_line_to (cr, x - half, y);
      break;
    case RISALAH_TIMELINE_TRIANGLE:
    case RISALAH_TIMELINE_REVERSED_TRIANGLE:
      cairo_move_to (cr, x, y + (shape == RISALAH_TIMELINE_TRIANGLE ? -half : half) * 0.9);
      cairo_line_to (cr, x + half, y + (shape == RISALAH_TIMELINE_TRIANGLE ? half : -half) * 0.8);
      cairo_line_to (cr, x - half, y + (shape == RISALAH_TIMELINE_TRIANGLE ? half : -half) * 0.8);
      break;
    case RISALAH_TIMELINE_CIRCLE:
    default:
      cairo_arc (cr, x, y, half * 0.94, 0, 2 * G_PI);
    }
  cairo_close_path (cr);
}

/* Held is full, planned its left half, proposed a dot, cancelled nothing. */
static void
fill_symbol (cairo_t *cr, const RisalahTimelineElement *element, double x, double y, double half)
{
  const double faint = element->hollow || element->dashed ? 0.35 : 1;
  const RisalahTimelineColour *colour = &element->colour;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * faint);
  if (element->status == RISALAH_TIMELINE_HELD && !element->hollow)
    {
      cairo_fill_preserve (cr);
    }
  else if (element->status == RISALAH_TIMELINE_PLANNED)
    {
      cairo_save (cr);
      cairo_clip (cr);
      cairo_rectangle (cr, x - half, y - half, half, 2 * half);
      cairo_fill (cr);
      cairo_restore (cr);
      trace_symbol (cr, element->shape, x, y, half);
    }
  else if (element->status == RISALAH_TIMELINE_PROPOSED)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, half * 0.36, 0, 2 * G_PI);
      cairo_fill (cr);
      trace_symbol (cr, element->shape, x, y, half);
    }
}

static void
paint_symbol (cairo_t *cr, const RisalahTimelineElement *element)
{
  double half = (element->width - element->line) / 2;
  double x = element->x + element->width / 2, y = element->y + element->height / 2;

  trace_symbol (cr, element->shape, x, y, half);
  set_colour (cr, &element->back);
  cairo_fill_preserve (cr);
  fill_symbol (cr, element, x, y, half);
  set_colour (cr, &element->colour);
  set_line (cr, element);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (element->status != RISALAH_TIMELINE_CANCELLED)
    return;
  cairo_move_to (cr, x - half, y + half);
  cairo_line_to (cr, x + half, y - half);
  cairo_stroke (cr);
}

/**
 * risalah_timeline_shape_words:
 * @element: words
 * @font: their face
 *
 * Returns: (transfer full): the words, cut with an ellipsis where they are wider than the element
 */
PangoLayout *
risalah_timeline_shape_words (const RisalahTimelineElement *element,
                              const RisalahTimelineFont *font)
{
  PangoLayout *layout = pango_layout_new (font->context);
  PangoFontDescription *face =
      pango_font_description_copy (pango_context_get_font_description (font->context));
  double size = font->size * (element->small ? RISALAH_TIMELINE_SMALL : 1);

  if (font->family != NULL)
    pango_font_description_set_family (face, font->family);
  pango_font_description_set_absolute_size (face, size * PANGO_SCALE);
  pango_font_description_set_weight (face, element->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, face);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, element->words, -1);
  if (element->width > 0)
    {
      pango_layout_set_width (layout, (int)(element->width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, element->centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    }
  pango_font_description_free (face);
  return layout;
}

static void
paint_words (const RisalahTimelineElement *element,
             const RisalahTimelineColour *colour,
             cairo_t *cr,
             const RisalahTimelineFont *font)
{
  g_autoptr (PangoLayout) layout = risalah_timeline_shape_words (element, font);
  PangoRectangle size;

  pango_layout_get_extents (layout, NULL, &size);
  cairo_move_to (cr, element->x,
                 element->y + (element->height - (double)size.height / PANGO_SCALE) / 2);
  set_colour (cr, colour);
  pango_cairo_show_layout (cr, layout);
}

/**
 * risalah_timeline_paint_element:
 * @element: an element
 * @cr: what to paint on
 * @font: the face of the words
 */
void
risalah_timeline_paint_element (const RisalahTimelineElement *element,
                                cairo_t *cr,
                                const RisalahTimelineFont *font)
{
  switch (element->kind)
    {
    case RISALAH_TIMELINE_FILL:
      trace_rectangle (cr, element->x, element->y, element->width, element->height,
                       element->radius);
      set_source (cr, element);
      cairo_fill (cr);
      if (element->words != NULL)
        paint_words (element, &element->back, cr, font);
      break;
    case RISALAH_TIMELINE_OUTLINE:
      paint_outline (cr, element);
      break;
    case RISALAH_TIMELINE_SYMBOL:
      paint_symbol (cr, element);
      break;
    case RISALAH_TIMELINE_WORDS:
      paint_words (element, &element->colour, cr, font);
      break;
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * risalah_timeline_paint:
 * @drawing: a timeline
 * @cr: what to paint on, with the upper left corner at its origin
 * @font: the face of its words
 */
void
risalah_timeline_paint (const RisalahTimelineDrawing *drawing,
                        cairo_t *cr,
                        const RisalahTimelineFont *font)
{
  for (guint i = 0; i < drawing->elements->len; i++)
    risalah_timeline_paint_element (
        &g_array_index (drawing->elements, RisalahTimelineElement, i), cr, font);
}
