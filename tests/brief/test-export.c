/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exported files looked at with other people's tools (poppler, qpdf, libxml2). */

#include <libxml/HTMLparser.h>
#include <string.h>

#include "export-fixture.h"
#include "risalah-brief-error.h"
#include "risalah-export.h"

static void
test_pdf (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  guint n_pages;
  g_autofree char *path = export_fixture_export_pdf (edition, "brief.pdf", &n_pages);
  g_autofree char *info = export_fixture_run ("pdfinfo", path, NULL);
  g_autofree char *check = export_fixture_run ("qpdf", "--check", path, NULL);
  g_autofree char *fonts = export_fixture_run ("pdffonts", path, NULL);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n_fonts = 0;

  g_assert_nonnull (check);
  g_assert_null (strstr (check, "WARNING"));
  g_assert_cmpuint (n_pages, ==, 2);
  export_fixture_assert_contains (info, "Pelabuhan yang Menunggu");
  export_fixture_assert_contains (info, "Penyusun Contoh");
  export_fixture_assert_contains (info, "Subdirektorat Contoh");
  export_fixture_assert_contains (info, "Latar belakang");
  export_fixture_assert_contains (info, "Tagged:          yes");
  export_fixture_assert_contains (info, "595.276 x 841.89");
  export_fixture_assert_contains (info, "Mon Mar  2");
  for (guint i = 2; lines[0] != NULL && lines[i] != NULL && *lines[i] != '\0'; i++, n_fonts++)
    {
      export_fixture_assert_contains (lines[i], "Liberation");
      export_fixture_assert_contains (lines[i], "yes yes yes");
    }
  g_assert_cmpuint (n_fonts, >=, 3);
}

/* Quotations come out word for word, in line and in a block, though they break over lines at
 * their own hyphens. */
static void
test_pdf_text (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autofree char *path = export_fixture_export_pdf (edition, "text.pdf", NULL);
  g_autofree char *raw = export_fixture_run ("pdftotext", path, "-", NULL);
  g_autofree char *text = export_fixture_squeeze (raw);

  export_fixture_assert_contains (text,
                                  "“bangunan tanpa penghuni di tepi negara-negara yang sibuk”");
  export_fixture_assert_contains (
      text, "Kami menunggu surat dari seberang, dan orang-orang di seberang menunggu "
            "surat dari kami; sementara itu kapal-kapal membuang sauh di luar");
  export_fixture_assert_contains (
      text, "Contoh, Rina. “Dermaga kedua selesai lebih cepat.” Warta Contoh");
  export_fixture_assert_contains (text, "TERBATAS");
  export_fixture_assert_contains (text, "DRAF");
  export_fixture_assert_contains (text, "1/2");
  export_fixture_assert_contains (text, "Data per 27 Februari 2026");
}

static void
test_pdf_structure (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autofree char *path = export_fixture_export_pdf (edition, "structure.pdf", NULL);
  g_autofree char *structure = export_fixture_run ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *places = export_fixture_run ("pdfinfo", "-dests", path, NULL);
  static const char *const elements[] = { "Document", "H1",    "H2",         "H3",      "LI",
                                          "Lbl",      "LBody", "BlockQuote", "Table",   "TR",
                                          "TH",       "TD",    "Note",       "Caption", "Link" };
  static const char *const names[] = { "\"note-1\"", "\"mark-4\"", "\"work-satu\"",
                                       "\"section-1\"" };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    export_fixture_assert_contains (structure, elements[i]);
  g_assert_true (g_str_has_prefix (structure, "Document"));
  export_fixture_assert_contains (structure, "Dermaga pertama");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    export_fixture_assert_contains (places, names[i]);
}

