/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as text, for tests and for the curious: what stands where, in points. */

#include <string.h>

#include "risalah-layout-private.h"

static const char *const role_names[RISALAH_STORY_N_ROLES] = {
  [RISALAH_STORY_LETTERHEAD] = "letterhead", [RISALAH_STORY_FORM] = "form",
  [RISALAH_STORY_TITLE] = "title",           [RISALAH_STORY_SUBTITLE] = "subtitle",
  [RISALAH_STORY_IMPRINT] = "imprint",       [RISALAH_STORY_HEADING] = "heading",
  [RISALAH_STORY_PARAGRAPH] = "paragraph",   [RISALAH_STORY_BULLET] = "bullet",
  [RISALAH_STORY_NUMBERED] = "numbered",     [RISALAH_STORY_QUOTATION] = "quotation",
  [RISALAH_STORY_CAPTION] = "caption",       [RISALAH_STORY_TABLE] = "table",
  [RISALAH_STORY_FIGURE] = "figure",         [RISALAH_STORY_ENTRY] = "entry",
  [RISALAH_STORY_SOURCE] = "source",         [RISALAH_STORY_CONTENTS] = "contents",
  [RISALAH_STORY_SIGNATURE] = "signature",   [RISALAH_STORY_PAGE_BREAK] = "page-break",
};

static void
append_line (GString *out, const RisalahParagraph *paragraph, guint index)
{
  const RisalahLine *line = &paragraph->lines[index];
  gboolean hyphen = line->n_pieces > 0
                    && paragraph->pieces[line->piece + line->n_pieces - 1].text == G_MAXUINT32;

  g_string_append_len (out, paragraph->text + line->start, line->end - line->start);
  if (hyphen)
    g_string_append_c (out, '-');
}

static void
append_measure (GString *out, double points)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%7.1f", points);
  g_string_append (out, text);
}

static void
append_row (GString *out, const RisalahComposed *composed, const RisalahStoryBlock *block,
            const RisalahSlug *slug)
{
  for (guint column = 0; column < block->n_columns; column++)
    {
      const RisalahParagraph *cell
          = g_ptr_array_index (composed->cells, slug->item * block->n_columns + column);

      g_string_append (out, column > 0 ? " | " : "");
      for (guint i = slug->line; i < slug->line + slug->n_lines && i < cell->n_lines; i++)
        {
          g_string_append (out, i > slug->line ? " / " : "");
          append_line (out, cell, i);
        }
    }
}

static void
append_slug (const RisalahLayout *self, GString *out, const RisalahPlacedSlug *placed)
{
  const RisalahSlug *slug = &g_array_index (self->galley->slugs, RisalahSlug, placed->slug);
  const RisalahStoryBlock *block = g_ptr_array_index (self->story->blocks, slug->block);
  const RisalahComposed *composed = g_ptr_array_index (self->galley->composed, slug->block);

  append_measure (out, placed->y);
  append_measure (out, composed->x
                           + (slug->kind == RISALAH_SLUG_LINE
                                  ? composed->body->lines[slug->item].x / (double) PANGO_SCALE
                                  : 0));
  g_string_append_printf (out, "  %s%s%s: ", role_names[block->role],
                          placed->repeated ? " (again)" : "",
                          (slug->flags & RISALAH_SLUG_BOXED) != 0 ? " (boxed)" : "");
  if (slug->kind == RISALAH_SLUG_LINE)
    {
      if (slug->item == 0 && block->label != NULL)
        g_string_append_printf (out, "%s ", block->label);
      append_line (out, composed->body, slug->item);
    }
  else if (slug->kind == RISALAH_SLUG_ROW)
    append_row (out, composed, block, slug);
  else if (composed->plate != NULL)
    g_string_append_printf (out, "%.0f × %.0f", composed->plate->width, composed->plate->height);
  g_string_append_c (out, '\n');
}

static void
append_note (const RisalahLayout *self, GString *out, const RisalahPlacedNote *placed)
{
  const RisalahParagraph *note = risalah_galley_get_note (self->galley, placed->note);

  for (guint i = 0; i < placed->n_lines; i++)
    {
      append_measure (out, placed->y + i * note->leading);
      append_measure (out, 0);
      g_string_append (out, "  note: ");
      append_line (out, note, placed->line + i);
      g_string_append_c (out, '\n');
    }
}

/**
 * risalah_layout_to_text:
 * @self: a layout
 *
 * Writes the pages so far as text: for each line, row, figure and note its distance from the head
 * of the text and from its left edge in points, what it is, and its words.
 *
 * Returns: (transfer full): the text
 */
char *
risalah_layout_to_text (const RisalahLayout *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (self->pagination->pages, i);

      g_string_append_printf (out, "page %u\n", i + 1);
      for (guint k = 0; k < page->slugs->len; k++)
        append_slug (self, out, &g_array_index (page->slugs, RisalahPlacedSlug, k));
      for (guint k = 0; k < page->notes->len; k++)
        append_note (self, out, &g_array_index (page->notes, RisalahPlacedNote, k));
    }
  return g_string_free (out, FALSE);
}
