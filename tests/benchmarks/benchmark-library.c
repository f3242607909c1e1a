/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing plain articles beside a bare loop that inserts the same texts and originals with the
 * same tokenizer and options; then the library's size, and searches while typing beside a bare
 * query for the newest fifty.
 *
 *   benchmark-library [N [ROUNDS [FOLDER]]]    10,000 generated articles, 3 rounds; or N files of
 *                                              a folder
 *
 * Prints its figures, and fails below the floors at the end of this file. */

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "../library/library-fixture.h"
#include "risalah-connection-private.h"
#include "risalah-importer.h"

#define BATCH 1000
#define ROWS 50
#define VOCABULARY 12000

typedef struct
{
  LibraryFixture fixture;
  guint n;
  char *input;
  GPtrArray *paths;
  guint64 n_bytes;
} Bench;

typedef struct
{
  double wall;
  double processor;
} Seconds;

static Seconds
now (void)
{
  struct timespec wall, processor;
  Seconds seconds;

  clock_gettime (CLOCK_MONOTONIC, &wall);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &processor);
  seconds.wall = (double)wall.tv_sec + (double)wall.tv_nsec * 1e-9;
  seconds.processor = (double)processor.tv_sec + (double)processor.tv_nsec * 1e-9;
  return seconds;
}

static Seconds
since (Seconds begin)
{
  Seconds end = now ();

  end.wall -= begin.wall;
  end.processor -= begin.processor;
  return end;
}

/* Words of the dictionary by rank, common ones often (Zipf), with affixes and capitals. */
static GPtrArray *
read_words (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "dictionaries",
                                            "id_ID.dic", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      gsize length = strcspn (lines[i], "/\r");

      if (length >= 3 && strcspn (lines[i], "- ") >= length)
        g_ptr_array_add (words, g_strndup (lines[i], length));
    }
  for (guint i = words->len; i > 1; i--)
    {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i);
      gpointer swap = words->pdata[i - 1];

      words->pdata[i - 1] = words->pdata[j];
      words->pdata[j] = swap;
    }
  g_ptr_array_set_size (words, (int)MIN (words->len, VOCABULARY));
  return words;
}

static const char *
pick_word (GPtrArray *words, GRand *random)
{
  double rank = exp (g_rand_double (random) * log ((double)words->len)) - 1;
  return g_ptr_array_index (words, (guint)rank % words->len);
}

static char *
make_article_text (GPtrArray *words, guint seed)
{
  static const char *const affixes[] = { "%s", "%s", "%s", "%s", "%snya", "ber%s", "%skan", "di%s" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed + 7);
  GString *text = g_string_new (NULL);
  gint32 n = g_rand_int_range (random, 250, 770);

  for (gint32 i = 0; i < n; i++)
    {
      const char *affix = affixes[g_rand_int_range (random, 0, G_N_ELEMENTS (affixes))];
      gsize before = text->len;

      g_string_append_printf (text, affix, pick_word (words, random));
      if (i % 14 == 0 || g_rand_int_range (random, 0, 12) == 0)
        text->str[before] = g_ascii_toupper (text->str[before]);
      g_string_append (text, i % 60 == 59 ? ".\n" : i % 14 == 13 ? ". " : " ");
    }
  g_string_append (text, "tamat.\n");
  return g_string_free (text, FALSE);
}

