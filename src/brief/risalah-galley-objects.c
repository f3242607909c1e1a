/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables, figures and the letterhead in the galley. */

#include <string.h>

#include "risalah-galley-private.h"

#define SAMPLED_ROWS 400
#define ROWS_AT_ONCE 32
#define CHARACTER    0.5 /* of the em, on average */
#define LONGEST_CELL 60
#define LOGO_HEIGHT  58.0
#define COLON        9.0 /* what it takes behind a letter's label */
#define FRAGMENT     0.6 /* of the page: a row taller than that is cut */
#define TALLEST      0.8 /* of the page: a drawing taller than that is made smaller */
#define HEADER       0.3 /* of the page: a header row taller than that is not repeated */

static guint
longest_word (const char *text)
{
  guint longest = 0, run = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      run = *text == ' ' ? 0 : run + 1;
      longest = MAX (longest, run);
    }
  return longest;
}

static const RisalahStoryText *
cell_of (const RisalahStoryBlock *block, guint row, guint column)
{
  return g_ptr_array_index (block->cells, row * block->n_columns + column);
}

/* Widths by what the columns hold: each its longest word, and the rest shared out by need. */
static double *
measure_columns (const RisalahStoryBlock *block, double size, double width)
{
  guint n = block->n_columns;
  double *columns = g_new0 (double, n + 1);
  g_autofree double *least = g_new0 (double, n);
  g_autofree double *most = g_new0 (double, n);
  double sum_least = 0, sum_most = 0;

  for (guint row = 0; row < MIN (block->n_rows, SAMPLED_ROWS); row++)
    for (guint column = 0; column < n; column++)
      {
        const char *text = cell_of (block, row, column)->text->str;
        double em = row == 0 && block->has_header ? size * 1.1 : size;

        least[column] = MAX (least[column], MIN (longest_word (text), 24) * CHARACTER * 1.12 * em);
        most[column] =
            MAX (most[column], MIN (g_utf8_strlen (text, -1), LONGEST_CELL) * CHARACTER * em);
      }
  for (guint column = 0; column < n; column++)
    {
      least[column] += 2 * RISALAH_CELL_PADDING;
      most[column] = MAX (most[column] + 2 * RISALAH_CELL_PADDING, least[column]);
      sum_least += least[column];
      sum_most += most[column];
    }
  for (guint column = 0; column < n; column++)
    {
      double share;

      if (sum_least >= width)
        share = least[column] * width / sum_least;
      else if (sum_most <= width)
        share = most[column] * width / sum_most;
      else
        share = least[column]
                + (most[column] - least[column]) * (width - sum_least) / (sum_most - sum_least);
      columns[column + 1] = columns[column] + share;
    }
  return columns;
}

static guint
set_row (RisalahGalley *self,
         const RisalahStoryBlock *block,
         RisalahComposed *composed,
         RisalahParagraphStyle *style,
         guint row)
{
  guint n_lines = 1;

  style->bold = row == 0 && block->has_header;
  for (guint column = 0; column < block->n_columns; column++)
    {
      RisalahParagraph *cell;

      style->width =
          MAX (composed->columns[column + 1] - composed->columns[column] - 2 * RISALAH_CELL_PADDING,
               4);
      cell = risalah_galley_set_text (self, style, cell_of (block, row, column));
      g_ptr_array_add (composed->cells, cell);
      n_lines = MAX (n_lines, cell->n_lines);
    }
  return n_lines;
}

