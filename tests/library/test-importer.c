/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files come in whole, in order, once; a bad one is its own error and no other's. */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library-fixture.h"
#include "risalah-events.h"
#include "risalah-importer.h"
#include "risalah-mentions.h"
#include "risalah-reprints.h"

static void
write_file (LibraryFixture *fixture, const char *name, const char *contents, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static RisalahImporter *
make_importer (LibraryFixture *fixture)
{
  RisalahImporter *importer = risalah_importer_new (fixture->library);
  g_autofree char *path = g_build_filename (fixture->folder, "in", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *vocabulary = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *dictionaries
      = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "dictionaries", NULL);

  risalah_importer_set_reader_program (importer, g_getenv ("RISALAH_READER"),
                                       (const char *const[]){ vocabulary, NULL }, dictionaries);
  risalah_importer_add_file (importer, folder);
  return importer;
}

static GPtrArray *
run (RisalahImporter *importer)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *results;
  gboolean success = risalah_importer_run (importer, &results, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (success);
  return results;
}

static RisalahImportResult *
find_result (GPtrArray *results, const char *name)
{
  for (guint i = 0; i < results->len; i++)
    {
      RisalahImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *base = g_path_get_basename (result->path);

      if (g_strcmp0 (base, name) == 0)
        return result;
    }
  g_error ("no result for %s", name);
}

/* Lines of @n words, all different by @seed. */
static char *
make_text (guint seed, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i == 0 ? "" : i % 12 == 0 ? ".\n" : " ");
      for (guint j = 0; j < 6; j++)
        g_string_append_c (text, (char)('a' + g_rand_int_range (random, 0, 26)));
    }
  g_string_append (text, ".\n");
  return g_string_free (text, FALSE);
}

static void
test_statuses (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (1, 240);
  g_autofree char *other = make_text (2, 240);
  g_autofree char *reprint = g_strconcat ("Pembuka lain.\n", text, NULL);
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (RisalahImporter) again = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) second = NULL;
  RisalahImportResult *result;

  write_file (fixture, "a.txt", text, -1);
  write_file (fixture, "b.txt", other, -1);
  write_file (fixture, "c.txt", text, -1);
  write_file (fixture, "d/e/f.txt", reprint, -1);
  write_file (fixture, ".hidden.txt", "tersembunyi", -1);
  importer = make_importer (fixture);
  results = run (importer);
  g_assert_cmpuint (results->len, ==, 4);
  g_assert_cmpint (find_result (results, "a.txt")->status, ==, RISALAH_IMPORT_IMPORTED);
  g_assert_cmpint (find_result (results, "a.txt")->source, ==, 1);
  g_assert_cmpint (find_result (results, "b.txt")->source, ==, 2);
  result = find_result (results, "c.txt");
  g_assert_cmpint (result->status, ==, RISALAH_IMPORT_DUPLICATE);
  g_assert_cmpint (result->of, ==, 1);
  result = find_result (results, "f.txt");
  g_assert_cmpint (result->status, ==, RISALAH_IMPORT_REPRINT);
  g_assert_cmpint (result->of, ==, 1);
  g_assert_cmpint (result->source, ==, 3);
  g_assert_nonnull (result->title);

  again = make_importer (fixture);
  second = run (again);
  for (guint i = 0; i < second->len; i++)
    g_assert_cmpint (((RisalahImportResult *)second->pdata[i])->status, ==,
                     RISALAH_IMPORT_DUPLICATE);
}

