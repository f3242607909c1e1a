/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain rectangles are nodes of their own kind. Words and symbols are made once and moved about,
 * since shaping words is what costs; what GSK has no node for is painted by the page's painter. */

#include "risalah-timeline-nodes.h"

#include <math.h>

/* Words that are cut share their nodes in steps of so many pixels. */
#define STEP 8
/* When so many are kept, all go: the view has moved on. */
#define MOST_KEPT 4000

/* All that a kept node looks like; lengths in tenths of a pixel. */
typedef struct
{
  guint32 colour;
  guint32 back;
  guint manner; /* the kind, and how it is drawn */
  int width;
  int height;
  int left;
  int room;
  const char *words; /* (not nullable) */
} Key;

typedef struct
{
  GskRenderNode *node; /* (nullable): words, where there is something to draw */
  GdkTexture *texture; /* (nullable): a shape */
  double width;
  double height;
} Kept;

struct _RisalahTimelineNodes
{
  GHashTable *kept; /* Key → Kept */
  int scale;        /* of the textures among them */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint hash = g_str_hash (key->words);
  const guint parts[] = { key->colour, key->back, key->manner, key->width,
                          key->height, key->left, key->room };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    hash = hash * 33 + parts[i];
  return hash;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->colour == other->colour && one->back == other->back && one->manner == other->manner
         && one->width == other->width && one->height == other->height && one->left == other->left
         && one->room == other->room && strcmp (one->words, other->words) == 0;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free ((char *)key->words);
  g_free (key);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->node, gsk_render_node_unref);
  g_clear_object (&kept->texture);
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

  self->scale = 1;
  self->kept = g_hash_table_new_full (key_hash, key_equal, key_free, kept_free);
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

/**
 * risalah_timeline_nodes_set_scale:
 * @self: the nodes
 * @scale: pixels of the screen to one of the widget
 */
void
risalah_timeline_nodes_set_scale (RisalahTimelineNodes *self, int scale)
{
  if (self->scale == scale)
    return;
  self->scale = scale;
  risalah_timeline_nodes_clear (self);
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

static guint
pack_manner (const RisalahTimelineElement *element)
{
  return element->kind | element->shape << 4 | element->status << 8
         | (guint)(element->hollow != 0) << 12 | (guint)(element->dashed != 0) << 13
         | (guint)(element->bold != 0) << 14 | (guint)(element->small != 0) << 15;
}

static Kept *
keep (RisalahTimelineNodes *self, const Key *key)
{
  Kept *kept = g_new0 (Kept, 1);
  Key *own = g_memdup2 (key, sizeof *key);

  if (g_hash_table_size (self->kept) >= MOST_KEPT)
    g_hash_table_remove_all (self->kept);
  own->words = g_strdup (key->words);
  g_hash_table_insert (self->kept, own, kept);
  return kept;
}

static void
append_moved (GtkSnapshot *snapshot, const Kept *kept, double x, double y)
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
  const Key key = { .colour = pack_colour (&element->colour),
                    .manner = pack_manner (element),
                    .room = (int)room,
                    .words = element->words };
  Kept *kept;
  RisalahTimelineElement words = *element;
  const GdkRGBA colour = to_rgba (&element->colour);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle size;
  GtkSnapshot *snapshot;

  kept = g_hash_table_lookup (self->kept, &key);
  if (kept != NULL)
    return kept;
  words.width = room;
  words.centred = FALSE;
  layout = risalah_timeline_shape_words (&words, font);
  pango_layout_get_extents (layout, NULL, &size);
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  kept = keep (self, &key);
  kept->node = gtk_snapshot_free_to_node (snapshot);
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
  append_moved (snapshot, words, x, element->y + (element->height - words->height) / 2);
}

/* --- shapes ------------------------------------------------------------------------------ */

/* What a shape looks like in @width pixels from @left on, as a texture, since that is what every
 * renderer draws fastest. */
