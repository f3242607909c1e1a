/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The third stage: what stands on a page, drawn. Only here (and in paragraphs and plates) is cairo
 * known. */

#include <math.h>
#include <string.h>

#include "risalah-export-private.h"
#include "risalah-tagger-private.h"

#define BOX_TINT        0.955
#define RULE            0.5
#define FOOT_RULE       120.0
#define CONTENTS_LEADER 7.0
#define UNSEEN          0.1
#define WORDS_LEADING   1.2

typedef struct
{
  RisalahLayout *layout;
  const RisalahPage *page;
  guint index;
  cairo_t *cr;
  RisalahTagger *tagger;
  double left, top;
} Painter;

static const char *
target_of (const Painter *self, gint link)
{
  if (link < 0)
    return NULL;
  return g_array_index (self->layout->story->links, RisalahStoryLink, link).target;
}

/* Where a note's mark stands, for the way back from the note. */
static void
anchor_mark (Painter *self, const RisalahPiece *piece, double x, double y)
{
  gint note = piece->link >= 0
                  ? g_array_index (self->layout->story->links, RisalahStoryLink, piece->link).note
                  : -1;
  g_autofree char *name = NULL;

  if (note < 0 || self->tagger == NULL)
    return;
  name = g_strdup_printf ("mark-%d", note + 1);
  risalah_tagger_anchor (self->tagger, name, x, y);
}

/* Draws one line of @paragraph, its upper left corner at (x, y); each link and each stretch of
 * plain text is a leaf. */
static void
paint_line (Painter *self, const RisalahParagraph *paragraph, guint index, double x, double y)
{
  const RisalahLine *line = &paragraph->lines[index];
  gint link = -2;

  x += line->x / (double)PANGO_SCALE;
  for (guint i = 0; i < line->n_pieces; i++)
    {
      const RisalahPiece *piece = &paragraph->pieces[line->piece + i];

      if (piece->link != link)
        {
          risalah_tagger_close_leaf (self->tagger);
          anchor_mark (self, piece, x, y);
          risalah_tagger_open_leaf (self->tagger, target_of (self, piece->link));
          link = piece->link;
        }
      risalah_piece_draw (paragraph, line, piece, self->layout->fonts, self->cr, x,
                          y + paragraph->ascent);
      x += risalah_piece_get_width (paragraph, line, piece) / (double)PANGO_SCALE;
    }
  risalah_tagger_close_leaf (self->tagger);
}

static void
paint_lines (Painter *self,
             const RisalahParagraph *paragraph,
             guint first,
             guint n,
             double x,
             double y)
{
  for (guint i = first; i < first + n && i < paragraph->n_lines; i++)
    paint_line (self, paragraph, i, x, y + (i - first) * paragraph->leading);
}

static void
paint_rule (Painter *self, double x, double y, double width, double thickness, double grey)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_rectangle (self->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (self->cr);
}

/* A short text of our own on the page: a number, a running head. */
static void
paint_words (Painter *self,
             const char *text,
             const char *family,
             double size,
             RisalahAlignment alignment,
             RisalahFace face,
             double x,
             double y,
             double width)
{
  const RisalahSpan span = { strlen (text), face, -1 };
  RisalahParagraphStyle style = { 0 };
  g_autoptr (RisalahParagraph) paragraph = NULL;

  style.family = family;
  style.size = size;
  style.leading = size * WORDS_LEADING;
  style.width = width;
  style.alignment = alignment;
  paragraph = risalah_paragraph_new (self->layout->fonts, self->layout->edition->hyphenation,
                                     &style, text, &span, 1);
  paint_lines (self, paragraph, 0, 1, x, y);
}

/* The page's number and its leader on a line of the contents. */
static void
paint_contents_number (Painter *self,
                       const RisalahStoryBlock *block,
                       const RisalahComposed *composed,
                       guint line,
                       double x,
                       double y)
{
  const RisalahParagraph *body = composed->body;
  gint page = risalah_pagination_find (self->layout->pagination, block->heading);
  g_autofree char *number = g_strdup_printf ("%d", page + 1);
  double right = self->left + self->layout->galley->width;
  double end = x + (body->lines[line].x + body->lines[line].width) / (double)PANGO_SCALE;
  double baseline = y + body->ascent;

  if (line + 1 < body->n_lines)
    return;
  cairo_set_source_rgb (self->cr, 0.35, 0.35, 0.35);
  for (double dot = right - 26 - fmod (right, CONTENTS_LEADER); dot > end + 6;
       dot -= CONTENTS_LEADER)
    cairo_rectangle (self->cr, dot, baseline - 0.9, 0.9, 0.9);
  cairo_fill (self->cr);
  paint_words (self, number, self->layout->edition->design->text_family, body->size,
               RISALAH_ALIGNMENT_RIGHT, RISALAH_FACE_PLAIN, right - 30,
               y + (body->leading - body->size * WORDS_LEADING) / 2, 30);
}

