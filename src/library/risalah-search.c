/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the ids of the matches gives their number, the facets and the order; rows and
 * snippets are read later, for what is shown. FTS5 never sorts: its "ORDER BY rank" takes 117 ms
 * for a common word in 100,000 sources. */

#include "risalah-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-blocks-private.h"
#include "risalah-collation-private.h"
#include "risalah-facets-private.h"
#include "risalah-filters-private.h"
#include "risalah-matcher-private.h"
#include "risalah-rank-private.h"

/* While the analyst types, this many of the newest matches are ranked and confirmed. */
#define WINDOW     2000
#define LOOK_EVERY 1024

typedef struct
{
  gint64 id;
  gint32 day; /* %G_MININT32 where it is not known */
  float score;
} Hit;

typedef struct
{
  RisalahConnection *connection;
  RisalahQuery *query;
  RisalahSort sort;
  RisalahSearchFlags flags;
  GCancellable *cancellable;
  RisalahColumns *columns;
  RisalahFilters *filters;
  GArray *hits; /* (element-type Hit), the newest first until sorted */
  guint n_unconfirmed;
} Search;

static void
facet_value_clear (gpointer data)
{
  g_free (((RisalahFacetValue *)data)->value);
}

static void
result_clear (gpointer data)
{
  RisalahSearchResult *self = data;

  g_clear_pointer (&self->query, risalah_query_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->scores, g_array_unref);
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    g_clear_pointer (&self->facets[i], g_array_unref);
}

/**
 * risalah_search_result_unref:
 * @self: (transfer full): a result
 */
void
risalah_search_result_unref (RisalahSearchResult *self)
{
  g_atomic_rc_box_release_full (self, result_clear);
}

static gboolean
is_stopped (Search *search, GError **error)
{
  if (!g_cancellable_is_cancelled (search->cancellable))
    return FALSE;
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                       _ ("The search was stopped."));
  return TRUE;
}

static void
add_hit (Search *search, const RisalahColumnsRow *row, double score)
{
  Hit hit = { row->id, row->earliest != G_MAXINT32 ? row->earliest : G_MININT32, (float)score };

  g_array_append_val (search->hits, hit);
}

/* Every source, the newest first, but for the @excluded ones. */
static gboolean
take_all (Search *search, GHashTable *excluded, GError **error)
{
  const RisalahColumnsRow *rows;
  guint n_rows;

  rows = risalah_columns_get_rows (search->columns, &n_rows);
  for (guint i = n_rows; i > 0; i--)
    {
      if (i % LOOK_EVERY == 0 && is_stopped (search, error))
        return FALSE;
      if (risalah_filters_admit (search->filters, &rows[i - 1])
          && (excluded == NULL || !g_hash_table_contains (excluded, &rows[i - 1].id)))
        add_hit (search, &rows[i - 1], 0);
    }
  return TRUE;
}

/* What the index finds, the newest first. */
static gboolean
take_matches (Search *search, const char *match, gboolean ranking, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  risalah_rank_prepare (search->connection, search->columns,
                        (search->flags & RISALAH_SEARCH_COMPLETE) != 0 ? G_MAXUINT : WINDOW);
  rows =
      risalah_connection_query (search->connection, error,
                                ranking ? "SELECT rowid, risalah_rank (source_fts) FROM source_fts"
                                          " WHERE source_fts MATCH ? ORDER BY rowid DESC"
                                        : "SELECT rowid FROM source_fts"
                                          " WHERE source_fts MATCH ? ORDER BY rowid DESC",
                                "t", match);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      const RisalahColumnsRow *row =
          risalah_columns_find (search->columns, risalah_statement_get_int64 (rows, 0));

      if (row != NULL && risalah_filters_admit (search->filters, row))
        add_hit (search, row, ranking ? risalah_statement_get_double (rows, 1) : 0);
      if (search->hits->len % LOOK_EVERY == 0 && is_stopped (search, error))
        return FALSE;
    }
  return step == RISALAH_STEP_DONE;
}

static GHashTable *
find_excluded (Search *search, const char *match, GError **error)
{
  g_autoptr (GHashTable) excluded =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  rows = risalah_connection_query (search->connection, error,
                                   "SELECT rowid FROM source_fts WHERE source_fts MATCH ?", "t",
                                   match);
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      gint64 id = risalah_statement_get_int64 (rows, 0);
      g_hash_table_add (excluded, g_memdup2 (&id, sizeof id));
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&excluded) : NULL;
}

