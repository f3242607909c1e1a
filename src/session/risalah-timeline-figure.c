/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the accepted events that cite the brief's sources, and draws excerpts of them. */

#include "risalah-timeline-figure.h"

#include "risalah-events.h"
#include "risalah-sources.h"
#include "risalah-timeline-plate.h"

struct _RisalahTimelineFigures
{
  RisalahTimelineItems *items;
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

/* The event's line in the table of events, from 1; 0 where it has none. */
static guint
find_line (const RisalahEdition *edition, gint64 event)
{
  for (guint i = 0; i < edition->events->len; i++)
    if (((const RisalahEventLine *)g_ptr_array_index (edition->events, i))->event == event)
      return i + 1;
  return 0;
}

static void
add_event (RisalahTimelineFigures *self, const RisalahEdition *edition, const RisalahEvent *event)
{
  RisalahTimelineItem *item =
      risalah_timeline_items_add (self->items, event->id, event->title != NULL ? event->title : "",
                                  event->kind);

  risalah_timeline_item_set_date (item, event->edtf, event->mod);
  item->status = event->status;
  item->number = find_line (edition, event->id);
  for (guint i = 0; i < event->parties->len; i++)
    {
      const RisalahParty *party = g_ptr_array_index (event->parties, i);

      if (g_str_equal (party->kind, "country"))
        risalah_timeline_items_add_group (self->items, item, party->key);
    }
}

/**
 * risalah_timeline_figures_gather:
 * @connection: a connection, in a transaction
 * @edition: an edition with its references and its table of events, by whose lines marks are
 *   numbered
 * @figures: (out) (nullable): what its timelines show; %NULL where it has none
 *
 * A timeline shows the accepted events that the brief's sources are evidence for; in a brief that
 * cites nothing yet, all accepted ones.
 *
 * Returns: whether the library could be read
 */
gboolean
risalah_timeline_figures_gather (RisalahConnection *connection,
                                 RisalahEdition *edition,
                                 RisalahTimelineFigures **figures,
                                 GError **error)
{
  RisalahEventFilter filter = { .review = 1 << RISALAH_REVIEW_ACCEPTED };
  g_autoptr (GArray) sources = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) events = NULL;
  RisalahTimelineFigures *self;

  *figures = NULL;
  if (!risalah_timeline_figures_has_one (edition->document))
    return TRUE;
  sources = find_sources (connection, edition, error);
  if (sources == NULL)
    return FALSE;
  filter.sources = sources->len > 0 ? sources : NULL;
  ids = risalah_events_list (connection, &filter, error);
  if (ids == NULL)
    return FALSE;
  events = risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, FALSE, error);
  if (events == NULL)
    return FALSE;
  self = g_new0 (RisalahTimelineFigures, 1);
  self->items = risalah_timeline_items_new ();
  self->terms = risalah_terms_ref (edition->terms);
  self->font_dir = g_strdup (edition->font_dir);
  self->family = g_strdup (edition->design->heading_family);
  for (guint i = 0; i < events->len; i++)
    add_event (self, edition, g_ptr_array_index (events, i));
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
 * A figure with a query is left out, since events cannot be searched by words: it would show what
 * the analyst did not choose.
 *
 * Returns: (transfer full) (nullable): its drawing, %NULL where no event has a date
 */
RisalahPlate *
risalah_timeline_figures_make_plate (RisalahTimelineFigures *self,
                                     const RisalahFigure *figure,
                                     double width)
{
  RisalahTimelineGrouping grouping = RISALAH_TIMELINE_BY_NOTHING;
  g_autoptr (RisalahTimelineIndex) index = NULL;
  double first, end;

  if (figure->filter != NULL && *figure->filter != '\0')
    return NULL;
  if (g_strcmp0 (figure->group, "country") == 0)
    grouping = RISALAH_TIMELINE_BY_COUNTRY;
  else if (g_strcmp0 (figure->group, "kind") == 0)
    grouping = RISALAH_TIMELINE_BY_KIND;
  index = risalah_timeline_index_new (self->items, grouping);
  if (risalah_timeline_index_get_n_lanes (index) == 0)
    return NULL;
  get_span (index, figure, &first, &end);
  return risalah_timeline_plate_new (g_steal_pointer (&index), first, end, width, self->terms,
                                     self->font_dir, self->family, NULL);
}

/**
 * risalah_timeline_figures_free:
 * @self: (transfer full): the events
 */
void
risalah_timeline_figures_free (RisalahTimelineFigures *self)
{
  risalah_timeline_items_unref (self->items);
  risalah_terms_unref (self->terms);
  g_free (self->font_dir);
  g_free (self->family);
  g_free (self);
}
