/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages beside a bare Pango and cairo loop over the same paragraphs, which neither paginates nor
 * hyphenates nor sets notes and headings: seconds of the processor for 10, 100 and 1,000 pages, and
 * the private memory. It fails where 100 pages or more are slower than 0.6 times the bare loop, or
 * 0.4 times with tags.
 *
 *   benchmark-pages [PAGES…]
 */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <time.h>

#include "risalah-export.h"
#include "risalah-fonts.h"
#include "risalah-layout.h"

#define PARAGRAPHS_A_PAGE 5
#define FLOOR_UNTAGGED    0.6
#define FLOOR_TAGGED      0.4

static const char *const words[] = {
  "kerja",       "sama",      "pertahanan", "kedua",     "negara",    "sepakat",
  "mempererat",  "melalui",   "pendidikan", "perwira",   "latihan",   "bersama",
  "di",          "laut",      "dan",        "kunjungan", "pejabat",   "rancangan",
  "naskah",      "masih",     "dibahas",    "oleh",      "kelompok",  "yang",
  "dibentuk",    "pada",      "awal",       "tahun",     "sehingga",  "penandatanganan",
  "sebelum",     "akhir",     "triwulan",   "perlu",     "dibaca",    "keberlanjutan",
  "pengadaan",   "alutsista", "menjadi",    "utama",     "negosiasi", "industri",
  "pertimbangan"
};

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 60, 110);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static GPtrArray *
make_texts (guint n_pages)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_pages * PARAGRAPHS_A_PAGE; i++)
    g_ptr_array_add (texts, make_text (random));
  g_rand_free (random);
  return texts;
}

/* Every third paragraph has a note, every twelfth a heading above it. */
static RisalahDocument *
make_document (GPtrArray *texts)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);

  g_ptr_array_add (blocks,
                   risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_TITLE, 0, "Naskah Uji"));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (RisalahRichText) text = risalah_rich_text_new_plain (texts->pdata[i]);

      if (i % 12 == 0)
        g_ptr_array_add (blocks, risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1,
                                                                "Bagian berikutnya"));
      if (i % 3 == 0)
        {
          g_autofree char *id = g_strdup_printf ("c%u", i);
          g_autofree char *source = g_strdup_printf ("s%u", i % 24);
          g_autoptr (RisalahCitationAtom) atom =
              risalah_citation_atom_new (id, source, NULL, -1, -1, NULL);
          g_autoptr (RisalahRichText) mark = risalah_rich_text_new_citation (atom);
          RisalahRichText *joined = risalah_rich_text_concatenate (text, mark);

          risalah_rich_text_unref (text);
          text = joined;
        }
      g_ptr_array_add (blocks, risalah_brief_block_new (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, text));
    }
  return risalah_document_new ("id", (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
}

static RisalahEdition *
make_edition (GPtrArray *texts)
{
  const char *data = g_getenv ("RISALAH_DATA_DIR");
  g_autofree char *fonts = g_build_filename (data, "fonts", NULL);
  g_autofree char *terms_dir = g_build_filename (data, "document", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahTerms) terms = risalah_terms_open (terms_dir, "id", &error);
  g_autoptr (RisalahDocument) document = make_document (texts);
  RisalahEdition *edition;

  g_assert_no_error (error);
  edition = risalah_edition_new (document, terms, fonts);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *uid = g_strdup_printf ("s%u", i);
      RisalahReference *reference = risalah_reference_new (uid);

      risalah_reference_add_author (reference, "Contoh", "Rina");
      reference->title = g_strdup_printf ("Berita contoh nomor %u", i);
      reference->publisher = g_strdup ("Warta Contoh");
      reference->published = g_strdup ("2025-07-28");
      reference->url = g_strdup_printf ("https://warta.example/%u", i);
      g_ptr_array_add (edition->references, reference);
    }
  return edition;
}

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
  g_autoptr (GPtrArray) texts = make_texts (n_pages);
  g_autoptr (RisalahEdition) edition = make_edition (texts);
  guint bare_pages, pages;
  double bare = run_bare (texts, font_dir, &bare_pages);
  double first = time_first_page (edition);
  double untagged = run_untagged (edition, &pages);
  double tagged = run_tagged (edition);

  g_print ("%5u pages: first %.0f ms; untagged %.2f s, %.2f x bare; tagged %.2f s, %.2f x bare; "
           "bare %.2f s for %u; private %u MB\n",
           pages, first * 1000, untagged, bare / untagged, tagged, bare / tagged, bare, bare_pages,
           private_megabytes ());
  return n_pages < 100 || (bare / untagged >= FLOOR_UNTAGGED && bare / tagged >= FLOOR_TAGGED);
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
