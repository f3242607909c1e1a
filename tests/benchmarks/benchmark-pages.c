/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages beside a bare Pango and cairo loop over the same paragraphs, which neither paginates nor
 * hyphenates nor sets notes and headings: seconds of the processor for 10, 100 and 1,000 pages, and
 * the private memory. It fails where pages are slower than 0.6 times the bare loop, or 0.4 times
 * with tags, or where the first takes more than 200 ms, or all need more than 150 MB.
 *
 *   benchmark-pages [PAGES…]
 */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <time.h>

#include "benchmark-brief.h"
#include "risalah-export.h"
#include "risalah-fonts.h"
#include "risalah-layout.h"

#define FLOOR_UNTAGGED 0.6
#define FLOOR_TAGGED   0.4
#define MOST_FIRST     0.2 /* seconds to the first page */
#define MOST_MEGABYTES 150

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *)closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static double
now (void)
{
  return clock () / (double)CLOCKS_PER_SEC;
}

static double
run_bare (GPtrArray *texts, const char *font_dir, guint *n_pages)
{
  double start = now (), y = 80;
  gsize length = 0;
  g_autoptr (RisalahFonts) fonts = risalah_fonts_new (font_dir, NULL);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (count_cb, &length, 595.276, 841.89);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *face = pango_font_description_from_string ("Liberation Serif, 11");

  *n_pages = 1;
  for (guint i = 0; i < texts->len; i++)
    {
      PangoLayout *layout = pango_layout_new (risalah_fonts_get_context (fonts));
      int height;

      pango_layout_set_font_description (layout, face);
      pango_layout_set_width (layout, 425 * PANGO_SCALE);
      pango_layout_set_justify (layout, TRUE);
      pango_layout_set_text (layout, texts->pdata[i], -1);
      pango_layout_get_size (layout, NULL, &height);
      if (y + height / PANGO_SCALE > 760)
        {
          cairo_show_page (cr);
          y = 80;
          (*n_pages)++;
        }
      cairo_move_to (cr, 85, y);
      pango_cairo_show_layout (cr, layout);
      y += height / (double)PANGO_SCALE + 6;
      g_object_unref (layout);
    }
  pango_font_description_free (face);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return now () - start;
}

static double
run_untagged (RisalahEdition *edition, guint *n_pages)
{
  double start = now ();
  gsize length = 0;
  g_autoptr (RisalahLayout) layout = risalah_layout_new (edition, NULL);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (count_cb, &length, 595.276, 841.89);
  cairo_t *cr = cairo_create (surface);

  risalah_layout_paginate (layout, -1);
  *n_pages = risalah_layout_get_n_pages (layout);
  for (guint page = 0; page < *n_pages; page++)
    {
      risalah_layout_draw_page (layout, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return now () - start;
}

static double
run_tagged (RisalahEdition *edition)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "risalah-bench.pdf", NULL);
  g_autoptr (GError) error = NULL;
  double start = now ();

  risalah_export_pdf (edition, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  remove (path);
  return now () - start;
}

static double
time_first_page (RisalahEdition *edition)
{
  double start = now ();
  g_autoptr (RisalahLayout) layout = risalah_layout_new (edition, NULL);

  risalah_layout_paginate (layout, 0);
  return now () - start;
}

static guint
private_megabytes (void)
{
  g_autofree char *text = NULL;
  const char *at;
  guint sum = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  for (at = text; (at = strstr (at, "Private_")) != NULL; at++)
    sum += atoi (strchr (at, ':') + 1);
  return sum / 1024;
}

static gboolean
run (guint n_pages, const char *font_dir)
{
  g_autoptr (GPtrArray) texts = benchmark_brief_make_texts (n_pages);
  g_autoptr (RisalahEdition) edition = benchmark_brief_make_edition (texts);
  guint bare_pages, pages;
  double bare = run_bare (texts, font_dir, &bare_pages);
  double first = time_first_page (edition);
  double untagged = run_untagged (edition, &pages);
  double tagged = run_tagged (edition);

  g_print ("%5u pages: first %.0f ms; untagged %.2f s, %.2f x bare; tagged %.2f s, %.2f x bare; "
           "bare %.2f s for %u; private %u MB\n",
           pages, first * 1000, untagged, bare / untagged, tagged, bare / tagged, bare, bare_pages,
           private_megabytes ());
  return first <= MOST_FIRST && bare / untagged >= FLOOR_UNTAGGED && bare / tagged >= FLOOR_TAGGED
         && private_megabytes () <= MOST_MEGABYTES;
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10, 100, 1000 };
  g_autofree char *fonts = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "fonts", NULL);
  gboolean good = TRUE;

  if (argc < 2)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      good &= run (sizes[i], fonts);
  for (int i = 1; i < argc; i++)
    good &= run (atoi (argv[i]), fonts);
  return good ? 0 : 1;
}
