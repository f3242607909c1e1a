/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library tells of each event in outline; the timeline keeps less. */

#include "risalah-timeline-events.h"

#include "risalah-event-outlines.h"
#include "risalah-page-design.h"
#include "risalah-paths.h"
#include "risalah-timeline-plate.h"

/* Of a picture on its own, in points: a landscape page without its margins. */
#define PICTURE_WIDTH 770.0

static void
add_groups (RisalahTimelineItems *items, RisalahTimelineItem *item, const char *joined)
{
  g_auto (GStrv) groups = g_strsplit (joined, "\t", -1);

  for (char **group = groups; *group != NULL; group++)
    risalah_timeline_items_add_group (items, item, *group);
}

typedef struct
{
  RisalahTimelineItems *items;
  gboolean reports;
} Reading;

static void
add_cb (const RisalahEventOutline *outline, gpointer user_data)
{
  const Reading *reading = user_data;
  RisalahTimelineItems *items = reading->items;
  RisalahTimelineItem *item =
      risalah_timeline_items_add (items, outline->id, outline->title, outline->kind);

  item->status = outline->status;
  if (outline->review == RISALAH_REVIEW_SUGGESTED)
    item->flags |= RISALAH_TIMELINE_SUGGESTED;
  risalah_timeline_item_set_date (item, outline->edtf, outline->mod);
  if (reading->reports && outline->is_reported && (item->flags & RISALAH_TIMELINE_DATED) == 0)
    risalah_timeline_item_set_reported (item, outline->reported);
  if (outline->groups != NULL)
    add_groups (items, item, outline->groups);
}

/**
 * risalah_timeline_events_read:
 * @connection: a connection
 * @ids: (array length=n_ids): events
 * @n_ids: how many
 * @grouping: what will make the lanes
 * @reports: whether events without a date stand where a source told of them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the events that are there, with the groups that @grouping
 *   needs
 */
RisalahTimelineItems *
risalah_timeline_events_read (RisalahConnection *connection,
                              const gint64 *ids,
                              gsize n_ids,
                              RisalahTimelineGrouping grouping,
                              gboolean reports,
                              GError **error)
{
  g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();
  Reading reading = { items, reports };
  RisalahEventGroups groups = RISALAH_EVENT_GROUPS_NONE;

  if (grouping == RISALAH_TIMELINE_BY_COUNTRY)
    groups = RISALAH_EVENT_GROUPS_COUNTRIES;
  else if (grouping == RISALAH_TIMELINE_BY_DOSSIER)
    groups = RISALAH_EVENT_GROUPS_DOSSIERS;
  if (!risalah_event_outlines_read (connection, ids, n_ids, groups, add_cb, &reading, error))
    return NULL;
  return g_steal_pointer (&items);
}

/**
 * risalah_timeline_events_draw:
 * @index: the events
 * @first: the Julian day at the left edge
 * @end: the Julian day at the right edge
 * @terms: the words of the language
 * @error: RISALAH_BRIEF_ERROR_FONT where no face stands there
 *
 * Returns: (transfer full) (nullable): the timeline as a figure shows it, for a file of its own
 */
RisalahPlate *
risalah_timeline_events_draw (RisalahTimelineIndex *index,
                              double first,
                              double end,
                              RisalahTerms *terms,
                              GError **error)
{
  g_autoptr (RisalahPageDesign) design =
      risalah_page_design_new (RISALAH_DESIGN_INSTITUTIONAL, RISALAH_PAPER_A4);
  g_autofree char *font_dir = risalah_paths_get_font_dir ();

  return risalah_timeline_plate_new (index, first, end, PICTURE_WIDTH, terms, font_dir,
                                     design->heading_family, error);
}
