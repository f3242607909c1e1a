/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule of how a timeline looks: the certainty of dates as outlines and ends, what stands in
 * front of what, words that stay in view. */

#include "risalah-timeline-drawing-private.h"

#include <math.h>

/* In font sizes. */
#define RADIUS 0.35
#define EMPTY  2.5 /* how high a lane is that shows nothing */
/* Of a symbol's size. */
#define LINE 0.11
/* Rectangles end so far outside the view, since cairo and GSK know no such numbers as a day has at
 * the edge of 2,000 years. */
#define OUTSIDE 200.0
/* Above this a count is told in thousands. */
#define MOST_COUNT 99999

static const char *const status_names[] = { "held", "planned", "proposed", "cancelled" };

/* --- behind ------------------------------------------------------------------------------ */

static char *
dup_country_name (const RisalahTerms *terms, const char *code)
{
  g_autofree char *key = g_strdup_printf ("country.%s", code);

  if (*code == '\0')
    return g_strdup (risalah_terms_get (terms, "timeline.no-country"));
  return g_strdup (risalah_terms_has (terms, key) ? risalah_terms_get (terms, key) : code);
}

/* What stands at the head of a lane; a country without a name in the terms goes by its code. */
static char *
dup_lane_name (const RisalahTimelineComposing *self, guint lane)
{
  const char *key = risalah_timeline_index_get_key (self->index, lane);

  switch (risalah_timeline_index_get_grouping (self->index))
    {
    case RISALAH_TIMELINE_BY_KIND:
      return g_strdup (risalah_timeline_get_term (self->look->terms, "kind", key));
    case RISALAH_TIMELINE_BY_STATUS:
      return g_strdup (risalah_timeline_get_term (self->look->terms, "status", key));
    case RISALAH_TIMELINE_BY_COUNTRY:
      return dup_country_name (self->look->terms, key);
    case RISALAH_TIMELINE_BY_DOSSIER:
      return g_strdup (*key != '\0' ? key
                                    : risalah_terms_get (self->look->terms, "timeline.no-dossier"));
    case RISALAH_TIMELINE_BY_NOTHING:
    default:
      return g_strdup ("");
    }
}

static void
add_lanes (const RisalahTimelineComposing *self)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  double width = self->view->scale.width;

  if (risalah_timeline_index_get_grouping (self->index) == RISALAH_TIMELINE_BY_NOTHING)
    return;
  for (guint i = 0; i < self->layout->lanes->len; i++)
    {
      const RisalahTimelineLane *lane =
          &g_array_index (self->layout->lanes, RisalahTimelineLane, i);
      g_autofree char *name = dup_lane_name (self, i);
      gboolean is_empty = lane->height < self->view->font_size * EMPTY;

      if (i > 0)
        risalah_timeline_compose_fill (self,
                                       risalah_timeline_with_alpha (palette->text, palette->line),
                                       0, lane->y, width, 1);
      risalah_timeline_compose_words (self, name, is_empty ? palette->dim : palette->text,
                                      self->look->margin, lane->y + 1, width - self->look->margin,
                                      self->view->font_size * 1.7)
          ->bold = TRUE;
    }
}

/* --- marks ------------------------------------------------------------------------------- */

/* An open end fades beyond the band, a soft one inside. */
static void
stretch (const RisalahTimelineComposing *self,
         const RisalahTimelineItem *item,
         RisalahTimelineElement *band)
{
  double fade = self->layout->fade, far = self->view->scale.width + OUTSIDE;
  gboolean is_soft = (item->flags & RISALAH_TIMELINE_SOFT) != 0;

  if (is_soft)
    band->fade_start = band->fade_end = MIN (fade, band->width * 0.45);
  if ((item->flags & RISALAH_TIMELINE_OPEN_START) != 0)
    {
      band->x -= fade;
      band->width += fade;
      band->fade_start = fade;
    }
  if ((item->flags & RISALAH_TIMELINE_OPEN_END) != 0)
    {
      band->width += fade;
      band->fade_end = fade;
    }
  if (band->x + band->width > far)
    {
      band->width = far - band->x;
      band->fade_end = 0;
    }
  if (band->x < -OUTSIDE)
    {
      band->width += band->x + OUTSIDE;
      band->x = -OUTSIDE;
      band->fade_start = 0;
    }
}

static void
add_band (const RisalahTimelineComposing *self,
          const RisalahTimelineItem *item,
          const RisalahTimelineMark *mark)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  RisalahTimelineColour colour = risalah_timeline_get_colour (item, palette);
  RisalahTimelineElement band = {
    .colour = risalah_timeline_with_alpha (colour, palette->tint),
    .x = mark->x,
    .y = mark->y,
    .width = mark->width,
    .height = mark->height,
  };

  stretch (self, item, &band);
  band.radius = MIN (self->view->font_size * RADIUS, band.width / 2);
  if ((item->flags & RISALAH_TIMELINE_SUGGESTED) == 0 && item->status != RISALAH_TIMELINE_CANCELLED)
    risalah_timeline_compose (self, &band);
  band.kind = RISALAH_TIMELINE_OUTLINE;
  band.colour = risalah_timeline_with_alpha (colour, 0.75);
  band.line = 1;
  band.dashed = (item->flags & RISALAH_TIMELINE_DASHED) != 0;
  risalah_timeline_compose (self, &band);
  if (item->status == RISALAH_TIMELINE_CANCELLED)
    risalah_timeline_compose_fill (self, colour, band.x, mark->y + mark->height / 2 - 0.5,
                                   band.width, 1);
}