static void
make_input (Bench *bench)
{
  g_autoptr (GPtrArray) words = read_words ();

  bench->input = g_build_filename (bench->fixture.folder, "in", NULL);
  g_mkdir_with_parents (bench->input, 0700);
  for (guint i = 0; i < bench->n; i++)
    {
      g_autofree char *text = make_article_text (words, i);
      g_autofree char *name = g_strdup_printf ("%06u.txt", i);
      char *path = g_build_filename (bench->input, name, NULL);

      g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      g_ptr_array_add (bench->paths, path);
      bench->n_bytes += strlen (text);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
find_input (Bench *bench, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  bench->input = g_strdup (folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (bench->paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (bench->paths, compare_paths);
  g_ptr_array_set_size (bench->paths, (int)MIN (bench->n, bench->paths->len));
  for (guint i = 0; i < bench->paths->len; i++)
    {
      GStatBuf status;
      g_assert_cmpint (g_stat (g_ptr_array_index (bench->paths, i), &status), ==, 0);
      bench->n_bytes += (guint64)status.st_size;
    }
  bench->n = bench->paths->len;
}

static void
execute (RisalahConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  risalah_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static void
insert_bare (RisalahConnection *connection, GPtrArray *texts, guint i)
{
  const char *text = g_ptr_array_index (texts, i);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) compressed = risalah_originals_compress (bytes);
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer frame = g_bytes_get_data (compressed, &size);

  risalah_connection_run (connection, &error, "INSERT INTO text (id, title, body) VALUES (?, '', ?)",
                          "it", (gint64)i + 1, text);
  risalah_connection_run (connection, &error, "INSERT INTO original (id, data) VALUES (?, ?)", "ib",
                          (gint64)i + 1, frame, size);
  risalah_connection_run (connection, &error, "INSERT INTO fts (rowid, title, body) VALUES (?, '', ?)",
                          "it", (gint64)i + 1, text);
  g_assert_no_error (error);
}

/* The floor: texts in memory, one thread, a thousand a transaction, nothing else. */
static Seconds
run_floor (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->fixture.folder, "floor.db", NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  RisalahConnection *connection;
  Seconds begin, taken;

  for (guint i = 0; i < bench->paths->len; i++)
    {
      char *text;
      g_assert_true (g_file_get_contents (g_ptr_array_index (bench->paths, i), &text, NULL, NULL));
      g_ptr_array_add (texts, text);
    }
  g_unlink (path);
  g_file_set_contents (path, "", 0, NULL);
  connection = risalah_connection_open (path, FALSE, bench->fixture.lexicon, &error);
  g_assert_no_error (error);
  g_assert_nonnull (risalah_connection_get_stemmer (connection, NULL));
  begin = now ();
  execute (connection,
           "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
           "PRAGMA wal_autocheckpoint = 4000;"
           "CREATE TABLE text (id INTEGER PRIMARY KEY, title TEXT, body TEXT);"
           "CREATE TABLE original (id INTEGER PRIMARY KEY, data BLOB);"
           "CREATE VIRTUAL TABLE fts USING fts5 (title, body, content = 'text', content_rowid = 'id',"
           " tokenize = 'risalah', detail = full, prefix = '2 3');"
           "INSERT INTO fts (fts, rank) VALUES ('hashsize', 32000000), ('automerge', 16),"
           " ('crisismerge', 64);");
  for (guint i = 0; i < texts->len; i++)
    {
      if (i % BATCH == 0)
        execute (connection, "BEGIN IMMEDIATE");
      insert_bare (connection, texts, i);
      if (i % BATCH == BATCH - 1 || i + 1 == texts->len)
        execute (connection, "COMMIT");
    }
  taken = since (begin);
  risalah_connection_close (connection);
  return taken;
}

static void
close_library (Bench *bench)
{
  static const char *const ends[] = { "", "-wal", "-shm", ".lock" };

  g_clear_object (&bench->fixture.library);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (bench->fixture.path, ends[i], NULL);
      g_unlink (path);
    }
}

/* Of the thread that writes: what bounds an import where the readers have processors of their own. */
static gboolean
read_processor (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                GError **error)
{
  struct timespec processor;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &processor);
  *(double *)data = (double)processor.tv_sec + (double)processor.tv_nsec * 1e-9;
  return TRUE;
}

static Seconds
run_import (Bench *bench, double *writer)
{
  double writer_before;
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  guint n_bad = 0;
  Seconds begin, taken;

  close_library (bench);
  library_fixture_open (&bench->fixture);
  importer = risalah_importer_new (bench->fixture.library);
  for (guint i = 0; i < bench->paths->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_ptr_array_index (bench->paths, i));
      risalah_importer_add_file (importer, file);
    }
  library_fixture_write (&bench->fixture, read_processor, &writer_before);
  begin = now ();
  risalah_importer_run (importer, &results, NULL, &error);
  taken = since (begin);
  g_assert_no_error (error);
  library_fixture_write (&bench->fixture, read_processor, writer);
  *writer -= writer_before;
  for (guint i = 0; i < results->len; i++)
    n_bad += ((RisalahImportResult *)results->pdata[i])->status != RISALAH_IMPORT_IMPORTED;
  g_print ("# %u files, %u of them not imported as new\n", results->len, n_bad);
  return taken;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

static double
percentile (GArray *values, double share)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, MIN (values->len - 1, (guint)(share * values->len)));
}

typedef struct
{
  const char *text;
  gboolean typing;
  RisalahSearchFlags flags;
  gint64 total;
  double processor;
} Look;

/* What a keystroke does: matches, counted and in order, then fifty rows with their snippets. */
static gboolean
look_up (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Look *look = data;
  double begin, end;
  gboolean read = read_processor (connection, &begin, NULL, NULL);
  g_autoptr (RisalahQuery) query = risalah_query_parse (look->text, look->typing, error);
  g_autoptr (RisalahSearchResult) result
      = risalah_search_run (connection, query, RISALAH_SORT_RELEVANCE, look->flags, cancellable,
                            error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) snippets = NULL;
  gsize n;

  if (result == NULL)
    return FALSE;
  look->total = result->total;
  n = MIN (result->ids->len, ROWS);
  rows = risalah_sources_get_many (connection, (gint64 *)result->ids->data, n, error);
  snippets = risalah_search_get_snippets (connection, query, (gint64 *)result->ids->data, n, error);
  read_processor (connection, &end, NULL, NULL);
  look->processor = end - begin;
  return read && rows != NULL && snippets != NULL;
}

