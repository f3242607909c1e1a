/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file itself: made, refused, shared, killed, full, migrated. */

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "library-fixture.h"
#include "risalah-connection-private.h"
#include "risalah-integrity.h"
#include "risalah-schema-private.h"

static const char *program;

static void
test_made (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  struct stat status;
  gboolean is_empty = TRUE;

  library_fixture_add (fixture, "Satu", "Isi.");
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (wal, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (risalah_schema_check_file (fixture->path, &is_empty, NULL));
  g_assert_false (is_empty);
}

static gboolean
read_settings (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *pragma;
    gint64 value;
  } wanted[] = {
    { "PRAGMA page_size", 16384 },  { "PRAGMA foreign_keys", 1 }, { "PRAGMA trusted_schema", 0 },
    { "PRAGMA mmap_size", 0 },      { "PRAGMA application_id", RISALAH_APPLICATION_ID },
    { "PRAGMA user_version", RISALAH_SCHEMA_VERSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gint64 value;

      g_assert_true (risalah_connection_read_int64 (connection, &value, error, wanted[i].pragma, ""));
      g_assert_cmpint (value, ==, wanted[i].value);
    }
  return TRUE;
}

static gboolean
read_durability (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                 GError **error)
{
  return risalah_connection_read_int64 (connection, data, error, "PRAGMA synchronous", "");
}

static void
test_settings (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 synchronous;

  library_fixture_write (fixture, read_settings, NULL);
  library_fixture_read (fixture, read_settings, NULL);
  library_fixture_write (fixture, read_durability, &synchronous);
  g_assert_cmpint (synchronous, ==, 2);
  g_assert_true (risalah_library_write_sync (fixture->library, RISALAH_PRIORITY_BULK,
                                             read_durability, &synchronous, NULL, &error));
  g_assert_cmpint (synchronous, ==, 1);
}

static void
assert_refused (LibraryFixture *fixture, const char *path, RisalahLibraryFlags flags, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize length_before = 0, length_after = 0;

  g_file_get_contents (path, &before, &length_before, NULL);
  g_assert_null (risalah_library_open (path, flags, fixture->lexicon, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
make_database (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_refused (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "surat.txt", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *newer = g_build_filename (fixture->folder, "newer.risalah", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.risalah", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.risalah", NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = 99;"
                                          "CREATE TABLE later (x)", RISALAH_APPLICATION_ID);
  const RisalahLibraryFlags all[] = { RISALAH_LIBRARY_READ_WRITE, RISALAH_LIBRARY_CREATE,
                                      RISALAH_LIBRARY_READ_ONLY };

  g_file_set_contents (text, "Ini surat biasa, bukan pustaka. ", -1, NULL);
  make_database (other, "PRAGMA application_id = 7; CREATE TABLE bookmarks (url)");
  make_database (newer, sql);
  g_file_set_contents (empty, "", 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      assert_refused (fixture, text, all[i], RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY);
      assert_refused (fixture, other, all[i], RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY);
      assert_refused (fixture, newer, all[i], RISALAH_LIBRARY_ERROR_NEWER);
    }
  assert_refused (fixture, empty, RISALAH_LIBRARY_READ_WRITE, RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (fixture, missing, RISALAH_LIBRARY_READ_WRITE, RISALAH_LIBRARY_ERROR_NOT_FOUND);
  assert_refused (fixture, fixture->folder, RISALAH_LIBRARY_READ_WRITE,
                  RISALAH_LIBRARY_ERROR_FAILED);
}

/* A database of another program that has neither number set. */
static void
test_unmarked (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plain.db", NULL);
  g_autoptr (GError) error = NULL;

  make_database (path, "CREATE TABLE notes (x)");
  g_assert_null (risalah_library_open (path, RISALAH_LIBRARY_CREATE, fixture->lexicon, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY);
}

static gboolean
add_and_fail (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  SmallSource source = { "Gagal", "Isi yang tidak boleh tersimpan." };

  add_small_source (connection, &source, NULL, error);
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT, "stop");
  return FALSE;
}

static void
assert_count (LibraryFixture *fixture, gint64 n)
{
  g_autoptr (RisalahSearchResult) result = library_fixture_search (fixture, "", FALSE);
  g_assert_cmpint (result->total, ==, n);
}

static void
test_rolled_back (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_false (risalah_library_write_sync (fixture->library, RISALAH_PRIORITY_ANALYST,
                                              add_and_fail, NULL, NULL, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  assert_count (fixture, 0);
  /* Nothing of it comes back with the next transaction. */
  library_fixture_add (fixture, "Baik", "Isi lain.");
  assert_count (fixture, 1);
  found = library_fixture_find (fixture, "tersimpan", FALSE);
  g_assert_cmpstr (found, ==, "");
}

static void
changed_cb (RisalahLibrary *library, gpointer data)
{
  (*(guint *)data)++;
}

static void
wait_for (const guint *n, guint wanted)
{
  for (guint looks = 0; *n < wanted && looks < LIBRARY_FIXTURE_PATIENCE; looks++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (*n, >=, wanted);
}

/* Another library object is another process as far as SQLite and the lock file can tell. */
static void
test_signals (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahLibrary) other = risalah_library_open (fixture->path,
                                                           RISALAH_LIBRARY_READ_ONLY,
                                                           fixture->lexicon, &error);
  guint n_own = 0, n_others = 0, n_briefs = 0;

  g_assert_no_error (error);
  g_signal_connect (fixture->library, "sources-changed", G_CALLBACK (changed_cb), &n_own);
  g_signal_connect (fixture->library, "briefs-changed", G_CALLBACK (changed_cb), &n_briefs);
  g_signal_connect (other, "sources-changed", G_CALLBACK (changed_cb), &n_others);
  library_fixture_add (fixture, "Satu", "Isi.");
  wait_for (&n_own, 1);
  wait_for (&n_others, 1);
  g_assert_cmpuint (n_briefs, ==, 0);
}

static gboolean
write_many (const char *path, guint n)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahLibrary) library
      = risalah_library_open (path, RISALAH_LIBRARY_READ_WRITE, lexicon, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      SmallSource source = { "Banyak", "Kata-kata yang banyak sekali, lagi dan lagi." };

      risalah_library_write_sync (library, i % 2 ? RISALAH_PRIORITY_BULK : RISALAH_PRIORITY_ANALYST,
                                  add_small_source, &source, NULL, &error);
      g_assert_no_error (error);
    }
  return TRUE;
}

static GSubprocess *
start_writer (LibraryFixture *fixture, const char *n)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--write",
                                           fixture->path, n, NULL);

  g_assert_no_error (error);
  return process;
}

static gboolean
check_all (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) problems = risalah_integrity_check (connection, cancellable, error);

  if (problems == NULL)
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((RisalahProblem *)problems->pdata[i])->message);
  g_assert_cmpuint (problems->len, ==, 0);
  return TRUE;
}

static void
test_two_processes (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) first = start_writer (fixture, "30");
  g_autoptr (GSubprocess) second = start_writer (fixture, "30");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    library_fixture_add (fixture, "Sendiri", "Isi sendiri.");
  g_assert_true (g_subprocess_wait_check (first, NULL, &error));
  g_assert_true (g_subprocess_wait_check (second, NULL, &error));
  g_assert_no_error (error);
  assert_count (fixture, 70);
  library_fixture_read (fixture, check_all, NULL);
}

static void
test_killed (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) writer = start_writer (fixture, "100000");
  gint64 n = 0;

  for (guint looks = 0; n < 20 && looks < LIBRARY_FIXTURE_PATIENCE; looks++)
    {
      g_autoptr (RisalahSearchResult) result = library_fixture_search (fixture, "", FALSE);
      n = result->total;
      g_usleep (1000);
    }
  g_assert_cmpint (n, >=, 20);
  g_subprocess_send_signal (writer, SIGKILL);
  g_subprocess_wait (writer, NULL, NULL);
  library_fixture_add (fixture, "Setelah", "Isi setelah itu.");
  library_fixture_read (fixture, check_all, NULL);
  {
    g_autoptr (RisalahSearchResult) all = library_fixture_search (fixture, "", FALSE);
    g_autoptr (RisalahSearchResult) found = library_fixture_search (fixture, "kata", FALSE);

    g_assert_cmpint (found->total, ==, all->total - 1);
  }
}