/* The same edition and date give the same bytes; another date others. */
static void
test_reproducible (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autofree char *first = export_fixture_export_pdf (edition, "one.pdf", NULL);
  g_autofree char *second = NULL, *third = NULL;
  g_autofree char *a = NULL, *b = NULL, *c = NULL;
  gsize length_a, length_b, length_c;

  g_usleep (1100 * 1000);
  second = export_fixture_export_pdf (edition, "two.pdf", NULL);
  edition->date++;
  third = export_fixture_export_pdf (edition, "three.pdf", NULL);
  g_file_get_contents (first, &a, &length_a, NULL);
  g_file_get_contents (second, &b, &length_b, NULL);
  g_file_get_contents (third, &c, &length_c, NULL);
  g_assert_cmpmem (a, length_a, b, length_b);
  g_assert_true (length_a != length_c || memcmp (a, c, length_a) != 0);
}

static void
test_annex (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (RisalahQuotation) quotation =
      risalah_quotation_new ("dua", "teks",
                             "Katanya: bangunan tanpa penghuni di tepi "
                             "negara-negara yang sibuk, begitu.",
                             9, 65);
  g_autofree char *path = NULL, *raw = NULL, *text = NULL, *places = NULL;

  g_free (quotation->uid);
  quotation->uid = g_strdup ("11111111-1111-4111-8111-111111111111");
  g_ptr_array_add (edition->exhibits,
                   risalah_exhibit_new (quotation,
                                        "Katanya: bangunan tanpa penghuni di tepi negara-negara "
                                        "yang sibuk, begitu.",
                                        "B2", "0123456789abcdef"));
  edition->annex = TRUE;
  path = export_fixture_export_pdf (edition, "annex.pdf", NULL);
  raw = export_fixture_run ("pdftotext", path, "-", NULL);
  text = export_fixture_squeeze (raw);
  places = export_fixture_run ("pdfinfo", "-dests", path, NULL);
  export_fixture_assert_contains (text, "Lampiran sumber");
  export_fixture_assert_contains (
      text, "Katanya: bangunan tanpa penghuni di tepi negara-negara yang sibuk, begitu.");
  export_fixture_assert_contains (text, "Nilai: B2");
  export_fixture_assert_contains (text, "SHA-256 0123456789abcdef");
  export_fixture_assert_contains (places, "exhibit-11111111-1111-4111-8111-111111111111");
}