/* What is selected or under the pointer stands on a ground of its own. */
static void
add_ground (const RisalahTimelineComposing *self, const RisalahTimelineMark *mark)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  double pad = self->view->font_size * RISALAH_TIMELINE_PAD;
  gboolean is_selected = mark->item == self->look->selected;
  double right =
      MAX (mark->x + mark->width, mark->label_width > 0 ? mark->label_x + mark->label_width : 0);
  double left = MAX (mark->x, -OUTSIDE);
  RisalahTimelineElement ground = {
    .colour = is_selected ? risalah_timeline_with_alpha (palette->accent, 0.18)
                          : risalah_timeline_with_alpha (palette->text, 0.07),
    .x = left - pad,
    .y = mark->y - pad / 2,
    .width = MIN (right, self->view->scale.width + OUTSIDE) - left + 2 * pad,
    .height = mark->height + pad,
    .radius = self->view->font_size * RADIUS + pad / 2,
  };

  risalah_timeline_compose (self, &ground);
  if (!is_selected)
    return;
  ground.kind = RISALAH_TIMELINE_OUTLINE;
  ground.colour = palette->accent;
  ground.line = 2;
  risalah_timeline_compose (self, &ground);
}

static void
add_symbol (const RisalahTimelineComposing *self,
            const RisalahTimelineItem *item,
            const RisalahTimelineMark *mark)
{
  RisalahTimelineElement symbol;

  risalah_timeline_get_symbol (&symbol, item, &self->look->palette);
  symbol.width = symbol.height = self->layout->symbol;
  symbol.line = symbol.width * LINE;
  symbol.x = mark->symbol_x - symbol.width / 2;
  symbol.y = mark->y + (mark->height - symbol.height) / 2;
  risalah_timeline_compose (self, &symbol);
}

static void
add_shape (const RisalahTimelineComposing *self,
           const RisalahTimelineItem *item,
           const RisalahTimelineMark *mark)
{
  if ((item->flags & RISALAH_TIMELINE_POINT) == 0)
    add_band (self, item, mark);
  if (mark->symbol_x != 0)
    add_symbol (self, item, mark);
}

static void
add_marks (const RisalahTimelineComposing *self)
{
  RisalahTimelineItems *items = risalah_timeline_index_get_items (self->index);

  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark =
          &g_array_index (self->layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = risalah_timeline_items_get (items, mark->item);

      if (mark->item == self->look->selected || mark->item == self->look->hovered)
        add_ground (self, mark);
      add_shape (self, item, mark);
    }
  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark =
          &g_array_index (self->layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = risalah_timeline_items_get (items, mark->item);
      g_autofree char *label =
          mark->label_width > 0 ? risalah_timeline_item_dup_label (item) : NULL;

      if (label != NULL)
        risalah_timeline_compose_words (self, label,
                                        (item->flags & RISALAH_TIMELINE_REPORTED) != 0
                                            ? self->look->palette.dim
                                            : self->look->palette.text,
                                        mark->label_x, mark->y, mark->label_width, mark->height);
    }
}

/* What is selected may have no room for a mark of its own. */
static gboolean
holds_selected (const RisalahTimelineComposing *self, const RisalahTimelineCluster *cluster)
{
  if (self->look->selected == RISALAH_TIMELINE_NONE
      || !risalah_timeline_cluster_holds (cluster, self->index, &self->view->scale,
                                          self->look->selected))
    return FALSE;
  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark
          = &g_array_index (self->layout->marks, RisalahTimelineMark, i);

      if (mark->item == self->look->selected && mark->lane == cluster->lane)
        return FALSE;
    }
  return TRUE;
}

static void
add_count (const RisalahTimelineComposing *self, const RisalahTimelineCluster *cluster)
{
  const RisalahTimelinePalette *palette = &self->look->palette;
  g_autofree char *count = cluster->count <= MOST_COUNT
                               ? g_strdup_printf ("%u", cluster->count)
                               : g_strdup_printf ("%uk", cluster->count / 1000);
  RisalahTimelineElement pill = {
    .colour = risalah_timeline_with_alpha (palette->accent,
                                           0.10 + 0.07 * MIN (floor (log10 (cluster->count)), 5)),
    .x = cluster->x + 1,
    .y = cluster->y,
    .width = cluster->width - 2,
    .height = cluster->height,
    .radius = cluster->height / 2,
    .back = palette->text,
    .words = g_string_chunk_insert_const (self->drawing->strings, count),
    .small = TRUE,
    .centred = TRUE,
  };

  risalah_timeline_compose (self, &pill);
  if (!holds_selected (self, cluster))
    return;
  pill.kind = RISALAH_TIMELINE_OUTLINE;
  pill.colour = palette->accent;
  pill.line = 2;
  pill.words = NULL;
  risalah_timeline_compose (self, &pill);
}

