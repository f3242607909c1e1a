/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bad input gets one clear sentence that names the file; the rest comes in, nothing is half
 * written. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli-harness.h"

static const char good[] = "Berita contoh\nKalimat yang baik dan lengkap dari Warta Contoh.\n";

/* Imports a bad file beside a good one: the bad one fails with its name in the reason. */
static void
check_fails_alone (CliFixture *fixture, const char *bad)
{
  g_autofree char *fine = cli_fixture_write (fixture, "baik.txt", good, -1);
  g_autofree char *name = g_path_get_basename (bad);
  g_autoptr (CliResult) result = cli_run (fixture, "import", bad, fine, NULL);
  g_autoptr (CliResult) list = NULL;
  const char *reason;

  g_assert_cmpint (result->status, ==, 1);
  g_assert_cmpuint (cli_result_length (result), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (cli_result_element (result, 0), "status"), ==,
                   "failed");
  reason = json_object_get_string_member (cli_result_element (result, 0), "reason");
  g_test_message ("%s", reason);
  g_assert_nonnull (strstr (reason, name));
  g_assert_true (json_object_get_null_member (cli_result_element (result, 0), "source"));
  g_assert_cmpstr (json_object_get_string_member (cli_result_element (result, 1), "status"), ==,
                   "imported");
  list = cli_run (fixture, "list", NULL);
  g_assert_cmpuint (cli_result_length (list), ==, 1);
}

static void
test_empty (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_write (fixture, "kosong.txt", "", 0);

  check_fails_alone (fixture, path);
}

static void
test_binary (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = g_malloc (4096);
  g_autofree char *path = NULL;

  for (guint i = 0; i < 4096; i++)
    bytes[i] = (i * 2654435761u) >> 13;
  memcpy (bytes, "\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", 16);
  path = cli_fixture_write (fixture, "program.txt", bytes, 4096);
  check_fails_alone (fixture, path);
}

static void
test_nul_bytes (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_write (fixture, "nol.txt", "Kata\0\0\0\0kata\0\0 lain", 19);

  check_fails_alone (fixture, path);
}

static void
test_large (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_write (fixture, "besar.txt", "x", 1);

  /* 200 MB without taking them from the disk: a hole, which reads as NUL bytes. */
  g_assert_cmpint (truncate (path, 200l * 1024 * 1024), ==, 0);
  check_fails_alone (fixture, path);
}

static void
test_unreadable_folder (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "terkunci", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read every folder");
      return;
    }
  g_assert_cmpint (g_mkdir (folder, 0000), ==, 0);
  check_fails_alone (fixture, folder);
}

static void
test_missing_file (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tidak ada.txt", NULL);

  check_fails_alone (fixture, path);
}

static void
test_not_a_library (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_write (fixture, "test.risalah", good, -1);
  g_autofree char *after = NULL;
  g_autoptr (CliResult) result = cli_run (fixture, "import", path, NULL);

  g_assert_cmpint (result->status, ==, 3);
  g_assert_nonnull (strstr (result->messages, "test.risalah"));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, good);
}

static void
test_no_library (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (CliResult) result = cli_run (fixture, "list", NULL);

  g_assert_cmpint (result->status, ==, 3);
  g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
}

static void
test_usage (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (CliResult) unknown = cli_run (fixture, "embroider", NULL);
  g_autoptr (CliResult) nothing = cli_run (fixture, "import", NULL);
  g_autoptr (CliResult) option = cli_run (fixture, "list", "--colour", "red", NULL);

  g_assert_cmpint (unknown->status, ==, 2);
  g_assert_cmpint (nothing->status, ==, 2);
  g_assert_cmpint (option->status, ==, 2);
  g_assert_cmpstr (unknown->output, ==, "");
}

static void
test_span_outside (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_write (fixture, "baik.txt", good, -1);
  g_autoptr (CliResult) imported = cli_run (fixture, "import", path, NULL);
  g_autoptr (CliResult) quoted = cli_run (fixture, "quote", "1", "10", "100000", NULL);
  g_autoptr (CliResult) quotes = cli_run (fixture, "quotes", NULL);

  g_assert_cmpint (imported->status, ==, 0);
  g_assert_cmpint (quoted->status, ==, 4);
  g_assert_cmpuint (cli_result_length (quotes), ==, 0);
}

static void
test_unwritable_output (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = cli_fixture_write (fixture, "baik.txt", good, -1);
  g_autoptr (CliResult) imported = cli_run (fixture, "import", path, NULL);
  g_autoptr (CliResult) brief = cli_run (fixture, "brief", "new", "--template", "T1", NULL);
  g_autofree char *output = g_build_filename (fixture->folder, "tidak ada", "brief.pdf", NULL);
  g_autoptr (CliResult) exported
      = cli_run (fixture, "export", "1", "--format", "pdf", "--output", output, NULL);

  g_assert_cmpint (imported->status, ==, 0);
  g_assert_cmpint (brief->status, ==, 0);
  g_assert_cmpint (exported->status, ==, 4);
  g_assert_nonnull (strstr (exported->messages, "brief.pdf"));
}

/* A page design that nobody has drawn is said, and no file comes of it. */
static void
test_unknown_choices (CliFixture *fixture, gconstpointer data)
{
  static const char *const options[] = { "--design", "--paper", "--style", "--contents" };
  g_autofree char *output = g_build_filename (fixture->folder, "brief.pdf", NULL);
  g_autofree char *path = cli_fixture_write (fixture, "baik.txt", good, -1);
  g_autoptr (CliResult) imported = cli_run (fixture, "import", path, NULL);
  g_autoptr (CliResult) brief = cli_run (fixture, "brief", "new", "--template", "T1", NULL);

  g_assert_cmpint (imported->status, ==, 0);
  g_assert_cmpint (brief->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (CliResult) exported = cli_run (fixture, "export", "1", "--format", "pdf",
                                                "--output", output, options[i], "baroque", NULL);

      g_assert_cmpint (exported->status, ==, 2);
      g_assert_nonnull (strstr (exported->messages, "baroque"));
      g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/cli/bad/" name, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("binary", test_binary);
  ADD ("nul-bytes", test_nul_bytes);
  ADD ("large", test_large);
  ADD ("unreadable-folder", test_unreadable_folder);
  ADD ("missing-file", test_missing_file);
  ADD ("not-a-library", test_not_a_library);
  ADD ("no-library", test_no_library);
  ADD ("usage", test_usage);
  ADD ("span-outside", test_span_outside);
  ADD ("unwritable-output", test_unwritable_output);
  ADD ("unknown-choices", test_unknown_choices);
  return g_test_run ();
}
