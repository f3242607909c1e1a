/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the accepted events that cite the brief's sources, and draws excerpts of them. */

#include "risalah-timeline-figure.h"

#include "risalah-events.h"
#include "risalah-library-error.h"
#include "risalah-search.h"
#include "risalah-sources.h"
#include "risalah-timeline-events.h"
#include "risalah-timeline-plate.h"

struct _RisalahTimelineFigures
{
  GHashTable *items; /* filter → RisalahTimelineItems */
  RisalahTerms *terms;
  char *font_dir;
  char *family;
};

/**
 * risalah_timeline_figures_has_one:
 * @document: a brief
 *
 * Returns: whether there is a timeline among its figures
 */
gboolean
risalah_timeline_figures_has_one (RisalahDocument *document)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_FIGURE
          && risalah_brief_block_get_figure (block)->media == NULL)
        return TRUE;
    }
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

/* The brief's sources in this library, sorted. */
static GArray *
find_sources (RisalahConnection *connection, RisalahEdition *edition, GError **error)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < edition->references->len; i++)
    {
      const RisalahReference *reference = g_ptr_array_index (edition->references, i);
      gint64 id = risalah_sources_find_uid (connection, reference->uid, error);

      if (id < 0)
        return NULL;
      if (id > 0)
        g_array_append_val (sources, id);
    }
  g_array_sort (sources, compare_ids);
  return g_steal_pointer (&sources);
}

/* The sources that a filter finds, sorted. */
static GArray *
search_sources (RisalahConnection *connection, RisalahQuery *query, GError **error)
{
  g_autoptr (RisalahSearchResult) result =
      risalah_search_run (connection, query, RISALAH_SORT_ADDED, RISALAH_SEARCH_COMPLETE, NULL,
                          error);
  GArray *sources;

  if (result == NULL)
    return NULL;
  sources = g_array_copy (result->ids);
  g_array_sort (sources, compare_ids);
  return sources;
}

static gboolean
is_among (const char *const *values, const char *value)
{
  return values == NULL || *values == NULL || g_strv_contains (values, value);
}

static gboolean
has_party (const RisalahEvent *event, const char *const *countries)
{
  if (countries == NULL || *countries == NULL)
    return TRUE;
  for (guint i = 0; i < event->parties->len; i++)
    {
      const RisalahParty *party = g_ptr_array_index (event->parties, i);

      if (g_str_equal (party->kind, "country") && g_strv_contains (countries, party->key))
        return TRUE;
    }
  return FALSE;
}

/* A filter's words choose by the articles; its countries and kinds by the events themselves. */
static gboolean
narrow (RisalahConnection *connection, GArray *ids, const RisalahQuery *query, GError **error)
{
  const char *const *kinds = risalah_query_get_filters (query, RISALAH_FIELD_KIND, FALSE);
  const char *const *countries = risalah_query_get_filters (query, RISALAH_FIELD_COUNTRY, FALSE);
  g_autoptr (GPtrArray) events =
      risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, FALSE, error);

  if (events == NULL)
    return FALSE;
  g_array_set_size (ids, 0);
  for (guint i = 0; i < events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (events, i);

      if (is_among (kinds, event->kind) && has_party (event, countries))
        g_array_append_val (ids, event->id);
    }
  return TRUE;
}

/* The accepted events that @filter chooses, all that cite @sources without one. */
static RisalahTimelineItems *
read_items (RisalahConnection *connection, const char *filter, GArray *sources, GError **error)
{
  RisalahEventFilter wanted = { .review = 1 << RISALAH_REVIEW_ACCEPTED };
  g_autoptr (RisalahQuery) query = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) ids = NULL;

  wanted.sources = sources->len > 0 ? sources : NULL;
  if (*filter != '\0')
    {
      query = risalah_query_parse (filter, FALSE, error);
      found = query != NULL ? search_sources (connection, query, error) : NULL;
      if (found == NULL)
        return NULL;
      wanted.sources = found;
    }
  ids = risalah_events_list (connection, &wanted, error);
  if (ids == NULL || (query != NULL && !narrow (connection, ids, query, error)))
    return NULL;
  return risalah_timeline_events_read (connection, (const gint64 *)ids->data, ids->len,
                                       RISALAH_TIMELINE_BY_COUNTRY, FALSE, error);
}

/* Each event's line in the table of events, from 1; 0 where it has none. */
static void
number_items (RisalahTimelineItems *items, const RisalahEdition *edition)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < edition->events->len; i++)
    {
      const RisalahEventLine *line = g_ptr_array_index (edition->events, i);

      g_hash_table_insert (lines, (gpointer)&line->event, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < risalah_timeline_items_get_n (items); i++)
    risalah_timeline_items_set_number (
        items, i,
        GPOINTER_TO_UINT (g_hash_table_lookup (lines, &risalah_timeline_items_get (items, i)->id)));
}

static const char *
get_filter (const RisalahFigure *figure)
{
  return figure->filter != NULL ? figure->filter : "";
}

/* What each timeline of the document shows, those with the same filter once. A filter that nobody
 * understands finds nothing, and its figure is left out. */