static GdkTexture *
make_texture (const RisalahTimelineElement *element,
              double left,
              int width,
              int scale,
              const RisalahTimelineFont *font)
{
  const int height = (int)ceil (element->height);
  const gsize stride = (gsize)width * scale * 4;
  guchar *pixels = g_malloc0 (stride * height * scale);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, stride * height * scale);
  RisalahTimelineElement shape = *element;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      pixels, CAIRO_FORMAT_ARGB32, width * scale, height * scale, (int)stride);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  shape.x = -left;
  shape.y = 0;
  risalah_timeline_paint_element (&shape, cr, font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* Part of a shape, which is kept. */
static GdkTexture *
get_part (RisalahTimelineNodes *self,
          const RisalahTimelineElement *element,
          double left,
          int width,
          const RisalahTimelineFont *font)
{
  const Key key = { .colour = pack_colour (&element->colour),
                    .back = pack_colour (&element->back),
                    .manner = pack_manner (element),
                    .width = (int)lround (element->width * 10),
                    .height = (int)lround (element->height * 10),
                    .left = (int)lround (left * 10),
                    .room = width,
                    .words = element->words != NULL ? element->words : "" };
  Kept *kept = g_hash_table_lookup (self->kept, &key);

  if (kept == NULL)
    {
      kept = keep (self, &key);
      kept->texture = make_texture (element, left, width, self->scale, font);
    }
  return kept->texture;
}

/* A texture goes where it is seen, without a transform: that is what a frame has most of. */
static void
append_part (RisalahTimelineNodes *self,
             GtkSnapshot *snapshot,
             const RisalahTimelineElement *element,
             double left,
             int width,
             const graphene_rect_t *clip,
             const RisalahTimelineFont *font)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (roundf (element->x), roundf (element->y),
                                                     width, ceilf (element->height));

  if (graphene_rect_intersection (&bounds, clip, NULL))
    gtk_snapshot_append_texture (snapshot, get_part (self, element, left, width, font), &bounds);
}

static void
append_rectangle (GtkSnapshot *snapshot,
                  const RisalahTimelineElement *element,
                  double x,
                  double y,
                  double width,
                  double height)
{
  const GdkRGBA colour = to_rgba (&element->colour);

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

/* A band of one colour: its round ends are kept, between them are plain rectangles. */
static void
append_band (RisalahTimelineNodes *self,
             GtkSnapshot *snapshot,
             const RisalahTimelineElement *element,
             const graphene_rect_t *clip,
             const RisalahTimelineFont *font)
{
  const int end = (int)ceil (element->radius);
  const double x = round (element->x), y = round (element->y);
  const double width = MAX (round (element->width), 2 * end), height = round (element->height);
  const double left = MAX (x + end, clip->origin.x);
  const double right = MIN (x + width - end, clip->origin.x + clip->size.width);
  RisalahTimelineElement ends = *element;

  ends.width = 2 * end;
  ends.height = height;
  ends.x = x;
  ends.y = y;
  append_part (self, snapshot, &ends, 0, end, clip, font);
  ends.x = x + width - end;
  append_part (self, snapshot, &ends, end, end, clip, font);
  if (right <= left)
    return;
  if (element->kind == RISALAH_TIMELINE_FILL)
    {
      append_rectangle (snapshot, element, left, y, right - left, height);
      return;
    }
  append_rectangle (snapshot, element, left, y, right - left, element->line);
  append_rectangle (snapshot, element, left, y + height - element->line, right - left,
                    element->line);
}

static gboolean
is_plain (const RisalahTimelineElement *element)
{
  return !element->dashed && element->fade_start <= 0 && element->fade_end <= 0;
}

/* What GSK has no node for. */
static void
append_painted (GtkSnapshot *snapshot,
                const RisalahTimelineElement *element,
                const graphene_rect_t *bounds,
                const RisalahTimelineFont *font)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  risalah_timeline_paint_element (element, cr, font);
  cairo_destroy (cr);
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
        case RISALAH_TIMELINE_OUTLINE:
          if (!is_plain (element))
            append_painted (snapshot, element, &bounds, font);
          else if (element->radius * 2 >= element->height)
            append_part (self, snapshot, element, 0, (int)ceil (element->width), clip, font);
          else if (element->radius > 0)
            append_band (self, snapshot, element, clip, font);
          else
            append_rectangle (snapshot, element, round (element->x), round (element->y),
                              MAX (round (element->width), 1), MAX (round (element->height), 1));
          break;
        case RISALAH_TIMELINE_SYMBOL:
          append_part (self, snapshot, element, 0, (int)ceil (element->width), clip, font);
          break;
        case RISALAH_TIMELINE_WORDS:
          append_words (self, snapshot, element, font);
          break;
        }
    }
}
