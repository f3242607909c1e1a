/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain rectangles are nodes of their own kind. Words and symbols are made once and moved about,
 * since shaping words is what costs; what GSK has no node for is painted by the page's painter. */

#include "risalah-timeline-nodes.h"

#include <math.h>

/* Words that are cut share their nodes in steps of so many pixels. */
#define STEP 8
/* When so many are kept, all go: the view has moved on. */
#define MOST_KEPT 4000

typedef struct
{
  GskRenderNode *node; /* (nullable): nothing to draw */
  double width;
  double height;
} Kept;

struct _RisalahTimelineNodes
{
  GHashTable *kept; /* key → Kept */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->node, gsk_render_node_unref);
  g_free (kept);
}

/**
 * risalah_timeline_nodes_new:
 *
 * Returns: (transfer full): nothing kept yet
 */
RisalahTimelineNodes *
risalah_timeline_nodes_new (void)
{
  RisalahTimelineNodes *self = g_new0 (RisalahTimelineNodes, 1);

  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  return self;
}

/**
 * risalah_timeline_nodes_free:
 * @self: (transfer full): the nodes
 */
void
risalah_timeline_nodes_free (RisalahTimelineNodes *self)
{
  g_hash_table_unref (self->kept);
  g_free (self);
}

/**
 * risalah_timeline_nodes_clear:
 * @self: the nodes
 *
 * Forgets what is kept, for another font.
 */
void
risalah_timeline_nodes_clear (RisalahTimelineNodes *self)
{
  g_hash_table_remove_all (self->kept);
}

static GdkRGBA
to_rgba (const RisalahTimelineColour *colour)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, colour->alpha };
}

static guint32
pack_colour (const RisalahTimelineColour *colour)
{
  return (guint32)lroundf (colour->red * 255) << 24 | (guint32)lroundf (colour->green * 255) << 16
         | (guint32)lroundf (colour->blue * 255) << 8 | (guint32)lroundf (colour->alpha * 255);
}

static Kept *
keep (RisalahTimelineNodes *self, const char *key, GtkSnapshot *snapshot)
{
  Kept *kept = g_new0 (Kept, 1);

  if (g_hash_table_size (self->kept) >= MOST_KEPT)
    g_hash_table_remove_all (self->kept);
  kept->node = gtk_snapshot_free_to_node (snapshot);
  g_hash_table_insert (self->kept, g_strdup (key), kept);
  return kept;
}

static void
append_kept (GtkSnapshot *snapshot, const Kept *kept, double x, double y)
{
  if (kept->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (x), roundf (y)));
  gtk_snapshot_append_node (snapshot, kept->node);
  gtk_snapshot_restore (snapshot);
}

/* --- words ------------------------------------------------------------------------------- */

/* Words at most @room wide, 0 for as wide as they are. */
static const Kept *
get_words (RisalahTimelineNodes *self,
           const RisalahTimelineElement *element,
           const RisalahTimelineFont *font,
           guint room)
{
  g_autofree char *key = g_strdup_printf ("w%08x%d%d %u %s", pack_colour (&element->colour),
                                          element->bold, element->small, room, element->words);
  Kept *kept = g_hash_table_lookup (self->kept, key);
  RisalahTimelineElement words = *element;
  const GdkRGBA colour = to_rgba (&element->colour);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle size;
  GtkSnapshot *snapshot;

  if (kept != NULL)
    return kept;
  words.width = room;
  words.centred = FALSE;
  layout = risalah_timeline_shape_words (&words, font);
  pango_layout_get_extents (layout, NULL, &size);
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  kept = keep (self, key, snapshot);
  kept->width = (double)size.width / PANGO_SCALE;
  kept->height = (double)size.height / PANGO_SCALE;
  return kept;
}

static void
append_words (RisalahTimelineNodes *self,
              GtkSnapshot *snapshot,
              const RisalahTimelineElement *element,
              const RisalahTimelineFont *font)
{
  const Kept *words = get_words (self, element, font, 0);
  double x = element->x;

  if (words->width > element->width)
    words = get_words (self, element, font, MAX ((guint)element->width / STEP, 1) * STEP);
  else if (element->centred)
    x += (element->width - words->width) / 2;
  append_kept (snapshot, words, x, element->y + (element->height - words->height) / 2);
}

/* --- shapes ------------------------------------------------------------------------------ */

