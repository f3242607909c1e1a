/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF to a point, a band, soft or dashed or fading ends; bad dates are no dates. */

#include "risalah-timeline-item.h"

#define MOST_CHARACTERS 160
/* Days further away than any date of a history or a plan: 5 million years. */
#define FURTHEST G_GINT64_CONSTANT (2000000000)

struct _RisalahTimelineItems
{
  gatomicrefcount ref_count;
  GArray *array; /* (element-type RisalahTimelineItem) */
  GStringChunk *strings;
  GHashTable *groups; /* names joined by tabs → (array zero-terminated=1) */
};

/* What is early, in the middle or late of a span is the third of it; its ends are soft. */
static void
narrow (RisalahTimelineItem *self, RisalahEdtfMod mod)
{
  gint32 third = (self->last - self->first + 1) / 3;

  if (mod == RISALAH_EDTF_MOD_BEFORE)
    {
      self->last = self->first;
      self->flags |= RISALAH_TIMELINE_OPEN_START;
      self->flags &= ~RISALAH_TIMELINE_OPEN_END;
    }
  else if (mod == RISALAH_EDTF_MOD_AFTER)
    {
      self->first = self->last;
      self->flags |= RISALAH_TIMELINE_OPEN_END;
      self->flags &= ~RISALAH_TIMELINE_OPEN_START;
    }
  else if (mod != RISALAH_EDTF_MOD_NONE && third > 0)
    {
      if (mod != RISALAH_EDTF_MOD_EARLY)
        self->first += mod == RISALAH_EDTF_MOD_MID ? third : 2 * third;
      if (mod != RISALAH_EDTF_MOD_LATE)
        self->last -= mod == RISALAH_EDTF_MOD_MID ? third : 2 * third;
      self->flags |= RISALAH_TIMELINE_SOFT;
    }
}

/**
 * risalah_timeline_item_set_date:
 * @self: an item
 * @edtf: (nullable): its date
 * @mod: what the text says beside it
 *
 * A date that is none, has no year or ends before it begins leaves the item without a place.
 */
void
risalah_timeline_item_set_date (RisalahTimelineItem *self, const char *edtf, RisalahEdtfMod mod)
{
  g_autoptr (RisalahEdtf) date = edtf != NULL ? risalah_edtf_parse (edtf, NULL) : NULL;
  gboolean has_first, has_last;
  gint64 first, last;

  self->flags &= RISALAH_TIMELINE_SUGGESTED;
  self->first = self->last = 0;
  if (date == NULL)
    return;
  has_first = risalah_edtf_get_earliest (date, &first);
  has_last = risalah_edtf_get_latest (date, &last);
  if ((!has_first && !has_last) || (has_first && has_last && last < first))
    return;
  if (has_first)
    self->first = CLAMP (first, -FURTHEST, FURTHEST);
  if (has_last)
    self->last = CLAMP (last, -FURTHEST, FURTHEST);
  self->flags |= RISALAH_TIMELINE_DATED;
  if (!has_first)
    {
      self->first = self->last;
      self->flags |= RISALAH_TIMELINE_OPEN_START;
    }
  if (!has_last)
    {
      self->last = self->first;
      self->flags |= RISALAH_TIMELINE_OPEN_END;
    }
  if (risalah_edtf_is_approximate (date))
    self->flags |= RISALAH_TIMELINE_SOFT;
  if (risalah_edtf_is_uncertain (date) || risalah_edtf_get_kind (date) == RISALAH_EDTF_ONE_OF)
    self->flags |= RISALAH_TIMELINE_DASHED;
  narrow (self, mod);
  if (self->first == self->last
      && (self->flags & (RISALAH_TIMELINE_OPEN_START | RISALAH_TIMELINE_OPEN_END)) == 0)
    self->flags |= RISALAH_TIMELINE_POINT;
}

/**
 * risalah_timeline_item_set_reported:
 * @self: an item without a date
 * @day: the Julian day of the first source that tells of it
 *
 * It is drawn there as a tick that says so; the axis does not grow for it.
 */
