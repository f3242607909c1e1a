/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an article to a printed brief: import, search, quote, brief, PDF, backup, restore. */

#include <glib/gstdio.h>
#include <string.h>

#include "../text/office-fixture.h"
#include "cli-harness.h"

static const char article[]
    = "Dialog Pertahanan Nusa–Rekaan Hasilkan Tiga Butir\n"
      "JAKARTA – Delegasi kedua negara membahas pertahanan pesisir dalam pertemuan tertutup yang "
      "berlangsung sehari penuh, lalu menyampaikan tiga butir kesepahaman kepada wartawan yang "
      "menunggu di luar gedung sejak pagi.\n"
      "“Kami membentuk kelompok kerja teknis untuk radar pantai,” kata juru bicara Andi Rekaan.\n"
      "Pertemuan berikutnya belum dijadwalkan.\n";

static const char words[] = "Kami membentuk kelompok kerja teknis untuk radar pantai,";

static void
import_article (CliFixture *fixture)
{
  g_autofree char *path = cli_fixture_write (fixture, "dialog.txt", article, -1);
  g_autoptr (CliResult) result = cli_run (fixture, "import", path, NULL);
  JsonObject *imported;

  g_assert_cmpint (result->status, ==, 0);
  imported = cli_result_element (result, 0);
  g_assert_cmpstr (json_object_get_string_member (imported, "status"), ==, "imported");
  g_assert_cmpint (json_object_get_int_member (imported, "source"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (imported, "title"), ==,
                   "Dialog Pertahanan Nusa–Rekaan Hasilkan Tiga Butir");
}

/* Quotes `words` through the CLI, as a script would: from the text that show gives. */
static gint64
quote_words (CliFixture *fixture)
{
  g_autoptr (CliResult) shown = cli_run (fixture, "show", "1", NULL);
  const char *text = json_object_get_string_member (cli_result_object (shown), "text");
  const char *at = strstr (text, words);
  glong start, length;
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;
  g_autoptr (CliResult) quoted = NULL;

  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (text, at);
  length = g_utf8_strlen (words, -1);
  start_text = g_strdup_printf ("%ld", start);
  end_text = g_strdup_printf ("%ld", start + length);
  quoted = cli_run (fixture, "quote", "1", start_text, end_text, NULL);
  g_assert_cmpint (quoted->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (cli_result_element (quoted, 0), "exact"), ==,
                   words);
  return json_object_get_int_member (cli_result_element (quoted, 0), "quotation");
}

static char *
squeeze (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

static void
test_article_to_pdf (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (CliResult) created = NULL;
  g_autoptr (CliResult) placed = NULL;
  g_autoptr (CliResult) exported = NULL;
  g_autofree char *pdf = g_build_filename (fixture->folder, "brief.pdf", NULL);
  g_autofree char *quotation = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *text = NULL;

  import_article (fixture);
  quotation = g_strdup_printf ("%" G_GINT64_FORMAT, quote_words (fixture));

  created = cli_run (fixture, "brief", "new", "--template", "T1", "--title",
                     "Radar pantai: kelompok kerja baru", "--language", "id", NULL);
  g_assert_cmpint (created->status, ==, 0);
  placed = cli_run (fixture, "brief", "quote", "1", quotation, "--section", "1", NULL);
  g_assert_cmpint (placed->status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (cli_result_element (placed, 0), "quotations"), >=, 1);

  exported = cli_run (fixture, "export", "1", "--format", "pdf", "--output", pdf, NULL);
  g_assert_cmpint (exported->status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (cli_result_object (exported), "pages"), >=, 1);
  printed = cli_run_program ("pdftotext", "-layout", pdf, "-", NULL);
  text = squeeze (printed);
  g_assert_nonnull (strstr (text, words));
  g_assert_nonnull (strstr (text, "Radar pantai: kelompok kerja baru"));
  g_assert_nonnull (strstr (text, "Dialog Pertahanan Nusa–Rekaan Hasilkan Tiga Butir"));
}

static guint
count_hits (CliFixture *fixture, const char *query, const char *option)
{
  g_autoptr (CliResult) result = cli_run (fixture, "search", query, option, NULL);

  g_assert_cmpint (result->status, ==, 0);
  return json_object_get_int_member (cli_result_object (result), "total");
}

static void
test_search (CliFixture *fixture, gconstpointer data)
{
  import_article (fixture);
  g_assert_cmpuint (count_hits (fixture, "pertah", "--typing"), ==, 1);
  g_assert_cmpuint (count_hits (fixture, "mempertahankan", NULL), ==, 1);
  g_assert_cmpuint (count_hits (fixture, "\"kelompok kerja teknis\"", NULL), ==, 1);
  g_assert_cmpuint (count_hits (fixture, "\"kerja kelompok teknis\"", NULL), ==, 0);
  g_assert_cmpuint (count_hits (fixture, "kapal selam", NULL), ==, 0);
}

static void
test_twice (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = NULL;
  g_autoptr (CliResult) again = NULL;
  g_autoptr (CliResult) list = NULL;

  import_article (fixture);
  copy = cli_fixture_write (fixture, "the same bytes.txt", article, -1);
  again = cli_run (fixture, "import", copy, NULL);
  g_assert_cmpint (again->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (cli_result_element (again, 0), "status"), ==,
                   "duplicate");
  g_assert_cmpint (json_object_get_int_member (cli_result_element (again, 0), "of"), ==, 1);
  list = cli_run (fixture, "list", NULL);
  g_assert_cmpuint (cli_result_length (list), ==, 1);
}

static void
test_original (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (CliResult) shown = NULL;

  import_article (fixture);
  shown = cli_run (fixture, "show", "1", "--original", NULL);
  g_assert_cmpint (shown->status, ==, 0);
  g_assert_cmpstr (shown->output, ==, article);
}

/* A folder of office files: their words can be found and quoted, and the files come back as they were. */
static void
test_office (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) docx = office_docx ("<w:p><w:r><w:t>“Kami membentuk kelompok kerja</w:t></w:r><w:r><w:t "
                                         "xml:space='preserve'> teknis untuk radar pantai,” kata juru bicara."
                                         "</w:t></w:r></w:p>", NULL, NULL, NULL);
  g_autoptr (GBytes) odt = office_odt ("<text:p>Nelayan menunggu dermaga selesai dibangun.</text:p>", NULL, NULL);
  g_autofree char *first = NULL, *second = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "masuk", NULL);
  g_autoptr (CliResult) imported = NULL, analysed = NULL, shown = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (docx, &length);

  g_mkdir (folder, 0700);
  first = cli_fixture_write (fixture, "masuk/a.docx", bytes, length);
  second = cli_fixture_write (fixture, "masuk/b.odt", g_bytes_get_data (odt, NULL), g_bytes_get_size (odt));
  imported = cli_run (fixture, "import", folder, NULL);
  g_assert_cmpint (imported->status, ==, 0);
  g_assert_cmpuint (cli_result_length (imported), ==, 2);
  g_assert_cmpuint (count_hits (fixture, "pantai", NULL), ==, 1);
  g_assert_cmpuint (count_hits (fixture, "dermaga", NULL), ==, 1);
  g_assert_cmpint (quote_words (fixture), >, 0);
  analysed = cli_run (fixture, "analyze", second, NULL);
  g_assert_cmpstr (json_object_get_string_member (cli_result_object (analysed), "text"), ==,
                   "Nelayan menunggu dermaga selesai dibangun.");
  shown = cli_run (fixture, "show", "1", "--original", NULL);
  g_assert_cmpmem (shown->output, MIN (strlen (shown->output), 10), bytes, MIN (strlen (bytes), 10));
}