/* FTS5 has no NOT without something before it. */
static gboolean
collect (Search *search, RisalahStemmer *stemmer, GError **error)
{
  gboolean ranking = search->sort == RISALAH_SORT_RELEVANCE;
  g_autofree char *wanted =
      risalah_query_compile (search->query, search->connection->lexicon, stemmer, ranking);
  g_autofree char *unwanted =
      risalah_query_compile_excluded (search->query, search->connection->lexicon, stemmer);
  g_autofree char *match = NULL;

  if (wanted == NULL)
    {
      g_autoptr (GHashTable) excluded = NULL;

      if (unwanted != NULL && (excluded = find_excluded (search, unwanted, error)) == NULL)
        return FALSE;
      return take_all (search, excluded, error);
    }
  match =
      unwanted != NULL ? g_strdup_printf ("(%s) NOT (%s)", wanted, unwanted) : g_strdup (wanted);
  return take_matches (search, match, ranking, error);
}

/* Whether a source's stored words hold the exact phrases: -1 on an error. */
static int
confirm (Search *search, RisalahMatcher *matcher, RisalahStatement *row, gint64 id, GError **error)
{
  const char *title, *text;
  const guint8 *blocks;
  gsize title_length, length, blocks_length;
  RisalahStep step;

  risalah_statement_reset (row);
  risalah_statement_bind_int64 (row, 1, id);
  if ((step = risalah_statement_step (row, error)) != RISALAH_STEP_ROW)
    return step == RISALAH_STEP_ERROR ? -1 : 0;
  title = risalah_statement_get_text (row, 0, &title_length);
  text = risalah_statement_get_text (row, 1, &length);
  blocks = risalah_statement_get_blob (row, 2, &blocks_length);
  risalah_matcher_begin (matcher);
  if (title != NULL)
    risalah_matcher_look (matcher, title, 0, title_length);
  if (risalah_blocks_any_dropped (blocks, blocks_length))
    {
      g_autoptr (GString) kept = risalah_blocks_keep (text, length, blocks, blocks_length);
      risalah_matcher_look (matcher, kept->str, 0, kept->len);
    }
  else
    risalah_matcher_look (matcher, text, 0, length);
  return risalah_matcher_confirms (matcher);
}

/* Keeps the hits that hold the exact phrases. */
static gboolean
confirm_hits (Search *search, RisalahStemmer *stemmer, GError **error)
{
  g_autoptr (RisalahMatcher) matcher = risalah_matcher_new (search->query, NULL, stemmer);
  g_autoptr (RisalahStatement) row = NULL;
  guint n_kept = 0, n_looked;

  row = risalah_connection_prepare (search->connection,
                                    "SELECT s.title, t.text, t.blocks FROM source s"
                                    " JOIN source_text t ON t.id = s.current_text WHERE s.id = ?",
                                    error);
  if (row == NULL)
    return FALSE;
  n_looked = (search->flags & RISALAH_SEARCH_COMPLETE) != 0 ? search->hits->len
                                                            : MIN (search->hits->len, WINDOW);
  for (guint i = 0; i < n_looked; i++)
    {
      Hit hit = g_array_index (search->hits, Hit, i);
      int confirmed = confirm (search, matcher, row, hit.id, error);

      if (confirmed < 0 || is_stopped (search, error))
        return FALSE;
      if (confirmed)
        g_array_index (search->hits, Hit, n_kept++) = hit;
    }
  search->n_unconfirmed = search->hits->len - n_looked;
  g_array_set_size (search->hits, n_kept);
  return TRUE;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const RisalahFacetValue *first = a, *second = b;

  if (first->count != second->count)
    return first->count < second->count ? 1 : -1;
  return g_strcmp0 (first->value, second->value);
}

static void
count_facets (Search *search, RisalahSearchResult *result)
{
  guint *counts[RISALAH_FIELD_N];

  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    counts[field] = g_new0 (guint, risalah_columns_get_n_values (search->columns, field) + 1);
  for (guint i = 0; i < search->hits->len; i++)
    {
      const RisalahColumnsRow *row =
          risalah_columns_find (search->columns, g_array_index (search->hits, Hit, i).id);
      const guint32 *codes = risalah_columns_get_codes (search->columns, row);

      for (guint j = 0; j < row->n_codes; j++)
        counts[RISALAH_CODE_FIELD (codes[j])][RISALAH_CODE_NUMBER (codes[j])]++;
    }
  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    {
      result->facets[field] = g_array_new (FALSE, FALSE, sizeof (RisalahFacetValue));
      g_array_set_clear_func (result->facets[field], facet_value_clear);
      for (guint i = 0; i < risalah_columns_get_n_values (search->columns, field); i++)
        if (counts[field][i] > 0)
          {
            RisalahFacetValue value = {
              g_strdup (risalah_columns_get_value (search->columns, field, i)), counts[field][i]
            };
            g_array_append_val (result->facets[field], value);
          }
      g_array_sort (result->facets[field], compare_values);
      g_free (counts[field]);
    }
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return (first->id < second->id) - (first->id > second->id);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? 1 : -1;
  return (first->id < second->id) - (first->id > second->id);
}

typedef struct
{
  Hit hit;
  char *title;
} Titled;

