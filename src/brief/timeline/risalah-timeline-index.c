/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sorted array read as a balanced tree whose nodes know the last day below them (Cormen et al.,
 * Introduction to Algorithms, §14.3): O(log n + k). */

#include "risalah-timeline-index.h"

#include <string.h>

typedef struct
{
  const char *key;
  GArray *entries; /* (element-type RisalahTimelineEntry): by first day */
  GArray *ends;    /* (element-type gint32): their last days, sorted */
} Lane;

struct _RisalahTimelineIndex
{
  RisalahTimelineItems *items;
  RisalahTimelineGrouping grouping;
  GPtrArray *lanes;
  guint n_undated;
  guint n_spanning; /* events that make the span */
  gint64 first;
  gint64 last;
};

static const char *const status_keys[] = { "held", "planned", "proposed", "cancelled" };

static void
free_lane (gpointer data)
{
  Lane *lane = data;

  g_array_unref (lane->entries);
  g_array_unref (lane->ends);
  g_free (lane);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const RisalahTimelineEntry *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->last != other->last)
    return one->last > other->last ? -1 : 1;
  return one->item < other->item ? -1 : one->item > other->item;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 one = *(const gint32 *)a, other = *(const gint32 *)b;

  return one < other ? -1 : one > other;
}

/* The fullest lane comes first, the events of no country last. */
static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const Lane *one = *(Lane *const *)a, *other = *(Lane *const *)b;

  if ((one->key[0] == '\0') != (other->key[0] == '\0'))
    return one->key[0] == '\0' ? 1 : -1;
  if (one->entries->len != other->entries->len)
    return one->entries->len > other->entries->len ? -1 : 1;
  return strcmp (one->key, other->key);
}

static void
add_entry (RisalahTimelineIndex *self, GHashTable *by_key, const char *key, guint item)
{
  const RisalahTimelineItem *what = risalah_timeline_items_get (self->items, item);
  const RisalahTimelineEntry entry = { what->first, what->last, what->last, item };
  Lane *lane = g_hash_table_lookup (by_key, key);

  if (lane == NULL)
    {
      lane = g_new (Lane, 1);
      lane->key = key;
      lane->entries = g_array_new (FALSE, FALSE, sizeof (RisalahTimelineEntry));
      lane->ends = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_ptr_array_add (self->lanes, lane);
      g_hash_table_insert (by_key, (gpointer)key, lane);
    }
  g_array_append_val (lane->entries, entry);
  g_array_append_val (lane->ends, what->last);
}

static void
add_item (RisalahTimelineIndex *self, GHashTable *by_key, guint item)
{
  const RisalahTimelineItem *what = risalah_timeline_items_get (self->items, item);

  if (self->grouping == RISALAH_TIMELINE_BY_KIND)
    add_entry (self, by_key, what->kind, item);
  else if (self->grouping == RISALAH_TIMELINE_BY_STATUS)
    add_entry (self, by_key, status_keys[MIN (what->status, RISALAH_TIMELINE_CANCELLED)], item);
  else if (self->grouping != RISALAH_TIMELINE_BY_NOTHING && what->groups != NULL)
    for (guint i = 0; what->groups[i] != NULL; i++)
      add_entry (self, by_key, what->groups[i], item);
  else
    add_entry (self, by_key, "", item);
}

/* The subtree of the entries from @from to before @to is rooted in their middle. */
static gint32
note_latest (GArray *entries, guint from, guint to)
{
  guint middle = from + (to - from) / 2;
  RisalahTimelineEntry *entry;
  gint32 left, right;

  if (from >= to)
    return G_MININT32;
  left = note_latest (entries, from, middle);
  right = note_latest (entries, middle + 1, to);
  entry = &g_array_index (entries, RisalahTimelineEntry, middle);
  entry->latest = MAX (entry->last, MAX (left, right));
  return entry->latest;
}

static void
note_span (RisalahTimelineIndex *self, const RisalahTimelineItem *item)
{
  self->n_spanning++;
  self->first = MIN (self->first, item->first);
  self->last = MAX (self->last, item->last);
}

/* Where nothing is dated, the axis is that of the reports. */
static void
note_reported (RisalahTimelineIndex *self)
{
  for (guint i = 0; i < risalah_timeline_items_get_n (self->items); i++)
    {
      const RisalahTimelineItem *item = risalah_timeline_items_get (self->items, i);

      if ((item->flags & RISALAH_TIMELINE_REPORTED) != 0)
        note_span (self, item);
    }
}

/**
 * risalah_timeline_index_new:
 * @items: the events; they may not change any more
 * @grouping: what makes the lanes
 *
 * Returns: (transfer full): the index
 */
RisalahTimelineIndex *
risalah_timeline_index_new (RisalahTimelineItems *items, RisalahTimelineGrouping grouping)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  RisalahTimelineIndex *self = g_new0 (RisalahTimelineIndex, 1);

  self->items = risalah_timeline_items_ref (items);
  self->grouping = grouping;
  self->lanes = g_ptr_array_new_with_free_func (free_lane);
  self->first = G_MAXINT64;
  self->last = G_MININT64;
  for (guint i = 0; i < risalah_timeline_items_get_n (items); i++)
    {
      const RisalahTimelineItem *item = risalah_timeline_items_get (items, i);

      if ((item->flags & RISALAH_TIMELINE_DATED) != 0)
        note_span (self, item);
      else
        self->n_undated++;
      if ((item->flags & (RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_REPORTED)) != 0)
        add_item (self, by_key, i);
    }
  if (self->n_spanning == 0)
    note_reported (self);
  g_ptr_array_sort (self->lanes, compare_lanes);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = g_ptr_array_index (self->lanes, i);

      g_array_sort (lane->entries, compare_entries);
      g_array_sort (lane->ends, compare_days);
      note_latest (lane->entries, 0, lane->entries->len);
    }
  return self;
}

