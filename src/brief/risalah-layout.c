/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout: story, galley and pages, made in steps of a few milliseconds. */

#include "risalah-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-layout-private.h"

#define PAGES_WITHOUT_CONTENTS 4
#define LEAST_HEADINGS         3
#define DEEPEST_IN_CONTENTS    2

RisalahLayout *
risalah_layout_new_for_story (RisalahEdition *edition, RisalahStory *story, GError **error)
{
  g_autoptr (RisalahStory) owned = story;
  RisalahFonts *fonts = risalah_fonts_new (edition->font_dir, error);
  RisalahLayout *self;

  if (fonts == NULL)
    return NULL;
  self = g_new0 (RisalahLayout, 1);
  self->edition = risalah_edition_ref (edition);
  self->fonts = fonts;
  self->story = g_steal_pointer (&owned);
  self->galley = risalah_galley_new (edition, self->story, self->fonts);
  self->pagination = risalah_pagination_new (self->galley);
  return self;
}

/**
 * risalah_layout_new:
 * @edition: what is to be laid out
 * @error: RISALAH_BRIEF_ERROR_FONT where the faces cannot be opened
 *
 * Returns: (transfer full): a layout without pages; risalah_layout_paginate() makes them
 */
RisalahLayout *
risalah_layout_new (RisalahEdition *edition, GError **error)
{
  g_return_val_if_fail (edition != NULL, NULL);

  risalah_hyphenation_prepare (edition->hyphenation, risalah_terms_get_language (edition->terms));
  return risalah_layout_new_for_story (edition, risalah_story_new (edition), error);
}

/**
 * risalah_layout_free:
 * @self: (transfer full): a layout
 */
void
risalah_layout_free (RisalahLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->running_title, risalah_paragraph_free);
  risalah_pagination_free (self->pagination);
  risalah_galley_free (self->galley);
  risalah_story_free (self->story);
  risalah_fonts_free (self->fonts);
  risalah_edition_unref (self->edition);
  g_free (self);
}

static gboolean
is_in_contents (const RisalahStoryBlock *block)
{
  return block->role == RISALAH_STORY_HEADING && block->level <= DEEPEST_IN_CONTENTS
         && block->anchor != NULL;
}

static gboolean
is_of_head (const RisalahStoryBlock *block)
{
  return block->role <= RISALAH_STORY_IMPRINT || block->is_letter;
}

/* After the imprint, before the first words. */
static guint
find_place_of_contents (const RisalahStory *story)
{
  guint at = 0;

  while (at < story->blocks->len && is_of_head (g_ptr_array_index (story->blocks, at)))
    at++;
  return at;
}

static RisalahStoryBlock *
new_contents_block (RisalahLayout *self, RisalahStoryRole role, guint level)
{
  RisalahStory *story = self->story;

  risalah_story_add (story, role, level, risalah_terms_get_language (self->edition->terms));
  return g_ptr_array_steal_index (story->blocks, story->blocks->len - 1);
}

static void
add_contents_line (RisalahLayout *self,
                   GPtrArray *lines,
                   const RisalahStoryBlock *heading,
                   guint index)
{
  RisalahStoryBlock *line = new_contents_block (self, RISALAH_STORY_CONTENTS, heading->level);
  g_autofree char *target = g_strconcat ("#", heading->anchor, NULL);
  gint link = risalah_story_add_link (self->story, target, -1);

  risalah_story_text_append (line->text, heading->text->text->str, -1, RISALAH_FACE_PLAIN, link);
  line->heading = index;
  g_ptr_array_add (lines, line);
}

/* Whether one is asked for, now that the number of pages is known. */
static gboolean
wants_contents (const RisalahLayout *self)
{
  switch (self->edition->contents)
    {
    case RISALAH_CONTENTS_AUTOMATIC:
      return self->pagination->pages->len > PAGES_WITHOUT_CONTENTS;
    case RISALAH_CONTENTS_NEVER:
      return FALSE;
    case RISALAH_CONTENTS_ALWAYS:
      return TRUE;
    }
  g_assert_not_reached ();
}

