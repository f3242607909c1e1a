/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backup, restore, the check of everything, and the index made anew. */

#include "library-fixture.h"
#include "risalah-backup.h"
#include "risalah-connection-private.h"
#include "risalah-integrity.h"

static void
assert_count (LibraryFixture *fixture, gint64 n)
{
  g_autoptr (RisalahSearchResult) result = library_fixture_search (fixture, "", FALSE);
  g_assert_cmpint (result->total, ==, n);
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  (*(guint *)data)++;
}

static void
test_backup (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.risalah", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.risalah", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;
  gint64 bytes;

  library_fixture_add (fixture, "Satu", "Kata pertama.");
  g_assert_true (risalah_library_backup (fixture->library, path, &bytes, progress_cb, &n_told, NULL,
                                         &error));
  g_assert_no_error (error);
  g_assert_cmpint (bytes, >, 0);
  g_assert_cmpuint (n_told, >, 0);
  {
    g_autoptr (RisalahLibrary) copy
        = risalah_library_open (path, RISALAH_LIBRARY_READ_ONLY, fixture->lexicon, &error);
    g_assert_no_error (error);
    g_assert_nonnull (copy);
  }
  library_fixture_add (fixture, "Dua", "Kata kedua.");
  assert_count (fixture, 2);
  g_assert_true (risalah_library_restore (fixture->library, path, &kept, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_count (fixture, 1);
  found = library_fixture_find (fixture, "kedua", FALSE);
  g_assert_cmpstr (found, ==, "");
  /* What was there is beside it, and can be had back. */
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_true (risalah_library_restore (fixture->library, kept, NULL, NULL, NULL, NULL, &error));
  assert_count (fixture, 2);
  library_fixture_add (fixture, "Tiga", "Kata ketiga.");
  assert_count (fixture, 3);

  g_assert_false (risalah_library_backup (fixture->library, nowhere, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (risalah_library_backup (fixture->library, fixture->path, NULL, NULL, NULL, NULL,
                                          &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED);
}

/* As through the portal or to a stick: SQLite writes beside the library, and the bytes go over whole. */
static void
test_backup_elsewhere (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_strdup ("/dev/shm/risalah-test-XXXXXX");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf here, there;

  if (g_mkdtemp (folder) == NULL || g_stat (folder, &there) != 0)
    {
      g_test_skip ("there is no other file system");
      return;
    }
  g_assert_no_errno (g_stat (fixture->folder, &here));
  g_assert_cmpuint (here.st_dev, !=, there.st_dev);
  path = g_build_filename (folder, "copy.risalah", NULL);
  library_fixture_add (fixture, "Satu", "Kata pertama.");
  g_assert_true (risalah_library_backup (fixture->library, path, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (RisalahLibrary) copy
        = risalah_library_open (path, RISALAH_LIBRARY_READ_ONLY, fixture->lexicon, &error);
    g_assert_no_error (error);
    g_assert_nonnull (copy);
  }
  library_fixture_add (fixture, "Dua", "Kata kedua.");
  g_assert_true (risalah_library_restore (fixture->library, path, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_count (fixture, 1);
  g_unlink (path);
  g_assert_no_errno (g_rmdir (folder)); /* nothing else was left there */
}

static void
test_restore_refused (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "surat.txt", NULL);
  g_autoptr (GError) error = NULL;

  library_fixture_add (fixture, "Satu", "Isi.");
  g_file_set_contents (path, "Ini surat.", -1, NULL);
  g_assert_false (risalah_library_restore (fixture->library, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_count (fixture, 1);
}

typedef struct
{
  const char *rule;
  guint n_found;
} Finding;

static gboolean
find_problems (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) problems = risalah_integrity_check (connection, cancellable, error);
  Finding *finding = data;

  if (problems == NULL)
    return FALSE;
  finding->n_found = 0;
  for (guint i = 0; i < problems->len; i++)
    finding->n_found += finding->rule == NULL
                        || g_strcmp0 (((RisalahProblem *)problems->pdata[i])->rule, finding->rule) == 0;
  return TRUE;
}

static gboolean
damage (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_connection_execute (connection, data, error);
}

static void
test_check (LibraryFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rule;
    const char *sql;
  } damages[] = {
    { "text", "UPDATE source_text SET text = replace (text, 'kata', 'kita')" },
    { "index", "DELETE FROM setting WHERE name = 'index'" },
  };
  Finding finding = { NULL, 0 };

  library_fixture_add (fixture, "Satu", "Satu kata saja.");
  library_fixture_read (fixture, find_problems, &finding);
  g_assert_cmpuint (finding.n_found, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      library_fixture_write (fixture, damage, (gpointer)damages[i].sql);
      finding.rule = damages[i].rule;
      library_fixture_read (fixture, find_problems, &finding);
      g_assert_cmpuint (finding.n_found, ==, 1);
    }
}

static gboolean
delete_second (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_sources_delete (connection, 2, error);
}

/* An index of other words is left alone until it is rebuilt; nothing that came in is missed. */
static void
test_rebuild (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean outdated = TRUE;
  Finding finding = { NULL, 0 };
  guint n_told = 0;

  for (guint i = 0; i < 3; i++)
    library_fixture_add (fixture, "Judul", "Kata yang sama.");
  g_assert_true (risalah_library_check_index (fixture->library, &outdated, &error));
  g_assert_false (outdated);
  library_fixture_write (fixture, damage,
                         (gpointer) "UPDATE setting SET value = 'lain' WHERE name = 'index'");
  g_assert_true (risalah_library_check_index (fixture->library, &outdated, &error));
  g_assert_true (outdated);
  library_fixture_add (fixture, "Judul", "Kata yang baru.");
  library_fixture_write (fixture, delete_second, NULL);
  before = library_fixture_find (fixture, "kata", FALSE);
  g_assert_cmpstr (before, ==, "1 3");
  g_assert_true (risalah_library_rebuild_index (fixture->library, progress_cb, &n_told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, >, 0);
  after = library_fixture_find (fixture, "kata", FALSE);
  g_assert_cmpstr (after, ==, "1 3 4");
  g_assert_true (risalah_library_check_index (fixture->library, &outdated, &error));
  g_assert_false (outdated);
  library_fixture_read (fixture, find_problems, &finding);
  g_assert_cmpuint (finding.n_found, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/keeping/" name, LibraryFixture, NULL, library_fixture_set_up, function,            \
              library_fixture_tear_down)
  ADD ("backup", test_backup);
  ADD ("backup-elsewhere", test_backup_elsewhere);
  ADD ("restore-refused", test_restore_refused);
  ADD ("check", test_check);
  ADD ("rebuild", test_rebuild);
  return g_test_run ();
}
