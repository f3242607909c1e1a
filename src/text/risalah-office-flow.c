/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs stand in what holds them: the text, a cell, a note, or another paragraph to which a
 * text box is anchored; what is anchored in a paragraph follows it. Notes have no mark in the text,
 * which would get into quotations: each follows the paragraph, or the table, that it belongs to. */

#include "risalah-office-flow.h"

#include <string.h>

#include "risalah-decode.h"
#include "risalah-lines.h"
#include "risalah-mojibake.h"
#include "risalah-office-table-private.h"
#include "risalah-text-builder.h"

/* What is open, innermost last. */
typedef enum
{
  FRAME_TEXT,
  FRAME_PARAGRAPH,
  FRAME_TABLE,
  FRAME_CELL,
  FRAME_NOTE,
} FrameKind;

typedef struct
{
  FrameKind kind;
  GString *text;     /* of a paragraph */
  GPtrArray *blocks; /* (element-type RisalahOfficeBlock): what stands or is anchored in it */
  GString *carried;  /* (nullable): the beginning of its next paragraph */
  RisalahOfficeTable *table; /* of a table */
} Frame;

struct _RisalahOfficeFlow
{
  GPtrArray *frames; /* (element-type Frame) */
  gsize length;      /* of all text so far */
};

static void
frame_free (gpointer data)
{
  Frame *self = data;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  if (self->carried != NULL)
    g_string_free (self->carried, TRUE);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->table, risalah_office_table_free);
  g_free (self);
}

static Frame *
push_frame (RisalahOfficeFlow *self, FrameKind kind)
{
  Frame *frame = g_new0 (Frame, 1);

  frame->kind = kind;
  frame->blocks = g_ptr_array_new_with_free_func (risalah_office_block_free);
  g_ptr_array_add (self->frames, frame);
  return frame;
}

static Frame *
get_frame (RisalahOfficeFlow *self)
{
  return g_ptr_array_index (self->frames, self->frames->len - 1);
}

/* The innermost frame, which is no longer open; %NULL where that is of another kind. */
static Frame *
pop_frame (RisalahOfficeFlow *self, FrameKind kind)
{
  Frame *frame = get_frame (self);

  return frame->kind == kind ? g_ptr_array_steal_index (self->frames, self->frames->len - 1) : NULL;
}

/* Takes a deleted paragraph's beginning, which nothing follows, as the paragraph that it is. */
static void
settle_carried (Frame *frame)
{
  RisalahOfficeParagraph plain = { .type = RISALAH_BLOCK_PARAGRAPH };

  if (frame->carried == NULL)
    return;
  risalah_office_block_add (frame->blocks, frame->carried->str, frame->carried->len, &plain);
  g_string_free (g_steal_pointer (&frame->carried), TRUE);
}

/**
 * risalah_office_flow_new:
 *
 * Returns: (transfer full): a flow without paragraphs
 */
RisalahOfficeFlow *
risalah_office_flow_new (void)
{
  RisalahOfficeFlow *self = g_new0 (RisalahOfficeFlow, 1);

  self->frames = g_ptr_array_new_with_free_func (frame_free);
  push_frame (self, FRAME_TEXT);
  return self;
}

/**
 * risalah_office_flow_free:
 * @self: (transfer full) (nullable): a flow
 */
void
risalah_office_flow_free (RisalahOfficeFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->frames);
  g_free (self);
}

/**
 * risalah_office_flow_begin_paragraph:
 * @self: a flow
 *
 * Begins a paragraph, also within another one.
 */
void
risalah_office_flow_begin_paragraph (RisalahOfficeFlow *self)
{
  GString *text;

  g_return_if_fail (self != NULL);

  text = g_steal_pointer (&get_frame (self)->carried);
  push_frame (self, FRAME_PARAGRAPH)->text = text != NULL ? text : g_string_new (NULL);
}

/**
 * risalah_office_flow_add_text:
 * @self: a flow
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Adds characters to the paragraph that is open, as they are but for blanks, each of which is a
 * space; between paragraphs there are none to add.
 */
