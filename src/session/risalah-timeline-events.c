/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library tells of each event in outline; the timeline keeps less. */

#include "risalah-timeline-events.h"

#include "risalah-event-outlines.h"

static void
add_groups (RisalahTimelineItems *items, RisalahTimelineItem *item, const char *joined)
{
  g_auto (GStrv) groups = g_strsplit (joined, "\t", -1);

  for (char **group = groups; *group != NULL; group++)
    risalah_timeline_items_add_group (items, item, *group);
}

static void
add_cb (const RisalahEventOutline *outline, gpointer user_data)
{
  RisalahTimelineItems *items = user_data;
  RisalahTimelineItem *item =
      risalah_timeline_items_add (items, outline->id, outline->title, outline->kind);

  item->status = outline->status;
  if (outline->review == RISALAH_REVIEW_SUGGESTED)
    item->flags |= RISALAH_TIMELINE_SUGGESTED;
  risalah_timeline_item_set_date (item, outline->edtf, outline->mod);
  if (outline->is_reported && (item->flags & RISALAH_TIMELINE_DATED) == 0)
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
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the events that are there, with the groups that @grouping
 *   needs; those without a date stand where a source told of them
 */
RisalahTimelineItems *
risalah_timeline_events_read (RisalahConnection *connection,
                              const gint64 *ids,
                              gsize n_ids,
                              RisalahTimelineGrouping grouping,
                              GError **error)
{
  g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();
  RisalahEventGroups groups = RISALAH_EVENT_GROUPS_NONE;

  if (grouping == RISALAH_TIMELINE_BY_COUNTRY)
    groups = RISALAH_EVENT_GROUPS_COUNTRIES;
  else if (grouping == RISALAH_TIMELINE_BY_DOSSIER)
    groups = RISALAH_EVENT_GROUPS_DOSSIERS;
  if (!risalah_event_outlines_read (connection, ids, n_ids, groups, add_cb, items, error))
    return NULL;
  return g_steal_pointer (&items);
}
