/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages beside LibreOffice: a brief of 10, 100 and 1,000 pages from its document to a PDF file, and
 * the same paragraphs, headings and notes from an OpenDocument file to a PDF file by LibreOffice's
 * headless conversion. Each runs as a process of its own, in memory where it can, and the fastest
 * of a few runs counts. It fails where 10 pages take more than a twentieth of LibreOffice's time,
 * or 1,000 pages more than a fifth of it, page for page; without soffice on the machine it says so
 * and is skipped.
 *
 *   benchmark-office [PAGES…]
 */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "benchmark-brief.h"
#include "risalah-export.h"

#define SKIPPED     77
#define EXPORT      "--export"
#define MEMORY      "/dev/shm"
#define N_RUNS      5
#define MANY_PAGES  1000
#define LEAST_SHORT 20.0 /* times faster, for a few pages */
#define LEAST_LONG  5.0  /* times faster a page, for many */

static const char styles[] =
    "<office:font-face-decls><style:font-face style:name='Liberation Serif' "
    "svg:font-family='Liberation Serif'/></office:font-face-decls>"
    "<office:styles><style:default-style style:family='paragraph'>"
    "<style:paragraph-properties fo:line-height='14.5pt' fo:text-align='justify' "
    "fo:margin-bottom='2.3mm' fo:hyphenation-ladder-count='2'/>"
    "<style:text-properties style:font-name='Liberation Serif' fo:font-family='Liberation Serif' "
    "fo:font-size='11pt' fo:language='id' fo:country='ID' fo:hyphenate='true'/>"
    "</style:default-style><style:style style:name='Standard' "
    "style:family='paragraph'/></office:styles>"
    "<office:automatic-styles><style:page-layout style:name='A4'><style:page-layout-properties "
    "fo:page-width='210mm' fo:page-height='297mm' fo:margin-left='30mm' fo:margin-right='30mm' "
    "fo:margin-top='27mm' fo:margin-bottom='30mm'/></style:page-layout>"
    "<style:style style:name='N' style:family='paragraph'><style:text-properties "
    "fo:font-size='9pt'/><style:paragraph-properties "
    "fo:line-height='11.3pt'/></style:style></office:automatic-styles>"
    "<office:master-styles><style:master-page style:name='Standard' "
    "style:page-layout-name='A4'/></office:master-styles>";

/* The same words as benchmark_brief_make_edition() has, as a flat OpenDocument text. */
static void
write_document (const char *path, GPtrArray *texts)
{
  g_autoptr (GString) xml = g_string_new (
      "<?xml version='1.0' encoding='UTF-8'?><office:document "
      "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
      "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
      "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
      "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
      "office:version='1.3' office:mimetype=\"application/vnd.oasis.opendocument.text\">");

  g_string_append (xml, styles);
  g_string_append (xml, "<office:body><office:text>");
  for (guint i = 0; i < texts->len; i++)
    {
      if (i % BENCHMARK_HEADING_EVERY == 0)
        g_string_append (xml, "<text:h text:outline-level='1'>Bagian berikutnya</text:h>");
      g_string_append_printf (xml, "<text:p>%s", (const char *)texts->pdata[i]);
      if (i % BENCHMARK_NOTE_EVERY == 0)
        g_string_append_printf (
            xml,
            "<text:note text:note-class='footnote'><text:note-citation>%u</text:note-citation>"
            "<text:note-body><text:p text:style-name='N'>Contoh, “Berita contoh nomor %u.”"
            "</text:p></text:note-body></text:note>",
            i / BENCHMARK_NOTE_EVERY + 1, i % 24);
      g_string_append (xml, "</text:p>");
    }
  g_string_append (xml, "</office:text></office:body></office:document>");
  g_assert_true (g_file_set_contents (path, xml->str, xml->len, NULL));
}

/* What the own process of risalah does. */
static int export(guint n_pages, const char *path)
{
  g_autoptr (GPtrArray) texts = benchmark_brief_make_texts (n_pages);
  g_autoptr (RisalahEdition) edition = benchmark_brief_make_edition (texts);

  return risalah_export_pdf (edition, path, NULL, NULL, NULL, NULL, NULL) ? 0 : 1;
}

/* Seconds on the clock that the fastest of @n_runs runs took. */
static double
time_process (const char *const *arguments, guint n_runs)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_runs; i++)
    {
      gint64 began = g_get_monotonic_time ();
      int status;

      g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL,
                                   G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                                       | G_SPAWN_STDERR_TO_DEV_NULL,
                                   NULL, NULL, NULL, NULL, &status, NULL));
      g_assert_true (g_spawn_check_wait_status (status, NULL));
      least = MIN (least, (g_get_monotonic_time () - began) / (double)G_USEC_PER_SEC);
    }
  return least;
}

static guint
count_pages (const char *path)
{
  const char *const arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *out = NULL;
  const char *pages;

  g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &out, NULL, NULL, NULL));
  pages = strstr (out, "Pages:");
  g_assert_nonnull (pages);
  return atoi (pages + strlen ("Pages:"));
}

static gboolean
run (const char *program, const char *folder, guint n_pages)
{
  g_autoptr (GPtrArray) texts = benchmark_brief_make_texts (n_pages);
  g_autofree char *ours = g_build_filename (folder, "ours.pdf", NULL);
  g_autofree char *theirs = g_build_filename (folder, "theirs.pdf", NULL);
  g_autofree char *document = g_build_filename (folder, "theirs.fodt", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *number = g_strdup_printf ("%u", n_pages);
  const char *const export_arguments[] = { program, EXPORT, number, ours, NULL };
  const char *const office_arguments[] = { "soffice",      profile,  "--headless",
                                           "--convert-to", "pdf",    "--outdir",
                                           folder,         document, NULL };
  guint n_runs = n_pages < MANY_PAGES ? N_RUNS : 1;
  double seconds, office, times;
  guint n_ours, n_theirs;

  write_document (document, texts);
  seconds = time_process (export_arguments, n_runs);
  office = time_process (office_arguments, n_runs);
  n_ours = count_pages (ours);
  n_theirs = count_pages (theirs);
  times = (office / n_theirs) / (seconds / n_ours);
  g_print ("%5u pages in %.2f s; LibreOffice %u in %.2f s: 1/%.0f of its time, %.1f x a page\n",
           n_ours, seconds, n_theirs, office, office / seconds, times);
  return n_pages < MANY_PAGES ? n_pages > 10 || office / seconds >= LEAST_SHORT
                              : times >= LEAST_LONG;
}

static void
remove_folder (const char *folder)
{
  const char *const arguments[] = { "rm", "-r", folder, NULL };

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10, 100, 1000 };
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL;
  gboolean good = TRUE;

  if (argc == 4 && strcmp (argv[1], EXPORT) == 0)
    return export(atoi (argv[2]), argv[3]);
  if (office == NULL)
    {
      g_print ("LibreOffice is not installed (no soffice): nothing to compare with; skipped.\n");
      return SKIPPED;
    }
  folder = g_build_filename (access (MEMORY, W_OK) == 0 ? MEMORY : g_get_tmp_dir (),
                             "risalah-office-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  if (argc < 2)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      good &= run (argv[0], folder, sizes[i]);
  for (int i = 1; i < argc; i++)
    good &= run (argv[0], folder, atoi (argv[i]));
  remove_folder (folder);
  return good ? 0 : 1;
}
