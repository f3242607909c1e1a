/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks copied with one thing changed. */

#include "risalah-brief-block-private.h"

static RisalahBriefBlock *
copy (const RisalahBriefBlock *self)
{
  RisalahBriefBlock *block = g_new (RisalahBriefBlock, 1);

  *block = *self;
  g_atomic_ref_count_init (&block->references);
  block->id = g_strdup (self->id);
  block->section = g_strdup (self->section);
  block->role = g_strdup (self->role);
  block->language = g_strdup (self->language);
  block->extra = g_strdup (self->extra);
  block->text = risalah_rich_text_ref (self->text);
  block->caption = self->caption != NULL ? risalah_rich_text_ref (self->caption) : NULL;
  block->cells = self->cells != NULL ? g_ptr_array_ref (self->cells) : NULL;
  block->xml = g_strdup (self->xml);
  risalah_figure_copy_into (&block->figure, &self->figure);
  return block;
}

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * risalah_brief_block_with_kind:
 * @self: a block with text of its own
 * @kind: another such kind
 * @level: of a heading 1 to 3, of a list item from 1
 *
 * Its text stays as it is: risalah_edit_set_kind() also brings quotations into the form that
 * the kind asks for. A heading that becomes something else opens no section any more.
 *
 * Returns: (transfer full): the block of that kind
 */
RisalahBriefBlock *
risalah_brief_block_with_kind (RisalahBriefBlock *self, RisalahBriefBlockKind kind, guint level)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL && !risalah_brief_block_kind_is_object (kind), NULL);
  g_return_val_if_fail (!risalah_brief_block_kind_is_object (self->kind), NULL);

  block = copy (self);
  block->kind = kind;
  block->level = risalah_brief_block_clamp_level (kind, level);
  if (kind != RISALAH_BRIEF_BLOCK_HEADING)
    g_clear_pointer (&block->section, g_free);
  return block;
}

/**
 * risalah_brief_block_with_part:
 * @self: a block
 * @part: a part that it has; not the body of an object
 * @text: that part's new text
 *
 * Returns: (transfer full): the block with that text
 */
RisalahBriefBlock *
risalah_brief_block_with_part (RisalahBriefBlock *self, guint part, RisalahRichText *text)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  g_return_val_if_fail (part < risalah_brief_block_get_n_parts (self), NULL);
  g_return_val_if_fail (part != RISALAH_PART_BODY
                            || !risalah_brief_block_kind_is_object (self->kind),
                        NULL);

  block = copy (self);
  risalah_rich_text_ref (text);
  if (part == RISALAH_PART_BODY)
    {
      risalah_rich_text_unref (block->text);
      block->text = text;
    }
  else if (part == RISALAH_PART_CAPTION)
    {
      risalah_rich_text_unref (block->caption);
      block->caption = text;
    }
  else
    {
      guint cell = part - RISALAH_PART_FIRST_CELL;

      g_ptr_array_unref (block->cells);
      block->cells =
          g_ptr_array_new_full (self->cells->len, (GDestroyNotify)risalah_rich_text_unref);
      for (guint i = 0; i < self->cells->len; i++)
        g_ptr_array_add (block->cells,
                         i == cell ? text
                                   : risalah_rich_text_ref (g_ptr_array_index (self->cells, i)));
    }
  return block;
}

/**
 * risalah_brief_block_with_cells:
 * @self: a table
 * @n_rows: how many rows, at least 1
 * @n_columns: how many columns, at least 1
 * @has_header: whether the first row is a header
 * @cells: @n_rows × @n_columns texts by rows, a %NULL among them is empty
 *
 * Returns: (transfer full): the table with those cells
 */
RisalahBriefBlock *
risalah_brief_block_with_cells (RisalahBriefBlock *self,
                                guint n_rows,
                                guint n_columns,
                                gboolean has_header,
                                RisalahRichText *const *cells)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL && self->kind == RISALAH_BRIEF_BLOCK_TABLE, NULL);
  g_return_val_if_fail (n_rows > 0 && n_columns > 0 && cells != NULL, NULL);

  block = copy (self);
  g_ptr_array_unref (block->cells);
  block->cells = risalah_brief_block_new_cells (n_rows * n_columns, cells);
  block->n_rows = n_rows;
  block->n_columns = n_columns;
  block->has_header = has_header != FALSE;
  return block;
}

/**
 * risalah_brief_block_with_figure:
 * @self: a figure
 * @figure: what it shows; copied
 *
 * Returns: (transfer full): the figure that shows it
 */
RisalahBriefBlock *
risalah_brief_block_with_figure (RisalahBriefBlock *self, const RisalahFigure *figure)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL && self->kind == RISALAH_BRIEF_BLOCK_FIGURE, NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  block = copy (self);
  risalah_figure_clear (&block->figure);
  risalah_figure_copy_into (&block->figure, figure);
  return block;
}

/**
 * risalah_brief_block_with_boxed:
 * @self: a block
 * @boxed: whether it stands in the key-messages box
 *
 * Returns: (transfer full): the block in or out of it
 */
RisalahBriefBlock *
risalah_brief_block_with_boxed (RisalahBriefBlock *self, gboolean boxed)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->boxed == (boxed != FALSE))
    return risalah_brief_block_ref (self);
  block = copy (self);
  block->boxed = boxed != FALSE;
  return block;
}

/**
 * risalah_brief_block_with_id:
 * @self: a block
 * @id: (nullable): what a cross-reference names it by
 *
 * Returns: (transfer full): the block of that id
 */
RisalahBriefBlock *
risalah_brief_block_with_id (RisalahBriefBlock *self, const char *id)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = copy (self);
  set_string (&block->id, id);
  return block;
}

/**
 * risalah_brief_block_with_section:
 * @self: a block
 * @section: (nullable): the template's part that it opens
 *
 * Returns: (transfer full): the block that opens it
 */
RisalahBriefBlock *
risalah_brief_block_with_section (RisalahBriefBlock *self, const char *section)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = copy (self);
  set_string (&block->section, section);
  return block;
}

/**
 * risalah_brief_block_with_role:
 * @self: a block
 * @role: (nullable): what a design treats apart
 *
 * Returns: (transfer full): the block in that role
 */
RisalahBriefBlock *
risalah_brief_block_with_role (RisalahBriefBlock *self, const char *role)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = copy (self);
  set_string (&block->role, role);
  return block;
}

/**
 * risalah_brief_block_with_language:
 * @self: a block
 * @language: (nullable): ISO 639-1, %NULL for the document's
 *
 * Returns: (transfer full): the block in that language
 */
RisalahBriefBlock *
risalah_brief_block_with_language (RisalahBriefBlock *self, const char *language)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = copy (self);
  set_string (&block->language, language);
  return block;
}

/**
 * risalah_brief_block_with_extra:
 * @self: a block
 * @extra: (nullable): attributes as XML, each after a space
 *
 * Returns: (transfer full): the block with them
 */
RisalahBriefBlock *
risalah_brief_block_with_extra (RisalahBriefBlock *self, const char *extra)
{
  RisalahBriefBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = copy (self);
  set_string (&block->extra, extra);
  return block;
}