static void
test_backup (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.risalah", NULL);
  g_autofree char *other = cli_fixture_write (fixture, "lain.txt",
                                              "Berita lain yang sama sekali berbeda isinya.\n", -1);
  g_autoptr (CliResult) backed_up = NULL;
  g_autoptr (CliResult) more = NULL;
  g_autoptr (CliResult) restored = NULL;
  g_autoptr (CliResult) list = NULL;
  g_autoptr (CliResult) checked = NULL;

  import_article (fixture);
  backed_up = cli_run (fixture, "backup", copy, NULL);
  g_assert_cmpint (backed_up->status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (cli_result_object (backed_up), "bytes"), >, 0);
  more = cli_run (fixture, "import", other, NULL);
  g_assert_cmpint (more->status, ==, 0);
  restored = cli_run (fixture, "restore", copy, NULL);
  g_assert_cmpint (restored->status, ==, 0);
  g_assert_true (g_file_test (json_object_get_string_member (cli_result_object (restored), "kept"),
                              G_FILE_TEST_EXISTS));
  list = cli_run (fixture, "list", NULL);
  g_assert_cmpuint (cli_result_length (list), ==, 1);
  checked = cli_run (fixture, "check", NULL);
  g_assert_cmpint (checked->status, ==, 0);
  g_assert_cmpuint (cli_result_length (checked), ==, 0);
}

static void
test_example (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "example", NULL);
  g_autoptr (CliResult) imported = cli_run (fixture, "import", folder, NULL);
  g_autoptr (CliResult) again = NULL;
  g_autoptr (CliResult) events = NULL;
  g_autoptr (CliResult) briefs = NULL;

  g_assert_cmpint (imported->status, ==, 0);
  g_assert_cmpuint (cli_result_length (imported), >=, 24);
  again = cli_run (fixture, "import", folder, NULL);
  g_assert_cmpint (again->status, ==, 0);
  events = cli_run (fixture, "events", "--review", "accepted", NULL);
  g_assert_cmpuint (cli_result_length (events), >=, 12);
  for (guint i = 0; i < cli_result_length (events); i++)
    g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                          cli_result_element (events, i), "evidence")),
                      >=, 1);
  briefs = cli_run (fixture, "briefs", NULL);
  g_assert_cmpuint (cli_result_length (briefs), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      gint64 id = json_object_get_int_member (cli_result_element (briefs, i), "brief");
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *pdf = g_build_filename (fixture->folder, "example.pdf", NULL);
      g_autoptr (CliResult) exported
          = cli_run (fixture, "export", number, "--format", "pdf", "--output", pdf, NULL);

      g_assert_cmpint (exported->status, ==, 0);
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/cli/" name, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("article-to-pdf", test_article_to_pdf);
  ADD ("search", test_search);
  ADD ("twice", test_twice);
  ADD ("original", test_original);
  ADD ("office", test_office);
  ADD ("backup", test_backup);
  ADD ("example", test_example);
  return g_test_run ();
}
