/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations copied from a PDF file are what was quoted, word for word. */

#include <string.h>

#include "export-fixture.h"

/* Quotations of every width of page keep their words. */
static void
test_verbatim (void)
{
  static const char words[] =
      "Negara-negara penandatangan, orang-orang kapal dan kapal-kapal yang mempertanggungjawabkan "
      "muatannya masing-masing menyelenggarakan penandatanganan-penandatanganan terpisah";
  g_autofree char *xhtml = g_strdup_printf (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1><blockquote><p><span class='quotation' "
      "data-quotation='33333333-3333-4333-8333-333333333333' data-source='satu'>%s</span></p>"
      "</blockquote><p>Ia berkata, <q data-quotation='44444444-4444-4444-8444-444444444444' "
      "data-source='satu'>%s</q>.</p></body></html>",
      words, words);

  for (double width = 230; width < 600; width += 37)
    {
      g_autoptr (RisalahEdition) edition = fixture_new_edition (xhtml);
      g_autofree char *path = NULL, *raw = NULL, *text = NULL;
      const char *first;

      edition->design->width = width;
      edition->design->margin_left = edition->design->margin_right = 20;
      path = export_fixture_export_pdf (edition, "verbatim.pdf", NULL);
      raw = export_fixture_run ("pdftotext", path, "-", NULL);
      text = export_fixture_squeeze (raw);
      first = strstr (text, words);
      g_assert_nonnull (first);
      g_assert_nonnull (strstr (first + 1, words));
    }
}

/* Words that tempt a typesetter: hyphens of their own, dashes, long words, addresses, quotation
 * marks within, letters that join. */
static char *
make_quotation (GRand *random)
{
  static const char *const words[] = {
    "negara-negara",
    "mempertanggungjawabkan",
    "kapal",
    "office",
    "efficient",
    "‘kerja sama’",
    "2024–2025",
    "di",
    "yang",
    "ketidakseimbangan",
    "satu-satunya",
    "representative",
    "responsibility",
    "\"utuh\"",
    "Rp4,5 triliun",
    "[…]",
    "Wakil",
    "pasal 5/2019",
    "waffle",
    "naïve",
    "ditandatangani",
    "keberlanjutan",
    "well-known",
    "co-operation",
    "and",
    "the",
    "undang-undang",
    "—",
    "difference",
    "of",
  };
  GString *text = g_string_new ("Awal");
  guint n = g_rand_int_range (random, 3, 60);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  g_string_append (text, " akhir");
  return g_string_free (text, FALSE);
}

/* Every quotation can be copied from the file word for word, in line and in a block, in both
 * languages. */
static void
test_many_quotations (void)
{
  GRand *random = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) quotations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) xhtml = g_string_new (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1>");
  g_autoptr (RisalahEdition) edition = NULL;
  g_autofree char *path = NULL, *raw = NULL, *text = NULL;
  guint n_pages;

  for (guint i = 0; i < 150; i++)
    {
      char *quotation = make_quotation (random);
      g_autofree char *escaped = g_markup_escape_text (quotation, -1);
      g_autofree char *attributes = g_strdup_printf (
          "data-quotation='33333333-3333-4333-8333-%012u' data-source='satu' lang='%s'", i,
          i % 3 == 0 ? "en" : "id");

      g_ptr_array_add (quotations, quotation);
      if (i % 2 == 0)
        g_string_append_printf (
            xhtml, "<blockquote><p><span class='quotation' %s>%s</span></p></blockquote>",
            attributes, escaped);
      else
        g_string_append_printf (
            xhtml, "<p lang='%s'>Menurut keterangan tertulis, <q %s>%s</q>, demikian.</p>",
            i % 3 == 0 ? "en" : "id", attributes, escaped);
    }
  g_rand_free (random);
  g_string_append (xhtml, "</body></html>");
  edition = fixture_new_edition (xhtml->str);
  /* No page ends within a quotation, so that what is looked for is words, not page numbers. */
  edition->design->height = 14000;
  path = export_fixture_export_pdf (edition, "quotations.pdf", &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  raw = export_fixture_run ("pdftotext", path, "-", NULL);
  text = export_fixture_squeeze (raw);
  for (guint i = 0; i < quotations->len; i++)
    export_fixture_assert_contains (text, g_ptr_array_index (quotations, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pdf/verbatim", test_verbatim);
  g_test_add_func ("/export/pdf/many-quotations", test_many_quotations);
  return export_fixture_run_tests ();
}