/**
 * risalah_timeline_index_free:
 * @self: (transfer full): an index
 */
void
risalah_timeline_index_free (RisalahTimelineIndex *self)
{
  g_ptr_array_unref (self->lanes);
  risalah_timeline_items_unref (self->items);
  g_free (self);
}

/**
 * risalah_timeline_index_get_items:
 * @self: an index
 *
 * Returns: (transfer none): what it was made of
 */
RisalahTimelineItems *
risalah_timeline_index_get_items (const RisalahTimelineIndex *self)
{
  return self->items;
}

/**
 * risalah_timeline_index_get_grouping:
 * @self: an index
 *
 * Returns: what makes its lanes
 */
RisalahTimelineGrouping
risalah_timeline_index_get_grouping (const RisalahTimelineIndex *self)
{
  return self->grouping;
}

/**
 * risalah_timeline_index_get_n_lanes:
 * @self: an index
 *
 * Returns: how many lanes have an event on the axis
 */
guint
risalah_timeline_index_get_n_lanes (const RisalahTimelineIndex *self)
{
  return self->lanes->len;
}

/**
 * risalah_timeline_index_get_key:
 * @self: an index
 * @lane: a lane
 *
 * Returns: (transfer none): its country, kind, status or dossier; "" for events that have none
 */
const char *
risalah_timeline_index_get_key (const RisalahTimelineIndex *self, guint lane)
{
  return ((Lane *)g_ptr_array_index (self->lanes, lane))->key;
}

/**
 * risalah_timeline_index_get_span:
 * @self: an index
 * @first: (out): the first day of any event
 * @last: (out): the last
 *
 * Events without a date count only where no event has one.
 *
 * Returns: whether any event has a place on the axis
 */
gboolean
risalah_timeline_index_get_span (const RisalahTimelineIndex *self, gint64 *first, gint64 *last)
{
  if (self->n_spanning == 0)
    return FALSE;
  *first = self->first;
  *last = self->last;
  return TRUE;
}

/**
 * risalah_timeline_index_get_n_undated:
 * @self: an index
 *
 * Returns: how many events need a date
 */
guint
risalah_timeline_index_get_n_undated (const RisalahTimelineIndex *self)
{
  return self->n_undated;
}

/**
 * risalah_timeline_index_get_entries:
 * @self: an index
 * @lane: a lane
 * @n_entries: (out): how many
 *
 * Returns: (transfer none) (array length=n_entries): the lane's entries by first day
 */
const RisalahTimelineEntry *
risalah_timeline_index_get_entries (const RisalahTimelineIndex *self, guint lane, guint *n_entries)
{
  GArray *entries = ((Lane *)g_ptr_array_index (self->lanes, lane))->entries;

  *n_entries = entries->len;
  return (const RisalahTimelineEntry *)entries->data;
}

/**
 * risalah_timeline_index_find:
 * @self: an index
 * @lane: a lane
 * @day: a Julian day
 *
 * Returns: the first of the lane's entries that begins on @day or later, or how many there are
 */
guint
risalah_timeline_index_find (const RisalahTimelineIndex *self, guint lane, double day)
{
  guint n_entries;
  const RisalahTimelineEntry *entries = risalah_timeline_index_get_entries (self, lane, &n_entries);
  guint low = 0, high = n_entries;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((double)entries[middle].first < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  const RisalahTimelineEntry *entries;
  gint64 from;
  gint64 to;
  RisalahTimelineEntryFunc func;
  gpointer user_data;
} Visit;

static gboolean
visit (const Visit *self, guint from, guint to)
{
  guint middle = from + (to - from) / 2;
  const RisalahTimelineEntry *entry = &self->entries[middle];

  if (from >= to || entry->latest < self->from)
    return TRUE;
  if (!visit (self, from, middle))
    return FALSE;
  if (entry->first > self->to)
    return TRUE;
  if (entry->last >= self->from && !self->func (entry, self->user_data))
    return FALSE;
  return visit (self, middle + 1, to);
}

/**
 * risalah_timeline_index_foreach:
 * @self: an index
 * @lane: a lane
 * @from: a Julian day
 * @to: a Julian day
 * @func: (scope call): called for each entry that touches a day from @from to @to, by first day
 * @user_data: handed to @func
 */
void
risalah_timeline_index_foreach (const RisalahTimelineIndex *self,
                                guint lane,
                                gint64 from,
                                gint64 to,
                                RisalahTimelineEntryFunc func,
                                gpointer user_data)
{
  Visit visiting = { NULL, from, to, func, user_data };
  guint n_entries;

  visiting.entries = risalah_timeline_index_get_entries (self, lane, &n_entries);
  visit (&visiting, 0, n_entries);
}

/**
 * risalah_timeline_index_count_across:
 * @self: an index
 * @lane: a lane
 * @day: a Julian day
 *
 * Returns: how many entries begin before @day and end on it or later
 */
guint
risalah_timeline_index_count_across (const RisalahTimelineIndex *self, guint lane, gint64 day)
{
  GArray *ends = ((Lane *)g_ptr_array_index (self->lanes, lane))->ends;
  guint low = 0, high = ends->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ends, gint32, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return risalah_timeline_index_find (self, lane, day) - low;
}