static void
measure_search (Bench *bench, const char *name, const char *text, gboolean typing,
                RisalahSearchFlags flags)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) worked = g_array_new (FALSE, FALSE, sizeof (double));
  Look look = { text, typing, flags, 0, 0 };

  for (guint i = 0; i < 21; i++)
    {
      Seconds begin = now (), one;
      double milliseconds;

      library_fixture_read (&bench->fixture, look_up, &look);
      one = since (begin);
      milliseconds = one.wall * 1000;
      look.processor *= 1000;
      if (i > 0)
        {
          g_array_append_val (taken, milliseconds);
          g_array_append_val (worked, look.processor);
        }
    }
  g_print ("%-26s %7" G_GINT64_FORMAT " matches  p50 %7.2f  p95 %7.2f ms  (processor %7.2f, %7.2f)\n",
           name, look.total, percentile (taken, 0.5), percentile (taken, 0.95),
           percentile (worked, 0.5), percentile (worked, 0.95));
}

/* Of all pages, and of those that hold originals. */
static gboolean
read_sizes (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *sizes = data;

  return risalah_connection_read_int64 (connection, &sizes[0], error,
                                        "SELECT sum (pgsize) FROM dbstat", "")
         && risalah_connection_read_int64 (connection, &sizes[1], error,
                                           "SELECT sum (pgsize) FROM dbstat"
                                           " WHERE name LIKE 'original%'", "");
}

static double
measure_size (Bench *bench)
{
  gint64 sizes[2];
  double share;

  library_fixture_read (&bench->fixture, read_sizes, sizes);
  share = (double)(sizes[0] - sizes[1]) / (double)bench->n_bytes;
  g_print ("library %.1f MB, %.1f MB of it originals; texts %.1f MB: %.2f x the texts, originals aside\n",
           (double)sizes[0] / 1e6, (double)sizes[1] / 1e6, (double)bench->n_bytes / 1e6, share);
  return share;
}

int
main (int argc, char **argv)
{
  Bench bench = { .n = argc > 1 ? (guint)atoi (argv[1]) : 10000,
                  .paths = g_ptr_array_new_with_free_func (g_free) };
  guint n_rounds = argc > 2 ? (guint)atoi (argv[2]) : 3;
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
  struct rusage usage;
  double ratio, size;

  library_fixture_set_up (&bench.fixture, NULL);
  if (argc > 3)
    find_input (&bench, argv[3]);
  else
    make_input (&bench);
  for (guint i = 0; i < n_rounds; i++)
    {
      double writer, processor;
      Seconds floor = run_floor (&bench), ours = run_import (&bench, &writer);

      processor = floor.processor / writer;

      ratio = floor.wall / ours.wall;
      g_print ("bare loop %6.2f s (%5.0f articles/s, processor %5.2f s)   import %6.2f s (%5.0f "
               "articles/s, processor %5.2f s, %5.2f s of it writing)   rate %.2f\n", floor.wall,
               bench.n / floor.wall, floor.processor, ours.wall, bench.n / ours.wall, ours.processor,
               writer, ratio);
      g_array_append_val (ratios, ratio);
      g_array_append_val (shares, processor);
    }
  ratio = percentile (ratios, 0.5);
  g_print ("median rate %.2f of the bare loop's; the writing thread alone %.2f\n", ratio,
           percentile (shares, 0.5));
  size = measure_size (&bench);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("most memory %ld MB\n", usage.ru_maxrss / 1024);
  measure_search (&bench, "typing a common word", "tama", TRUE, RISALAH_SEARCH_NONE);
  measure_search (&bench, "typing two letters", "ta", TRUE, RISALAH_SEARCH_NONE);
  measure_search (&bench, "typing two words", "tamat berab", TRUE, RISALAH_SEARCH_NONE);
  measure_search (&bench, "finished, with facets", "tamat", FALSE,
                  RISALAH_SEARCH_COMPLETE | RISALAH_SEARCH_FACETS);
  measure_search (&bench, "everything, newest first", "", FALSE, RISALAH_SEARCH_FACETS);
  library_fixture_tear_down (&bench.fixture, NULL);
  g_ptr_array_unref (bench.paths);
  g_free (bench.input);
  return ratio >= 0.8 && size <= 3.0 ? 0 : 1;
}