static void
test_bad_input (LibraryFixture *fixture, gconstpointer data)
{
  static const char binary[] = "\x7f" "ELF\0\0\1\2\3\0\0\0\x90\x91\x92\0\0\1\1\1\0\0\xff\xfe\xfd\0\0";
  g_autofree char *good = make_text (3, 60);
  g_autofree char *locked = g_build_filename (fixture->folder, "in", "locked", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "in", "pipe.txt", NULL);
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GFile) missing = NULL;
  guint n_failed = 0;

  write_file (fixture, "good.txt", good, -1);
  write_file (fixture, "empty.txt", "", 0);
  write_file (fixture, "binary.txt", binary, sizeof binary);
  write_file (fixture, "locked/a.txt", "x", -1);
  write_file (fixture, "name\nwith\tcontrol.txt", "Isi yang baik.\n", -1);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_chmod (locked, 0);

  importer = make_importer (fixture);
  missing = g_file_new_for_path ("/nonexistent/nowhere.txt");
  risalah_importer_add_file (importer, missing);
  results = run (importer);
  g_chmod (locked, 0700);
  for (guint i = 0; i < results->len; i++)
    {
      RisalahImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *base = g_path_get_basename (result->path);

      if (result->status != RISALAH_IMPORT_FAILED)
        continue;
      n_failed++;
      g_assert_cmpint (result->source, ==, 0);
      g_assert_nonnull (result->reason);
      /* The sentence names the file. */
      g_assert_nonnull (strstr (result->reason, base));
    }
  g_assert_cmpint (find_result (results, "good.txt")->status, ==, RISALAH_IMPORT_IMPORTED);
  g_assert_cmpint (find_result (results, "name?with?control.txt")->status, ==,
                   RISALAH_IMPORT_IMPORTED);
  g_assert_cmpint (find_result (results, "empty.txt")->status, ==, RISALAH_IMPORT_FAILED);
  g_assert_cmpint (find_result (results, "binary.txt")->status, ==, RISALAH_IMPORT_FAILED);
  g_assert_cmpint (find_result (results, "pipe.txt")->status, ==, RISALAH_IMPORT_FAILED);
  g_assert_cmpint (find_result (results, "nowhere.txt")->status, ==, RISALAH_IMPORT_FAILED);
  /* Who runs as root may read every folder. */
  if (geteuid () != 0)
    g_assert_cmpint (find_result (results, "locked")->status, ==, RISALAH_IMPORT_FAILED);
  g_assert_cmpuint (n_failed, ==, geteuid () != 0 ? 5 : 4);
}

static const char page[]
    = "<!DOCTYPE html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>%s</title>"
      "<link rel=\"canonical\" href=\"https://warta.example/politik/%s\"></head><body><article>"
      "<h1>%s</h1><p>%s</p></article></body></html>";

static void
write_page (LibraryFixture *fixture, const char *name, const char *address, const char *title,
            guint seed, guint n_words)
{
  g_autofree char *text = make_text (seed, n_words);
  g_autofree char *html = g_strdup_printf (page, title, address, title, text);

  write_file (fixture, name, html, -1);
}

static gboolean
count_texts (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) texts = risalah_source_texts_list (connection, 1, error);
  g_autoptr (RisalahSourceText) current = risalah_source_texts_get_current (connection, 1, error);

  g_assert_nonnull (texts);
  g_assert_cmpuint (texts->len, ==, 2);
  g_assert_cmpint (current->id, ==, g_array_index (texts, gint64, 1));
  return TRUE;
}

static void
test_revision (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) results = NULL;
  RisalahImportResult *result;

  write_page (fixture, "1.html", "kunjungan?utm_source=x", "Kunjungan", 4, 200);
  write_page (fixture, "2.html", "kunjungan/", "Kunjungan", 4, 230);
  write_page (fixture, "3.html", "kunjungan", "Judul lain sama sekali", 90, 200);
  importer = make_importer (fixture);
  results = run (importer);
  result = find_result (results, "2.html");
  g_assert_cmpint (result->status, ==, RISALAH_IMPORT_REVISION);
  g_assert_cmpint (result->source, ==, 1);
  g_assert_cmpint (result->of, ==, 1);
  /* The same address, and nothing else the same: another article. */
  g_assert_cmpint (find_result (results, "3.html")->status, ==, RISALAH_IMPORT_IMPORTED);
  library_fixture_read (fixture, count_texts, NULL);
}

static RisalahAnalysis *
analyse (const RisalahArticle *article, gpointer state, gpointer data)
{
  RisalahAnalysis *analysis = risalah_analysis_new ();
  RisalahMention mention = { RISALAH_MENTION_COUNTRY, 0, 5, "PK" };
  RisalahEvent *event = risalah_event_new ();

  g_assert_cmpstr (state, ==, "state");
  g_array_append_val (analysis->mentions, mention);
  event->title = g_strdup ("Pertemuan");
  event->kind = g_strdup ("meeting");
  event->edtf = g_strdup ("2025-07-28");
  event->suggestion_key = g_strdup_printf ("key-%u", g_str_hash (risalah_article_get_text (article,
                                                                                           NULL)));
  risalah_event_add_party (event, "country", "PK", NULL);
  risalah_event_add_evidence (event, 0, 0, 5, "trigger");
  g_ptr_array_add (analysis->events, event);
  return analysis;
}