static void
cut_row (RisalahGalley *self,
         const RisalahStoryBlock *block,
         const RisalahComposed *composed,
         guint index,
         guint row,
         guint n_lines,
         double leading)
{
  guint most = MAX (1, (guint)(self->page_height * FRAGMENT / leading));

  for (guint line = 0; line < n_lines; line += most)
    {
      RisalahSlug slug = { 0 };

      slug.kind = RISALAH_SLUG_ROW;
      slug.block = index;
      slug.item = row;
      slug.line = line;
      slug.n_lines = MIN (most, n_lines - line);
      slug.height = slug.n_lines * leading + 2 * RISALAH_ROW_PADDING;
      slug.flags = (row == 0 && line == 0 ? RISALAH_SLUG_FIRST : 0)
                   | (row + 1 == block->n_rows && line + most >= n_lines ? RISALAH_SLUG_LAST : 0)
                   | (block->boxed ? RISALAH_SLUG_BOXED : 0);
      if (row == 0 && block->has_header && slug.height <= self->page_height * HEADER)
        slug.flags |= RISALAH_SLUG_HEADER | RISALAH_SLUG_STICKY;
      if (block->is_letter && row + 1 < block->n_rows)
        slug.flags |= RISALAH_SLUG_STICKY;
      for (guint column = 0; column < block->n_columns; column++)
        risalah_galley_find_notes (self,
                                   g_ptr_array_index (composed->cells,
                                                      row * block->n_columns + column),
                                   line, slug.n_lines, &slug);
      g_array_append_val (self->slugs, slug);
    }
}

static void
take_table_style (RisalahGalley *self, const RisalahStoryBlock *block, RisalahParagraphStyle *style)
{
  RisalahBlockSetting setting;

  if (block->is_letter)
    risalah_block_setting_take_letter (&setting, self->edition->design);
  else
    risalah_block_setting_take (&setting, self->edition->design, RISALAH_STORY_TABLE, 0);
  risalah_galley_take_style (self, &setting, block->language, style);
}

/* As wide as the widest label, then a colon; the labels begin at the margin. */
static void
begin_letter (RisalahGalley *self,
              const RisalahStoryBlock *block,
              RisalahComposed *composed,
              RisalahParagraphStyle *style)
{
  double widest = 0;

  for (guint row = 0; row < block->n_rows; row++)
    {
      g_autoptr (RisalahParagraph) label =
          risalah_galley_set_text (self, style, cell_of (block, row, 0));

      widest = MAX (widest, label->lines[0].width / (double)PANGO_SCALE);
    }
  composed->x = -RISALAH_CELL_PADDING;
  composed->columns = g_new0 (double, 3);
  composed->columns[1] = MIN (widest + COLON, self->width / 2) + 2 * RISALAH_CELL_PADDING;
  composed->columns[2] = self->width + 2 * RISALAH_CELL_PADDING;
  composed->label = risalah_galley_set_plain (self, style, ":");
  composed->label_x = composed->x + composed->columns[1] + RISALAH_CELL_PADDING - COLON;
}

/* Shares out the width among a table's columns; risalah_galley_set_rows() sets its rows. */
void
risalah_galley_begin_table (RisalahGalley *self,
                            const RisalahStoryBlock *block,
                            RisalahComposed *composed)
{
  RisalahParagraphStyle style;
  double inset = block->boxed ? RISALAH_BOX_PADDING : 0;

  take_table_style (self, block, &style);
  composed->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_paragraph_free);
  if (block->is_letter)
    {
      begin_letter (self, block, composed, &style);
      return;
    }
  composed->x = inset;
  composed->columns = measure_columns (block, style.size, self->width - 2 * inset);
}

/* Sets some more rows of a table, so that a long one does not hold up its first page. */
void
risalah_galley_set_rows (RisalahGalley *self,
                         const RisalahStoryBlock *block,
                         RisalahComposed *composed,
                         guint index)
{
  guint end = MIN (self->n_rows + ROWS_AT_ONCE, block->n_rows);
  RisalahParagraphStyle style;

  take_table_style (self, block, &style);
  for (; self->n_rows < end; self->n_rows++)
    {
      guint n_lines = set_row (self, block, composed, &style, self->n_rows);

      cut_row (self, block, composed, index, self->n_rows, n_lines, style.leading);
    }
  if (end == block->n_rows)
    self->n_rows = 0;
}

