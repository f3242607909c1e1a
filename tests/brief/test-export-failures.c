/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not happen to the file that was there before. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "export-fixture.h"
#include "risalah-brief-error.h"
#include "risalah-export.h"

static void
assert_untouched (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = g_dir_open (export_fixture_get_folder (), 0, NULL);
  const char *name;

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "earlier");
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".kept"));
}

static void
test_unwritable (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autofree char *locked = export_fixture_path_of ("locked");
  g_autofree char *path = g_build_filename (locked, "kept.pdf", NULL);
  g_autofree char *nowhere =
      g_build_filename (export_fixture_get_folder (), "missing", "brief.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (risalah_export_pdf (edition, nowhere, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT);
  export_fixture_assert_contains (error->message, nowhere);
  g_clear_error (&error);
  g_assert_false (
      risalah_export_html (edition, export_fixture_get_folder (), NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT);
  g_clear_error (&error);
  if (geteuid () == 0)
    return;
  g_mkdir (locked, 0500);
  g_assert_false (risalah_export_pdf (edition, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT);
}

typedef gboolean (*ExportFunc) (RisalahEdition *,
                                const char *,
                                RisalahExportReport *,
                                RisalahExportProgressFunc,
                                gpointer,
                                GCancellable *,
                                GError **);

static const ExportFunc exporters[] = { risalah_export_pdf, risalah_export_docx,
                                        risalah_export_odt, risalah_export_html,
                                        risalah_export_markdown, risalah_export_xhtml };

/* Whatever the format, a failed export names the file and leaves the earlier one as it was. */
static void
assert_all_fail (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      g_autoptr (RisalahEdition) edition = fixture_open_edition ();
      g_autoptr (GError) error = NULL;

      g_assert_false (exporters[i](edition, path, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT);
      export_fixture_assert_contains (error->message, path);
      assert_untouched (path);
    }
}

/* A file that cannot grow any further. */
static void
test_file_limit (void)
{
  g_autofree char *path = export_fixture_path_of ("kept.pdf");
  struct rlimit before, small;

  g_file_set_contents (path, "earlier", -1, NULL);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 1024;
  setrlimit (RLIMIT_FSIZE, &small);
  assert_all_fail (path);
  setrlimit (RLIMIT_FSIZE, &before);
}

/* A disk of 64 KiB of memory that is full, where one may be mounted. */
static void
test_full_disk (void)
{
  g_autofree char *disk = export_fixture_path_of ("disk");
  g_autofree char *path = g_build_filename (disk, "kept.pdf", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;
  FILE *file;

  g_mkdir (disk, 0700);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=64k") != 0)
    {
      g_rmdir (disk);
      g_test_skip ("no disk may be mounted here");
      return;
    }
  g_file_set_contents (path, "earlier", -1, NULL);
  file = g_fopen (filler, "w");
  while (fputc ('x', file) != EOF && fflush (file) == 0)
    continue;
  fclose (file);
  assert_all_fail (path);
  dir = g_dir_open (disk, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_clear_pointer (&dir, g_dir_close);
  umount (disk);
  g_rmdir (disk);
  g_assert_cmpuint (n_files, ==, 2);
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autofree char *path = export_fixture_path_of ("kept-too.pdf");

  g_file_set_contents (path, "earlier", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      g_autoptr (RisalahEdition) edition = fixture_open_edition ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      /* Where nothing is told on the way, there is only the time before it. */
      if (exporters[i] != risalah_export_pdf)
        g_cancellable_cancel (cancellable);
      g_assert_false (
          exporters[i](edition, path, NULL, cancel_cb, cancellable, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_untouched (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/bad/unwritable", test_unwritable);
  g_test_add_func ("/export/bad/file-limit", test_file_limit);
  g_test_add_func ("/export/bad/full-disk", test_full_disk);
  g_test_add_func ("/export/bad/cancel", test_cancel);
  return export_fixture_run_tests ();
}
