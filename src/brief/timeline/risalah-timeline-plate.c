/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a figure, and below it a legend of the kinds, statuses and dates that it has. */

#include "risalah-timeline-plate.h"

#include "risalah-fonts.h"
#include "risalah-timeline-paint.h"

#define FONT_SIZE 7.5
#define MOST_ROWS 16 /* of a lane: on paper every mark should have its number */
#define ROWS      48 /* of all lanes */
#define LINE      (FONT_SIZE * 1.5)
#define SAMPLE    (FONT_SIZE * 2.4)

/* What was composed, and the faces it is painted with. */
typedef struct
{
  RisalahTimelineDrawing *drawing;
  RisalahFonts *fonts;
  RisalahTerms *terms;
  char *family;
} Plate;

/* Where the next entry of the legend goes. */
typedef struct
{
  const Plate *plate;
  const RisalahTimelineIndex *index;
  const RisalahTimelineView *view;
  const RisalahTimelineLayout *layout;
  const RisalahTimelineLook *look;
  RisalahTimelineFont font;
  double x;
  double y;
} Legend;

static const char *const status_names[] = { "held", "planned", "proposed", "cancelled" };

static const char *
lookup_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

/* Words of the legend; returns how wide they are. */
static double
add_words (Legend *self, const char *words, double x)
{
  GStringChunk *strings = self->plate->drawing->strings;
  const RisalahTimelineElement element = {
    .kind = RISALAH_TIMELINE_WORDS,
    .colour = self->look->palette.text,
    .x = x,
    .y = self->y,
    .height = LINE,
    .words = g_string_chunk_insert_const (strings, words),
  };
  g_autoptr (PangoLayout) layout = risalah_timeline_shape_words (&element, &self->font);
  PangoRectangle size;

  pango_layout_get_extents (layout, NULL, &size);
  g_array_append_val (self->plate->drawing->elements, element);
  return (double)size.width / PANGO_SCALE;
}

/* The words are measured where they stand; where the line is full, both go to the next. */
static void
add_sample (Legend *self, const RisalahTimelineItem *item, const char *words)
{
  const RisalahTimelineLayout layout = { .fade = FONT_SIZE * 0.7,
                                         .symbol = self->layout->symbol };
  RisalahTimelineMark mark = { .width = FONT_SIZE * 1.8, .height = LINE * 0.62 };
  double width = add_words (self, words, self->x + SAMPLE) + SAMPLE + FONT_SIZE * 1.5;
  GArray *elements = self->plate->drawing->elements;
  RisalahTimelineElement *placed =
      &g_array_index (elements, RisalahTimelineElement, elements->len - 1);

  if (self->x > 0 && self->x + width > self->view->scale.width)
    {
      self->x = 0;
      self->y += LINE;
      placed->x = SAMPLE;
      placed->y = self->y;
    }
  mark.x = self->x + 1;
  mark.y = self->y + (LINE - mark.height) / 2;
  if ((item->flags & RISALAH_TIMELINE_POINT) != 0)
    mark.symbol_x = self->x + FONT_SIZE;
  risalah_timeline_drawing_add_mark (self->plate->drawing, self->view, &layout, self->look, item,
                                     &mark);
  self->x += width;
}

static void
add_kinds (Legend *self)
{
  RisalahTimelineItems *items = risalah_timeline_index_get_items (self->index);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark =
          &g_array_index (self->layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = risalah_timeline_items_get (items, mark->item);
      RisalahTimelineItem sample = { .kind = item->kind, .flags = RISALAH_TIMELINE_POINT };

      if (g_hash_table_add (seen, (gpointer)item->kind))
        add_sample (self, &sample,
                    risalah_timeline_get_term (self->look->terms, "kind", item->kind));
    }
}

