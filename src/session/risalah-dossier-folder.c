/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports a dossier folder: its articles first, then, in one transaction, what its tables say of
 * them. Identifiers are fixed, so that a second import changes nothing. */

#include "risalah-dossier-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-dossier-folder-private.h"
#include "risalah-dossiers.h"
#include "risalah-events.h"
#include "risalah-importer.h"
#include "risalah-library-error.h"
#include "risalah-library.h"
#include "risalah-paths.h"
#include "risalah-publishers.h"
#include "risalah-session-private.h"
#include "risalah-sources.h"
#include "risalah-table.h"

typedef struct
{
  const char *folder;
  GPtrArray *results;   /* (element-type RisalahImportResult) */
  GHashTable *articles; /* file name → RisalahDossierArticle */
} Folder;

static void
article_free (gpointer data)
{
  RisalahDossierArticle *article = data;

  g_free (article->source_uid);
  g_clear_pointer (&article->text, risalah_source_text_unref);
  g_free (article);
}

static RisalahTable *
open_table (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (RisalahTable) table = risalah_table_new ();

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !risalah_table_add_file (table, path, error))
    return NULL;
  return g_steal_pointer (&table);
}

/* Remembers under its file's name which source each article became. */
static gboolean
note_articles (RisalahConnection *connection, Folder *folder, GError **error)
{
  for (guint i = 0; i < folder->results->len; i++)
    {
      const RisalahImportResult *result = g_ptr_array_index (folder->results, i);
      g_autoptr (RisalahSource) source = NULL;
      RisalahDossierArticle *article;

      if (result->source == 0)
        continue;
      source = risalah_sources_get (connection, result->source, error);
      if (source == NULL)
        return FALSE;
      article = g_new0 (RisalahDossierArticle, 1);
      article->source = source->id;
      article->source_uid = g_strdup (source->uid);
      g_hash_table_insert (folder->articles, g_path_get_basename (result->path), article);
      article->text = risalah_source_texts_get_current (connection, source->id, error);
      if (article->text == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_dossier_article_find_words:
 * @self: (nullable): an article
 * @article: its file's name, for an error
 * @words: words that stand in it once
 * @start: (out): their first character
 * @end: (out): the character after their last
 *
 * Returns: whether they stand there exactly once
 */
gboolean
risalah_dossier_article_find_words (const RisalahDossierArticle *self,
                                    const char *article,
                                    const char *words,
                                    gint64 *start,
                                    gint64 *end,
                                    GError **error)
{
  const char *found = self != NULL && *words != '\0' ? strstr (self->text->text, words) : NULL;

  if (found == NULL || strstr (found + 1, words) != NULL)
    {
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
                   _ ("The words “%s” do not stand exactly once in “%s”; "
                      "the dossier’s articles were imported, its events and briefs were not."),
                   words, article);
      return FALSE;
    }
  *start = g_utf8_pointer_to_offset (self->text->text, found);
  *end = *start + g_utf8_strlen (words, -1);
  return TRUE;
}

static gboolean
set_where_given (RisalahConnection *connection,
                 gint64 source,
                 RisalahMetadata which,
                 const char *value,
                 GError **error)
{
  return *value == '\0' || risalah_sources_set_metadata (connection, source, which, value, error);
}

static gboolean
store_sources (RisalahConnection *connection, Folder *folder, GError **error)
{
  /* the columns after the article's name */
  static const RisalahMetadata columns[] = { RISALAH_METADATA_PUBLISHER, RISALAH_METADATA_PUBLISHED,
                                             RISALAH_METADATA_TYPE, RISALAH_METADATA_TITLE,
                                             RISALAH_METADATA_BYLINE };
  g_autoptr (RisalahTable) table = open_table (folder->folder, "sources.tsv", error);

  if (table == NULL)
    return FALSE;
  for (guint i = 0; i < risalah_table_get_n_rows (table); i++)
    {
      RisalahDossierArticle *article =
          g_hash_table_lookup (folder->articles, risalah_table_get (table, i, 0));

      if (article == NULL)
        continue;
      for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
        if (!set_where_given (connection, article->source, columns[column],
                              risalah_table_get (table, i, column + 1), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
grade_publisher (RisalahConnection *connection,
                 GPtrArray *publishers,
                 const char *name,
                 char reliability,
                 GError **error)
{
  for (guint i = 0; i < publishers->len; i++)
    {
      const RisalahPublisher *publisher = g_ptr_array_index (publishers, i);

      if (strcmp (publisher->name, name) == 0 && publisher->reliability == 0)
        return risalah_publishers_set_reliability (connection, publisher->id, reliability, error);
    }
  return TRUE;
}

static gboolean
store_publishers (RisalahConnection *connection, Folder *folder, GError **error)
{
  g_autoptr (RisalahTable) table = open_table (folder->folder, "publishers.tsv", error);
  g_autoptr (GPtrArray) publishers = NULL;

  if (table == NULL)
    return FALSE;
  publishers = risalah_publishers_list (connection, error);
  if (publishers == NULL)
    return FALSE;
  for (guint i = 0; i < risalah_table_get_n_rows (table); i++)
    if (!grade_publisher (connection, publishers, risalah_table_get (table, i, 0),
                          *risalah_table_get (table, i, 1), error))
      return FALSE;
  return TRUE;
}

static gboolean
store_dossier (RisalahConnection *connection, Folder *folder, GError **error)
{
  g_autoptr (RisalahTable) table = open_table (folder->folder, "dossier.tsv", error);
  GHashTableIter iter;
  gpointer article;
  gint64 dossier;
  const char *name;

  if (table == NULL)
    return FALSE;
  if (risalah_table_get_n_rows (table) == 0)
    return TRUE;
  name = risalah_table_get (table, 0, 0);
  dossier = risalah_dossiers_find (connection, name, NULL);
  if (dossier <= 0)
    dossier = risalah_dossiers_add (connection, name, error);
  if (dossier <= 0)
    return FALSE;
  g_hash_table_iter_init (&iter, folder->articles);
  while (g_hash_table_iter_next (&iter, NULL, &article))
    if (!risalah_dossiers_add_source (connection, dossier,
                                      ((RisalahDossierArticle *)article)->source, error))
      return FALSE;
  return TRUE;
}

/* The library's name of a field that evidence.tsv names. */
static const char *
evidence_field (const char *name)
{
  if (strcmp (name, "edtf") == 0)
    return "date";
  if (strcmp (name, "parties") == 0)
    return "party";
  return name;
}

static gboolean
add_evidence (const Folder *folder,
              const RisalahTable *table,
              guint row,
              RisalahEvent *event,
              GError **error)
{
  const char *name = risalah_table_get (table, row, 2);
  const char *value = risalah_table_get (table, row, 4);
  const RisalahDossierArticle *article = g_hash_table_lookup (folder->articles, name);
  RisalahEvidence *evidence;
  gint64 start, end;

  if (!risalah_dossier_article_find_words (article, name, risalah_table_get (table, row, 7), &start,
                                           &end, error))
    return FALSE;
  evidence = risalah_event_add_evidence (event, article->text->id, start, end,
                                         evidence_field (risalah_table_get (table, row, 3)));
  g_free (evidence->uid);
  evidence->uid = g_strdup (risalah_table_get (table, row, 0));
  g_free (evidence->value);
  evidence->value = *value != '\0' ? g_strdup (value) : NULL;
  evidence->voice = risalah_voice_from_string (risalah_table_get (table, row, 5));
  evidence->credibility = g_ascii_strtoull (risalah_table_get (table, row, 6), NULL, 10);
  g_free (evidence->joined_by);
  evidence->joined_by = g_strdup ("analyst");
  return TRUE;
}

static RisalahEvent *
make_event (const RisalahTable *table, guint row)
{
  RisalahEvent *event = risalah_event_new ();
  g_auto (GStrv) parties = g_strsplit (risalah_table_get (table, row, 3), " ", -1);
  const char *edtf = risalah_table_get (table, row, 4);
  const char *place = risalah_table_get (table, row, 7);

  event->uid = g_strdup (risalah_table_get (table, row, 0));
  event->title = g_strdup (risalah_table_get (table, row, 1));
  event->kind = g_strdup (risalah_table_get (table, row, 2));
  for (guint i = 0; parties[i] != NULL; i++)
    if (*parties[i] != '\0')
      risalah_event_add_party (event, "country", parties[i], NULL);
  event->edtf = *edtf != '\0' ? g_strdup (edtf) : NULL;
  risalah_edtf_mod_from_string (risalah_table_get (table, row, 5), &event->mod);
  risalah_event_status_from_string (risalah_table_get (table, row, 6), &event->status);
  event->place = *place != '\0' ? g_strdup (place) : NULL;
  event->review = RISALAH_REVIEW_ACCEPTED;
  return event;
}

static gboolean
store_events (RisalahConnection *connection, Folder *folder, GError **error)
{
  g_autoptr (RisalahTable) events = open_table (folder->folder, "events.tsv", error);
  g_autoptr (RisalahTable) evidence = NULL;

  if (events == NULL)
    return FALSE;
  evidence = open_table (folder->folder, "evidence.tsv", error);
  if (evidence == NULL)
    return FALSE;
  for (guint i = 0; i < risalah_table_get_n_rows (events); i++)
    {
      g_autoptr (RisalahEvent) event = make_event (events, i);

      if (risalah_events_find_uid (connection, event->uid, NULL) > 0)
        continue;
      for (guint j = 0; j < risalah_table_get_n_rows (evidence); j++)
        if (strcmp (risalah_table_get (evidence, j, 1), event->uid) == 0
            && !add_evidence (folder, evidence, j, event, error))
          return FALSE;
      if (risalah_events_add (connection, event, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_in_transaction (RisalahConnection *connection,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  Folder *folder = data;

  return note_articles (connection, folder, error) && store_sources (connection, folder, error)
         && store_publishers (connection, folder, error)
         && store_dossier (connection, folder, error) && store_events (connection, folder, error)
         && risalah_dossier_briefs_store (connection, folder->folder, folder->articles, error);
}

/**
 * risalah_dossier_folder_is_one:
 * @path: (type filename): a folder or file
 *
 * Returns: whether it is a dossier that travels as a folder: "dossier.tsv" stands in it
 */
gboolean
risalah_dossier_folder_is_one (const char *path)
{
  g_autofree char *sign = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  sign = g_build_filename (path, "dossier.tsv", NULL);
  return g_file_test (sign, G_FILE_TEST_IS_REGULAR);
}

/**
 * risalah_session_import_dossier_folder:
 * @self: a session
 * @path: (nullable) (type filename): the folder; %NULL is the example dossier
 * @results: (out) (element-type RisalahImportResult): what became of its articles
 * @cancellable: (nullable): stops it
 *
 * Imports a dossier folder. Blocks. Where its tables are wrong the articles stay, and nothing else
 * of it is stored.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
risalah_session_import_dossier_folder (RisalahSession *self,
                                       const char *path,
                                       GPtrArray **results,
                                       GCancellable *cancellable,
                                       GError **error)
{
  g_autofree char *example = risalah_paths_get_example_dir ();
  const char *folder_path = path != NULL ? path : example;
  g_autofree char *articles_path = g_build_filename (folder_path, "articles", NULL);
  g_autoptr (GFile) articles_folder = g_file_new_for_path (articles_path);
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) imported = NULL;
  g_autoptr (GHashTable) articles = NULL;
  Folder folder = { NULL };

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && results != NULL, FALSE);

  importer = risalah_session_create_importer (self);
  risalah_importer_add_file (importer, articles_folder);
  if (!risalah_importer_run (importer, &imported, cancellable, error))
    return FALSE;
  articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, article_free);
  folder.folder = folder_path;
  folder.results = imported;
  folder.articles = articles;
  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   store_in_transaction, &folder, cancellable, error))
    return FALSE;
  *results = g_steal_pointer (&imported);
  return TRUE;
}

static gpointer
import_work (RisalahSession *self, gpointer data, GError **error)
{
  GPtrArray *results = NULL;

  return risalah_session_import_dossier_folder (self, data, &results, NULL, error) ? results : NULL;
}

/**
 * risalah_session_import_dossier_folder_async:
 * @self: a session
 * @path: (nullable) (type filename): the folder; %NULL is the example dossier
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_import_dossier_folder() on a worker thread.
 */
void
risalah_session_import_dossier_folder_async (RisalahSession *self,
                                             const char *path,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_import_dossier_folder_async, import_work,
                             g_strdup (path), g_free, (GDestroyNotify)g_ptr_array_unref,
                             cancellable, callback, user_data);
}

/**
 * risalah_session_import_dossier_folder_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type RisalahImportResult): what became of its articles, or
 * %NULL with an error
 */
GPtrArray *
risalah_session_import_dossier_folder_finish (RisalahSession *self,
                                              GAsyncResult *result,
                                              GError **error)
{
  return risalah_session_run_finish (self, risalah_session_import_dossier_folder_async, result,
                                     error);
}
