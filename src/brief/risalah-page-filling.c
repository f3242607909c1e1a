/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slugs and their notes on one page. Notes are printed in the order of their marks, each line once;
 * what has no room goes on on the next page. */

#include "risalah-page-filling-private.h"

#define LEAST_NOTE_LINES 2

/*
 * Returns: (transfer none) (nullable): a slug of the galley, which is set as far as is asked for;
 * %NULL behind the last. The next call may move it.
 */
const RisalahSlug *
risalah_page_filling_get_slug (RisalahPagination *pagination, guint index)
{
  while (index >= pagination->galley->slugs->len)
    if (!risalah_galley_set_next (pagination->galley))
      return NULL;
  return &g_array_index (pagination->galley->slugs, RisalahSlug, index);
}

/*
 * The page may end here, and the next one begin with @next.
 */
void
risalah_page_filling_remember (RisalahPageFilling *self, guint next)
{
  self->good_slugs = self->page->slugs->len;
  self->good_notes = self->page->notes->len;
  self->good_marked = self->marked;
  self->good_next = next;
}

static const RisalahParagraph *
get_note (const RisalahPageFilling *self, guint note)
{
  return risalah_galley_get_note (self->pagination->galley, note);
}

static double
lines_height (const RisalahParagraph *note, guint n_lines)
{
  return n_lines * note->leading + RISALAH_NOTE_GAP;
}

static void
add_note (RisalahPageFilling *self, guint note, guint line, guint n_lines)
{
  RisalahPlacedNote placed = { note, line, n_lines, 0 };

  if (self->page->notes->len == 0)
    self->notes = RISALAH_FOOT_GAP;
  self->notes += lines_height (get_note (self, note), n_lines);
  g_array_append_val (self->page->notes, placed);
}

/* The space above @slug where it follows what is placed. */
static double
space_above (const RisalahPageFilling *self, const RisalahSlug *slug)
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
padding_below (const RisalahSlug *slug)
{
  return (slug->flags & RISALAH_SLUG_BOXED) != 0 ? RISALAH_BOX_PADDING : 0;
}

static void
add_slug (RisalahPageFilling *self, guint index, gboolean repeated)
{
  const RisalahSlug *slug = risalah_page_filling_get_slug (self->pagination, index);
  RisalahPlacedSlug placed = { index, self->y + space_above (self, slug), repeated };

  self->y = placed.y + slug->height;
  self->boxed = (slug->flags & RISALAH_SLUG_BOXED) != 0;
  g_array_append_val (self->page->slugs, placed);
}

static guint
end_of_notes (const RisalahPageFilling *self, const RisalahSlug *slug)
{
  return slug->n_notes > 0 ? MAX (slug->first_note + slug->n_notes, self->marked) : self->marked;
}

/* What the notes up to @end take, all of their lines. */
static double
notes_height (const RisalahPageFilling *self, guint end)
{
  double height = 0;

  for (guint i = self->marked; i < end; i++)
    height += lines_height (get_note (self, i), get_note (self, i)->n_lines);
  if (height > 0 && self->page->notes->len == 0)
    height += RISALAH_FOOT_GAP;
  return height;
}

/*
 * Returns: whether @slug has room below what is placed, with all lines of its notes
 */
gboolean
risalah_page_filling_fits (const RisalahPageFilling *self, const RisalahSlug *slug)
{
  guint end = end_of_notes (self, slug);
  double foot = self->y + space_above (self, slug) + slug->height + padding_below (slug);

  if (self->closed && end > self->marked)
    return FALSE;
  return foot + self->notes + notes_height (self, end) <= self->height;
}

/*
 * Places a slug with its notes.
 */
void
risalah_page_filling_place (RisalahPageFilling *self, guint index)
{
  guint end = end_of_notes (self, risalah_page_filling_get_slug (self->pagination, index));

  add_slug (self, index, FALSE);
  for (; self->marked < end; self->marked++)
    add_note (self, self->marked, 0, get_note (self, self->marked)->n_lines);
}

/*
 * Places a table's header once more, without its notes.
 */
void
risalah_page_filling_repeat (RisalahPageFilling *self, guint index)
{
  gboolean first = self->page->slugs->len == 0;

  add_slug (self, index, TRUE);
  if (first)
    self->n_repeated = 1;
}

/* Places the slugs from @index on up to the next after which a page may end, and returns that; or
 * nothing, and returns FALSE, where they do not fit or have no notes. */
static gboolean
place_run (RisalahPageFilling *self, guint index, guint *last, guint *end)
{
  const RisalahPageFilling before = *self;
  guint n_slugs = self->page->slugs->len;
  const RisalahSlug *slug = risalah_page_filling_get_slug (self->pagination, index);
  gboolean sticky = TRUE;

  *end = self->marked;
  for (*last = index; slug != NULL && slug->kind != RISALAH_SLUG_PAGE_BREAK && sticky;)
    {
      sticky = (slug->flags & RISALAH_SLUG_STICKY) != 0;
      *end = MAX (*end, end_of_notes (self, slug));
      add_slug (self, *last, FALSE);
      if (self->y + padding_below (slug) + self->notes > self->height)
        break;
      if (!sticky)
        return *end > self->marked;
      slug = risalah_page_filling_get_slug (self->pagination, ++*last);
    }
  g_array_set_size (self->page->slugs, n_slugs);
  *self = before;
  return FALSE;
}