static void
paint_text_line (Painter *self,
                 const RisalahSlug *slug,
                 const RisalahStoryBlock *block,
                 const RisalahComposed *composed,
                 double y)
{
  double x = self->left + composed->x;

  if (block->label != NULL)
    {
      if ((slug->flags & RISALAH_SLUG_FIRST) != 0)
        {
          risalah_tagger_open (self->tagger, "Lbl");
          paint_line (self, composed->label, 0, self->left + composed->label_x, y);
          risalah_tagger_close (self->tagger);
          risalah_tagger_open (self->tagger, "LBody");
        }
    }
  paint_line (self, composed->body, slug->item, x, y);
  if (block->role == RISALAH_STORY_CONTENTS)
    paint_contents_number (self, block, composed, slug->item, x, y);
  if (block->label != NULL && (slug->flags & RISALAH_SLUG_LAST) != 0)
    risalah_tagger_close (self->tagger);
}

/* Rules above and below a header, below each row and, darker, below the last; of a letter's block
 * below the last alone. */
static void
paint_row_rules (Painter *self,
                 const RisalahSlug *slug,
                 const RisalahStoryBlock *block,
                 double x,
                 double y,
                 double width)
{
  gboolean header = (slug->flags & RISALAH_SLUG_HEADER) != 0;
  gboolean strong = header || (slug->flags & RISALAH_SLUG_LAST) != 0;

  if (block->is_letter)
    {
      x += RISALAH_CELL_PADDING;
      width -= 2 * RISALAH_CELL_PADDING;
    }
  if (header)
    paint_rule (self, x, y, width, 1.0, 0);
  if (strong || !block->is_letter)
    paint_rule (self, x, y + slug->height, width, strong ? 0.7 : 0.3, strong ? 0 : 0.6);
}

static void
paint_row (Painter *self,
           const RisalahSlug *slug,
           const RisalahStoryBlock *block,
           const RisalahComposed *composed,
           double y,
           gboolean repeated)
{
  double left = self->left + composed->x;
  double width = composed->columns[block->n_columns];
  gboolean header = (slug->flags & RISALAH_SLUG_HEADER) != 0;
  RisalahTagger *tagger = self->tagger;

  if (repeated)
    self->tagger = NULL;
  risalah_tagger_open (self->tagger, "TR");
  for (guint column = 0; column < block->n_columns; column++)
    {
      const RisalahParagraph *cell =
          g_ptr_array_index (composed->cells, slug->item * block->n_columns + column);

      risalah_tagger_open (self->tagger, header ? "TH" : "TD");
      paint_lines (self, cell, slug->line, slug->n_lines,
                   left + composed->columns[column] + RISALAH_CELL_PADDING,
                   y + RISALAH_ROW_PADDING);
      if (block->is_letter && column == 0 && slug->line == 0)
        paint_line (self, composed->label, 0, self->left + composed->label_x,
                    y + RISALAH_ROW_PADDING);
      risalah_tagger_close (self->tagger);
    }
  risalah_tagger_close (self->tagger);
  self->tagger = tagger;
  paint_row_rules (self, slug, block, left, y, width);
}

/* cairo 1.16 writes no alternative text. The words stand in the figure's element all the same, in
 * letters of a thirtieth of a millimetre, white and below the drawing. */
static void
paint_alternative (Painter *self, const char *words, double x, double y)
{
  if (self->tagger != NULL && words != NULL)
    paint_words (self, words, self->layout->edition->design->text_family, UNSEEN,
                 RISALAH_ALIGNMENT_LEFT, RISALAH_FACE_UNSEEN, x, y, self->layout->galley->width);
}