/* A table of contents, unless there is too little to list. */
static gboolean
insert_contents (RisalahLayout *self)
{
  RisalahStory *story = self->story;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint at = find_place_of_contents (story);
  guint least = self->edition->contents == RISALAH_CONTENTS_ALWAYS ? 1 : LEAST_HEADINGS;
  RisalahStoryBlock *title;

  for (guint i = 0; i < story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (story->blocks, i);

      if (is_in_contents (block))
        add_contents_line (self, lines, block, i);
    }
  if (lines->len < least)
    {
      g_ptr_array_set_free_func (lines, (GDestroyNotify)risalah_story_block_free);
      return FALSE;
    }
  title = new_contents_block (self, RISALAH_STORY_HEADING, 2);
  risalah_story_text_append (title->text, risalah_terms_get (self->edition->terms, "page.contents"),
                             -1, RISALAH_FACE_PLAIN, -1);
  g_ptr_array_insert (lines, 0, title);
  for (guint i = 0; i < lines->len; i++)
    {
      RisalahStoryBlock *line = g_ptr_array_index (lines, i);

      line->heading += line->heading >= at ? lines->len : 0;
      g_ptr_array_insert (story->blocks, at + i, line);
    }
  risalah_galley_insert (self->galley, at, lines->len);
  return TRUE;
}

static void
finish (RisalahLayout *self)
{
  if (!self->has_contents && wants_contents (self) && insert_contents (self))
    {
      self->has_contents = TRUE;
      risalah_pagination_restart (self->pagination);
      return;
    }
  self->complete = TRUE;
}

/**
 * risalah_layout_paginate:
 * @self: a layout
 * @budget_ms: how long to work, in milliseconds; negative for as long as it takes
 *
 * Makes pages, at least one a call. Pages that were there may change once: when it turns out that
 * there are more than four, a table of contents goes before the first words, unless the edition
 * says otherwise.
 *
 * Returns: whether all pages are there
 */
gboolean
risalah_layout_paginate (RisalahLayout *self, gint64 budget_ms)
{
  gint64 end = g_get_monotonic_time () + budget_ms * 1000;

  g_return_val_if_fail (self != NULL, TRUE);

  while (!self->complete)
    {
      if (!risalah_pagination_add_page (self->pagination))
        finish (self);
      else if (budget_ms >= 0 && g_get_monotonic_time () >= end)
        break;
    }
  return self->complete;
}

/**
 * risalah_layout_is_complete:
 * @self: a layout
 *
 * Returns: whether all pages are there
 */
gboolean
risalah_layout_is_complete (const RisalahLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->complete;
}

/**
 * risalah_layout_get_progress:
 * @self: a layout
 *
 * Returns: how much of the brief is set, from 0 to 1
 */
double
risalah_layout_get_progress (const RisalahLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->complete)
    return 1;
  return self->galley->composed->len / (double)MAX (1, self->story->blocks->len + 1);
}

/**
 * risalah_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are so far
 */
guint
risalah_layout_get_n_pages (const RisalahLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pagination->pages->len;
}

/**
 * risalah_layout_get_page_size:
 * @self: a layout
 * @width: (out): in points
 * @height: (out): in points
 */
void
risalah_layout_get_page_size (const RisalahLayout *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->edition->design->width;
  *height = self->edition->design->height;
}

/**
 * risalah_layout_draw_page:
 * @self: a layout
 * @page: which page, from 0
 * @cr: where to draw, in points, the paper's upper left corner at the origin
 *
 * Draws the page without links or structure, for a screen or a printer. The page number names
 * the number of pages once all are there.
 */
void
risalah_layout_draw_page (RisalahLayout *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < risalah_layout_get_n_pages (self));

  risalah_layout_paint (self, page, cr, NULL);
}

/**
 * risalah_layout_get_problems:
 * @self: a layout
 *
 * Returns: (transfer full) (nullable): what the analyst should know, a sentence each, or %NULL
 */
GStrv
risalah_layout_get_problems (const RisalahLayout *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  missing = risalah_fonts_dup_missing (self->fonts);
  if (missing == NULL && self->galley->problems->len == 0)
    return NULL;
  if (missing != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("Risalah’s fonts have no glyph for these characters, which print as boxes: %s"),
          missing);

      g_strv_builder_add (builder, sentence);
    }
  for (guint i = 0; i < self->galley->problems->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->galley->problems, i));
  return g_strv_builder_end (builder);
}
