/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables, pictures, the letterhead and the box of key messages, told. Widths are those of our own
 * pages. */

#include <string.h>

#include "risalah-office-private.h"

#define DOTS_PER_INCH 300.0

static void
begin_table (RisalahOfficeWalk *self,
             RisalahOfficeTableKind kind,
             guint n_columns,
             const double *edges,
             guint n_rows,
             gboolean has_header)
{
  const RisalahOfficeTable table = { kind, n_columns, edges, n_rows, has_header };

  /* A table begins no page: a paragraph does. */
  if (self->page_break)
    risalah_office_walk_paragraph (self, &(RisalahOfficeParagraph){ .style = RISALAH_OFFICE_CELL },
                                   NULL);
  self->format->begin_table (self->writer, &table);
}

static void
tell_cell (RisalahOfficeWalk *self,
           guint column,
           RisalahOfficeParagraph paragraph,
           const RisalahStoryText *text)
{
  self->format->begin_cell (self->writer, column);
  risalah_office_walk_paragraph (self, &paragraph, text);
  self->format->end_cell (self->writer);
}

static const RisalahStoryText *
get_cell (const RisalahStoryBlock *block, guint row, guint column)
{
  return g_ptr_array_index (block->cells, row * block->n_columns + column);
}

/* Label, colon and value, as official letters have them. */
static void
tell_letter (RisalahOfficeWalk *self,
             const RisalahStoryBlock *block,
             const RisalahComposed *composed)
{
  const double edges[] = { 0, composed->label_x, composed->columns[1],
                           self->layout->galley->width };
  RisalahOfficeParagraph line = { .style = RISALAH_OFFICE_LETTER_LINE,
                                  .language = block->language,
                                  .anchor = block->anchor };
  g_autoptr (RisalahStoryText) colon = risalah_story_text_new ();

  risalah_story_text_append (colon, ":", -1, RISALAH_FACE_PLAIN, -1);
  begin_table (self, RISALAH_OFFICE_LETTER, G_N_ELEMENTS (edges) - 1, edges, block->n_rows, FALSE);
  for (guint row = 0; row < block->n_rows; row++)
    {
      line.keep = row + 1 < block->n_rows;
      self->format->begin_row (self->writer, FALSE);
      tell_cell (self, 0, line, get_cell (block, row, 0));
      line.anchor = NULL;
      tell_cell (self, 1, line, colon);
      tell_cell (self, 2, line, get_cell (block, row, 1));
      self->format->end_row (self->writer);
    }
  self->format->end_table (self->writer);
}

/*
 * Tells a table of the brief, or the block of a letter.
 */
void
risalah_office_walk_table (RisalahOfficeWalk *self,
                           const RisalahStoryBlock *block,
                           const RisalahComposed *composed)
{
  RisalahOfficeParagraph cell = { .language = block->language, .anchor = block->anchor };

  if (block->is_letter)
    {
      tell_letter (self, block, composed);
      return;
    }
  begin_table (self, RISALAH_OFFICE_TABLE, block->n_columns, composed->columns, block->n_rows,
               block->has_header);
  for (guint row = 0; row < block->n_rows; row++)
    {
      gboolean is_header = row == 0 && block->has_header;

      cell.style = is_header ? RISALAH_OFFICE_HEADER_CELL : RISALAH_OFFICE_CELL;
      self->format->begin_row (self->writer, is_header);
      for (guint column = 0; column < block->n_columns; column++)
        {
          tell_cell (self, column, cell, get_cell (block, row, column));
          cell.anchor = NULL;
        }
      self->format->end_row (self->writer);
    }
  self->format->end_table (self->writer);
}

/*
 * Tells where the box of key messages begins, and where it ends.
 */
void
risalah_office_walk_box (RisalahOfficeWalk *self)
{
  self->boxed = !self->boxed;
  self->box_edges[1] = self->layout->galley->width;
  if (self->boxed)
    {
      begin_table (self, RISALAH_OFFICE_BOX, 1, self->box_edges, 1, FALSE);
      self->format->begin_row (self->writer, FALSE);
      self->format->begin_cell (self->writer, 0);
      return;
    }
  self->format->end_cell (self->writer);
  self->format->end_row (self->writer);
  self->format->end_table (self->writer);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A drawing as dots, as many as print shows. */
static GBytes *
draw_plate (const RisalahPlate *plate)
{
  double scale = DOTS_PER_INCH / 72;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, plate->width * scale + 0.5, plate->height * scale + 0.5);
  cairo_t *cr = cairo_create (surface);
  GByteArray *file = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  plate->draw (plate, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, file);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (file);
}

static void
tell_picture (RisalahOfficeWalk *self,
              GBytes *bytes,
              const RisalahComposed *composed,
              const char *title,
              const char *alternative)
{
  double scale = composed->scale > 0 ? composed->scale : 1;
  const RisalahOfficePicture picture = { bytes,
                                         risalah_picture_find_type (bytes),
                                         composed->plate->width * scale,
                                         composed->plate->height * scale,
                                         title,
                                         alternative };

  self->format->add_picture (self->writer, &picture);
}