static void
paint_plate (Painter *self,
             const RisalahStoryBlock *block,
             const RisalahComposed *composed,
             double y)
{
  if (composed->plate != NULL)
    {
      paint_alternative (self, block->figure->alternative, self->left + composed->x,
                         y + composed->plate->height * composed->scale / 2);
      risalah_tagger_open_leaf (self->tagger, NULL);
      cairo_save (self->cr);
      cairo_translate (self->cr, self->left + composed->x, y);
      cairo_scale (self->cr, composed->scale, composed->scale);
      composed->plate->draw (composed->plate, self->cr);
      cairo_restore (self->cr);
      risalah_tagger_close_leaf (self->tagger);
      y += composed->plate->height * composed->scale + 6;
    }
  if (composed->body == NULL)
    return;
  risalah_tagger_open (self->tagger, "Caption");
  paint_lines (self, composed->body, 0, composed->body->n_lines, self->left, y);
  risalah_tagger_close (self->tagger);
}

static void
paint_letterhead (Painter *self, const RisalahSlug *slug, const RisalahComposed *composed, double y)
{
  double width = self->layout->galley->width;
  double inset = composed->plate != NULL ? composed->plate->width + RISALAH_LOGO_GAP : 0;
  double foot = y + slug->height;
  double at = y;

  if (composed->plate != NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, self->left, y);
      composed->plate->draw (composed->plate, self->cr);
      cairo_restore (self->cr);
    }
  for (guint i = 0; i < composed->cells->len; i++)
    {
      const RisalahParagraph *line = g_ptr_array_index (composed->cells, i);

      paint_lines (self, line, 0, line->n_lines, self->left + inset, at);
      at += risalah_paragraph_get_height (line);
    }
  paint_rule (self, self->left, foot - 3, width, 1.6, 0);
  paint_rule (self, self->left, foot, width, 0.5, 0);
}

/* The tint behind neighbours of one box, from the slug at @first on; returns how many it covers. */
static guint
paint_box (Painter *self, guint first)
{
  const GArray *placed = self->page->slugs;
  const GArray *slugs = self->layout->galley->slugs;
  guint end = first;
  double top, foot = 0;

  while (end < placed->len)
    {
      const RisalahPlacedSlug *it = &g_array_index (placed, RisalahPlacedSlug, end);
      const RisalahSlug *slug = &g_array_index (slugs, RisalahSlug, it->slug);

      if ((slug->flags & RISALAH_SLUG_BOXED) == 0)
        break;
      foot = it->y + slug->height;
      end++;
    }
  if (end == first)
    return 1;
  top = self->top + g_array_index (placed, RisalahPlacedSlug, first).y - RISALAH_BOX_PADDING;
  foot += self->top + RISALAH_BOX_PADDING;
  cairo_set_source_rgb (self->cr, BOX_TINT, BOX_TINT, BOX_TINT);
  cairo_rectangle (self->cr, self->left, top, self->layout->galley->width, foot - top);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 0.25, 0.25, 0.25);
  cairo_rectangle (self->cr, self->left, top, 2.2, foot - top);
  cairo_fill (self->cr);
  return end - first;
}

static void
paint_slug (Painter *self, const RisalahPlacedSlug *placed)
{
  RisalahGalley *galley = self->layout->galley;
  const RisalahSlug *slug = &g_array_index (galley->slugs, RisalahSlug, placed->slug);
  const RisalahStoryBlock *block = g_ptr_array_index (self->layout->story->blocks, slug->block);
  const RisalahComposed *composed = g_ptr_array_index (galley->composed, slug->block);
  double y = self->top + placed->y;

  if (!placed->repeated && (slug->flags & RISALAH_SLUG_FIRST) != 0)
    {
      if (block->anchor != NULL)
        risalah_tagger_anchor (self->tagger, block->anchor, self->left, y - 4);
      risalah_tagger_open_block (self->tagger, block);
    }
  switch (slug->kind)
    {
    case RISALAH_SLUG_LINE:
      paint_text_line (self, slug, block, composed, y);
      break;
    case RISALAH_SLUG_ROW:
      paint_row (self, slug, block, composed, y, placed->repeated);
      break;
    case RISALAH_SLUG_PLATE:
      paint_plate (self, block, composed, y);
      break;
    case RISALAH_SLUG_LETTERHEAD:
      paint_letterhead (self, slug, composed, y);
      break;
    case RISALAH_SLUG_PAGE_BREAK:
      break;
    }
  if (!placed->repeated && (slug->flags & RISALAH_SLUG_LAST) != 0)
    risalah_tagger_close_block (self->tagger);
}

