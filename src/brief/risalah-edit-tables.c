/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands: tables, figures, breaks and other objects. */

#include "risalah-edit-private.h"

/* The largest table that makes sense on a page, against slips of the keyboard. */
#define MOST_CELLS 10000

static RisalahBriefBlock *
find_table (RisalahDocument *document, guint block)
{
  RisalahBriefBlock *table;

  if (block >= risalah_document_get_n_blocks (document))
    return NULL;
  table = risalah_document_get_block (document, block);
  return risalah_brief_block_get_kind (table) == RISALAH_BRIEF_BLOCK_TABLE ? table : NULL;
}

static RisalahEdit
refused_at (RisalahDocument *document, guint block)
{
  RisalahPosition at = { block, RISALAH_PART_BODY, 0 };

  return risalah_edit_refused (document, &at, RISALAH_EDIT_NOT_HERE);
}

/**
 * risalah_edit_insert_block:
 * @document: a document
 * @at: where
 * @block: an object, or another block
 *
 * Returns: (transfer full): the edit that puts it after the block of @at, or in the place of an
 *   empty paragraph; the cursor stands in a table's first cell, else after the object
 */
RisalahEdit
risalah_edit_insert_block (RisalahDocument *document,
                           const RisalahPosition *at,
                           RisalahBriefBlock *block)
{
  g_autoptr (RisalahBriefBlock) boxed = NULL;
  RisalahPosition place, cursor;
  RisalahBriefBlock *here;
  guint next;
  gboolean in_box, instead;

  g_return_val_if_fail (document != NULL && at != NULL && block != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  here = risalah_document_get_block (document, place.block);
  instead = risalah_edit_is_empty_paragraph (here);
  next = place.block + 1;
  in_box = risalah_brief_block_is_boxed (here) && next < risalah_document_get_n_blocks (document)
           && risalah_brief_block_is_boxed (risalah_document_get_block (document, next));
  boxed = risalah_brief_block_with_boxed (block, in_box);
  cursor = (RisalahPosition){ instead ? place.block : next, RISALAH_PART_BODY, G_MAXUINT };
  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TABLE)
    {
      cursor.part = RISALAH_PART_FIRST_CELL;
      cursor.offset = 0;
    }
  return risalah_edit_take (document,
                            risalah_document_splice (document, instead ? place.block : next,
                                                     instead ? 1 : 0, &boxed, 1),
                            &place, cursor);
}

/**
 * risalah_edit_insert_table:
 * @document: a document
 * @at: where
 * @n_rows: how many rows, the header included
 * @n_columns: how many columns
 * @has_header: whether the first row is a header
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE for a table without cells or too large
 */
RisalahEdit
risalah_edit_insert_table (RisalahDocument *document,
                           const RisalahPosition *at,
                           guint n_rows,
                           guint n_columns,
                           gboolean has_header)
{
  g_autoptr (RisalahBriefBlock) table = NULL;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  if (n_rows == 0 || n_columns == 0 || n_rows > MOST_CELLS / n_columns)
    return risalah_edit_refused (document, at, RISALAH_EDIT_NOT_HERE);
  table = risalah_brief_block_new_table (n_rows, n_columns, has_header, NULL, NULL);
  return risalah_edit_insert_block (document, at, table);
}

/**
 * risalah_edit_insert_page_break:
 * @document: a document
 * @at: where
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_insert_page_break (RisalahDocument *document, const RisalahPosition *at)
{
  g_autoptr (RisalahBriefBlock) page_break = risalah_brief_block_new_page_break ();

  return risalah_edit_insert_block (document, at, page_break);
}

/**
 * risalah_edit_remove_block:
 * @document: a document
 * @block: index of a block
 *
 * Returns: (transfer full): the edit that removes it; the cursor stands where it was
 */
RisalahEdit
risalah_edit_remove_block (RisalahDocument *document, guint block)
{
  RisalahPosition from = { block, RISALAH_PART_BODY, 0 };

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  if (block >= risalah_document_get_n_blocks (document))
    return refused_at (document, block);
  return risalah_edit_take (document, risalah_document_splice (document, block, 1, NULL, 0), &from,
                            from);
}

/**
 * risalah_edit_set_figure:
 * @document: a document
 * @block: index of a figure
 * @figure: what it shows
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where the block is none
 */
RisalahEdit
risalah_edit_set_figure (RisalahDocument *document, guint block, const RisalahFigure *figure)
{
  RisalahPosition at = { block, RISALAH_PART_BODY, 0 };
  g_autoptr (RisalahBriefBlock) changed = NULL;
  RisalahBriefBlock *old;

  g_return_val_if_fail (document != NULL && figure != NULL, (RisalahEdit){ 0 });

  if (block >= risalah_document_get_n_blocks (document))
    return refused_at (document, block);
  old = risalah_document_get_block (document, block);
  if (risalah_brief_block_get_kind (old) != RISALAH_BRIEF_BLOCK_FIGURE)
    return refused_at (document, block);
  changed = risalah_brief_block_with_figure (old, figure);
  return risalah_edit_take (document, risalah_edit_with_block (document, block, changed), &at, at);
}

/* A table of which rows and columns were taken or to which empty ones were added: [row, row +
 * n_removed_rows) gives way to n_new_rows, and columns alike. */
typedef struct
{
  guint row;
  guint n_removed_rows;
  guint n_new_rows;
  guint column;
  guint n_removed_columns;
  guint n_new_columns;
} Reshaping;

/* The cell of the old table that stands at an index of the new one; -1 where it is a new one. */
static gint
find_old (guint index, guint first, guint n_removed, guint n_new)
{
  if (index < first)
    return (gint)index;
  if (index < first + n_new)
    return -1;
  return (gint)(index - n_new + n_removed);
}