/* A letter says who, to whom, when and how urgently, once each; its number is left blank. */
static void
test_letter (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_brief ("nota-dinas.xhtml");
  g_autofree char *path = export_fixture_export_pdf (edition, "letter.pdf", NULL);
  g_autofree char *raw = export_fixture_run ("pdftotext", "-layout", path, "-", NULL);
  g_autofree char *text = export_fixture_squeeze (raw);
  static const char *const lines[] = { "RAHASIA SEGERA NOTA DINAS",
                                       "Yth. : Direktur Jenderal Kerja Sama Contoh",
                                       "Dari : Penyusun Contoh, Kepala Subdirektorat Contoh Hal",
                                       "Hal : Pemakaian Dermaga Kedua Teluk Rekaan",
                                       "Tanggal : 2 Maret 2026",
                                       "Nomor : …",
                                       "Sifat : Segera",
                                       "Lampiran : Satu berkas Data per 27 Februari 2026",
                                       "Kepala Subdirektorat Contoh, Penyusun Contoh" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    export_fixture_assert_contains (text, lines[i]);
  g_assert_null (strstr (text, "DRAF"));
}

/* The table of events numbers its lines, writes dates out and cites. */
static void
test_events (void)
{
  g_autoptr (RisalahEdition) edition = fixture_new_edition (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1><section class='generated' data-generated='event-table'></section></body></html>");
  RisalahEventLine *line = risalah_event_line_new ("2025-07", "Sidang kelompok kerja",
                                                   "Indonesia, Belarus", "terlaksana");
  g_autofree char *path = NULL, *raw = NULL, *text = NULL;

  g_ptr_array_add (line->sources, g_strdup ("satu"));
  g_ptr_array_add (edition->events, line);
  g_ptr_array_add (edition->events, risalah_event_line_new (NULL, "Kunjungan", NULL, NULL));
  path = export_fixture_export_pdf (edition, "events.pdf", NULL);
  raw = export_fixture_run ("pdftotext", "-layout", path, "-", NULL);
  text = export_fixture_squeeze (raw);
  export_fixture_assert_contains (text, "Daftar peristiwa");
  export_fixture_assert_contains (text, "1 Juli 2025");
  export_fixture_assert_contains (text, "2 tanpa tanggal Kunjungan");
  export_fixture_assert_contains (text, "Rina Contoh, “Dermaga kedua selesai lebih cepat,”");
}

static void
test_pictures (void)
{
  g_autoptr (RisalahEdition) edition = export_fixture_new_edition_with_pictures ("abcd");
  g_auto (RisalahExportReport) report = { 0 };
  g_autofree char *path = export_fixture_path_of ("pictures.pdf");
  g_autofree char *images = NULL, *check = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (risalah_export_pdf (edition, path, &report, NULL, NULL, NULL, &error));
  g_assert_cmpuint (g_strv_length (report.problems), ==, 3);
  export_fixture_assert_contains (report.problems[1], "20000");
  images = export_fixture_run ("pdfimages", "-list", path, NULL);
  export_fixture_assert_contains (images, "400   200");
  check = export_fixture_run ("qpdf", "--check", path, NULL);
  g_assert_nonnull (check);
}

/* What a picture shows is said where it stands, between the words around it. */
static void
test_alternative (void)
{
  g_autoptr (RisalahEdition) edition = fixture_new_edition (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<p>Sebelum gambar.</p><figure "
      "data-media='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "aaaaaaaaaaaa' data-alternative='Peta Teluk Rekaan: dua dermaga – satu kosong'>"
      "<figcaption>Peta teluk</figcaption></figure><p>Sesudah gambar.</p></body></html>");
  g_autofree char *path = NULL, *raw = NULL, *text = NULL, *structure = NULL, *check = NULL;

  edition->get_media = export_fixture_get_media_cb;
  path = export_fixture_export_pdf (edition, "alternative.pdf", NULL);
  raw = export_fixture_run ("pdftotext", path, "-", NULL);
  text = export_fixture_squeeze (raw);
  structure = export_fixture_run ("pdfinfo", "-struct-text", path, NULL);
  check = export_fixture_run ("qpdf", "--check", path, NULL);
  g_assert_nonnull (check);
  export_fixture_assert_contains (
      text, "Sebelum gambar. Peta Teluk Rekaan: dua dermaga – satu kosong Gambar 1. Peta "
            "teluk Sesudah gambar.");
  export_fixture_assert_contains (structure, "Figure");
  export_fixture_assert_contains (structure, "\"Peta Teluk Rekaan: dua dermaga – satu kosong\"");
}

static void
test_html (void)
{
  g_autoptr (RisalahEdition) edition = export_fixture_new_edition_with_pictures ("a");
  g_autoptr (RisalahEdition) brief = fixture_open_edition ();
  g_autofree char *path = export_fixture_path_of ("brief.html");
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;
  htmlDocPtr parsed;

  g_assert_true (risalah_export_html (edition, path, NULL, NULL, NULL, NULL, &error));
  g_file_get_contents (path, &html, NULL, NULL);
  export_fixture_assert_contains (html, "<img src=\"data:image/png;base64,");
  export_fixture_assert_contains (html, "alt=\"Peta\"");
  g_clear_pointer (&html, g_free);
  g_assert_true (risalah_export_html (brief, path, NULL, NULL, NULL, NULL, &error));
  g_file_get_contents (path, &html, NULL, NULL);
  export_fixture_assert_contains (html, "<html lang=\"id\">");
  export_fixture_assert_contains (html,
                                  "<a id=\"mark-1\" role=\"doc-noteref\" href=\"#note-1\">1</a>");
  export_fixture_assert_contains (html, "<p id=\"note-1\">");
  export_fixture_assert_contains (html, "<th scope=\"col\">Sarana</th>");
  export_fixture_assert_contains (html, "<ol><li>Terbitkan nota bersama.</li>");
  g_assert_null (strstr (html, "src=\"http"));
  g_assert_null (strstr (html, "<link"));
  parsed = htmlReadMemory (html, strlen (html), NULL, "UTF-8",
                           HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  g_assert_nonnull (parsed);
  xmlFreeDoc (parsed);
}

static void
test_markdown (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autofree char *path = export_fixture_path_of ("brief.md");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (risalah_export_markdown (edition, path, NULL, NULL, NULL, NULL, &error));
  g_file_get_contents (path, &text, NULL, NULL);
  export_fixture_assert_contains (text, "**TERBATAS**\n\n**DRAF**\n\n# Pelabuhan yang Menunggu\n");
  export_fixture_assert_contains (text, "\n## Latar belakang\n");
  export_fixture_assert_contains (text, "| Sarana | Keadaan |\n| --- | --- |\n| Dermaga pertama |");
  export_fixture_assert_contains (text, "> Kami menunggu surat");
  export_fixture_assert_contains (text, "dirumuskan.[^1] Kepala");
  export_fixture_assert_contains (
      text, "\n[^1]: Rina Contoh, “Dermaga kedua selesai lebih cepat,” *Warta Contoh*");
  export_fixture_assert_contains (text, "\n1.  Terbitkan nota bersama.\n2.  Tunjuk");
}

static void
test_xhtml (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (RisalahDocument) again = NULL;
  g_autofree char *path = export_fixture_path_of ("brief.xhtml");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (risalah_export_xhtml (edition, path, NULL, NULL, NULL, NULL, &error));
  g_file_get_contents (path, &text, NULL, NULL);
  again = risalah_document_from_xhtml (text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (risalah_document_equal (again, edition->document));
}

static void
test_long_table (void)
{
  g_autoptr (GString) xhtml = g_string_new (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1><table><thead><tr><th>Nomor</th><th>Isi</th></tr></thead><tbody>");
  g_autoptr (RisalahEdition) edition = NULL;
  g_autofree char *path = NULL, *text = NULL;
  guint n_pages, n_headers = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (xhtml, "<tr><td>%u</td><td>baris ke-%u selesai</td></tr>", i, i);
  g_string_append (xhtml, "</tbody></table></body></html>");
  edition = fixture_new_edition (xhtml->str);
  path = export_fixture_export_pdf (edition, "table.pdf", &n_pages);
  text = export_fixture_run ("pdftotext", "-layout", path, "-", NULL);
  export_fixture_assert_contains (text, "baris ke-1999 selesai");
  for (const char *at = text; (at = strstr (at, "Nomor")) != NULL; at++)
    n_headers++;
  g_assert_cmpuint (n_pages, >, 30);
  g_assert_cmpuint (n_headers, ==, n_pages);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/pdf/text", test_pdf_text);
  g_test_add_func ("/export/pdf/structure", test_pdf_structure);
  g_test_add_func ("/export/pdf/reproducible", test_reproducible);
  g_test_add_func ("/export/pdf/annex", test_annex);
  g_test_add_func ("/export/pdf/letter", test_letter);
  g_test_add_func ("/export/pdf/events", test_events);
  g_test_add_func ("/export/pdf/pictures", test_pictures);
  g_test_add_func ("/export/pdf/long-table", test_long_table);
  g_test_add_func ("/export/pdf/alternative", test_alternative);
  g_test_add_func ("/export/html", test_html);
  g_test_add_func ("/export/markdown", test_markdown);
  g_test_add_func ("/export/xhtml", test_xhtml);
  return export_fixture_run_tests ();
}
