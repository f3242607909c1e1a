/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small libraries for tests: a folder of their own, sources from a few words, jobs in one line. */
#pragma once

#include <glib/gstdio.h>

#include "../text/lexicon-fixture.h"
#include "risalah-library-error.h"
#include "risalah-library.h"
#include "risalah-originals.h"
#include "risalah-search.h"
#include "risalah-source-texts.h"
#include "risalah-sources-private.h"
#include "risalah-sources.h"

/* Looks of a millisecond or more. They are counted, the clock is not asked: a machine that stands
 * still spends none. */
#define LIBRARY_FIXTURE_PATIENCE 60000

typedef struct
{
  char *folder;
  char *path;
  RisalahLexicon *lexicon;
  RisalahLibrary *library;
} LibraryFixture;

static inline void
library_fixture_open (LibraryFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = risalah_library_open (fixture->path, RISALAH_LIBRARY_CREATE, fixture->lexicon,
                                           &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->library);
}

static inline void
library_fixture_set_up (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("risalah-library-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.risalah", NULL);
  fixture->lexicon = open_test_lexicon ();
  library_fixture_open (fixture);
}

static inline void
library_fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        library_fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
library_fixture_tear_down (LibraryFixture *fixture, gconstpointer data)
{
  gpointer weak = fixture->library;

  if (fixture->library != NULL)
    {
      /* A thread that has just returned a task may hold it for a moment. */
      g_object_add_weak_pointer (G_OBJECT (fixture->library), &weak);
      g_object_unref (fixture->library);
      for (guint looks = 0; weak != NULL && looks < LIBRARY_FIXTURE_PATIENCE; looks++)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (1000);
      g_assert_null (weak);
    }
  risalah_lexicon_unref (fixture->lexicon);
  library_fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline void
library_fixture_write (LibraryFixture *fixture, RisalahLibraryFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean success = risalah_library_write_sync (fixture->library, RISALAH_PRIORITY_ANALYST, func,
                                                 data, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (success);
}

static inline void
library_fixture_read (LibraryFixture *fixture, RisalahLibraryFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean success = risalah_library_read_sync (fixture->library, RISALAH_LANE_ROWS, func, data,
                                                NULL, &error);

  g_assert_no_error (error);
  g_assert_true (success);
}

/* An article of paragraphs, parted by "\n". */
static inline RisalahArticle *
make_article (const char *title, const char *text)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (RisalahBlock));
  RisalahArticle *article;
  const char *at = text;

  while (*at != '\0')
    {
      gsize length = strcspn (at, "\n");
      RisalahBlock block = { .type = RISALAH_BLOCK_PARAGRAPH, .start = (gsize)(at - text),
                             .end = (gsize)(at - text) + length };

      if (length > 0)
        g_array_append_val (blocks, block);
      at += length + (at[length] == '\n');
    }
  article = risalah_article_new (g_strdup (text), blocks);
  risalah_article_set_metadata (article, RISALAH_METADATA_TITLE, title, RISALAH_ORIGIN_HEADLINE);
  return article;
}

/* A source with its text, inside a job; its id. */
static inline gint64
add_article (RisalahConnection *connection, RisalahArticle *article, gint64 *text_id)
{
  g_autoptr (GError) error = NULL;
  gint64 id = risalah_sources_add (connection, article, NULL, &error), text;

  g_assert_no_error (error);
  text = risalah_source_texts_add (connection, id, 0, article, "test 1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (text, >, 0);
  if (text_id != NULL)
    *text_id = text;
  return id;
}

typedef struct
{
  const char *title;
  const char *text;
  const char *publisher;
  const char *published;
  gint64 id;
  gint64 text_id;
} SmallSource;

static inline gboolean
add_small_source (RisalahConnection *connection,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  SmallSource *source = data;
  g_autoptr (RisalahArticle) article = make_article (source->title, source->text);

  risalah_article_set_metadata (article, RISALAH_METADATA_PUBLISHER, source->publisher,
                                RISALAH_ORIGIN_TEXT);
  risalah_article_set_metadata (article, RISALAH_METADATA_PUBLISHED, source->published,
                                RISALAH_ORIGIN_DATELINE);
  risalah_article_set_metadata (article, RISALAH_METADATA_LANGUAGE, "id", RISALAH_ORIGIN_TEXT);
  risalah_article_set_metadata (article, RISALAH_METADATA_TYPE, "news", RISALAH_ORIGIN_TEXT);
  source->id = add_article (connection, article, &source->text_id);
  return TRUE;
}

static inline gint64
library_fixture_add (LibraryFixture *fixture, const char *title, const char *text)
{
  SmallSource source = { .title = title, .text = text };

  library_fixture_write (fixture, add_small_source, &source);
  return source.id;
}

typedef struct
{
  const char *text;
  gboolean typing;
  RisalahSort sort;
  RisalahSearchFlags flags;
  RisalahSearchResult *result;
} SmallSearch;

static inline gboolean
run_small_search (RisalahConnection *connection,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  SmallSearch *search = data;
  g_autoptr (RisalahQuery) query = risalah_query_parse (search->text, search->typing, error);

  if (query != NULL)
    search->result = risalah_search_run (connection, query, search->sort, search->flags,
                                         cancellable, error);
  return search->result != NULL;
}

static inline RisalahSearchResult *
library_fixture_search (LibraryFixture *fixture, const char *text, gboolean typing)
{
  SmallSearch search = { text, typing, RISALAH_SORT_RELEVANCE,
                         RISALAH_SEARCH_COMPLETE | RISALAH_SEARCH_FACETS, NULL };

  library_fixture_read (fixture, run_small_search, &search);
  return search.result;
}

/* "1 3": what is found, by id. */
static inline char *
library_fixture_find (LibraryFixture *fixture, const char *text, gboolean typing)
{
  SmallSearch search = { text, typing, RISALAH_SORT_ADDED, RISALAH_SEARCH_COMPLETE, NULL };
  GString *found = g_string_new (NULL);

  library_fixture_read (fixture, run_small_search, &search);
  for (guint i = search.result->ids->len; i > 0; i--)
    g_string_append_printf (found, "%s%" G_GINT64_FORMAT, found->len > 0 ? " " : "",
                            g_array_index (search.result->ids, gint64, i - 1));
  risalah_search_result_unref (search.result);
  return g_string_free (found, FALSE);
}