static void
append_symbol (RisalahTimelineNodes *self,
               GtkSnapshot *snapshot,
               const RisalahTimelineElement *element)
{
  g_autofree char *key = g_strdup_printf ("s%08x%08x%u%u%d%d %.1f", pack_colour (&element->colour),
                                          pack_colour (&element->back), element->shape,
                                          element->status, element->hollow, element->dashed,
                                          element->width);
  const Kept *kept = g_hash_table_lookup (self->kept, key);

  if (kept == NULL)
    {
      RisalahTimelineElement symbol = *element;
      GtkSnapshot *own = gtk_snapshot_new ();
      cairo_t *cr = gtk_snapshot_append_cairo (
          own, &GRAPHENE_RECT_INIT (-1, -1, element->width + 2, element->height + 2));

      symbol.x = symbol.y = 0;
      risalah_timeline_paint_element (&symbol, cr);
      cairo_destroy (cr);
      kept = keep (self, key, own);
    }
  append_kept (snapshot, kept, element->x, element->y);
}

static void
append_painted (GtkSnapshot *snapshot,
                const RisalahTimelineElement *element,
                const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  risalah_timeline_paint_element (element, cr);
  cairo_destroy (cr);
}

static void
append_fill (GtkSnapshot *snapshot,
             const RisalahTimelineElement *element,
             const graphene_rect_t *bounds)
{
  const GdkRGBA colour = to_rgba (&element->colour);
  GdkRGBA none = colour;
  GskRoundedRect round;

  none.alpha = 0;
  if (element->radius > 0)
    {
      gsk_rounded_rect_init_from_rect (&round, bounds, element->radius);
      gtk_snapshot_push_rounded_clip (snapshot, &round);
    }
  if (element->fade_start > 0 || element->fade_end > 0)
    {
      const GskColorStop stops[] = {
        { 0, element->fade_start > 0 ? none : colour },
        { MIN (element->fade_start / element->width, 1), colour },
        { MAX (1 - element->fade_end / element->width, 0), colour },
        { 1, element->fade_end > 0 ? none : colour },
      };

      gtk_snapshot_append_linear_gradient (
          snapshot, bounds, &GRAPHENE_POINT_INIT (bounds->origin.x, 0),
          &GRAPHENE_POINT_INIT (bounds->origin.x + bounds->size.width, 0), stops,
          G_N_ELEMENTS (stops));
    }
  else
    gtk_snapshot_append_color (snapshot, &colour, bounds);
  if (element->radius > 0)
    gtk_snapshot_pop (snapshot);
}

static void
append_outline (GtkSnapshot *snapshot,
                const RisalahTimelineElement *element,
                const graphene_rect_t *bounds)
{
  const GdkRGBA colour = to_rgba (&element->colour);
  const float width = (float)element->line;
  GskRoundedRect round;

  if (element->dashed || element->fade_start > 0 || element->fade_end > 0)
    {
      append_painted (snapshot, element, bounds);
      return;
    }
  gsk_rounded_rect_init_from_rect (&round, bounds, (float)element->radius);
  gtk_snapshot_append_border (snapshot, &round, (const float[4]){ width, width, width, width },
                              (const GdkRGBA[4]){ colour, colour, colour, colour });
}

/**
 * risalah_timeline_nodes_snapshot:
 * @self: the nodes
 * @snapshot: what to draw on
 * @elements: (array length=n_elements): what to draw
 * @n_elements: how many
 * @clip: what is seen; the others are left out
 * @font: the face of the words
 */
void
risalah_timeline_nodes_snapshot (RisalahTimelineNodes *self,
                                 GtkSnapshot *snapshot,
                                 const RisalahTimelineElement *elements,
                                 guint n_elements,
                                 const graphene_rect_t *clip,
                                 const RisalahTimelineFont *font)
{
  for (guint i = 0; i < n_elements; i++)
    {
      const RisalahTimelineElement *element = &elements[i];
      const graphene_rect_t bounds = GRAPHENE_RECT_INIT (
          (float)element->x, (float)element->y, (float)element->width, (float)element->height);

      if (!graphene_rect_intersection (&bounds, clip, NULL))
        continue;
      switch (element->kind)
        {
        case RISALAH_TIMELINE_FILL:
          append_fill (snapshot, element, &bounds);
          break;
        case RISALAH_TIMELINE_OUTLINE:
          append_outline (snapshot, element, &bounds);
          break;
        case RISALAH_TIMELINE_SYMBOL:
          append_symbol (self, snapshot, element);
          break;
        case RISALAH_TIMELINE_WORDS:
          append_words (self, snapshot, element, font);
          break;
        }
    }
}