static RisalahPlate *
open_plate (RisalahGalley *self, const RisalahFigure *figure, double width)
{
  RisalahEdition *edition = self->edition;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RisalahPlate *plate;

  if (figure->media == NULL)
    return edition->make_plate != NULL ? edition->make_plate (figure, width, edition->user_data)
                                       : NULL;
  if (edition->get_media != NULL)
    bytes = edition->get_media (figure->media, edition->user_data);
  plate = risalah_plate_new_picture (bytes, width, self->page_height * 0.7, &error);
  if (plate == NULL)
    g_ptr_array_add (self->problems, g_strdup (error->message));
  return plate;
}

/* Sets a figure with its caption below; where there is no picture its words stand alone. */
void
risalah_galley_set_figure (RisalahGalley *self,
                           RisalahStoryBlock *block,
                           RisalahComposed *composed,
                           guint index)
{
  guint percent = block->figure->width > 0 ? MIN (block->figure->width, 100) : 100;
  RisalahBlockSetting setting;
  RisalahParagraphStyle style;
  RisalahSlug slug = { 0 };

  composed->plate = open_plate (self, block->figure, self->width * percent / 100.0);
  if (composed->plate != NULL)
    {
      composed->scale = MIN (1, self->page_height * TALLEST / composed->plate->height);
      composed->x = (self->width - composed->plate->width * composed->scale) / 2;
    }
  risalah_block_setting_take (&setting, self->edition->design, RISALAH_STORY_FIGURE, 0);
  risalah_galley_take_style (self, &setting, block->language, &style);
  if (block->text->text->len > 0)
    composed->body = risalah_galley_set_text (self, &style, block->text);
  slug.kind = RISALAH_SLUG_PLATE;
  slug.block = index;
  slug.flags = RISALAH_SLUG_FIRST | RISALAH_SLUG_LAST;
  if (composed->plate != NULL)
    slug.height = composed->plate->height * composed->scale + (composed->body != NULL ? 6 : 0);
  if (composed->body != NULL)
    {
      slug.height += risalah_paragraph_get_height (composed->body);
      risalah_galley_find_notes (self, composed->body, 0, composed->body->n_lines, &slug);
    }
  if (slug.height > 0)
    g_array_append_val (self->slugs, slug);
}

static void
add_letterhead_line (RisalahGalley *self, RisalahComposed *composed, const char *text, guint line)
{
  RisalahBlockSetting setting;
  RisalahParagraphStyle style;

  if (text == NULL || *text == '\0')
    return;
  risalah_block_setting_take_letterhead (&setting, self->edition->design, line);
  risalah_galley_take_style (self, &setting, NULL, &style);
  style.width -= composed->plate != NULL ? 2 * (composed->plate->width + RISALAH_LOGO_GAP) : 0;
  g_ptr_array_add (composed->cells, risalah_galley_set_plain (self, &style, text));
}

/* Sets logo, institution, unit and address at the head of the first page. */
void
risalah_galley_set_letterhead (RisalahGalley *self, RisalahComposed *composed, guint index)
{
  const RisalahPageDesign *design = self->edition->design;
  g_autoptr (GError) error = NULL;
  RisalahSlug slug = { 0 };

  if (design->logo != NULL)
    {
      composed->plate =
          risalah_plate_new_picture (design->logo, self->width / 4, LOGO_HEIGHT, &error);
      if (composed->plate == NULL)
        g_ptr_array_add (self->problems, g_strdup (error->message));
    }
  composed->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_paragraph_free);
  add_letterhead_line (self, composed, design->institution, RISALAH_LETTERHEAD_INSTITUTION);
  add_letterhead_line (self, composed, design->unit, RISALAH_LETTERHEAD_UNIT);
  add_letterhead_line (self, composed, design->address, RISALAH_LETTERHEAD_ADDRESS);
  for (guint i = 0; i < composed->cells->len; i++)
    slug.height += risalah_paragraph_get_height (g_ptr_array_index (composed->cells, i));
  if (composed->plate != NULL)
    slug.height = MAX (slug.height, composed->plate->height);
  slug.height += 8;
  slug.kind = RISALAH_SLUG_LETTERHEAD;
  slug.block = index;
  slug.flags = RISALAH_SLUG_FIRST | RISALAH_SLUG_LAST | RISALAH_SLUG_STICKY;
  g_array_append_val (self->slugs, slug);
}
