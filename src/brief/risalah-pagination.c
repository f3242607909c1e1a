/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages filled one after the other: no widow, no orphan, no heading alone, each note on the page
 * that carries its mark (its end may go on on the next), tables parted between rows under their
 * header, figures no further than the next page. */

#include "risalah-pagination-private.h"

#define LEAST_NOTE_LINES 2
#define MOST_CARRIED     0.7 /* of a page may be taken by notes that go on */

/* A page being filled. */
typedef struct
{
  RisalahPagination *pagination;
  RisalahPage *page;
  double y;      /* foot of what is placed */
  double notes;  /* height of the notes, gap included */
  double height; /* of the page's text */
  gboolean boxed;
  guint n_repeated; /* header rows at the head */
  /* where the page may end */
  guint good_slugs, good_notes, good_next;
} Filling;

static void
page_free (gpointer data)
{
  RisalahPage *self = data;

  g_array_unref (self->slugs);
  g_array_unref (self->notes);
  g_free (self);
}

/* Makes a pagination without pages; @galley must outlive it. */
RisalahPagination *
risalah_pagination_new (RisalahGalley *galley)
{
  RisalahPagination *self = g_new0 (RisalahPagination, 1);

  self->galley = galley;
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->floats = g_array_new (FALSE, FALSE, sizeof (guint));
  self->carried = -1;
  return self;
}

void
risalah_pagination_free (RisalahPagination *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->floats);
  g_free (self);
}

/* Forgets every page; the galley stays set. */
void
risalah_pagination_restart (RisalahPagination *self)
{
  g_ptr_array_set_size (self->pages, 0);
  g_array_set_size (self->floats, 0);
  self->next = 0;
  self->carried = -1;
  self->carried_line = 0;
  self->complete = FALSE;
}

static const RisalahSlug *
get_slug (RisalahPagination *self, guint index)
{
  while (index >= self->galley->slugs->len)
    if (!risalah_galley_set_next (self->galley))
      return NULL;
  return &g_array_index (self->galley->slugs, RisalahSlug, index);
}

static double
lines_height (const RisalahParagraph *note, guint n_lines)
{
  return n_lines * note->leading + RISALAH_NOTE_GAP;
}

static void
add_note (Filling *self, guint note, guint line, guint n_lines)
{
  RisalahPlacedNote placed = { note, line, n_lines, 0 };

  if (self->page->notes->len == 0)
    self->notes = RISALAH_FOOT_GAP;
  self->notes += lines_height (risalah_galley_get_note (self->pagination->galley, note), n_lines);
  g_array_append_val (self->page->notes, placed);
}

static void
add_slug (Filling *self, guint index, double space, gboolean repeated)
{
  const RisalahSlug *slug = get_slug (self->pagination, index);
  RisalahPlacedSlug placed = { index, self->y + space, repeated };

  self->y += space + slug->height;
  self->boxed = (slug->flags & RISALAH_SLUG_BOXED) != 0;
  g_array_append_val (self->page->slugs, placed);
}

/* The space above @slug where it follows what is placed. */
static double
space_above (const Filling *self, const RisalahSlug *slug)
{
  gboolean boxed = (slug->flags & RISALAH_SLUG_BOXED) != 0;
  double space = self->page->slugs->len > 0 ? slug->space : 0;

  if (boxed && !self->boxed)
    space += RISALAH_BOX_PADDING;
  if (!boxed && self->boxed)
    space += RISALAH_BOX_PADDING;
  return space;
}

static double
space_left (const Filling *self, const RisalahSlug *slug)
{
  double padding = (slug->flags & RISALAH_SLUG_BOXED) != 0 ? RISALAH_BOX_PADDING : 0;

  return self->height - self->y - self->notes - space_above (self, slug) - slug->height - padding;
}

/* What the notes of @slug take, all of them. */
static double
notes_height (Filling *self, const RisalahSlug *slug)
{
  double height = 0;

  for (guint i = 0; i < slug->n_notes; i++)
    {
      const RisalahParagraph *note =
          risalah_galley_get_note (self->pagination->galley, slug->first_note + i);

      height += lines_height (note, note->n_lines);
    }
  if (height > 0 && self->page->notes->len == 0)
    height += RISALAH_FOOT_GAP;
  return height;
}