static gboolean
read_figures (RisalahTimelineFigures *self,
              RisalahConnection *connection,
              const RisalahEdition *edition,
              GArray *sources,
              GError **error)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (edition->document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (edition->document, i);
      const RisalahFigure *figure =
          risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_FIGURE
              ? risalah_brief_block_get_figure (block)
              : NULL;
      RisalahTimelineItems *items;
      GError *own_error = NULL;

      if (figure == NULL || figure->media != NULL
          || g_hash_table_contains (self->items, get_filter (figure)))
        continue;
      items = read_items (connection, get_filter (figure), sources, &own_error);
      if (g_error_matches (own_error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_QUERY))
        {
          g_clear_error (&own_error);
          continue;
        }
      if (items == NULL)
        {
          g_propagate_error (error, own_error);
          return FALSE;
        }
      number_items (items, edition);
      g_hash_table_insert (self->items, g_strdup (get_filter (figure)), items);
    }
  return TRUE;
}

/**
 * risalah_timeline_figures_gather:
 * @connection: a connection, in a transaction
 * @edition: an edition with its references and its table of events, by whose lines marks are
 *   numbered
 * @figures: (out) (nullable): what its timelines show; %NULL where it has none
 *
 * A timeline shows the accepted events that the brief's sources are evidence for; in a brief that
 * cites nothing yet, all accepted ones. One with a filter shows the accepted events that this
 * finds.
 *
 * Returns: whether the library could be read
 */
gboolean
risalah_timeline_figures_gather (RisalahConnection *connection,
                                 RisalahEdition *edition,
                                 RisalahTimelineFigures **figures,
                                 GError **error)
{
  g_autoptr (GArray) sources = NULL;
  RisalahTimelineFigures *self;

  *figures = NULL;
  if (!risalah_timeline_figures_has_one (edition->document))
    return TRUE;
  sources = find_sources (connection, edition, error);
  if (sources == NULL)
    return FALSE;
  self = g_new0 (RisalahTimelineFigures, 1);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify)risalah_timeline_items_unref);
  self->terms = risalah_terms_ref (edition->terms);
  self->font_dir = g_strdup (edition->font_dir);
  self->family = g_strdup (edition->design->heading_family);
  if (!read_figures (self, connection, edition, sources, error))
    {
      risalah_timeline_figures_free (self);
      return FALSE;
    }
  *figures = self;
  return TRUE;
}

/* The bounds that the figure states, else those of its events with some air about them. */
static void
get_span (const RisalahTimelineIndex *index,
          const RisalahFigure *figure,
          double *first,
          double *end)
{
  g_autoptr (RisalahEdtf) from =
      figure->from != NULL ? risalah_edtf_parse (figure->from, NULL) : NULL;
  g_autoptr (RisalahEdtf) to = figure->to != NULL ? risalah_edtf_parse (figure->to, NULL) : NULL;
  gint64 earliest, latest, day;
  double air;

  risalah_timeline_index_get_span (index, &earliest, &latest);
  air = MAX (10, (latest - earliest) * 0.04);
  *first = earliest - air;
  *end = latest + 1 + air * 5;
  if (from != NULL && risalah_edtf_get_earliest (from, &day))
    *first = day;
  if (to != NULL && risalah_edtf_get_latest (to, &day))
    *end = day + 1;
}

/**
 * risalah_timeline_figures_make_plate:
 * @self: the edition's events
 * @figure: a timeline excerpt
 * @width: in points
 *
 * Returns: (transfer full) (nullable): its drawing, %NULL where no event has a date
 */
RisalahPlate *
risalah_timeline_figures_make_plate (RisalahTimelineFigures *self,
                                     const RisalahFigure *figure,
                                     double width)
{
  RisalahTimelineGrouping grouping = RISALAH_TIMELINE_BY_NOTHING;
  RisalahTimelineItems *items = g_hash_table_lookup (self->items, get_filter (figure));
  g_autoptr (RisalahTimelineIndex) index = NULL;
  double first, end;

  if (items == NULL)
    return NULL;
  if (g_strcmp0 (figure->group, "country") == 0)
    grouping = RISALAH_TIMELINE_BY_COUNTRY;
  else if (g_strcmp0 (figure->group, "kind") == 0)
    grouping = RISALAH_TIMELINE_BY_KIND;
  else if (g_strcmp0 (figure->group, "status") == 0)
    grouping = RISALAH_TIMELINE_BY_STATUS;
  index = risalah_timeline_index_new (items, grouping);
  if (risalah_timeline_index_get_n_lanes (index) == 0)
    return NULL;
  get_span (index, figure, &first, &end);
  return risalah_timeline_plate_new (index, first, end, width, self->terms, self->font_dir,
                                     self->family, NULL);
}

/**
 * risalah_timeline_figures_free:
 * @self: (transfer full): the events
 */
void
risalah_timeline_figures_free (RisalahTimelineFigures *self)
{
  g_hash_table_unref (self->items);
  risalah_terms_unref (self->terms);
  g_free (self->font_dir);
  g_free (self->family);
  g_free (self);
}
