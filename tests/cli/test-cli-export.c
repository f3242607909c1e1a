/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export command: every option shows on the pages, every format is a finished file, and what
 * fails leaves the earlier one. */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-harness.h"

static char *
path_of (CliFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
import_example (CliFixture *fixture)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "example", NULL);
  g_autoptr (CliResult) imported = cli_run (fixture, "import", folder, NULL);

  g_assert_cmpint (imported->status, ==, 0);
}

/* Exports the Indonesian example; returns what @program says of the file. */
static char *
export_and_ask (CliFixture *fixture, const char *program, const char *option, const char *value)
{
  g_autofree char *pdf = path_of (fixture, "brief.pdf");
  g_autoptr (CliResult) exported = cli_run (fixture, "export", "1", "--format", "pdf", "--output",
                                            pdf, option, value, NULL);

  g_assert_cmpint (exported->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (cli_result_object (exported), "output"), ==, pdf);
  g_assert_cmpint (json_object_get_int_member (cli_result_object (exported), "pages"), >=, 4);
  g_assert_true (json_object_has_member (cli_result_object (exported), "seconds"));
  if (g_str_equal (program, "pdftotext"))
    return cli_run_program ("pdftotext", "-layout", pdf, "-", NULL);
  return cli_run_program (program, pdf, NULL);
}

static void
assert_says (CliFixture *fixture,
             const char *program,
             const char *option,
             const char *value,
             const char *words)
{
  g_autofree char *answer = export_and_ask (fixture, program, option, value);

  if (strstr (answer, words) == NULL)
    g_error ("%s %s: no “%s” in:\n%s", option, value != NULL ? value : "", words, answer);
}

static void
test_options (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *plain = NULL;

  import_example (fixture);
  plain = export_and_ask (fixture, "pdftotext", NULL, NULL);
  g_assert_null (strstr (plain, "Daftar isi"));
  g_assert_null (strstr (plain, "Lampiran sumber"));
  assert_says (fixture, "pdftotext", "--contents", "always", "Daftar isi");
  assert_says (fixture, "pdftotext", "--annex", NULL, "Lampiran sumber");
  assert_says (fixture, "pdftotext", "--style", "author-date", "(Ayuningrat, 2025");
  assert_says (fixture, "pdffonts", "--design", "naskah-dinas", "LiberationSans");
  assert_says (fixture, "pdfinfo", "--paper", "letter", "612 x 792");
  assert_says (fixture, "pdfinfo", "--paper", "f4", "609.449 x 935.433");
}

static void
test_formats (CliFixture *fixture, gconstpointer data)
{
  static const char *const formats[][2] = {
    { "docx", "PK\x03\x04" },
    { "odt", "PK\x03\x04" },
    { "html", "<!DOCTYPE html>" },
    { "md", "# Memberi Tanggal pada Alih Teknologi" },
    { "xhtml", "risalah.template" },
  };

  import_example (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = path_of (fixture, formats[i][0]);
      g_autoptr (CliResult) exported
          = cli_run (fixture, "export", "1", "--format", formats[i][0], "--output", path, NULL);
      g_autofree char *contents = NULL;

      g_assert_cmpint (exported->status, ==, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_nonnull (strstr (contents, formats[i][1]));
    }
}

/* The same brief gives the same bytes; a brief that is not there leaves what was. */
static void
test_same_and_kept (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = path_of (fixture, "brief.pdf");
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autoptr (CliResult) missing = NULL;
  gsize first_length, second_length, third_length;

  import_example (fixture);
  g_free (export_and_ask (fixture, "pdfinfo", NULL, NULL));
  g_assert_true (g_file_get_contents (pdf, &first, &first_length, NULL));
  g_free (export_and_ask (fixture, "pdfinfo", NULL, NULL));
  g_assert_true (g_file_get_contents (pdf, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
  missing = cli_run (fixture, "export", "99", "--format", "pdf", "--output", pdf, NULL);
  g_assert_cmpint (missing->status, ==, 4);
  g_assert_true (g_file_get_contents (pdf, &third, &third_length, NULL));
  g_assert_cmpmem (first, first_length, third, third_length);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/cli/export/" name, CliFixture, NULL, cli_fixture_set_up, func,                     \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("options", test_options);
  ADD ("formats", test_formats);
  ADD ("same-and-kept", test_same_and_kept);
  return g_test_run ();
}
