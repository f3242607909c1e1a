/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli list, show and search: the sources. */

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "risalah-cli.h"
#include "risalah-library.h"
#include "risalah-originals.h"
#include "risalah-search.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

enum
{
  DEFAULT_LIMIT = 50
};

/* What a command asks of the library, and what it gets back. */
typedef struct
{
  RisalahQuery *query;
  RisalahSort sort;
  gboolean with_facets;
  guint limit;
  gint64 id;
  gboolean wants_original;
  RisalahSearchResult *result;
  GPtrArray *sources;
  GPtrArray *snippets;
  RisalahSourceText *text;
  GBytes *original;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->query, risalah_query_unref);
  g_clear_pointer (&look->result, risalah_search_result_unref);
  g_clear_pointer (&look->sources, g_ptr_array_unref);
  g_clear_pointer (&look->snippets, g_ptr_array_unref);
  g_clear_pointer (&look->text, risalah_source_text_unref);
  g_clear_pointer (&look->original, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static gboolean
search_in_transaction (RisalahConnection *connection,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Look *look = data;
  RisalahSearchFlags flags =
      RISALAH_SEARCH_COMPLETE | (look->with_facets ? RISALAH_SEARCH_FACETS : 0);
  const gint64 *ids;
  gsize n_ids;

  look->result =
      risalah_search_run (connection, look->query, look->sort, flags, cancellable, error);
  if (look->result == NULL)
    return FALSE;
  ids = (const gint64 *)look->result->ids->data;
  n_ids = MIN (look->limit, look->result->ids->len);
  look->sources = risalah_sources_get_many (connection, ids, n_ids, error);
  if (look->sources == NULL)
    return FALSE;
  look->snippets = risalah_search_get_snippets (connection, look->query, ids, n_ids, error);
  return look->snippets != NULL;
}

static gboolean
show_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Look *look = data;
  RisalahSource *source = risalah_sources_get (connection, look->id, error);

  if (source == NULL)
    return FALSE;
  look->sources = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_source_unref);
  g_ptr_array_add (look->sources, source);
  look->text = risalah_source_texts_get_current (connection, look->id, error);
  if (look->text == NULL)
    return FALSE;
  if (!look->wants_original)
    return TRUE;
  if (look->text->original == 0)
    {
      look->original = g_bytes_new (look->text->text, look->text->length);
      return TRUE;
    }
  look->original = risalah_originals_get_bytes (connection, look->text->original, error);
  return look->original != NULL;
}

static RisalahCliExit
run_look (RisalahCli *cli, RisalahLibraryFunc func, Look *look)
{
  RisalahCliExit opened = risalah_cli_open (cli, FALSE);
  g_autoptr (GError) error = NULL;

  if (opened != RISALAH_CLI_DONE)
    return opened;
  if (!risalah_library_read_sync (risalah_session_get_library (cli->session), RISALAH_LANE_SEARCH,
                                  func, look, NULL, &error))
    return risalah_cli_fail (error);
  return RISALAH_CLI_DONE;
}

static void
add_source_members (JsonBuilder *json, gconstpointer item)
{
  const RisalahSource *source = item;
  char grade[] = { source->reliability, '\0' };

  risalah_json_add_int (json, "source", source->id);
  risalah_json_add_string (json, "title", source->metadata[RISALAH_METADATA_TITLE]);
  risalah_json_add_string (json, "publisher", source->metadata[RISALAH_METADATA_PUBLISHER]);
  risalah_json_add_string (json, "published", source->metadata[RISALAH_METADATA_PUBLISHED]);
  risalah_json_add_string (json, "language", source->metadata[RISALAH_METADATA_LANGUAGE]);
  risalah_json_add_string (json, "grade", source->reliability != 0 ? grade : NULL);
  risalah_json_add_strv (json, "tags", (const char *const *)source->tags);
}