void
risalah_timeline_item_set_reported (RisalahTimelineItem *self, gint64 day)
{
  g_return_if_fail ((self->flags & RISALAH_TIMELINE_DATED) == 0);

  self->first = self->last = CLAMP (day, -FURTHEST, FURTHEST);
  self->flags |= RISALAH_TIMELINE_REPORTED | RISALAH_TIMELINE_POINT;
}

/**
 * risalah_timeline_items_new:
 *
 * Returns: (transfer full): none yet
 */
RisalahTimelineItems *
risalah_timeline_items_new (void)
{
  RisalahTimelineItems *self = g_new0 (RisalahTimelineItems, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->array = g_array_new (FALSE, TRUE, sizeof (RisalahTimelineItem));
  self->strings = g_string_chunk_new (4096);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * risalah_timeline_items_ref:
 * @self: items
 *
 * Returns: (transfer full): @self
 */
RisalahTimelineItems *
risalah_timeline_items_ref (RisalahTimelineItems *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * risalah_timeline_items_unref:
 * @self: (transfer full): items
 */
void
risalah_timeline_items_unref (RisalahTimelineItems *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->array);
  g_string_chunk_free (self->strings);
  g_hash_table_unref (self->groups);
  g_free (self);
}

/**
 * risalah_timeline_items_add:
 * @self: items
 * @id: the event's number
 * @title: its title; only its first characters are kept
 * @kind: its kind, "meeting"
 *
 * Returns: (transfer none): the new item, until the next one is added
 */
RisalahTimelineItem *
risalah_timeline_items_add (RisalahTimelineItems *self,
                            gint64 id,
                            const char *title,
                            const char *kind)
{
  RisalahTimelineItem item = { .id = id, .kind = g_intern_string (kind) };
  const char *end = title;

  for (guint i = 0; i < MOST_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  item.title = g_string_chunk_insert_len (self->strings, title, end - title);
  g_array_append_val (self->array, item);
  return &g_array_index (self->array, RisalahTimelineItem, self->array->len - 1);
}

/**
 * risalah_timeline_items_add_group:
 * @self: items
 * @item: one of them
 * @group: an ISO 3166 code, or a dossier's name
 *
 * Gives it a lane; a group twice is there once. Items with the same groups share them.
 */
void
risalah_timeline_items_add_group (RisalahTimelineItems *self,
                                  RisalahTimelineItem *item,
                                  const char *group)
{
  const char *interned = g_intern_string (group);
  g_autoptr (GString) key = g_string_new (interned);
  const char **groups;
  guint n = 0;

  for (; item->groups != NULL && item->groups[n] != NULL; n++)
    {
      if (item->groups[n] == interned)
        return;
      g_string_append_printf (key, "\t%s", item->groups[n]);
    }
  groups = g_hash_table_lookup (self->groups, key->str);
  if (groups == NULL)
    {
      groups = g_new0 (const char *, n + 2);
      for (guint i = 0; i < n; i++)
        groups[i] = item->groups[i];
      groups[n] = interned;
      g_hash_table_insert (self->groups, g_strdup (key->str), groups);
    }
  item->groups = groups;
}

/**
 * risalah_timeline_items_set_number:
 * @self: items
 * @position: less than risalah_timeline_items_get_n()
 * @number: its number in the table of events, 0 for none
 */
void
risalah_timeline_items_set_number (RisalahTimelineItems *self, guint position, guint number)
{
  g_array_index (self->array, RisalahTimelineItem, position).number = number;
}

/**
 * risalah_timeline_items_get_n:
 * @self: items
 *
 * Returns: how many there are
 */
guint
risalah_timeline_items_get_n (RisalahTimelineItems *self)
{
  return self->array->len;
}

/**
 * risalah_timeline_items_get:
 * @self: items
 * @position: less than risalah_timeline_items_get_n()
 *
 * Returns: (transfer none): the item there
 */
const RisalahTimelineItem *
risalah_timeline_items_get (RisalahTimelineItems *self, guint position)
{
  return &g_array_index (self->array, RisalahTimelineItem, position);
}
