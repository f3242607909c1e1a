/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of a drawing: words that stay in view, lines behind everything, today. And what its
 * elements are added with. */

#include "risalah-timeline-drawing-private.h"

/* In font sizes. */
#define LETTER 0.55
#define TICK   0.35
#define TODAY  0.7

/* The colour, weaker. */
RisalahTimelineColour
risalah_timeline_with_alpha (RisalahTimelineColour colour, double alpha)
{
  colour.alpha *= (float)alpha;
  return colour;
}

/* Adds an element in front of the others. */
void
risalah_timeline_compose (const RisalahTimelineComposing *self,
                          const RisalahTimelineElement *element)
{
  g_array_append_vals (self->drawing->elements, element, 1);
}

/* Adds a plain rectangle. */
void
risalah_timeline_compose_fill (const RisalahTimelineComposing *self,
                               RisalahTimelineColour colour,
                               double x,
                               double y,
                               double width,
                               double height)
{
  const RisalahTimelineElement fill = {
    .colour = colour, .x = x, .y = y, .width = width, .height = height
  };

  risalah_timeline_compose (self, &fill);
}

/* Adds words; they may be changed until the next element is added. */
RisalahTimelineElement *
risalah_timeline_compose_words (const RisalahTimelineComposing *self,
                                const char *words,
                                RisalahTimelineColour colour,
                                double x,
                                double y,
                                double width,
                                double height)
{
  const RisalahTimelineElement element = {
    .kind = RISALAH_TIMELINE_WORDS,
    .colour = colour,
    .x = x,
    .y = y,
    .width = width,
    .height = height,
    .words = g_string_chunk_insert_const (self->drawing->strings, words),
  };

  risalah_timeline_compose (self, &element);
  return &g_array_index (self->drawing->elements, RisalahTimelineElement,
                         self->drawing->elements->len - 1);
}

/* How far down lines go. */
double
risalah_timeline_get_bottom (const RisalahTimelineComposing *self)
{
  return MAX (self->layout->height, self->look->height);
}

static void
add_lines (const RisalahTimelineComposing *self, GArray *ticks, double strength)
{
  double top = self->layout->axis_height;
  RisalahTimelineColour colour = risalah_timeline_with_alpha (self->look->palette.text, strength);

  for (guint i = 0; i < ticks->len; i++)
    {
      const RisalahTimelineTick *tick = &g_array_index (ticks, RisalahTimelineTick, i);

      if (tick->label != NULL && tick->x >= 0)
        risalah_timeline_compose_fill (self, colour, tick->x, top, 1,
                                       risalah_timeline_get_bottom (self) - top);
    }
}

static void
add_today_line (const RisalahTimelineComposing *self)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  double x = risalah_timeline_scale_get_x (&self->view->scale, self->look->today);
  double top = self->layout->axis_height, size = self->view->font_size;

  if (self->look->today == 0 || x < 0 || x > self->view->scale.width)
    return;
  risalah_timeline_compose_fill (self, risalah_timeline_with_alpha (palette->accent, 0.7), x - 0.5,
                                 top, 1.5, risalah_timeline_get_bottom (self) - top);
  if (self->layout->height + size * 2 < self->look->height)
    risalah_timeline_compose_words (self, risalah_terms_get (self->look->terms, "timeline.today"),
                                    palette->accent, x + size * 0.4,
                                    self->look->height - size * 1.8, size * 12, size * 1.6)
        ->small = TRUE;
}

/* The words of the tick before the view stay at its edge while there is room. */
static void
add_tick_words (const RisalahTimelineComposing *self, GArray *ticks, double y, gboolean is_whole)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  double size = self->view->font_size, next = self->view->scale.width + size * 8;

  for (guint i = ticks->len; i > 0; i--)
    {
      const RisalahTimelineTick *tick = &g_array_index (ticks, RisalahTimelineTick, i - 1);
      double x = MAX (tick->x + size * RISALAH_TIMELINE_PAD, self->look->margin),
             room = next - x - size * RISALAH_TIMELINE_PAD;
      RisalahTimelineElement *words;

      if (tick->label == NULL)
        continue;
      next = tick->x;
      if (room < size * LETTER * g_utf8_strlen (tick->label, -1))
        continue;
      words = risalah_timeline_compose_words (self, tick->label,
                                              is_whole ? palette->text : palette->dim, x, y, room,
                                              self->layout->axis_height / 2);
      words->bold = is_whole;
      words->small = !is_whole;
    }
}

static void
add_today_tip (const RisalahTimelineComposing *self)
{
  double size = self->view->font_size * TODAY;
  double x = risalah_timeline_scale_get_x (&self->view->scale, self->look->today);
  const RisalahTimelineElement tip = {
    .kind = RISALAH_TIMELINE_SYMBOL,
    .colour = self->look->palette.accent,
    .x = x - size / 2,
    .y = self->layout->axis_height,
    .width = size,
    .height = size,
    .line = 1,
    .shape = RISALAH_TIMELINE_REVERSED_TRIANGLE,
  };

  if (self->look->today != 0 && x >= 0 && x <= self->view->scale.width)
    risalah_timeline_compose (self, &tip);
}

/* The axis itself, in front of what scrolls below it. */
void
risalah_timeline_compose_axis (const RisalahTimelineComposing *self)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  const RisalahTimelineLayout *layout = self->layout;
  double height = layout->axis_height, width = self->view->scale.width;
  RisalahTimelineColour strong = risalah_timeline_with_alpha (palette->text, palette->line * 2.5);
  RisalahTimelineColour soft = risalah_timeline_with_alpha (palette->text, palette->line * 1.5);

  risalah_timeline_compose_fill (self, palette->surface, 0, 0, width, height);
  for (guint i = 0; i < layout->ticks->len; i++)
    {
      const RisalahTimelineTick *tick = &g_array_index (layout->ticks, RisalahTimelineTick, i);
      double length = tick->label != NULL ? height / 2 : self->view->font_size * TICK;

      if (tick->x >= 0)
        risalah_timeline_compose_fill (self, soft, tick->x, height - length, 1, length);
    }
  for (guint i = 0; i < layout->wholes->len; i++)
    {
      const RisalahTimelineTick *tick = &g_array_index (layout->wholes, RisalahTimelineTick, i);

      if (tick->x >= 0)
        risalah_timeline_compose_fill (self, strong, tick->x, 0, 1, height);
    }
  add_tick_words (self, layout->wholes, 0, TRUE);
  add_tick_words (self, layout->ticks, height / 2, FALSE);
  risalah_timeline_compose_fill (self, strong, 0, height - 1, width, 1);
  add_today_tip (self);
}

/* What goes down from the axis, behind everything. */
void
risalah_timeline_compose_lines (const RisalahTimelineComposing *self)
{
  const double line = self->look->palette.line;

  add_lines (self, self->layout->ticks, line * 0.6);
  add_lines (self, self->layout->wholes, line * 1.4);
  add_today_line (self);
}
