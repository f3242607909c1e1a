/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a figure, and below it a legend of the kinds, statuses and dates that it has. */

#include "risalah-timeline-plate.h"

#include "risalah-fonts.h"
#include "risalah-timeline-plate-private.h"

#define FONT_SIZE 7.5
#define N_ROWS    6
#define LINE      (FONT_SIZE * 1.5)
#define SAMPLE    (FONT_SIZE * 2.4)

typedef struct
{
  RisalahTimelineIndex *index;
  RisalahTimelineView view;
  RisalahTimelineLayout *layout;
  RisalahTerms *terms;
  RisalahFonts *fonts;
  char *family;
} Drawing;

/* Where the next entry of the legend goes. */
typedef struct
{
  RisalahTimelineCanvas canvas;
  const RisalahTerms *terms;
  double x;
  double y;
} Legend;

static const char *const status_names[] = { "held", "planned", "proposed", "cancelled" };

static const char *
lookup_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

static const char *
get_term (const RisalahTerms *terms, const char *group, const char *name)
{
  g_autofree char *key = g_strdup_printf ("timeline.%s.%s", group, name);

  return risalah_terms_has (terms, key) ? risalah_terms_get (terms, key) : name;
}

static char *
dup_country_name (const RisalahTerms *terms, const char *code)
{
  g_autofree char *key = g_strdup_printf ("country.%s", code);

  if (*code == '\0')
    return g_strdup (risalah_terms_get (terms, "timeline.no-country"));
  return g_strdup (risalah_terms_has (terms, key) ? risalah_terms_get (terms, key) : code);
}

/*
 * Returns: (transfer full): what stands at the head of a lane; a country without a name in the
 * terms goes by its code
 */
char *
risalah_timeline_dup_lane_name (const RisalahTimelineIndex *index,
                                guint lane,
                                const RisalahTerms *terms)
{
  const char *key = risalah_timeline_index_get_key (index, lane);

  switch (risalah_timeline_index_get_grouping (index))
    {
    case RISALAH_TIMELINE_BY_KIND:
      return g_strdup (get_term (terms, "kind", key));
    case RISALAH_TIMELINE_BY_STATUS:
      return g_strdup (get_term (terms, "status", key));
    case RISALAH_TIMELINE_BY_COUNTRY:
      return dup_country_name (terms, key);
    case RISALAH_TIMELINE_BY_NOTHING:
    default:
      return g_strdup ("");
    }
}

static void
add_sample (Legend *self, const RisalahTimelineItem *item, const char *words)
{
  cairo_t *cr = self->canvas.cr;
  RisalahTimelineCanvas measure = self->canvas;
  double width;

  measure.cr = NULL;
  width = SAMPLE + risalah_timeline_paint_words (&measure, words, 0, 0, 0, FALSE) + FONT_SIZE * 1.5;
  if (self->x > 0 && self->x + width > self->canvas.width)
    {
      self->x = 0;
      self->y += LINE;
    }
  if (cr != NULL)
    {
      if ((item->flags & RISALAH_TIMELINE_POINT) != 0)
        risalah_timeline_paint_point (cr, item, self->x + FONT_SIZE, self->y + LINE / 2, FONT_SIZE);
      else
        risalah_timeline_paint_band (cr, item, self->x + 1, self->y + LINE * 0.2, FONT_SIZE * 1.8,
                                     LINE * 0.6, FONT_SIZE * 0.9);
      cairo_set_source_rgb (cr, 0, 0, 0);
      risalah_timeline_paint_words (&self->canvas, words, self->x + SAMPLE, self->y, 0, FALSE);
    }
  self->x += width;
}

static void
add_kinds (Legend *self, const Drawing *drawing)
{
  GPtrArray *items = risalah_timeline_index_get_items (drawing->index);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < drawing->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark =
          &g_array_index (drawing->layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = g_ptr_array_index (items, mark->item);
      RisalahTimelineItem sample = { .kind = item->kind, .flags = RISALAH_TIMELINE_POINT };

      if (g_hash_table_add (seen, (gpointer)item->kind))
        add_sample (self, &sample, get_term (self->terms, "kind", item->kind));
    }
}

