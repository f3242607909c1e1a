/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of an office file: one block where it holds data; where it lays out the page, as
 * letterheads and forms do, what stands in its cells, in order. */

#include "risalah-office-table-private.h"

#include <string.h>

#include "risalah-lines.h"
#include "risalah-mojibake.h"

/* A cell that is longer than this, in bytes, is no datum; nor is one that takes more columns. */
#define MAX_CELL    400
#define MAX_COLUMNS 64

typedef struct
{
  GPtrArray *blocks; /* (element-type RisalahOfficeBlock) */
  guint columns;
} Cell;

struct _RisalahOfficeTable
{
  GPtrArray *rows; /* (element-type GPtrArray<Cell>) */
};

static void
cell_free (gpointer data)
{
  Cell *self = data;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * risalah_office_block_free:
 * @block: (transfer full): a #RisalahOfficeBlock
 */
void
risalah_office_block_free (gpointer block)
{
  g_free (((RisalahOfficeBlock *)block)->text);
  g_free (block);
}

/* A block of one line; its text is repaired. */
static void
add_line (GPtrArray *blocks, const char *line, gsize length, const RisalahOfficeParagraph *what)
{
  g_autofree char *text = risalah_repair_text (g_strndup (line, length), &length);
  RisalahOfficeBlock *block;

  length = risalah_line_tidy (text, FALSE);
  if (length == 0)
    return;
  block = g_new0 (RisalahOfficeBlock, 1);
  block->type = what->type;
  block->level = what->level;
  block->dropped = what->dropped;
  block->is_title = what->is_title;
  block->text = g_steal_pointer (&text);
  block->length = length;
  g_ptr_array_add (blocks, block);
}

/**
 * risalah_office_block_add:
 * @blocks: (element-type RisalahOfficeBlock): where to add
 * @text: a paragraph's text, its lines ended by "\n"
 * @length: its length in bytes
 * @what: what the paragraph is
 *
 * Adds a block for each line, as a web page's are; a heading's lines are one.
 */
void
risalah_office_block_add (GPtrArray *blocks,
                          const char *text,
                          gsize length,
                          const RisalahOfficeParagraph *what)
{
  const char *end = text + length;

  if (what->type == RISALAH_BLOCK_HEADING)
    {
      g_autofree char *line = g_strdelimit (g_strndup (text, length), "\n", ' ');

      add_line (blocks, line, length, what);
      return;
    }
  while (text < end)
    {
      const char *next = memchr (text, '\n', end - text);

      add_line (blocks, text, (next != NULL ? next : end) - text, what);
      text = next != NULL ? next + 1 : end;
    }
}

/**
 * risalah_office_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
RisalahOfficeTable *
risalah_office_table_new (void)
{
  RisalahOfficeTable *self = g_new0 (RisalahOfficeTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return self;
}

/**
 * risalah_office_table_free:
 * @self: (transfer full): a table
 */
void
risalah_office_table_free (RisalahOfficeTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * risalah_office_table_add_row:
 * @self: a table
 */
void
risalah_office_table_add_row (RisalahOfficeTable *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (cell_free));
}

/**
 * risalah_office_table_add_cell:
 * @self: a table
 * @blocks: (transfer full) (element-type RisalahOfficeBlock): what stands in the cell
 * @columns: how many columns it takes
 */
void
risalah_office_table_add_cell (RisalahOfficeTable *self, GPtrArray *blocks, guint columns)
{
  Cell *cell = g_new0 (Cell, 1);

  if (self->rows->len == 0)
    risalah_office_table_add_row (self);
  cell->blocks = blocks;
  cell->columns = CLAMP (columns, 1, MAX_COLUMNS);
  g_ptr_array_add (g_ptr_array_index (self->rows, self->rows->len - 1), cell);
}

/* Whether a cell has nothing in it that a datum has not: another table, a heading, much text. */
static gboolean
is_datum (const Cell *cell)
{
  gsize length = 0;

  for (guint i = 0; i < cell->blocks->len; i++)
    {
      const RisalahOfficeBlock *block = g_ptr_array_index (cell->blocks, i);

      if (block->is_note)
        continue;
      length += block->length;
      if (block->type == RISALAH_BLOCK_TABLE || block->type == RISALAH_BLOCK_HEADING
          || length > MAX_CELL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds_data (const RisalahOfficeTable *self)
{
  guint rows_of_several = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (self->rows, i);

      for (guint k = 0; k < row->len; k++)
        if (!is_datum (g_ptr_array_index (row, k)))
          return FALSE;
      rows_of_several += row->len >= 2;
    }
  return rows_of_several >= 2;
}

static void
append_cell (GString *line, const Cell *cell)
{
  gboolean first = TRUE;

  for (guint i = 0; i < cell->blocks->len; i++)
    {
      const RisalahOfficeBlock *block = g_ptr_array_index (cell->blocks, i);

      if (block->is_note)
        continue;
      if (!first)
        g_string_append_c (line, ' ');
      g_string_append_len (line, block->text, block->length);
      first = FALSE;
    }
}

/* The rows as lines, cells apart by tabs; rows without a word are passed over. */
static void
add_data (const RisalahOfficeTable *self, GPtrArray *out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RisalahOfficeBlock *block;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (self->rows, i);
      gsize start = text->len;

      for (guint k = 0; k < row->len; k++)
        {
          const Cell *cell = g_ptr_array_index (row, k);

          append_cell (text, cell);
          for (guint n = k + 1 < row->len ? cell->columns : 0; n > 0; n--)
            g_string_append_c (text, '\t');
        }
      if (strspn (text->str + start, "\t") == text->len - start)
        g_string_truncate (text, start);
      else
        g_string_append_c (text, '\n');
    }
  if (text->len == 0)
    return;
  g_string_truncate (text, text->len - 1);
  block = g_new0 (RisalahOfficeBlock, 1);
  block->type = RISALAH_BLOCK_TABLE;
  block->length = text->len;
  block->text = g_string_free (g_steal_pointer (&text), FALSE);
  g_ptr_array_add (out, block);
}

/* Moves the cells' blocks to @out: all of them, or the notes only. */
static void
move_blocks (RisalahOfficeTable *self, gboolean notes_only, GPtrArray *out)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (self->rows, i);

      for (guint k = 0; k < row->len; k++)
        {
          Cell *cell = g_ptr_array_index (row, k);

          g_ptr_array_set_free_func (cell->blocks, NULL);
          for (guint n = 0; n < cell->blocks->len; n++)
            {
              RisalahOfficeBlock *block = g_ptr_array_index (cell->blocks, n);

              if (!notes_only || block->is_note)
                g_ptr_array_add (out, block);
              else
                risalah_office_block_free (block);
            }
        }
    }
}

/**
 * risalah_office_table_finish:
 * @self: (transfer full): a table
 * @out: (element-type RisalahOfficeBlock): where its blocks are added
 */
void
risalah_office_table_finish (RisalahOfficeTable *self, GPtrArray *out)
{
  gboolean data = holds_data (self);

  if (data)
    add_data (self, out);
  move_blocks (self, data, out);
  risalah_office_table_free (self);
}