static void
print_source_line (gconstpointer item)
{
  const RisalahSource *source = item;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source->id);
  const char *published = source->metadata[RISALAH_METADATA_PUBLISHED];
  const char *publisher = source->metadata[RISALAH_METADATA_PUBLISHER];

  risalah_cli_print_fields (id, published != NULL ? published : "", source->label,
                            publisher != NULL ? publisher : "", NULL);
}

static gboolean
parse_sort (const char *name, RisalahSort *sort)
{
  if (name == NULL || strcmp (name, "published") == 0)
    *sort = RISALAH_SORT_PUBLISHED;
  else if (strcmp (name, "title") == 0)
    *sort = RISALAH_SORT_TITLE;
  else if (strcmp (name, "added") == 0)
    *sort = RISALAH_SORT_ADDED;
  else
    return FALSE;
  return TRUE;
}

/**
 * risalah_cli_list:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Lists the sources.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_list (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *sort = NULL;
  g_autofree char *filter = NULL;
  int limit = 0;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("List this many at most"), N_ ("N") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort, N_ ("published, title or added"), N_ ("ORDER") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &filter, N_ ("Only sources that match a query"),
      N_ ("QUERY") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (Look) look = { NULL };
  g_autoptr (GError) error = NULL;
  RisalahCliExit done;

  if (!risalah_cli_parse ("list", "", entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc > 1 || limit < 0)
    return risalah_cli_usage (_ ("list takes options only, and a limit is a positive number"));
  if (!parse_sort (sort, &look.sort))
    return risalah_cli_usage (_ ("there is no order “%s”"), sort);
  look.query = risalah_query_parse (filter != NULL ? filter : "", FALSE, &error);
  if (look.query == NULL)
    return risalah_cli_usage ("%s", error->message);
  look.limit = limit > 0 ? limit : G_MAXINT;
  done = run_look (cli, search_in_transaction, &look);
  if (done != RISALAH_CLI_DONE)
    return done;
  risalah_cli_print_list (cli, look.sources, add_source_members, print_source_line);
  return RISALAH_CLI_DONE;
}

static void
print_show_json (const Look *look)
{
  const RisalahSource *source = g_ptr_array_index (look->sources, 0);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_source_members (json, source);
  risalah_json_add_string (json, "byline", source->metadata[RISALAH_METADATA_BYLINE]);
  risalah_json_add_string (json, "place", source->metadata[RISALAH_METADATA_PLACE]);
  risalah_json_add_string (json, "url", source->metadata[RISALAH_METADATA_URL]);
  risalah_json_add_string (json, "type", source->metadata[RISALAH_METADATA_TYPE]);
  risalah_json_add_string (json, "notes", source->notes);
  risalah_json_add_string (json, "uid", source->uid);
  risalah_json_add_string (json, "text", look->text->text);
  json_builder_set_member_name (json, "blocks");
  json_builder_begin_array (json);
  for (guint i = 0; i < look->text->n_blocks; i++)
    risalah_json_add_block (json, &look->text->blocks[i], look->text->blocks[i].start,
                            look->text->blocks[i].end);
  json_builder_end_array (json);
  json_builder_end_object (json);
  risalah_cli_print_json (json);
}

/**
 * risalah_cli_show:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Prints one source's text, or its original bytes.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_show (RisalahCli *cli, int argc, char **argv)
{
  g_auto (Look) look = { NULL };
  const GOptionEntry entries[] = { { "original", 0, 0, G_OPTION_ARG_NONE, &look.wants_original,
                                     N_ ("Print the bytes that were imported"), NULL },
                                   G_OPTION_ENTRY_NULL };
  RisalahCliExit done;

  if (!risalah_cli_parse ("show", _ ("ID"), entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 2 || !risalah_cli_parse_id (argv[1], &look.id))
    return risalah_cli_usage (_ ("show needs a source’s number"));
  done = run_look (cli, show_in_transaction, &look);
  if (done != RISALAH_CLI_DONE)
    return done;
  if (look.wants_original)
    {
      gsize size;
      const void *bytes = g_bytes_get_data (look.original, &size);

      fwrite (bytes, 1, size, stdout);
    }
  else if (cli->json)
    print_show_json (&look);
  else
    puts (look.text->text);
  return RISALAH_CLI_DONE;
}

static void
add_facets (JsonBuilder *json, const RisalahSearchResult *result)
{
  json_builder_set_member_name (json, "facets");
  json_builder_begin_object (json);
  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    {
      GArray *values = result->facets[field];

      if (values == NULL)
        continue;
      json_builder_set_member_name (json, risalah_field_to_name (field, "en"));
      json_builder_begin_object (json);
      for (guint i = 0; i < values->len; i++)
        {
          const RisalahFacetValue *value = &g_array_index (values, RisalahFacetValue, i);

          risalah_json_add_int (json, value->value, value->count);
        }
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

static const RisalahSnippet *
find_snippet (const Look *look, gint64 source)
{
  for (guint i = 0; i < look->snippets->len; i++)
    {
      const RisalahSnippet *snippet = g_ptr_array_index (look->snippets, i);

      if (snippet->source == source)
        return snippet;
    }
  return NULL;
}

static float
find_score (const Look *look, gint64 source)
{
  for (guint i = 0; i < look->result->ids->len; i++)
    if (g_array_index (look->result->ids, gint64, i) == source)
      return g_array_index (look->result->scores, float, i);
  return 0;
}

static void
print_search_json (const Look *look)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  risalah_json_add_int (json, "total", look->result->total);
  json_builder_set_member_name (json, "hits");
  json_builder_begin_array (json);
  for (guint i = 0; i < look->sources->len; i++)
    {
      const RisalahSource *source = g_ptr_array_index (look->sources, i);
      const RisalahSnippet *snippet = find_snippet (look, source->id);

      json_builder_begin_object (json);
      risalah_json_add_int (json, "source", source->id);
      risalah_json_add_string (json, "title", source->metadata[RISALAH_METADATA_TITLE]);
      risalah_json_add_string (json, "snippet", snippet != NULL ? snippet->text : NULL);
      json_builder_set_member_name (json, "score");
      json_builder_add_double_value (json, find_score (look, source->id));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_facets (json, look->result);
  json_builder_end_object (json);
  risalah_cli_print_json (json);
}

static void
print_search (const Look *look)
{
  for (guint i = 0; i < look->sources->len; i++)
    {
      const RisalahSource *source = g_ptr_array_index (look->sources, i);
      const RisalahSnippet *snippet = find_snippet (look, source->id);

      print_source_line (source);
      if (snippet != NULL)
        g_print ("    %s\n", snippet->text);
    }
  g_print (ngettext ("%ld source found", "%ld sources found", look->result->total),
           (long)look->result->total);
  g_print ("\n");
}

/**
 * risalah_cli_search:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Searches the sources' text.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_search (RisalahCli *cli, int argc, char **argv)
{
  int limit = DEFAULT_LIMIT;
  gboolean typing = FALSE;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Show this many at most"), N_ ("N") },
    { "typing", 0, 0, G_OPTION_ARG_NONE, &typing,
      N_ ("Take the last word as the beginning of one, as the window does"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (Look) look = { NULL };
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  RisalahCliExit done;

  if (!risalah_cli_parse ("search", _ ("QUERY"), entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc < 2 || limit < 1)
    return risalah_cli_usage (_ ("search needs words, and a limit is a positive number"));
  words = g_strjoinv (" ", argv + 1);
  look.query = risalah_query_parse (words, typing, &error);
  if (look.query == NULL)
    return risalah_cli_usage ("%s", error->message);
  look.sort = RISALAH_SORT_RELEVANCE;
  look.with_facets = cli->json;
  look.limit = limit;
  done = run_look (cli, search_in_transaction, &look);
  if (done != RISALAH_CLI_DONE)
    return done;
  if (cli->json)
    print_search_json (&look);
  else
    print_search (&look);
  return RISALAH_CLI_DONE;
}