/* Fills the foot with lines of the notes up to @end. */
static void
fill_foot (RisalahPageFilling *self, guint end)
{
  const RisalahSlug *slug = risalah_page_filling_get_slug (
      self->pagination,
      g_array_index (self->page->slugs, RisalahPlacedSlug, self->page->slugs->len - 1).slug);
  double left = self->height - self->y - padding_below (slug) - self->notes;

  if (self->page->notes->len == 0)
    left -= RISALAH_FOOT_GAP;
  for (guint i = self->marked; i < end && !self->closed; i++)
    {
      const RisalahParagraph *note = get_note (self, i);
      gint fitting = (left - RISALAH_NOTE_GAP) / note->leading;
      guint n_lines = CLAMP (fitting, 0, (gint)note->n_lines);

      self->closed = n_lines < note->n_lines;
      if (n_lines > 0)
        add_note (self, i, 0, n_lines);
      left -= lines_height (note, n_lines);
    }
  self->marked = end;
}

/* What the rest of the notes that are cut here will take of the next page. */
static double
rest_of_notes (const RisalahPageFilling *self)
{
  const GArray *placed = self->page->notes;
  guint note = 0, line = 0;
  double height = 0;

  if (!self->closed)
    return 0;
  if (placed->len > 0)
    {
      note = g_array_index (placed, RisalahPlacedNote, placed->len - 1).note;
      line = g_array_index (placed, RisalahPlacedNote, placed->len - 1).line
             + g_array_index (placed, RisalahPlacedNote, placed->len - 1).n_lines;
    }
  for (; note < self->marked; note++, line = 0)
    height += lines_height (get_note (self, note), get_note (self, note)->n_lines - line);
  return MIN (height, self->height * RISALAH_MOST_CARRIED);
}

/*
 * Returns: what waits for the next page, figures and the ends of notes, in points
 */
double
risalah_page_filling_get_waiting (const RisalahPageFilling *self)
{
  const GArray *floats = self->pagination->floats;
  double height = rest_of_notes (self);

  for (guint i = 0; i < floats->len; i++)
    {
      const RisalahSlug *slug =
          risalah_page_filling_get_slug (self->pagination, g_array_index (floats, guint, i));

      height += slug->space + slug->height;
    }
  return height;
}

/*
 * Places a slug, and those that it must not be parted from, of whose notes the last goes on on the
 * next page, where that leaves enough of it on both and room for the figures that wait. The page is
 * then full.
 */
gboolean
risalah_page_filling_place_part (RisalahPageFilling *self, guint index)
{
  const RisalahPageFilling before = *self;
  guint n_slugs = self->page->slugs->len, n_notes = self->page->notes->len;
  const RisalahParagraph *note;
  guint last, end;
  double left;
  gint fitting;

  if (self->closed || !place_run (self, index, &last, &end))
    return FALSE;
  note = get_note (self, end - 1);
  left = self->height - self->y - self->notes - notes_height (self, end);
  left -= padding_below (risalah_page_filling_get_slug (self->pagination, last));
  fitting = (gint)note->n_lines + (gint)(left / note->leading) - 1;
  if (fitting >= LEAST_NOTE_LINES && (gint)note->n_lines - fitting >= LEAST_NOTE_LINES)
    {
      fill_foot (self, end);
      if (self->pagination->floats->len == 0
          || risalah_page_filling_get_waiting (self) <= self->height * RISALAH_MOST_WAITING)
        {
          risalah_page_filling_remember (self, last + 1);
          return TRUE;
        }
    }
  g_array_set_size (self->page->slugs, n_slugs);
  g_array_set_size (self->page->notes, n_notes);
  *self = before;
  return FALSE;
}

/*
 * Places on a page without text what fits none: a slug that is taller than the page, or one whose
 * notes have no room to begin.
 */
void
risalah_page_filling_force (RisalahPageFilling *self, guint index)
{
  guint last = index, end;

  if (!place_run (self, index, &last, &end))
    {
      const RisalahSlug *slug = risalah_page_filling_get_slug (self->pagination, index);

      last = index;
      end = end_of_notes (self, slug);
      add_slug (self, index, FALSE);
    }
  fill_foot (self, end);
  risalah_page_filling_remember (self, last + 1);
}

/*
 * Places what is left of the notes from the page before, on at most @share of the page.
 */
void
risalah_page_filling_carry (RisalahPageFilling *self, double share)
{
  const RisalahPagination *pagination = self->pagination;
  double left = self->height * share - RISALAH_FOOT_GAP;
  guint line = pagination->note_line;

  g_array_set_size (self->page->notes, 0);
  self->notes = 0;
  self->marked = pagination->marked;
  self->closed = FALSE;
  for (guint i = pagination->note; i < pagination->marked && !self->closed; i++, line = 0)
    {
      const RisalahParagraph *note = get_note (self, i);
      gint fitting = (left - RISALAH_NOTE_GAP) / note->leading;
      guint n_lines = CLAMP (fitting, i == pagination->note ? 1 : 0, (gint)(note->n_lines - line));

      self->closed = n_lines < note->n_lines - line;
      if (n_lines > 0)
        add_note (self, i, line, n_lines);
      left -= lines_height (note, n_lines);
    }
}

/*
 * Stands the notes at the foot, whatever the text above them leaves free.
 */
void
risalah_page_filling_settle_notes (RisalahPageFilling *self)
{
  double y = self->height;

  for (guint i = self->page->notes->len; i-- > 0;)
    {
      RisalahPlacedNote *placed = &g_array_index (self->page->notes, RisalahPlacedNote, i);

      y -= lines_height (get_note (self, placed->note), placed->n_lines);
      placed->y = y;
    }
}