static void
place (Filling *self, guint index)
{
  const RisalahSlug *slug = get_slug (self->pagination, index);

  add_slug (self, index, space_above (self, slug), FALSE);
  for (guint i = 0; i < slug->n_notes; i++)
    add_note (self, slug->first_note + i, 0,
              risalah_galley_get_note (self->pagination->galley, slug->first_note + i)->n_lines);
}

static void
remember (Filling *self, guint next)
{
  self->good_slugs = self->page->slugs->len;
  self->good_notes = self->page->notes->len;
  self->good_next = next;
}

/* Places a line whose last note goes on on the next page, where that leaves enough of it here. */
static gboolean
place_with_part_of_note (Filling *self, guint index)
{
  const RisalahSlug *slug = get_slug (self->pagination, index);
  RisalahPagination *pagination = self->pagination;
  double left = space_left (self, slug);
  guint last = slug->first_note + slug->n_notes - 1;
  const RisalahParagraph *note;
  gint fitting;

  if (slug->n_notes == 0 || (slug->flags & RISALAH_SLUG_STICKY) != 0)
    return FALSE;
  if (self->page->notes->len == 0)
    left -= RISALAH_FOOT_GAP;
  for (guint i = slug->first_note; i < last; i++)
    {
      note = risalah_galley_get_note (pagination->galley, i);
      left -= lines_height (note, note->n_lines);
    }
  note = risalah_galley_get_note (pagination->galley, last);
  fitting = (left - RISALAH_NOTE_GAP) / note->leading;
  if (fitting < LEAST_NOTE_LINES || (gint)note->n_lines - fitting < LEAST_NOTE_LINES)
    return FALSE;
  add_slug (self, index, space_above (self, slug), FALSE);
  for (guint i = slug->first_note; i < last; i++)
    add_note (self, i, 0, risalah_galley_get_note (pagination->galley, i)->n_lines);
  add_note (self, last, 0, fitting);
  pagination->carried = last;
  pagination->carried_line = fitting;
  remember (self, index + 1);
  return TRUE;
}

/* The rest of a note from the page before. */
static void
place_carried_note (Filling *self)
{
  RisalahPagination *pagination = self->pagination;
  const RisalahParagraph *note;
  guint rest, most;

  if (pagination->carried < 0)
    return;
  note = risalah_galley_get_note (pagination->galley, pagination->carried);
  rest = note->n_lines - pagination->carried_line;
  most = MAX (1, (guint)(self->height * MOST_CARRIED / note->leading));
  add_note (self, pagination->carried, pagination->carried_line, MIN (rest, most));
  if (rest > most)
    pagination->carried_line += most;
  else
    pagination->carried = -1;
}

static void
place_floats (Filling *self)
{
  GArray *floats = self->pagination->floats;

  while (floats->len > 0)
    {
      guint index = g_array_index (floats, guint, 0);
      const RisalahSlug *slug = get_slug (self->pagination, index);

      if (self->page->slugs->len > 0 && space_left (self, slug) < notes_height (self, slug))
        return;
      place (self, index);
      g_array_remove_index (floats, 0);
    }
}

/* The header of the table that goes on with the page's first row. */
static void
repeat_header (Filling *self)
{
  const RisalahSlug *slug = get_slug (self->pagination, self->pagination->next);
  guint header = self->pagination->next;
  const RisalahSlug *candidate;

  if (slug == NULL || slug->kind != RISALAH_SLUG_ROW || slug->item == 0)
    return;
  while (header > 0 && get_slug (self->pagination, header - 1)->block == slug->block)
    header--;
  candidate = get_slug (self->pagination, header);
  if ((candidate->flags & RISALAH_SLUG_HEADER) != 0)
    {
      add_slug (self, header, space_above (self, candidate), TRUE);
      self->n_repeated = self->page->slugs->len;
    }
}

/* Ends the page where it may end, or, where it may nowhere, before what did not fit. A figure that
 * was to wait but now comes after the end is met again. */