/* One event without room is its symbol, in the middle of its cluster. */
static void
add_single (const RisalahTimelineComposing *self, const RisalahTimelineCluster *cluster)
{
  const RisalahTimelineMark mark = { .item =
                                         risalah_timeline_cluster_get_item (cluster, self->index),
                                     .x = cluster->x + cluster->width / 2,
                                     .y = cluster->y,
                                     .height = cluster->height,
                                     .symbol_x = cluster->x + cluster->width / 2 };

  if (mark.item == self->look->selected)
    add_ground (self, &mark);
  add_symbol (self,
              risalah_timeline_items_get (risalah_timeline_index_get_items (self->index),
                                          mark.item),
              &mark);
}

static void
add_clusters (const RisalahTimelineComposing *self)
{
  for (guint i = 0; i < self->layout->clusters->len; i++)
    {
      const RisalahTimelineCluster *cluster =
          &g_array_index (self->layout->clusters, RisalahTimelineCluster, i);

      if (cluster->count == 1)
        add_single (self, cluster);
      else
        add_count (self, cluster);
    }
}

/**
 * risalah_timeline_drawing_new:
 * @index: the events
 * @view: what @layout shows
 * @layout: the layout
 * @look: the colours and words
 *
 * Returns: (transfer full): what the painters draw
 */
RisalahTimelineDrawing *
risalah_timeline_drawing_new (const RisalahTimelineIndex *index,
                              const RisalahTimelineView *view,
                              const RisalahTimelineLayout *layout,
                              const RisalahTimelineLook *look)
{
  RisalahTimelineDrawing *self = g_new0 (RisalahTimelineDrawing, 1);
  const RisalahTimelineComposing composing = { index, view, layout, look, self };

  self->elements = g_array_sized_new (FALSE, FALSE, sizeof (RisalahTimelineElement), 512);
  self->strings = g_string_chunk_new (4096);
  risalah_timeline_compose_lines (&composing);
  add_lanes (&composing);
  add_marks (&composing);
  add_clusters (&composing);
  self->n_body = self->elements->len;
  risalah_timeline_compose_axis (&composing);
  return self;
}

/**
 * risalah_timeline_drawing_add_mark:
 * @self: a drawing
 * @view: what it shows
 * @layout: sizes of symbols and fading ends
 * @look: the colours
 * @item: an item, or a sample of one
 * @mark: where it goes
 *
 * Adds the shape of an item without its words, for a legend.
 */
void
risalah_timeline_drawing_add_mark (RisalahTimelineDrawing *self,
                                   const RisalahTimelineView *view,
                                   const RisalahTimelineLayout *layout,
                                   const RisalahTimelineLook *look,
                                   const RisalahTimelineItem *item,
                                   const RisalahTimelineMark *mark)
{
  const RisalahTimelineComposing composing = { NULL, view, layout, look, self };

  add_shape (&composing, item, mark);
}

/**
 * risalah_timeline_drawing_free:
 * @self: (transfer full): a drawing
 */
void
risalah_timeline_drawing_free (RisalahTimelineDrawing *self)
{
  g_array_unref (self->elements);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static void
dump_element (GString *out, const RisalahTimelineElement *element)
{
  static const char *const names[] = { "fill", "outline", "symbol", "words" };
  static const char *const shapes[] = {
    "circle", "square", "diamond", "triangle", "reversed-triangle", "bar"
  };

  g_string_append_printf (out, "%s %.1f+%.1f %.1f+%.1f #%02x%02x%02x%02x", names[element->kind],
                          element->x, element->width, element->y, element->height,
                          (guint)lround (element->colour.red * 255),
                          (guint)lround (element->colour.green * 255),
                          (guint)lround (element->colour.blue * 255),
                          (guint)lround (element->colour.alpha * 255));
  if (element->radius > 0)
    g_string_append_printf (out, " round %.1f", element->radius);
  if (element->fade_start > 0 || element->fade_end > 0)
    g_string_append_printf (out, " fade %.1f %.1f", element->fade_start, element->fade_end);
  if (element->kind == RISALAH_TIMELINE_SYMBOL)
    g_string_append_printf (out, " %s %s", shapes[element->shape], status_names[element->status]);
  g_string_append_printf (out, "%s%s%s%s%s", element->hollow ? " hollow" : "",
                          element->dashed ? " dashed" : "", element->bold ? " bold" : "",
                          element->small ? " small" : "", element->centred ? " centred" : "");
  if (element->words != NULL)
    g_string_append_printf (out, " “%s”", element->words);
  g_string_append_c (out, '\n');
}

/**
 * risalah_timeline_drawing_dump:
 * @self: a drawing
 *
 * Returns: (transfer full): one line for each element
 */
char *
risalah_timeline_drawing_dump (const RisalahTimelineDrawing *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      if (i == self->n_body)
        g_string_append (out, "axis\n");
      dump_element (out, &g_array_index (self->elements, RisalahTimelineElement, i));
    }
  return g_string_free (out, FALSE);
}
