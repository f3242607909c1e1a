/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawing of a page on a surface of its own, with a margin about it. */

#include "risalah-timeline-output.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "risalah-brief-error.h"
#include "risalah-export-private.h"

/* In points. */
#define MARGIN 18.0
/* Pixels to a point: sharp on any screen and at 150 dots an inch and more on paper. */
#define SCALE 2.5

/**
 * risalah_picture_format_from_path:
 * @path: a file's name
 * @format: (out): what it wants to be by its ending
 *
 * Returns: whether it ends like a picture
 */
gboolean
risalah_picture_format_from_path (const char *path, RisalahPictureFormat *format)
{
  static const struct
  {
    const char *ending;
    RisalahPictureFormat format;
  } endings[] = { { ".png", RISALAH_PICTURE_PNG },
                  { ".svg", RISALAH_PICTURE_SVG },
                  { ".pdf", RISALAH_PICTURE_PDF } };
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i].ending))
      {
        *format = endings[i].format;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  return risalah_output_write (closure, data, length) ? CAIRO_STATUS_SUCCESS
                                                      : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
make_surface (RisalahPictureFormat format, double width, double height, RisalahOutput *output)
{
  switch (format)
    {
    case RISALAH_PICTURE_SVG:
      return cairo_svg_surface_create_for_stream (write_cb, output, width, height);
    case RISALAH_PICTURE_PDF:
      return cairo_pdf_surface_create_for_stream (write_cb, output, width, height);
    case RISALAH_PICTURE_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * SCALE),
                                         (int)ceil (height * SCALE));
    }
}

/* Returns what cairo says of it. */
static cairo_status_t
draw (const RisalahPlate *self, cairo_surface_t *surface, gboolean is_png)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (is_png)
    cairo_scale (cr, SCALE, SCALE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  self->draw (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/**
 * risalah_plate_write:
 * @self: a drawing
 * @path: (type filename): the file
 * @format: what to write
 * @error: RISALAH_BRIEF_ERROR_OUTPUT; an earlier file is then still there
 *
 * On white, with a margin, whole or not at all.
 *
 * Returns: whether the file is written
 */
gboolean
risalah_plate_write (const RisalahPlate *self,
                     const char *path,
                     RisalahPictureFormat format,
                     GError **error)
{
  g_autoptr (RisalahOutput) output = risalah_output_open (path, error);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (output == NULL)
    return FALSE;
  surface = make_surface (format, self->width + 2 * MARGIN, self->height + 2 * MARGIN, output);
  status = draw (self, surface, format == RISALAH_PICTURE_PNG);
  if (status == CAIRO_STATUS_SUCCESS && format == RISALAH_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, output);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_WRITE_ERROR)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT,
                   _ ("“%s” could not be written: %s."), path, cairo_status_to_string (status));
      return FALSE;
    }
  return risalah_output_commit (output, error);
}