/* Only what the drawing has is explained; that it is held and known needs no words. */
static void
add_manners (Legend *self, const Drawing *drawing)
{
  static const struct
  {
    guint flag;
    const char *name;
  } manners[] = {
    { RISALAH_TIMELINE_SOFT, "approximate" },      { RISALAH_TIMELINE_DASHED, "uncertain" },
    { RISALAH_TIMELINE_OPEN_START, "open-start" }, { RISALAH_TIMELINE_OPEN_END, "open-end" },
    { RISALAH_TIMELINE_SUGGESTED, "suggested" },
  };
  GPtrArray *items = risalah_timeline_index_get_items (drawing->index);
  guint flags = 0, statuses = 0;

  for (guint i = 0; i < drawing->layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark =
          &g_array_index (drawing->layout->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = g_ptr_array_index (items, mark->item);

      flags |= item->flags;
      statuses |= 1u << item->status;
    }
  for (guint i = RISALAH_TIMELINE_PLANNED; i <= RISALAH_TIMELINE_CANCELLED; i++)
    {
      RisalahTimelineItem sample = { .kind = "other",
                                     .status = i,
                                     .flags = RISALAH_TIMELINE_POINT };

      if ((statuses & (1u << i)) != 0)
        add_sample (self, &sample, get_term (self->terms, "status", status_names[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    {
      RisalahTimelineItem sample = { .kind = "other", .flags = manners[i].flag };

      if ((flags & manners[i].flag) != 0)
        add_sample (self, &sample, get_term (self->terms, "date", manners[i].name));
    }
}

/* Draws the legend below the timeline, or with @cr %NULL only measures it. */
static double
draw_legend (const Drawing *self, cairo_t *cr)
{
  Legend legend = { { cr, risalah_fonts_get_context (self->fonts), self->family, FONT_SIZE,
                      self->view.scale.width },
                    self->terms };
  guint n_undated = risalah_timeline_index_get_n_undated (self->index);
  g_autofree char *number = g_strdup_printf ("%u", n_undated);
  g_autofree char *undated = risalah_terms_format (self->terms, "timeline.undated", number, NULL);

  legend.y = self->layout->height + FONT_SIZE * 0.6;
  add_kinds (&legend, self);
  add_manners (&legend, self);
  if (legend.x > 0)
    legend.y += LINE;
  if (n_undated > 0)
    {
      if (cr != NULL)
        risalah_timeline_paint_words (&legend.canvas, undated, 0, legend.y, legend.canvas.width,
                                      FALSE);
      legend.y += LINE;
    }
  return legend.y;
}

static void
draw_cb (const RisalahPlate *plate, cairo_t *cr)
{
  const Drawing *self = plate->data;

  risalah_timeline_draw (cr, risalah_fonts_get_context (self->fonts), self->family, self->index,
                         &self->view, self->layout, self->terms);
  draw_legend (self, cr);
}

static void
free_drawing (gpointer data)
{
  Drawing *self = data;

  risalah_timeline_layout_free (self->layout);
  risalah_timeline_index_free (self->index);
  risalah_fonts_free (self->fonts);
  risalah_terms_unref (self->terms);
  g_free (self->family);
  g_free (self);
}

/**
 * risalah_timeline_plate_new:
 * @index: (transfer full): the events
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
risalah_timeline_plate_new (RisalahTimelineIndex *index,
                            double first,
                            double end,
                            double width,
                            RisalahTerms *terms,
                            const char *font_dir,
                            const char *family,
                            GError **error)
{
  RisalahFonts *fonts = risalah_fonts_new (font_dir, error);
  RisalahPlate *plate;
  Drawing *self;

  if (fonts == NULL)
    {
      risalah_timeline_index_free (index);
      return NULL;
    }
  self = g_new0 (Drawing, 1);
  self->index = index;
  self->fonts = fonts;
  self->terms = risalah_terms_ref (terms);
  self->family = g_strdup (family);
  self->view.font_size = FONT_SIZE;
  self->view.n_rows = N_ROWS;
  self->view.lookup = lookup_cb;
  self->view.user_data = self->terms;
  risalah_timeline_scale_init (&self->view.scale, first, end, width);
  self->layout = risalah_timeline_layout_new (index, &self->view);
  plate = g_new0 (RisalahPlate, 1);
  plate->width = width;
  plate->data = self;
  plate->draw = draw_cb;
  plate->destroy = free_drawing;
  plate->height = draw_legend (self, NULL);
  return plate;
}