static gboolean
set_limit (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %d", GPOINTER_TO_INT (data));
  return risalah_connection_execute (connection, sql, error);
}

static gboolean
add_large (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *words = g_strnfill (2 * 1024 * 1024, 'x');
  g_autoptr (RisalahArticle) article = make_article ("Besar", words);
  gint64 id = risalah_sources_add (connection, article, NULL, error);

  return id != 0 && risalah_source_texts_add (connection, id, 0, article, "test 1", error) != 0;
}

static void
test_full (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  library_fixture_add (fixture, "Satu", "Isi.");
  library_fixture_write (fixture, set_limit, GINT_TO_POINTER (80));
  g_assert_false (risalah_library_write_sync (fixture->library, RISALAH_PRIORITY_ANALYST,
                                              add_large, NULL, NULL, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FULL);
  assert_count (fixture, 1);
  library_fixture_read (fixture, check_all, NULL);
  library_fixture_write (fixture, set_limit, GINT_TO_POINTER (1000000));
  library_fixture_add (fixture, "Dua", "Isi dua.");
  assert_count (fixture, 2);
}

static gboolean
wait_for_stop (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
               GError **error)
{
  gint64 n;

  g_cancellable_cancel (cancellable);
  /* Would count for hours. */
  return risalah_connection_read_int64 (connection, &n, error,
                                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                        " FROM n) SELECT count (*) FROM n", "");
}

static void
test_stopped (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (risalah_library_read_sync (fixture->library, RISALAH_LANE_SEARCH, wait_for_stop,
                                             NULL, cancellable, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED);
  assert_count (fixture, 0);
}

static void
test_closed (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  risalah_library_close (fixture->library);
  g_assert_false (risalah_library_write_sync (fixture->library, RISALAH_PRIORITY_ANALYST,
                                              add_and_fail, NULL, NULL, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(RisalahLibrary **)data = risalah_library_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  SmallSource *source = risalah_library_get_job_data (result);

  g_assert_true (risalah_library_write_finish (RISALAH_LIBRARY (object), result, &error));
  g_assert_cmpint (source->id, ==, 1);
  (*(guint *)data)++;
}

static void
test_async (LibraryFixture *fixture, gconstpointer data)
{
  SmallSource *source = g_new0 (SmallSource, 1);
  g_autoptr (RisalahLibrary) library = NULL;
  guint n = 0;

  g_clear_object (&fixture->library);
  risalah_library_open_async (fixture->path, RISALAH_LIBRARY_READ_WRITE, fixture->lexicon, NULL,
                              opened_cb, &library);
  while (library == NULL)
    g_main_context_iteration (NULL, TRUE);
  source->title = "Satu";
  source->text = "Isi.";
  risalah_library_write_async (library, RISALAH_PRIORITY_ANALYST, add_small_source, source, g_free,
                               NULL, written_cb, &n);
  wait_for (&n, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
refused_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (risalah_library_write_finish (RISALAH_LIBRARY (object), result, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED);
  (*(guint *)data)++;
}

static void
test_async_closed (LibraryFixture *fixture, gconstpointer data)
{
  SmallSource source = { "Satu", "Isi." };
  guint n = 0;

  risalah_library_close (fixture->library);
  risalah_library_write_async (fixture->library, RISALAH_PRIORITY_ANALYST, add_small_source, &source,
                               NULL, NULL, refused_cb, &n);
  wait_for (&n, 1);
}

static gboolean
count_sources (RisalahConnection *connection,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return risalah_connection_read_int64 (connection, data, error, "SELECT count (*) FROM source", "");
}

/* Another thread writes and reads until it is told that the library is closed. */
static gpointer
use_until_closed (gpointer data)
{
  RisalahLibrary *library = data;
  g_autoptr (GError) error = NULL;
  SmallSource source = { "Banyak", "Isi." };
  gint64 n_sources;
  guint n = 0;

  while (risalah_library_write_sync (library, RISALAH_PRIORITY_BULK, add_small_source, &source, NULL,
                                     &error)
         && risalah_library_read_sync (library, RISALAH_LANE_ROWS, count_sources, &n_sources, NULL,
                                       &error))
    n++;
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED);
  return GUINT_TO_POINTER (n);
}

static void
test_closed_in_use (LibraryFixture *fixture, gconstpointer data)
{
  GThread *threads[3];
  gint64 n_sources = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("user", use_until_closed, fixture->library);
  while (n_sources < 20)
    library_fixture_read (fixture, count_sources, &n_sources);
  risalah_library_close (fixture->library);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    n += GPOINTER_TO_UINT (g_thread_join (threads[i]));
  g_clear_object (&fixture->library);
  library_fixture_open (fixture);
  library_fixture_read (fixture, count_sources, &n_sources);
  g_assert_cmpint (n_sources, >=, n);
}

/* What the tables of each version were, as text: a change of them is a new version. */
static gboolean
compare_schema (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                GError **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "library", "schema-1.sql", NULL);
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GString) schema = g_string_new (NULL);
  g_autofree char *wanted = NULL;

  rows = risalah_connection_query (connection, error,
                                   "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                   " AND name NOT LIKE 'source_fts_%' ORDER BY type, name", "");
  while (risalah_statement_step (rows, error) == RISALAH_STEP_ROW)
    g_string_append_printf (schema, "%s;\n", risalah_statement_get_text (rows, 0, NULL));
  if (g_getenv ("RISALAH_UPDATE_GOLDENS") != NULL)
    g_file_set_contents (path, schema->str, -1, NULL);
  g_assert_true (g_file_get_contents (path, &wanted, NULL, NULL));
  g_assert_cmpstr (schema->str, ==, wanted);
  return TRUE;
}

static void
test_schema (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_read (fixture, compare_schema, NULL);
}

static gboolean
migrate_further (RisalahConnection *connection, GError **error)
{
  return risalah_connection_execute (connection, "CREATE TABLE later (x)", error);
}

static gboolean
migrate_badly (RisalahConnection *connection, GError **error)
{
  return risalah_connection_execute (connection, "CREATE TABLE half (x); SELECT nonsense", error);
}

static guint
count_backups (LibraryFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "library-version-");
  return n;
}

static void
test_migrations (LibraryFixture *fixture, gconstpointer data)
{
  RisalahMigration good[] = { risalah_schema_get_migrations ()[0], migrate_further };
  RisalahMigration bad[] = { risalah_schema_get_migrations ()[0], migrate_further, migrate_badly };
  RisalahConnection *connection;
  g_autoptr (GError) error = NULL;
  gint64 n;

  library_fixture_add (fixture, "Satu", "Isi.");
  g_clear_object (&fixture->library);
  connection = risalah_connection_open (fixture->path, FALSE, fixture->lexicon, &error);
  g_assert_no_error (error);
  g_assert_true (risalah_schema_migrate (connection, good, 1, &error));
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  g_assert_true (risalah_schema_migrate (connection, good, 2, &error));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  g_assert_false (risalah_schema_migrate (connection, bad, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  risalah_connection_read_int64 (connection, &n, &error, "PRAGMA user_version", "");
  g_assert_cmpint (n, ==, 2);
  risalah_connection_read_int64 (connection, &n, &error,
                                 "SELECT count (*) FROM sqlite_schema WHERE name = 'half'", "");
  g_assert_cmpint (n, ==, 0);
  risalah_connection_read_int64 (connection, &n, &error, "SELECT count (*) FROM source", "");
  g_assert_cmpint (n, ==, 1);
  /* Now the library is newer than this program. */
  g_assert_false (risalah_schema_migrate (connection, good, 1, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NEWER);
  risalah_connection_close (connection);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 4 && strcmp (argv[1], "--write") == 0)
    return write_many (argv[2], (guint)g_ascii_strtoull (argv[3], NULL, 10)) ? 0 : 1;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/library/" name, LibraryFixture, NULL, library_fixture_set_up, function,            \
              library_fixture_tear_down)
  ADD ("made", test_made);
  ADD ("settings", test_settings);
  ADD ("refused", test_refused);
  ADD ("unmarked", test_unmarked);
  ADD ("rolled-back", test_rolled_back);
  ADD ("signals", test_signals);
  ADD ("two-processes", test_two_processes);
  ADD ("killed", test_killed);
  ADD ("full", test_full);
  ADD ("stopped", test_stopped);
  ADD ("async-closed", test_async_closed);
  ADD ("async", test_async);
  ADD ("closed", test_closed);
  ADD ("closed-in-use", test_closed_in_use);
  ADD ("schema", test_schema);
  ADD ("migrations", test_migrations);
  return g_test_run ();
}