static void
paint_notes (Painter *self)
{
  for (guint i = 0; i < self->page->notes->len; i++)
    {
      const RisalahPlacedNote *placed = &g_array_index (self->page->notes, RisalahPlacedNote, i);
      const RisalahParagraph *note = risalah_galley_get_note (self->layout->galley, placed->note);
      double y = self->top + placed->y;

      if (i == 0)
        paint_rule (self, self->left, y - RISALAH_FOOT_GAP * 0.42, FOOT_RULE, RULE, 0);
      if (placed->line == 0 && self->tagger != NULL)
        {
          g_autofree char *name = g_strdup_printf ("note-%u", placed->note + 1);

          risalah_tagger_anchor (self->tagger, name, self->left, y);
        }
      risalah_tagger_open (self->tagger, "Note");
      paint_lines (self, note, placed->line, placed->n_lines, self->left, y);
      risalah_tagger_close (self->tagger);
    }
}

static void
paint_marking (Painter *self,
               const char *words,
               RisalahAlignment alignment,
               RisalahFace face,
               double y)
{
  paint_words (self, words, self->layout->edition->design->heading_family, RISALAH_MARKING_SIZE,
               alignment, RISALAH_FACE_BOLD | face, self->left, y,
               self->layout->galley->width * (alignment == RISALAH_ALIGNMENT_LEFT ? 0.7 : 1));
}

/* Security classification upper left, in red from "confidential" on, with the urgency below it on
 * the first page; DRAF upper right. */
static void
paint_markings (Painter *self)
{
  const RisalahEdition *edition = self->layout->edition;
  gboolean alert;
  const char *classification = risalah_export_get_classification (edition, &alert);
  const char *urgency = risalah_export_get_urgency (edition);
  double y = risalah_page_design_get_head (edition->design);

  if (classification != NULL)
    paint_marking (self, classification, RISALAH_ALIGNMENT_LEFT, alert ? RISALAH_FACE_ALERT : 0, y);
  if (urgency != NULL && self->index == 0)
    paint_marking (self, urgency, RISALAH_ALIGNMENT_LEFT, 0, classification != NULL ? y + 12 : y);
  if (!risalah_document_is_final (edition->document))
    paint_marking (self, risalah_terms_get (edition->terms, "page.draft"), RISALAH_ALIGNMENT_RIGHT,
                   0, y);
}

static void
paint_running_head (Painter *self)
{
  const RisalahEdition *edition = self->layout->edition;
  const RisalahPageDesign *design = edition->design;
  double y = design->margin_top - RISALAH_RUNNING_RISE;
  double width = self->layout->galley->width;
  RisalahBlockSetting setting;
  RisalahParagraphStyle style;

  if (self->index == 0 || !design->running_heads || self->layout->story->title == NULL)
    return;
  if (self->layout->running_title == NULL)
    {
      risalah_block_setting_take_running (&setting, design);
      risalah_galley_take_style (self->layout->galley, &setting, NULL, &style);
      self->layout->running_title =
          risalah_galley_set_plain (self->layout->galley, &style, self->layout->story->title);
    }
  paint_line (self, self->layout->running_title, 0, self->left, y);
  paint_rule (self, self->left, y + 13, width, 0.4, 0.3);
}

static void
paint_page_number (Painter *self)
{
  const RisalahPageDesign *design = self->layout->edition->design;
  double y = design->height - risalah_page_design_get_foot (design);
  g_autofree char *number =
      self->layout->complete
          ? g_strdup_printf ("%u / %u", self->index + 1, self->layout->pagination->pages->len)
          : g_strdup_printf ("%u", self->index + 1);

  paint_words (self, number, design->text_family, RISALAH_PAGE_NUMBER_SIZE,
               RISALAH_ALIGNMENT_CENTRED, RISALAH_FACE_PLAIN, self->left, y,
               self->layout->galley->width);
}

/*
 * Draws a page. With a tagger, pages come in order and each once, and links, structure and
 * destinations are written; what repeats on every page belongs to no element.
 */
void
risalah_layout_paint (RisalahLayout *self, guint page, cairo_t *cr, RisalahTagger *tagger)
{
  const RisalahPageDesign *design = self->edition->design;
  Painter painter = { 0 };
  const GArray *placed;

  painter.layout = self;
  painter.page = g_ptr_array_index (self->pagination->pages, page);
  painter.index = page;
  painter.cr = cr;
  painter.left = design->margin_left;
  painter.top = design->margin_top;
  placed = painter.page->slugs;
  paint_markings (&painter);
  paint_running_head (&painter);
  paint_page_number (&painter);
  for (guint i = 0; i < placed->len;)
    i += paint_box (&painter, i);
  painter.tagger = tagger;
  for (guint i = 0; i < placed->len; i++)
    paint_slug (&painter, &g_array_index (placed, RisalahPlacedSlug, i));
  paint_notes (&painter);
}
