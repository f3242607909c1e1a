/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups that are made by themselves: when due, the newest ten kept, nothing else touched. */

#include "risalah-library-error.h"
#include "risalah-scheduled-backup.h"
#include "session-harness.h"

static gboolean
exists (SessionFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
back_up (SessionFixture *fixture, guint days, const char *today)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (risalah_session_back_up_when_due (fixture->session, "", days, today, NULL,
                                                   &error));
  g_assert_no_error (error);
}

static void
test_due (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "test-backup-2026-05-12.risalah",
                                            NULL);
  g_autoptr (RisalahSession) opened = NULL;
  g_autoptr (GError) error = NULL;

  back_up (fixture, 0, "2026-05-12");
  g_assert_false (exists (fixture, "test-backup-2026-05-12.risalah"));
  back_up (fixture, 7, "2026-05-12");
  g_assert_true (exists (fixture, "test-backup-2026-05-12.risalah"));
  back_up (fixture, 7, "2026-05-18");
  g_assert_false (exists (fixture, "test-backup-2026-05-18.risalah"));
  back_up (fixture, 7, "2026-05-19");
  g_assert_true (exists (fixture, "test-backup-2026-05-19.risalah"));

  opened = risalah_session_open (copy, FALSE, &error);
  g_assert_no_error (error);
  risalah_session_close (opened);
}

static void
test_thinned (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_build_filename (fixture->folder, "test-backup-mine.risalah", NULL);

  g_assert_true (g_file_set_contents (own, "x", 1, NULL));
  for (guint day = 1; day <= 12; day++)
    {
      g_autofree char *today = g_strdup_printf ("2026-05-%02u", day);

      back_up (fixture, 1, today);
    }
  g_assert_false (exists (fixture, "test-backup-2026-05-01.risalah"));
  g_assert_false (exists (fixture, "test-backup-2026-05-02.risalah"));
  g_assert_true (exists (fixture, "test-backup-2026-05-03.risalah"));
  g_assert_true (exists (fixture, "test-backup-2026-05-12.risalah"));
  g_assert_true (exists (fixture, "test-backup-mine.risalah"));
}

static void
test_no_folder (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "unplugged", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (risalah_session_back_up_when_due (fixture->session, folder, 7, "2026-05-12",
                                                    NULL, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST ("scheduled-backup/due", test_due);
  SESSION_TEST ("scheduled-backup/thinned", test_thinned);
  SESSION_TEST ("scheduled-backup/no-folder", test_no_folder);
  return g_test_run ();
}
