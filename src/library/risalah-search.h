/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: from a query to the ids of sources in order, how many there are and of what kinds, and
 * for the rows that are shown the passage that matched. */
#pragma once

#include <gio/gio.h>

#include "risalah-connection.h"
#include "risalah-query.h"

G_BEGIN_DECLS

/**
 * RisalahSort:
 * @RISALAH_SORT_RELEVANCE: the best match first; without words the latest published
 * @RISALAH_SORT_PUBLISHED: the latest published first, those without a date last
 * @RISALAH_SORT_ADDED: the latest added first
 * @RISALAH_SORT_TITLE: by label, as the locale sorts
 */
typedef enum
{
  RISALAH_SORT_RELEVANCE,
  RISALAH_SORT_PUBLISHED,
  RISALAH_SORT_ADDED,
  RISALAH_SORT_TITLE,
} RisalahSort;

/**
 * RisalahSearchFlags:
 * @RISALAH_SEARCH_COMPLETE: every match is ranked and every exact phrase confirmed; without it,
 *   while the analyst types, only the 2,000 newest are
 * @RISALAH_SEARCH_FACETS: count the matches by field
 */
typedef enum
{
  RISALAH_SEARCH_NONE = 0,
  RISALAH_SEARCH_COMPLETE = 1 << 0,
  RISALAH_SEARCH_FACETS = 1 << 1,
} RisalahSearchFlags;

/**
 * RisalahFacetValue:
 * @value: as a filter takes it: "PK", "Warta Contoh", "2025", "none" for not graded
 * @count: how many matches have it
 */
typedef struct
{
  char *value;
  guint count;
} RisalahFacetValue;

/**
 * RisalahSearchResult:
 * @query: what was searched
 * @ids: (element-type gint64): the matches in order
 * @scores: (element-type float): higher is better, as many as @ids, 0 where nothing was ranked
 * @total: how many matches there are; more than @ids holds only where phrases are not all confirmed
 * @total_is_exact: %FALSE where some of @total may yet turn out not to hold an exact phrase
 * @facets: (array fixed-size=RISALAH_FIELD_N) (nullable): per field (element-type
 *   RisalahFacetValue), the most frequent first; of RISALAH_FIELD_DATE the years; %NULL where not
 *   asked for
 *
 * An immutable, reference-counted record.
 */
typedef struct
{
  RisalahQuery *query;
  GArray *ids;
  GArray *scores;
  gint64 total;
  gboolean total_is_exact;
  GArray *facets[RISALAH_FIELD_N];
} RisalahSearchResult;

/**
 * RisalahMatch:
 *
 * A range of characters, from @start to before @end.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} RisalahMatch;

/**
 * RisalahSnippet:
 * @source: which source
 * @text: the passage, one line
 * @offset: the character of the stored text at which it begins
 * @matches: (element-type RisalahMatch): what matched, in characters of @text
 * @label_matches: (element-type RisalahMatch): what matched in the source's label
 */
typedef struct
{
  gint64 source;
  char *text;
  gint64 offset;
  GArray *matches;
  GArray *label_matches;
} RisalahSnippet;

RisalahSearchResult *risalah_search_run          (RisalahConnection    *connection,
                                                  RisalahQuery         *query,
                                                  RisalahSort           sort,
                                                  RisalahSearchFlags    flags,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
void                 risalah_search_result_unref (RisalahSearchResult  *self);

/* (transfer full) (element-type RisalahSnippet): for some sources, in the order given. */
GPtrArray           *risalah_search_get_snippets (RisalahConnection    *connection,
                                                  RisalahQuery         *query,
                                                  const gint64         *ids,
                                                  gsize                 n_ids,
                                                  GError              **error);
void                 risalah_snippet_free        (RisalahSnippet       *self);
/* (transfer full) (element-type RisalahMatch): every match in one stored text, for the reader. */
GArray              *risalah_search_get_matches  (RisalahConnection    *connection,
                                                  RisalahQuery         *query,
                                                  const char           *text,
                                                  GError              **error);
/* All counts of the whole library from the table that the transactions keep: (transfer full)
 * (element-type RisalahFacetValue). */
GArray              *risalah_search_get_facet    (RisalahConnection    *connection,
                                                  RisalahField          field,
                                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahSearchResult, risalah_search_result_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahSnippet, risalah_snippet_free)

G_END_DECLS