/* Only what the drawing has is explained; that it is held and known needs no words. */
static void
add_manners (Legend *self)
{
  static const struct
  {
    guint flag;
    guint sample;
    const char *name;
  } manners[] = {
    { RISALAH_TIMELINE_SOFT, RISALAH_TIMELINE_SOFT, "approximate" },
    { RISALAH_TIMELINE_DASHED, RISALAH_TIMELINE_DASHED, "uncertain" },
    { RISALAH_TIMELINE_OPEN_START, RISALAH_TIMELINE_OPEN_START, "open-start" },
    { RISALAH_TIMELINE_OPEN_END, RISALAH_TIMELINE_OPEN_END, "open-end" },
    { RISALAH_TIMELINE_SUGGESTED, RISALAH_TIMELINE_SUGGESTED | RISALAH_TIMELINE_POINT,
      "suggested" },
    { RISALAH_TIMELINE_REPORTED, RISALAH_TIMELINE_REPORTED | RISALAH_TIMELINE_POINT, "reported" },
  };
  RisalahTimelineItems *items = risalah_timeline_index_get_items (self->index);
  guint flags = 0, statuses = 0;

  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark =
          &g_array_index (self->layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = risalah_timeline_items_get (items, mark->item);

      flags |= item->flags;
      statuses |= 1u << item->status;
    }
  for (guint i = RISALAH_TIMELINE_PLANNED; i <= RISALAH_TIMELINE_CANCELLED; i++)
    {
      const RisalahTimelineItem sample = { .kind = "other",
                                           .status = i,
                                           .flags = RISALAH_TIMELINE_POINT };

      if ((statuses & (1u << i)) != 0)
        add_sample (self, &sample,
                    risalah_timeline_get_term (self->look->terms, "status", status_names[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    {
      const RisalahTimelineItem sample = { .kind = "other", .flags = manners[i].sample };

      if ((flags & manners[i].flag) != 0)
        add_sample (self, &sample,
                    risalah_timeline_get_term (self->look->terms, "date", manners[i].name));
    }
}

/* Adds the legend below the timeline; returns where it ends. */
static double
add_legend (Legend *self)
{
  guint n_undated = risalah_timeline_index_get_n_undated (self->index);
  g_autofree char *number = g_strdup_printf ("%u", n_undated);
  g_autofree char *undated =
      risalah_terms_format (self->look->terms, "timeline.undated", number, NULL);

  self->y = self->layout->height + FONT_SIZE * 0.6;
  add_kinds (self);
  add_manners (self);
  if (self->x > 0)
    self->y += LINE;
  if (n_undated > 0)
    {
      add_words (self, undated, 0);
      self->y += LINE;
    }
  return self->y;
}

static void
draw_cb (const RisalahPlate *plate, cairo_t *cr)
{
  const Plate *self = plate->data;
  const RisalahTimelineFont font = { risalah_fonts_get_context (self->fonts), self->family,
                                     FONT_SIZE };

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, plate->width, plate->height);
  cairo_clip (cr);
  risalah_timeline_paint (self->drawing, cr, &font);
  cairo_restore (cr);
}

static void
free_plate (gpointer data)
{
  Plate *self = data;

  risalah_timeline_drawing_free (self->drawing);
  risalah_fonts_free (self->fonts);
  risalah_terms_unref (self->terms);
  g_free (self->family);
  g_free (self);
}

/* Composes the timeline and its legend; returns how high they are. */
static double
compose (Plate *self, const RisalahTimelineIndex *index, const RisalahTimelineView *view)
{
  RisalahTimelineLook look = { .terms = self->terms,
                               .selected = RISALAH_TIMELINE_NONE,
                               .hovered = RISALAH_TIMELINE_NONE };
  g_autoptr (RisalahTimelineLayout) layout = risalah_timeline_layout_new (index, view);
  Legend legend = { self, index, view, layout, &look };

  risalah_timeline_palette_init_paper (&look.palette);
  legend.font = (RisalahTimelineFont){ risalah_fonts_get_context (self->fonts), self->family,
                                       FONT_SIZE };
  self->drawing = risalah_timeline_drawing_new (index, view, layout, &look);
  return add_legend (&legend);
}

/**
 * risalah_timeline_plate_new:
 * @index: the events; not needed any more afterwards
 * @first: the Julian day at the left edge
 * @end: the Julian day at the right edge
 * @width: in points
 * @terms: the words of the language
 * @font_dir: the folder of the bundled faces
 * @family: the face of the words
 * @error: RISALAH_BRIEF_ERROR_FONT where no face stands there
 *
 * A plate is for the thread that made it.
 *
 * Returns: (transfer full) (nullable): the timeline with its legend
 */
RisalahPlate *
risalah_timeline_plate_new (const RisalahTimelineIndex *index,
                            double first,
                            double end,
                            double width,
                            RisalahTerms *terms,
                            const char *font_dir,
                            const char *family,
                            GError **error)
{
  RisalahFonts *fonts = risalah_fonts_new (font_dir, error);
  RisalahTimelineView view = {
    .font_size = FONT_SIZE, .lookup = lookup_cb, .user_data = terms
  };
  RisalahPlate *plate;
  Plate *self;

  if (fonts == NULL)
    return NULL;
  self = g_new0 (Plate, 1);
  self->fonts = fonts;
  self->terms = risalah_terms_ref (terms);
  self->family = g_strdup (family);
  view.n_rows =
      CLAMP (ROWS / MAX (risalah_timeline_index_get_n_lanes (index), 1), 2, MOST_ROWS);
  risalah_timeline_scale_init (&view.scale, first, end, width);
  plate = g_new0 (RisalahPlate, 1);
  plate->width = width;
  plate->data = self;
  plate->draw = draw_cb;
  plate->destroy = free_plate;
  plate->height = compose (self, index, &view);
  return plate;
}
