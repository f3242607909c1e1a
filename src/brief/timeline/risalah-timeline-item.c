/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF to a point, a band, soft or dashed or fading ends; bad dates are no dates. */

#include "risalah-timeline-item.h"

#include <string.h>

#define MOST_CHARACTERS 160

/**
 * risalah_timeline_item_init:
 * @self: (out caller-allocates): an item
 * @id: the event's number
 * @title: its title; only its first characters are kept
 * @kind: its kind, "meeting"
 */
void
risalah_timeline_item_init (RisalahTimelineItem *self,
                            gint64 id,
                            const char *title,
                            const char *kind)
{
  g_return_if_fail (self != NULL && title != NULL && kind != NULL);

  memset (self, 0, sizeof *self);
  self->id = id;
  self->title = g_utf8_strlen (title, MOST_CHARACTERS * 4) > MOST_CHARACTERS
                    ? g_utf8_substring (title, 0, MOST_CHARACTERS)
                    : g_strdup (title);
  self->kind = g_intern_string (kind);
}

/* What is early, in the middle or late of a span is the third of it; its ends are soft. */
static void
narrow (RisalahTimelineItem *self, RisalahEdtfMod mod)
{
  gint64 third = (self->last - self->first + 1) / 3;

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

  self->flags &= RISALAH_TIMELINE_SUGGESTED;
  self->first = self->last = 0;
  if (date == NULL)
    return;
  has_first = risalah_edtf_get_earliest (date, &self->first);
  has_last = risalah_edtf_get_latest (date, &self->last);
  if ((!has_first && !has_last) || (has_first && has_last && self->last < self->first))
    return;
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
 * risalah_timeline_item_add_country:
 * @self: an item
 * @code: an ISO 3166 code
 *
 * Gives it a lane by country; a country twice is there once.
 */
void
risalah_timeline_item_add_country (RisalahTimelineItem *self, const char *code)
{
  const char *interned = g_intern_string (code);
  guint n = 0;

  for (; self->countries != NULL && self->countries[n] != NULL; n++)
    if (self->countries[n] == interned)
      return;
  self->countries = g_renew (const char *, self->countries, n + 2);
  self->countries[n] = interned;
  self->countries[n + 1] = NULL;
}

/**
 * risalah_timeline_item_clear:
 * @self: an item, whose strings go
 */
void
risalah_timeline_item_clear (RisalahTimelineItem *self)
{
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->countries, g_free);
}

static void
free_item (gpointer data)
{
  risalah_timeline_item_clear (data);
  g_free (data);
}

/**
 * risalah_timeline_items_new:
 *
 * Returns: (transfer full) (element-type RisalahTimelineItem): none yet
 */
GPtrArray *
risalah_timeline_items_new (void)
{
  return g_ptr_array_new_with_free_func (free_item);
}

/**
 * risalah_timeline_items_add:
 * @items: (element-type RisalahTimelineItem): items
 * @id: the event's number
 * @title: its title
 * @kind: its kind
 *
 * Returns: (transfer none): the new item, which lives as long as @items
 */
RisalahTimelineItem *
risalah_timeline_items_add (GPtrArray *items, gint64 id, const char *title, const char *kind)
{
  RisalahTimelineItem *item = g_new (RisalahTimelineItem, 1);

  risalah_timeline_item_init (item, id, title, kind);
  g_ptr_array_add (items, item);
  return item;
}