static gpointer
make_state (gpointer data)
{
  return g_strdup ("state");
}

static gboolean
look_at_analysis (RisalahConnection *connection,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RisalahSource) source = risalah_sources_get (connection, 1, error);
  g_autoptr (GArray) mentions = risalah_mentions_get (connection, source->text, error);
  g_autoptr (GArray) events = risalah_events_list (connection, NULL, error);
  g_autoptr (RisalahEvent) event = NULL;

  g_assert_cmpstr (source->countries[0], ==, "PK");
  g_assert_cmpstr (source->kinds[0], ==, "meeting");
  g_assert_cmpuint (mentions->len, ==, 1);
  g_assert_cmpstr (g_array_index (mentions, RisalahMention, 0).key, ==, "PK");
  /* Two sources tell of one meeting. */
  g_assert_cmpuint (events->len, ==, 1);
  event = risalah_events_get (connection, g_array_index (events, gint64, 0), error);
  g_assert_cmpuint (event->n_articles, ==, 2);
  g_assert_cmpuint (event->n_origins, ==, 2);
  return TRUE;
}

static void
test_analysis (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *first = make_text (11, 100);
  g_autofree char *second = make_text (12, 100);
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *found = NULL;

  write_file (fixture, "a.txt", first, -1);
  write_file (fixture, "b.txt", second, -1);
  importer = make_importer (fixture);
  risalah_importer_set_analyser (importer, analyse, make_state, g_free, NULL);
  results = run (importer);
  library_fixture_read (fixture, look_at_analysis, NULL);
  found = library_fixture_find (fixture, "negara:PK peristiwa:meeting", FALSE);
  g_assert_cmpstr (found, ==, "1 2");
}

static void
count_cb (RisalahImporter *importer, RisalahImportProgress *progress, gpointer data)
{
  guint *n = data;

  (*n)++;
  g_assert_cmpuint (progress->n_done, <=, progress->n_found);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_async (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.txt", i);
      g_autofree char *text = make_text (i + 100, 80);
      write_file (fixture, name, text, -1);
    }
  importer = make_importer (fixture);
  g_signal_connect (importer, "progress", G_CALLBACK (count_cb), &n_told);
  risalah_importer_run_async (importer, NULL, done_cb, &done);
  while (done == NULL || n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (risalah_importer_run_finish (importer, done, &results, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    g_assert_cmpint (((RisalahImportResult *)results->pdata[i])->source, ==, i + 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
stop_cb (RisalahImporter *importer, RisalahImportProgress *progress, gpointer data)
{
  g_cancellable_cancel (data);
}

static RisalahArticle *
read_slowly (GBytes *bytes, const char *name, gpointer data, GError **error)
{
  g_usleep (3000);
  return make_article (name, "Isi berita yang pendek.");
}

static void
test_cancel (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04u.txt", i);
      write_file (fixture, name, name, -1);
    }
  importer = make_importer (fixture);
  risalah_importer_set_reader (importer, read_slowly, NULL);
  g_signal_connect (importer, "progress", G_CALLBACK (stop_cb), cancellable);
  risalah_importer_run_async (importer, cancellable, done_cb, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (risalah_importer_run_finish (importer, done, &results, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED);
  g_assert_cmpuint (results->len, >, 0);
  g_assert_cmpuint (results->len, <, 600);
  /* What has a result is there, and nothing else. */
  {
    g_autoptr (RisalahSearchResult) found = library_fixture_search (fixture, "", FALSE);
    g_assert_cmpint (found->total, ==, results->len);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/importer/" name, LibraryFixture, NULL, library_fixture_set_up, function,           \
              library_fixture_tear_down)
  ADD ("statuses", test_statuses);
  ADD ("bad-input", test_bad_input);
  ADD ("revision", test_revision);
  ADD ("analysis", test_analysis);
  ADD ("async", test_async);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
