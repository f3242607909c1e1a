/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block holds: its text, a table's cells, a caption, a figure. */

#include "risalah-brief-block-private.h"

/**
 * risalah_brief_block_get_text:
 * @self: a block
 *
 * Returns: (transfer none): its own text; of an object the one character RISALAH_ATOM_CHARACTER
 */
RisalahRichText *
risalah_brief_block_get_text (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

/**
 * risalah_brief_block_get_n_parts:
 * @self: a block
 *
 * Returns: how many parts it has: 1, of a figure 2, of a table 2 and its cells
 */
guint
risalah_brief_block_get_n_parts (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->caption == NULL)
    return 1;
  return RISALAH_PART_FIRST_CELL + (self->cells != NULL ? self->cells->len : 0);
}

/**
 * risalah_brief_block_get_part:
 * @self: a block
 * @part: RISALAH_PART_BODY, RISALAH_PART_CAPTION, or a cell's part
 *
 * Returns: (transfer none) (nullable): that part's text, %NULL where it has no such part
 */
RisalahRichText *
risalah_brief_block_get_part (const RisalahBriefBlock *self, guint part)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (part == RISALAH_PART_BODY)
    return self->text;
  if (part >= risalah_brief_block_get_n_parts (self))
    return NULL;
  if (part == RISALAH_PART_CAPTION)
    return self->caption;
  return g_ptr_array_index (self->cells, part - RISALAH_PART_FIRST_CELL);
}

/**
 * risalah_brief_block_get_caption:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): the caption of a table or a figure
 */
RisalahRichText *
risalah_brief_block_get_caption (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->caption;
}

/**
 * risalah_brief_block_get_n_rows:
 * @self: a block
 *
 * Returns: how many rows a table has, the header included; else 0
 */
guint
risalah_brief_block_get_n_rows (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

/**
 * risalah_brief_block_get_n_columns:
 * @self: a block
 *
 * Returns: how many columns a table has; else 0
 */
guint
risalah_brief_block_get_n_columns (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_columns;
}

/**
 * risalah_brief_block_has_header:
 * @self: a block
 *
 * Returns: whether a table's first row is a header
 */
gboolean
risalah_brief_block_has_header (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_header;
}

/**
 * risalah_brief_block_get_cell:
 * @self: a table
 * @row: from 0, the header included
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): that cell's text
 */
RisalahRichText *
risalah_brief_block_get_cell (const RisalahBriefBlock *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (row >= self->n_rows || column >= self->n_columns)
    return NULL;
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/**
 * risalah_brief_block_get_figure:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): what a figure shows
 */
const RisalahFigure *
risalah_brief_block_get_figure (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->kind == RISALAH_BRIEF_BLOCK_FIGURE ? &self->figure : NULL;
}

/**
 * risalah_brief_block_get_generated:
 * @self: a generated block
 *
 * Returns: what is made there
 */
RisalahGenerated
risalah_brief_block_get_generated (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, RISALAH_GENERATED_REFERENCES);
  return self->generated;
}

/**
 * risalah_brief_block_get_xml:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): an unknown block as XML
 */
const char *
risalah_brief_block_get_xml (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->xml;
}

/**
 * risalah_brief_block_get_block_quotation:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): the locked quotation that this block quotation is
 */
const RisalahQuotationUse *
risalah_brief_block_get_block_quotation (const RisalahBriefBlock *self)
{
  const RisalahMark *mark;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != RISALAH_BRIEF_BLOCK_QUOTATION)
    return NULL;
  mark = risalah_rich_text_find_mark (self->text, RISALAH_MARK_QUOTATION, 0);
  return mark != NULL ? mark->quotation : NULL;
}