static RisalahEdit
reshape (RisalahDocument *document, guint index, const Reshaping *reshaping)
{
  RisalahBriefBlock *table = find_table (document, index);
  guint n_rows =
      risalah_brief_block_get_n_rows (table) - reshaping->n_removed_rows + reshaping->n_new_rows;
  guint n_columns = risalah_brief_block_get_n_columns (table) - reshaping->n_removed_columns
                    + reshaping->n_new_columns;
  g_autofree RisalahRichText **cells = NULL;
  g_autoptr (RisalahBriefBlock) changed = NULL;
  RisalahPosition from = { index, RISALAH_PART_BODY, 0 }, cursor = from;

  if (n_rows == 0 || n_columns == 0 || n_rows > MOST_CELLS / n_columns)
    return refused_at (document, index);
  cells = g_new0 (RisalahRichText *, n_rows * n_columns);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        gint old_row =
            find_old (row, reshaping->row, reshaping->n_removed_rows, reshaping->n_new_rows);
        gint old_column = find_old (column, reshaping->column, reshaping->n_removed_columns,
                                    reshaping->n_new_columns);

        if (old_row >= 0 && old_column >= 0)
          cells[row * n_columns + column] =
              risalah_brief_block_get_cell (table, (guint)old_row, (guint)old_column);
      }
  changed = risalah_brief_block_with_cells (table, n_rows, n_columns,
                                            risalah_brief_block_has_header (table), cells);
  cursor.part = RISALAH_PART_FIRST_CELL + MIN (reshaping->row, n_rows - 1) * n_columns
                + MIN (reshaping->column, n_columns - 1);
  return risalah_edit_take (document, risalah_edit_with_block (document, index, changed), &from,
                            cursor);
}

/**
 * risalah_edit_insert_rows:
 * @document: a document
 * @block: index of a table
 * @row: the row that they are put before, the number of rows for the end
 * @n_rows: how many
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where that is no table or row
 */
RisalahEdit
risalah_edit_insert_rows (RisalahDocument *document, guint block, guint row, guint n_rows)
{
  Reshaping reshaping = { .row = row, .n_new_rows = n_rows };
  RisalahBriefBlock *table;

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  table = find_table (document, block);
  if (table == NULL || row > risalah_brief_block_get_n_rows (table) || n_rows == 0)
    return refused_at (document, block);
  return reshape (document, block, &reshaping);
}

/**
 * risalah_edit_remove_rows:
 * @document: a document
 * @block: index of a table
 * @row: the first one to remove
 * @n_rows: how many
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where that is no table or row, or
 *   none would be left
 */
RisalahEdit
risalah_edit_remove_rows (RisalahDocument *document, guint block, guint row, guint n_rows)
{
  Reshaping reshaping = { .row = row, .n_removed_rows = n_rows };
  RisalahBriefBlock *table;

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  table = find_table (document, block);
  if (table == NULL || n_rows == 0 || row >= risalah_brief_block_get_n_rows (table)
      || n_rows > risalah_brief_block_get_n_rows (table) - row)
    return refused_at (document, block);
  return reshape (document, block, &reshaping);
}

/**
 * risalah_edit_insert_columns:
 * @document: a document
 * @block: index of a table
 * @column: the column that they are put before, the number of columns for the end
 * @n_columns: how many
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where that is no table or column
 */
RisalahEdit
risalah_edit_insert_columns (RisalahDocument *document, guint block, guint column, guint n_columns)
{
  Reshaping reshaping = { .column = column, .n_new_columns = n_columns };
  RisalahBriefBlock *table;

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  table = find_table (document, block);
  if (table == NULL || column > risalah_brief_block_get_n_columns (table) || n_columns == 0)
    return refused_at (document, block);
  return reshape (document, block, &reshaping);
}

/**
 * risalah_edit_remove_columns:
 * @document: a document
 * @block: index of a table
 * @column: the first one to remove
 * @n_columns: how many
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where that is no table or column, or
 *   none would be left
 */
RisalahEdit
risalah_edit_remove_columns (RisalahDocument *document, guint block, guint column, guint n_columns)
{
  Reshaping reshaping = { .column = column, .n_removed_columns = n_columns };
  RisalahBriefBlock *table;

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  table = find_table (document, block);
  if (table == NULL || n_columns == 0 || column >= risalah_brief_block_get_n_columns (table)
      || n_columns > risalah_brief_block_get_n_columns (table) - column)
    return refused_at (document, block);
  return reshape (document, block, &reshaping);
}

/**
 * risalah_edit_set_header:
 * @document: a document
 * @block: index of a table
 * @has_header: whether its first row is a header
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where that is no table
 */
RisalahEdit
risalah_edit_set_header (RisalahDocument *document, guint block, gboolean has_header)
{
  RisalahPosition at = { block, RISALAH_PART_BODY, 0 };
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (RisalahBriefBlock) changed = NULL;
  RisalahBriefBlock *table;

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  table = find_table (document, block);
  if (table == NULL)
    return refused_at (document, block);
  if (risalah_brief_block_has_header (table) == (has_header != FALSE))
    return risalah_edit_refused (document, &at, RISALAH_EDIT_UNCHANGED);
  for (guint i = RISALAH_PART_FIRST_CELL; i < risalah_brief_block_get_n_parts (table); i++)
    g_ptr_array_add (cells, risalah_brief_block_get_part (table, i));
  changed = risalah_brief_block_with_cells (table, risalah_brief_block_get_n_rows (table),
                                            risalah_brief_block_get_n_columns (table), has_header,
                                            (RisalahRichText *const *)cells->pdata);
  return risalah_edit_take (document, risalah_edit_with_block (document, block, changed), &at, at);
}
