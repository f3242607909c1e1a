/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as plates: read within limits, put into a PDF as they are where it can hold them. */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-brief-error.h"
#include "risalah-edition.h"

#define MOST_PIXELS      (60.0 * 1000 * 1000)
#define POINTS_PER_PIXEL 0.75 /* 96 pixels to the inch, CSS 2.1 §4.3.2 */
#define CHUNK            65536

typedef struct
{
  int width, height;
  gboolean too_large;
} Size;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Size *size = user_data;

  size->width = width;
  size->height = height;
  size->too_large = (double)width * height > MOST_PIXELS;
  if (size->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

/**
 * risalah_picture_find_type:
 * @bytes: a file
 *
 * By its first bytes; only what the library stores is read, whatever loaders are installed.
 *
 * Returns: (nullable): "png", "jpeg", or %NULL for anything else
 */
const char *
risalah_picture_find_type (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (length > 3 && memcmp (data, "\xFF\xD8\xFF", 3) == 0)
    return "jpeg";
  return NULL;
}

/* In pieces; a picture that is too large is left before it takes its memory. */
static GdkPixbuf *
load (GBytes *bytes, Size *size, GError **error)
{
  gsize length, done = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);
  const char *type = risalah_picture_find_type (bytes);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  gboolean good = TRUE;

  if (type == NULL)
    {
      g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_IMAGE,
                           _ ("it is neither PNG nor JPEG"));
      return NULL;
    }
  loader = gdk_pixbuf_loader_new_with_type (type, error);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), size);
  while (good && done < length && !size->too_large)
    {
      gsize chunk = MIN (CHUNK, length - done);

      good = gdk_pixbuf_loader_write (loader, data + done, chunk, error);
      done += chunk;
    }
  if (!good || size->too_large)
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error) || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* Premultiplied, in the byte order of the machine. */
static cairo_surface_t *
to_surface (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface =
      cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *pixels = cairo_image_surface_get_data (surface);

  if (pixels == NULL)
    return surface;
  for (int y = 0; y < height; y++)
    {
      const guchar *from =
          gdk_pixbuf_read_pixels (pixbuf) + (gsize)y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *)(pixels + (gsize)y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += n_channels)
        {
          guint a = alpha ? from[3] : 255;

          to[x] =
              a << 24 | (from[0] * a / 255) << 16 | (from[1] * a / 255) << 8 | (from[2] * a / 255);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
keep_jpeg (cairo_surface_t *surface, GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (g_strcmp0 (risalah_picture_find_type (bytes), "jpeg") == 0)
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                                 (cairo_destroy_func_t)g_bytes_unref, g_bytes_ref (bytes));
}

static void
draw_picture (const RisalahPlate *self, cairo_t *cr)
{
  cairo_surface_t *surface = self->data;

  cairo_scale (cr, self->width / cairo_image_surface_get_width (surface),
               self->height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
}

/**
 * risalah_plate_new_picture:
 * @bytes: (nullable): a PNG or JPEG file
 * @width: the most it may be wide, in points
 * @height: the most it may be high, in points
 * @error: RISALAH_BRIEF_ERROR_IMAGE where there are no bytes, or they are broken, or hold more
 *   than 60 million pixels
 *
 * A picture is printed at 96 pixels to the inch, smaller where it would not fit; never larger.
 *
 * Returns: (transfer full) (nullable): the picture
 */
RisalahPlate *
risalah_plate_new_picture (GBytes *bytes, double width, double height, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) cause = NULL;
  Size size = { 0 };
  RisalahPlate *self;
  double scale;

  if (bytes != NULL)
    pixbuf = load (bytes, &size, &cause);
  if (pixbuf == NULL)
    {
      if (size.too_large)
        g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_IMAGE,
                     _ ("A picture of %d × %d pixels is too large and was left out."), size.width,
                     size.height);
      else if (bytes == NULL)
        g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_IMAGE,
                             _ ("A picture is missing from the library and was left out."));
      else
        g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_IMAGE,
                     _ ("A picture cannot be read and was left out: %s"),
                     cause != NULL ? cause->message : _ ("it ends too early"));
      return NULL;
    }
  self = g_new0 (RisalahPlate, 1);
  scale = MIN (POINTS_PER_PIXEL, MIN (width / gdk_pixbuf_get_width (pixbuf),
                                      height / gdk_pixbuf_get_height (pixbuf)));
  self->width = gdk_pixbuf_get_width (pixbuf) * scale;
  self->height = gdk_pixbuf_get_height (pixbuf) * scale;
  self->data = to_surface (pixbuf);
  self->destroy = (GDestroyNotify)cairo_surface_destroy;
  self->draw = draw_picture;
  keep_jpeg (self->data, bytes);
  return self;
}

/**
 * risalah_plate_free:
 * @self: (transfer full): a plate
 */
void
risalah_plate_free (RisalahPlate *self)
{
  g_return_if_fail (self != NULL);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}