/* A picture as the library has it, or a timeline drawn; one that our pages lack is not there. */
static GBytes *
get_file (const RisalahOfficeWalk *self, const RisalahFigure *figure, const RisalahPlate *plate)
{
  if (figure->media != NULL)
    return self->edition->get_media (figure->media, self->edition->user_data);
  return draw_plate (plate);
}

/* What a picture shows, in words; a timeline at least says that it is one. */
static const char *
get_alternative (const RisalahOfficeWalk *self, const RisalahFigure *figure, const char *caption)
{
  if (figure->alternative != NULL && *figure->alternative != '\0')
    return figure->alternative;
  if (caption != NULL || figure->media != NULL)
    return caption;
  return risalah_terms_get (self->edition->terms, "T4.timeline");
}

/*
 * Tells a figure with its caption below.
 */
void
risalah_office_walk_figure (RisalahOfficeWalk *self,
                            const RisalahStoryBlock *block,
                            const RisalahComposed *composed)
{
  const char *caption = block->text->text->len > 0 ? block->text->text->str : NULL;
  RisalahOfficeParagraph frame = { .style = RISALAH_OFFICE_PICTURE,
                                   .anchor = block->anchor,
                                   .keep = caption != NULL };
  RisalahOfficeParagraph words = { .style = RISALAH_OFFICE_PICTURE_CAPTION,
                                   .language = block->language };

  if (composed->plate != NULL)
    {
      g_autoptr (GBytes) file = get_file (self, block->figure, composed->plate);

      frame.page_break = self->page_break;
      self->page_break = FALSE;
      self->format->begin_paragraph (self->writer, &frame);
      tell_picture (self, file, composed, caption,
                    get_alternative (self, block->figure, caption));
      self->format->end_paragraph (self->writer, &frame);
    }
  else
    words.anchor = block->anchor;
  if (caption != NULL)
    risalah_office_walk_paragraph (self, &words, block->text);
}

static void
tell_letterhead_line (RisalahOfficeWalk *self, const char *words, RisalahOfficeStyle style)
{
  const RisalahOfficeParagraph line = { .style = style };

  if (words == NULL || *words == '\0')
    return;
  self->format->begin_paragraph (self->writer, &line);
  risalah_office_walk_plain (self, words, RISALAH_FACE_PLAIN);
  self->format->end_paragraph (self->writer, &line);
}

static void
tell_letterhead_lines (RisalahOfficeWalk *self, guint column)
{
  const RisalahPageDesign *design = self->edition->design;
  const RisalahOfficeParagraph empty = { .style = RISALAH_OFFICE_ADDRESS };

  self->format->begin_cell (self->writer, column);
  tell_letterhead_line (self, design->institution, RISALAH_OFFICE_INSTITUTION);
  tell_letterhead_line (self, design->unit, RISALAH_OFFICE_UNIT);
  tell_letterhead_line (self, design->address, RISALAH_OFFICE_ADDRESS);
  self->format->begin_paragraph (self->writer, &empty);
  self->format->end_paragraph (self->writer, &empty);
  self->format->end_cell (self->writer);
}

static void
tell_logo (RisalahOfficeWalk *self, const RisalahComposed *composed)
{
  const RisalahPageDesign *design = self->edition->design;
  const RisalahOfficeParagraph frame = { .style = RISALAH_OFFICE_CELL };

  self->format->begin_cell (self->writer, 0);
  self->format->begin_paragraph (self->writer, &frame);
  tell_picture (self, design->logo, composed, NULL, design->institution);
  self->format->end_paragraph (self->writer, &frame);
  self->format->end_cell (self->writer);
}

/*
 * Tells the letterhead: the logo at the left, the lines in the middle of the page.
 */
void
risalah_office_walk_letterhead (RisalahOfficeWalk *self, const RisalahComposed *composed)
{
  double width = self->layout->galley->width;
  gboolean has_logo = composed->plate != NULL;
  double side = has_logo ? composed->plate->width + RISALAH_LOGO_GAP : 0;
  const double edges[] = { 0, side, width - side, width };
  const double whole[] = { 0, width };

  begin_table (self, RISALAH_OFFICE_LETTERHEAD, has_logo ? 3 : 1, has_logo ? edges : whole, 1,
               FALSE);
  self->format->begin_row (self->writer, FALSE);
  if (has_logo)
    tell_logo (self, composed);
  tell_letterhead_lines (self, has_logo ? 1 : 0);
  if (has_logo)
    tell_cell (self, 2, (RisalahOfficeParagraph){ .style = RISALAH_OFFICE_CELL }, NULL);
  self->format->end_row (self->writer);
  self->format->end_table (self->writer);
}