void
risalah_office_flow_add_text (RisalahOfficeFlow *self, const char *text, gsize length)
{
  Frame *frame;
  gsize from;

  g_return_if_fail (self != NULL && text != NULL);

  frame = get_frame (self);
  self->length += length;
  if (frame->kind != FRAME_PARAGRAPH || risalah_office_flow_is_too_large (self))
    return;
  from = frame->text->len;
  g_string_append_len (frame->text, text, length);
  for (char *p = frame->text->str + from; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t' || *p == '\r')
      *p = ' ';
}

/**
 * risalah_office_flow_add_space:
 * @self: a flow
 *
 * Adds what a tab or several spaces come to.
 */
void
risalah_office_flow_add_space (RisalahOfficeFlow *self)
{
  risalah_office_flow_add_text (self, " ", 1);
}

/**
 * risalah_office_flow_break_line:
 * @self: a flow
 *
 * Ends a line in the paragraph that is open.
 */
void
risalah_office_flow_break_line (RisalahOfficeFlow *self)
{
  g_return_if_fail (self != NULL);

  if (get_frame (self)->kind == FRAME_PARAGRAPH)
    g_string_append_c (get_frame (self)->text, '\n');
}

/**
 * risalah_office_flow_end_paragraph:
 * @self: a flow
 * @what: what the paragraph was
 *
 * Ends the innermost paragraph; what was anchored in it comes after it.
 */
void
risalah_office_flow_end_paragraph (RisalahOfficeFlow *self, const RisalahOfficeParagraph *what)
{
  Frame *paragraph;
  Frame *frame;
  RisalahOfficeParagraph made;

  g_return_if_fail (self != NULL && what != NULL);

  paragraph = pop_frame (self, FRAME_PARAGRAPH);
  if (paragraph == NULL)
    return;
  settle_carried (paragraph);
  frame = get_frame (self);
  made = *what;
  if (frame->kind == FRAME_NOTE)
    {
      made.type = RISALAH_BLOCK_CAPTION;
      made.level = 0;
    }
  if (made.goes_on)
    frame->carried = g_steal_pointer (&paragraph->text);
  else
    risalah_office_block_add (frame->blocks, paragraph->text->str, paragraph->text->len, &made);
  g_ptr_array_extend_and_steal (frame->blocks, g_steal_pointer (&paragraph->blocks));
  frame_free (paragraph);
}

/**
 * risalah_office_flow_begin_note:
 * @self: a flow
 *
 * Begins a note.
 */
void
risalah_office_flow_begin_note (RisalahOfficeFlow *self)
{
  g_return_if_fail (self != NULL);
  push_frame (self, FRAME_NOTE);
}

/**
 * risalah_office_flow_end_note:
 * @self: a flow
 *
 * Returns: (transfer full): what stands in the note that was begun last
 */
GPtrArray *
risalah_office_flow_end_note (RisalahOfficeFlow *self)
{
  Frame *note;
  GPtrArray *blocks;

  g_return_val_if_fail (self != NULL, NULL);

  note = pop_frame (self, FRAME_NOTE);
  if (note == NULL)
    return g_ptr_array_new_with_free_func (risalah_office_block_free);
  settle_carried (note);
  for (guint i = 0; i < note->blocks->len; i++)
    ((RisalahOfficeBlock *)g_ptr_array_index (note->blocks, i))->is_note = TRUE;
  blocks = g_steal_pointer (&note->blocks);
  frame_free (note);
  return blocks;
}

/**
 * risalah_office_flow_add_note:
 * @self: a flow
 * @note: (transfer full): of risalah_office_flow_end_note()
 *
 * Adds a note where it is referred to.
 */
void
risalah_office_flow_add_note (RisalahOfficeFlow *self, GPtrArray *note)
{
  g_return_if_fail (self != NULL && note != NULL);
  g_ptr_array_extend_and_steal (get_frame (self)->blocks, note);
}

/**
 * risalah_office_flow_begin_table:
 * @self: a flow
 */
void
risalah_office_flow_begin_table (RisalahOfficeFlow *self)
{
  g_return_if_fail (self != NULL);

  settle_carried (get_frame (self));
  push_frame (self, FRAME_TABLE)->table = risalah_office_table_new ();
}

/**
 * risalah_office_flow_begin_row:
 * @self: a flow in a table
 */
void
risalah_office_flow_begin_row (RisalahOfficeFlow *self)
{
  g_return_if_fail (self != NULL);

  if (get_frame (self)->kind == FRAME_TABLE)
    risalah_office_table_add_row (get_frame (self)->table);
}

/**
 * risalah_office_flow_begin_cell:
 * @self: a flow in a row
 */
void
risalah_office_flow_begin_cell (RisalahOfficeFlow *self)
{
  g_return_if_fail (self != NULL);
  push_frame (self, FRAME_CELL);
}

/**
 * risalah_office_flow_end_cell:
 * @self: a flow in a cell
 * @columns: how many of the table's columns it takes
 */
void
risalah_office_flow_end_cell (RisalahOfficeFlow *self, guint columns)
{
  Frame *cell;
  Frame *outer;

  g_return_if_fail (self != NULL);

  cell = pop_frame (self, FRAME_CELL);
  if (cell == NULL)
    return;
  settle_carried (cell);
  outer = get_frame (self);
  if (outer->kind == FRAME_TABLE)
    risalah_office_table_add_cell (outer->table, g_steal_pointer (&cell->blocks), columns);
  else
    g_ptr_array_extend_and_steal (outer->blocks, g_steal_pointer (&cell->blocks));
  frame_free (cell);
}

/**
 * risalah_office_flow_end_table:
 * @self: a flow in a table
 *
 * Ends the innermost table, which becomes one block where it holds data and what stands in its
 * cells where it only lays out the page.
 */
void
risalah_office_flow_end_table (RisalahOfficeFlow *self)
{
  Frame *table;
  GPtrArray *blocks;

  g_return_if_fail (self != NULL);

  table = pop_frame (self, FRAME_TABLE);
  if (table == NULL)
    return;
  settle_carried (table);
  blocks = get_frame (self)->blocks;
  risalah_office_table_finish (g_steal_pointer (&table->table), blocks);
  g_ptr_array_extend_and_steal (blocks, g_steal_pointer (&table->blocks));
  frame_free (table);
}

/**
 * risalah_office_flow_is_too_large:
 * @self: a flow
 *
 * Returns: whether there is more text than one file may give, some of which was not kept
 */
gboolean
risalah_office_flow_is_too_large (const RisalahOfficeFlow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->length > RISALAH_MAX_TEXT_BYTES;
}

/**
 * risalah_office_flow_finish:
 * @self: a flow in which nothing is open
 *
 * Returns: (transfer full) (nullable): the article of its paragraphs, %NULL where there are none
 */
RisalahArticle *
risalah_office_flow_finish (RisalahOfficeFlow *self)
{
  g_autoptr (RisalahTextBuilder) builder = NULL;
  RisalahArticle *article;
  const char *title = NULL;
  Frame *frame;
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  frame = get_frame (self);
  settle_carried (frame);
  builder = risalah_text_builder_new (self->length);
  for (guint i = 0; i < frame->blocks->len; i++)
    {
      const RisalahOfficeBlock *block = g_ptr_array_index (frame->blocks, i);

      any |= risalah_text_builder_add (builder, block->type, block->level, block->dropped,
                                       block->text, block->length);
      if (block->is_title && title == NULL)
        title = block->text;
    }
  if (!any)
    return NULL;
  article = risalah_text_builder_finish (g_steal_pointer (&builder));
  risalah_article_set_metadata (article, RISALAH_METADATA_TITLE, title, RISALAH_ORIGIN_HEADLINE);
  return article;
}