static void
titled_clear (gpointer data)
{
  g_free (((Titled *)data)->title);
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer connection)
{
  const Titled *first = a, *second = b;
  int order = risalah_collation_compare (connection, first->title, second->title);

  return order != 0 ? order : (first->hit.id > second->hit.id) - (first->hit.id < second->hit.id);
}

static gboolean
sort_by_title (Search *search, GError **error)
{
  g_autoptr (GArray) titled = g_array_sized_new (FALSE, FALSE, sizeof (Titled), search->hits->len);
  g_autoptr (RisalahStatement) row =
      risalah_connection_prepare (search->connection, "SELECT label FROM source WHERE id = ?",
                                  error);

  g_array_set_clear_func (titled, titled_clear);
  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < search->hits->len; i++)
    {
      Titled one = { g_array_index (search->hits, Hit, i), NULL };

      risalah_statement_reset (row);
      risalah_statement_bind_int64 (row, 1, one.hit.id);
      if (risalah_statement_step (row, error) == RISALAH_STEP_ERROR || is_stopped (search, error))
        return FALSE;
      one.title = g_strdup (risalah_statement_get_text (row, 0, NULL));
      g_array_append_val (titled, one);
    }
  g_array_sort_with_data (titled, compare_titles, search->connection);
  for (guint i = 0; i < titled->len; i++)
    g_array_index (search->hits, Hit, i) = g_array_index (titled, Titled, i).hit;
  return TRUE;
}

static gboolean
sort_hits (Search *search, GError **error)
{
  gboolean ranked = risalah_query_has_words (search->query);

  switch (search->sort)
    {
    case RISALAH_SORT_RELEVANCE:
      g_array_sort (search->hits, ranked ? compare_scores : compare_days);
      return TRUE;
    case RISALAH_SORT_PUBLISHED:
      g_array_sort (search->hits, compare_days);
      return TRUE;
    case RISALAH_SORT_ADDED:
      return TRUE;
    case RISALAH_SORT_TITLE:
      return sort_by_title (search, error);
    }
  g_return_val_if_reached (FALSE);
}

static RisalahSearchResult *
make_result (Search *search)
{
  RisalahSearchResult *result = g_atomic_rc_box_new0 (RisalahSearchResult);

  result->query = risalah_query_ref (search->query);
  result->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), search->hits->len);
  result->scores = g_array_sized_new (FALSE, FALSE, sizeof (float), search->hits->len);
  for (guint i = 0; i < search->hits->len; i++)
    {
      const Hit *hit = &g_array_index (search->hits, Hit, i);

      g_array_append_val (result->ids, hit->id);
      g_array_append_val (result->scores, hit->score);
    }
  result->total = (gint64)search->hits->len + search->n_unconfirmed;
  result->total_is_exact = search->n_unconfirmed == 0;
  if ((search->flags & RISALAH_SEARCH_FACETS) != 0)
    count_facets (search, result);
  return result;
}

static gboolean
run (Search *search, GError **error)
{
  RisalahStemmer *stemmer = risalah_connection_get_stemmer (search->connection, error);

  return stemmer != NULL && collect (search, stemmer, error)
         && (!risalah_query_has_exact (search->query) || confirm_hits (search, stemmer, error))
         && sort_hits (search, error);
}

/**
 * risalah_search_run:
 * @connection: a connection
 * @query: what is asked
 * @sort: in which order
 * @flags: how much of it
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the matches
 */
RisalahSearchResult *
risalah_search_run (RisalahConnection *connection,
                    RisalahQuery *query,
                    RisalahSort sort,
                    RisalahSearchFlags flags,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RisalahFilters) filters = NULL;
  g_autoptr (GArray) hits = NULL;
  Search search = { connection, query, sort, flags, cancellable };

  g_return_val_if_fail (connection != NULL && query != NULL, NULL);

  search.columns = risalah_columns_get (connection, error);
  if (search.columns == NULL)
    return NULL;
  search.filters = filters = risalah_filters_new (search.columns, connection->lexicon, query);
  search.hits = hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  return run (&search, error) ? make_result (&search) : NULL;
}

/**
 * risalah_search_get_facet:
 * @connection: a connection
 * @field: a field
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahFacetValue): how many sources of the
 * whole library have each value, the most frequent first
 */
GArray *
risalah_search_get_facet (RisalahConnection *connection, RisalahField field, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RisalahFacetValue));
  g_autoptr (RisalahStatement) rows = NULL;
  RisalahStep step;

  g_array_set_clear_func (values, facet_value_clear);
  rows = risalah_connection_query (connection, error,
                                   "SELECT value, n FROM facet_count WHERE field = ?"
                                   " ORDER BY n DESC, value",
                                   "i", (gint64)field);
  if (rows == NULL)
    return NULL;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    {
      RisalahFacetValue value = { g_strdup (risalah_statement_get_text (rows, 0, NULL)),
                                  (guint)risalah_statement_get_int64 (rows, 1) };
      g_array_append_val (values, value);
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&values) : NULL;
}