static void
end_page (Filling *self, guint next)
{
  GArray *floats = self->pagination->floats;

  if (self->good_slugs == 0)
    {
      remember (self, next);
      return;
    }
  g_array_set_size (self->page->slugs, self->good_slugs);
  g_array_set_size (self->page->notes, self->good_notes);
  while (floats->len > 0 && g_array_index (floats, guint, floats->len - 1) >= self->good_next)
    g_array_set_size (floats, floats->len - 1);
}

/* What does not fit a page on which nothing else stands fits none. */
static gboolean
place_alone (Filling *self, guint index)
{
  const RisalahSlug *slug = get_slug (self->pagination, index);

  if (self->page->notes->len > 0 && slug->height <= self->height)
    {
      remember (self, index);
      return FALSE;
    }
  place (self, index);
  remember (self, index + 1);
  return TRUE;
}

/* Returns FALSE where the page ends. */
static gboolean
try_slug (Filling *self, guint index)
{
  const RisalahSlug *slug = get_slug (self->pagination, index);

  if (space_left (self, slug) >= notes_height (self, slug))
    {
      place (self, index);
      if ((slug->flags & RISALAH_SLUG_STICKY) == 0)
        remember (self, index + 1);
      return TRUE;
    }
  if (place_with_part_of_note (self, index))
    return FALSE;
  if (self->page->slugs->len == self->n_repeated)
    return place_alone (self, index);
  if (slug->kind == RISALAH_SLUG_PLATE)
    {
      g_array_append_val (self->pagination->floats, index);
      if (self->good_next == index)
        self->good_next = index + 1;
      return TRUE;
    }
  end_page (self, index);
  return FALSE;
}

static void
fill (Filling *self)
{
  RisalahPagination *pagination = self->pagination;
  guint index = pagination->next;

  for (;; index++)
    {
      const RisalahSlug *slug = get_slug (pagination, index);

      if (slug == NULL)
        {
          remember (self, index);
          pagination->complete = pagination->carried < 0 && pagination->floats->len == 0;
          break;
        }
      if (slug->kind == RISALAH_SLUG_PAGE_BREAK && self->page->slugs->len == 0)
        continue;
      if (slug->kind == RISALAH_SLUG_PAGE_BREAK)
        {
          remember (self, index + 1);
          break;
        }
      if (!try_slug (self, index))
        break;
    }
  pagination->next = self->good_next;
}

/* Notes stand at the foot whatever the text above them leaves free. */
static void
settle_notes (Filling *self)
{
  double y = self->height;

  for (guint i = self->page->notes->len; i-- > 0;)
    {
      RisalahPlacedNote *placed = &g_array_index (self->page->notes, RisalahPlacedNote, i);

      y -= lines_height (risalah_galley_get_note (self->pagination->galley, placed->note),
                         placed->n_lines);
      placed->y = y;
    }
}

/*
 * Fills one more page. Returns FALSE where the story is at its end.
 */
gboolean
risalah_pagination_add_page (RisalahPagination *self)
{
  Filling filling = { 0 };

  if (self->complete)
    return FALSE;
  filling.pagination = self;
  filling.page = g_new0 (RisalahPage, 1);
  filling.page->slugs = g_array_new (FALSE, TRUE, sizeof (RisalahPlacedSlug));
  filling.page->notes = g_array_new (FALSE, TRUE, sizeof (RisalahPlacedNote));
  filling.height = self->galley->page_height;
  g_ptr_array_add (self->pages, filling.page);
  place_carried_note (&filling);
  place_floats (&filling);
  remember (&filling, self->next);
  repeat_header (&filling);
  fill (&filling);
  settle_notes (&filling);
  return TRUE;
}

/*
 * Returns the page on which @block begins, from 0, or -1 where it stands on none yet.
 */
gint
risalah_pagination_find (const RisalahPagination *self, guint block)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      const RisalahPage *it = g_ptr_array_index (self->pages, page);

      for (guint i = 0; i < it->slugs->len; i++)
        {
          guint slug = g_array_index (it->slugs, RisalahPlacedSlug, i).slug;

          if (g_array_index (self->galley->slugs, RisalahSlug, slug).block == block)
            return page;
        }
    }
  return -1;
}
