/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages filled one after the other: no widow, no orphan, no heading alone, each note on the page
 * that carries its mark (its end may go on on the next), tables parted between rows under their
 * header, figures no further than the next page. */

#include "risalah-page-filling-private.h"

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
  self->note = 0;
  self->note_line = 0;
  self->marked = 0;
  self->complete = FALSE;
}

/* The figures from the page before, as many as fit. */
static void
place_floats (RisalahPageFilling *self)
{
  GArray *floats = self->pagination->floats;

  while (floats->len > 0)
    {
      guint index = g_array_index (floats, guint, 0);
      gboolean empty = self->page->slugs->len == 0 && self->page->notes->len == 0;

      if (!empty
          && !risalah_page_filling_fits (self,
                                         risalah_page_filling_get_slug (self->pagination, index)))
        return;
      risalah_page_filling_place (self, index);
      g_array_remove_index (floats, 0);
    }
}

/* A figure waits for the next page where nothing must stand by it, as a heading must, and where all
 * that waits will have room there. */
static gboolean
may_float (const RisalahPageFilling *self, const RisalahSlug *slug, guint index)
{
  return slug->kind == RISALAH_SLUG_PLATE && slug->n_notes == 0 && self->good_next == index
         && risalah_page_filling_get_waiting (self) + slug->height
                <= self->height * RISALAH_MOST_WAITING;
}

/* The header of the table that goes on with the page's first row. */
static void
repeat_header (RisalahPageFilling *self)
{
  RisalahPagination *pagination = self->pagination;
  guint header = pagination->next;
  const RisalahSlug *slug = risalah_page_filling_get_slug (pagination, header);

  if (slug == NULL || slug->kind != RISALAH_SLUG_ROW || slug->item == 0)
    return;
  while (header > 0
         && risalah_page_filling_get_slug (pagination, header - 1)->block
                == risalah_page_filling_get_slug (pagination, pagination->next)->block)
    header--;
  if ((risalah_page_filling_get_slug (pagination, header)->flags & RISALAH_SLUG_HEADER) != 0)
    risalah_page_filling_repeat (self, header);
}

/* Ends the page where it may end, if need be with no more than the end of a note; where it may
 * nowhere, before what did not fit. */
static void
end_page (RisalahPageFilling *self, guint next)
{
  if (self->good_slugs + self->good_notes == 0 && self->page->slugs->len > self->n_repeated)
    {
      risalah_page_filling_remember (self, next);
      return;
    }
  g_array_set_size (self->page->slugs, self->good_slugs);
  g_array_set_size (self->page->notes, self->good_notes);
  self->marked = self->good_marked;
}

/* Figures keep their order. Returns FALSE where the page ends. */
static gboolean
try_slug (RisalahPageFilling *self, guint index)
{
  const RisalahSlug *slug = risalah_page_filling_get_slug (self->pagination, index);
  gboolean sticky = (slug->flags & RISALAH_SLUG_STICKY) != 0;
  gboolean behind = slug->kind == RISALAH_SLUG_PLATE && self->pagination->floats->len > 0;

  if (!behind && risalah_page_filling_fits (self, slug))
    {
      risalah_page_filling_place (self, index);
      if (!sticky)
        risalah_page_filling_remember (self, index + 1);
      return TRUE;
    }
  if (!behind && risalah_page_filling_place_part (self, index))
    return FALSE;
  slug = risalah_page_filling_get_slug (self->pagination, index);
  if (self->page->slugs->len == self->n_repeated && self->page->notes->len == 0)
    {
      risalah_page_filling_force (self, index);
      return FALSE;
    }
  if (self->page->slugs->len > self->n_repeated && may_float (self, slug, index))
    {
      g_array_append_val (self->pagination->floats, index);
      self->good_next = index + 1;
      return TRUE;
    }
  end_page (self, index);
  return FALSE;
}

static void
fill (RisalahPageFilling *self)
{
  RisalahPagination *pagination = self->pagination;

  for (guint index = pagination->next;; index++)
    {
      const RisalahSlug *slug = risalah_page_filling_get_slug (pagination, index);

      if (slug == NULL)
        {
          risalah_page_filling_remember (self, index);
          break;
        }
      if (slug->kind == RISALAH_SLUG_PAGE_BREAK && self->page->slugs->len == 0)
        continue;
      if (slug->kind == RISALAH_SLUG_PAGE_BREAK)
        {
          risalah_page_filling_remember (self, index + 1);
          break;
        }
      if (!try_slug (self, index))
        break;
    }
  pagination->next = self->good_next;
}

/* A page break where the page ends anyway asks for nothing more. */
static void
skip_page_breaks (RisalahPagination *self)
{
  const RisalahSlug *slug;

  while ((slug = risalah_page_filling_get_slug (self, self->next)) != NULL
         && slug->kind == RISALAH_SLUG_PAGE_BREAK)
    self->next++;
}

/* Where the notes go on on the next page. */
static void
keep_notes (RisalahPageFilling *self)
{
  RisalahPagination *pagination = self->pagination;
  const RisalahPlacedNote *last;

  pagination->marked = self->marked;
  if (self->page->notes->len == 0)
    return;
  last = &g_array_index (self->page->notes, RisalahPlacedNote, self->page->notes->len - 1);
  pagination->note = last->note;
  pagination->note_line = last->line + last->n_lines;
  if (pagination->note_line == risalah_galley_get_note (pagination->galley, last->note)->n_lines)
    {
      pagination->note++;
      pagination->note_line = 0;
    }
}

/*
 * Fills one more page. Returns FALSE where the story is at its end.
 */
gboolean
risalah_pagination_add_page (RisalahPagination *self)
{
  RisalahPageFilling filling = { 0 };

  if (self->complete)
    return FALSE;
  filling.pagination = self;
  filling.page = g_new0 (RisalahPage, 1);
  filling.page->slugs = g_array_new (FALSE, TRUE, sizeof (RisalahPlacedSlug));
  filling.page->notes = g_array_new (FALSE, TRUE, sizeof (RisalahPlacedNote));
  filling.height = self->galley->page_height;
  g_ptr_array_add (self->pages, filling.page);
  risalah_page_filling_carry (&filling, RISALAH_MOST_CARRIED);
  place_floats (&filling);
  risalah_page_filling_remember (&filling, self->next);
  repeat_header (&filling);
  fill (&filling);
  skip_page_breaks (self);
  if (filling.page->slugs->len == 0)
    risalah_page_filling_carry (&filling, 1);
  keep_notes (&filling);
  risalah_page_filling_settle_notes (&filling);
  self->complete = !filling.closed && self->floats->len == 0
                   && risalah_page_filling_get_slug (self, self->next) == NULL;
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
