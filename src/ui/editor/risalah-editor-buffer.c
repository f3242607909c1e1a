/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text buffer shows a document: one line a block, character for character. Only what differs
 * from the document shown before is touched, so that a key costs one line. */

#include "risalah-document-difference.h"
#include "risalah-editor-private.h"
#include "risalah-note-paintable.h"

/* An empty last line has no character that could carry its tags; this one does (ZERO WIDTH SPACE).
 * The cursor is kept in front of it, and no position of the document counts it. */
#define LINE_KEEPER "\xE2\x80\x8B"

static RisalahBriefBlock *
block_at (RisalahEditor *self, guint line)
{
  return risalah_document_get_block (self->document, line);
}

static void
insert_atom (RisalahEditor *self, GtkTextIter *iter, RisalahBriefBlock *block)
{
  if (risalah_brief_block_is_object (block))
    {
      GtkTextChildAnchor *anchor = gtk_text_buffer_create_child_anchor (self->buffer, iter);
      GtkWidget *widget = risalah_editor_objects_create (self, anchor, block);

      gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), widget, anchor);
      self->renumber = TRUE;
    }
  else
    {
      g_autoptr (RisalahNotePaintable) paintable
          = risalah_note_paintable_new (GTK_WIDGET (self), 0);

      gtk_text_buffer_insert_paintable (self->buffer, iter, GDK_PAINTABLE (paintable));
      self->renumber = TRUE;
    }
}

/* Inserts the characters from @start to @end of the block's text; @iter stands behind them then. */
static void
insert_characters (RisalahEditor *self,
                   GtkTextIter *iter,
                   RisalahBriefBlock *block,
                   guint start,
                   guint end)
{
  const char *text = risalah_rich_text_get_text (risalah_brief_block_get_text (block));
  const char *from = g_utf8_offset_to_pointer (text, start);
  const char *to = g_utf8_offset_to_pointer (from, end - start);

  while (from < to)
    {
      const char *atom = g_strstr_len (from, to - from, RISALAH_ATOM_TEXT);

      if (atom != from)
        gtk_text_buffer_insert (self->buffer, iter, from, (atom != NULL ? atom : to) - from);
      if (atom == NULL)
        break;
      insert_atom (self, iter, block);
      from = atom + strlen (RISALAH_ATOM_TEXT);
    }
}

static void
insert_block (RisalahEditor *self, GtkTextIter *iter, RisalahBriefBlock *block)
{
  insert_characters (self, iter, block, 0,
                     risalah_rich_text_get_length (risalah_brief_block_get_text (block)));
}

static void
drop_line_keeper (RisalahEditor *self)
{
  GtkTextIter start, end;

  if (!self->has_line_keeper)
    return;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  start = end;
  gtk_text_iter_backward_char (&start);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  self->has_line_keeper = FALSE;
}

static void
add_line_keeper (RisalahEditor *self)
{
  guint last = risalah_document_get_n_blocks (self->document) - 1;
  RisalahBriefBlock *block = block_at (self, last);
  GtkTextIter end;

  if (self->has_line_keeper
      || risalah_rich_text_get_length (risalah_brief_block_get_text (block)) > 0)
    return;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_insert (self->buffer, &end, LINE_KEEPER, -1);
  self->has_line_keeper = TRUE;
  risalah_editor_tags_apply (self->tags, block, last);
}

static gboolean
same_looks (RisalahBriefBlock *before, RisalahBriefBlock *after)
{
  return risalah_brief_block_get_kind (before) == risalah_brief_block_get_kind (after)
         && risalah_brief_block_get_level (before) == risalah_brief_block_get_level (after)
         && risalah_brief_block_is_boxed (before) == risalah_brief_block_is_boxed (after);
}

/* Whether text put in within a line with one look throughout takes that look by itself. */
static gboolean
inherits_looks (RisalahBriefBlock *before,
                RisalahBriefBlock *after,
                const RisalahTextDifference *difference)
{
  guint n_before, n_after;

  risalah_rich_text_get_marks (risalah_brief_block_get_text (before), &n_before);
  risalah_rich_text_get_marks (risalah_brief_block_get_text (after), &n_after);
  return same_looks (before, after) && n_before == 0 && n_after == 0
         && risalah_rich_text_get_length (risalah_brief_block_get_text (after)) > 0
         && (difference->n_inserted == 0
             || (difference->start > 0
                 && difference->start < risalah_rich_text_get_length (
                        risalah_brief_block_get_text (before))));
}

/* Whether no number changes in the captions and cells of an object. */
static gboolean
parts_same (RisalahBriefBlock *before, RisalahBriefBlock *after)
{
  guint n_parts = risalah_brief_block_get_n_parts (before);

  if (n_parts != risalah_brief_block_get_n_parts (after))
    return FALSE;
  for (guint part = RISALAH_PART_CAPTION; part < n_parts; part++)
    if (!risalah_editor_notes_same (risalah_brief_block_get_part (before, part),
                                    risalah_brief_block_get_part (after, part)))
      return FALSE;
  return TRUE;
}

static void
update_line (RisalahEditor *self, guint line, RisalahBriefBlock *before, RisalahBriefBlock *after)
{
  RisalahRichText *old_text = risalah_brief_block_get_text (before);
  RisalahRichText *new_text = risalah_brief_block_get_text (after);
  gboolean was_object = risalah_brief_block_is_object (before);
  gboolean is_object = risalah_brief_block_is_object (after);
  RisalahTextDifference difference = { 0 };

  if (was_object && is_object
      && risalah_brief_block_get_kind (before) == risalah_brief_block_get_kind (after))
    {
      self->renumber |= !parts_same (before, after);
      risalah_editor_objects_update (self, line, after);
      return;
    }
  if (was_object != is_object || is_object)
    {
      difference.n_removed = risalah_rich_text_get_length (old_text);
      difference.n_inserted = risalah_rich_text_get_length (new_text);
    }
  else
    {
      risalah_rich_text_find_difference (old_text, new_text, &difference);
      if (!risalah_editor_notes_same (old_text, new_text))
        self->renumber = TRUE;
    }

  if (difference.n_removed > 0 || difference.n_inserted > 0)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, line, difference.start);
      end = start;
      gtk_text_iter_forward_chars (&end, difference.n_removed);
      if (difference.n_removed > 0)
        gtk_text_buffer_delete (self->buffer, &start, &end);
      insert_characters (self, &start, after, difference.start,
                         difference.start + difference.n_inserted);
    }
  if (!inherits_looks (before, after, &difference))
    risalah_editor_tags_apply (self->tags, after, line);
}

static void
remove_lines (RisalahEditor *self, guint first, guint n)
{
  GtkTextIter start, end;
  guint n_lines = gtk_text_buffer_get_line_count (self->buffer);

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, first);
  if (first + n < n_lines)
    gtk_text_buffer_get_iter_at_line (self->buffer, &end, first + n);
  else
    {
      gtk_text_buffer_get_end_iter (self->buffer, &end);
      gtk_text_iter_backward_char (&start);
    }
  gtk_text_buffer_delete (self->buffer, &start, &end);
}

static void
insert_lines (RisalahEditor *self, RisalahDocument *document, guint first, guint n)
{
  GtkTextIter iter;
  gboolean at_end = first >= gtk_text_buffer_get_line_count (self->buffer);

  if (at_end)
    gtk_text_buffer_get_end_iter (self->buffer, &iter);
  else
    gtk_text_buffer_get_iter_at_line (self->buffer, &iter, first);
  for (guint i = 0; i < n; i++)
    {
      if (at_end)
        gtk_text_buffer_insert (self->buffer, &iter, "\n", 1);
      insert_block (self, &iter, risalah_document_get_block (document, first + i));
      if (!at_end)
        gtk_text_buffer_insert (self->buffer, &iter, "\n", 1);
    }
  for (guint i = 0; i < n; i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, first + i);
      guint n_marks;

      risalah_rich_text_get_marks (risalah_brief_block_get_text (block), &n_marks);
      self->renumber |= n_marks > 0;
      risalah_editor_tags_apply (self->tags, block, first + i);
    }
}

static void
apply_difference (RisalahEditor *self,
                  RisalahDocument *document,
                  const RisalahDocumentDifference *difference)
{
  guint n_both = MIN (difference->n_before, difference->n_after);
  guint next = difference->first + n_both;

  drop_line_keeper (self);
  for (guint i = difference->first; i < next; i++)
    update_line (self, i, block_at (self, i), risalah_document_get_block (document, i));
  if (difference->n_before > n_both)
    {
      remove_lines (self, next, difference->n_before - n_both);
      self->renumber = TRUE;
    }
  else if (difference->n_after > n_both)
    insert_lines (self, document, next, difference->n_after - n_both);
}

/*
 * risalah_editor_buffer_load:
 * @document: a document
 *
 * Shows another document, whatever was shown before.
 */
void
risalah_editor_buffer_load (RisalahEditor *self, RisalahDocument *document)
{
  RisalahBriefBlock *first = risalah_document_get_block (document, 0);
  guint n_blocks = risalah_document_get_n_blocks (document);
  GtkTextIter iter;

  self->guard++;
  self->has_line_keeper = FALSE;
  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_buffer_get_start_iter (self->buffer, &iter);
  insert_block (self, &iter, first);
  risalah_editor_tags_apply (self->tags, first, 0);
  if (n_blocks > 1)
    insert_lines (self, document, 1, n_blocks - 1);
  self->renumber = TRUE;

  risalah_document_ref (document);
  g_clear_pointer (&self->document, risalah_document_unref);
  self->document = document;
  add_line_keeper (self);
  risalah_editor_notes_renumber (self);
  self->guard--;
}

/*
 * risalah_editor_buffer_follow:
 * @document: the document that is to be shown
 *
 * Applies to the buffer what differs between the document it shows and @document.
 */
void
risalah_editor_buffer_follow (RisalahEditor *self, RisalahDocument *document)
{
  RisalahDocumentDifference difference;

  if (self->document == document)
    return;
  self->guard++;
  risalah_document_find_difference (self->document, document, &difference);
  if (difference.n_before > 0 || difference.n_after > 0)
    apply_difference (self, document, &difference);
  risalah_document_ref (document);
  g_clear_pointer (&self->document, risalah_document_unref);
  self->document = document;
  add_line_keeper (self);
  if (self->renumber)
    risalah_editor_notes_renumber (self);
  self->guard--;
}

/*
 * risalah_editor_buffer_get_iter:
 * @at: a position; one within a table or caption stands for the object's own
 * @iter: (out): the place in the buffer
 */
void
risalah_editor_buffer_get_iter (RisalahEditor *self, const RisalahPosition *at, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_line_offset (self->buffer, iter, at->block,
                                           at->part == RISALAH_PART_BODY ? at->offset : 0);
}

/*
 * risalah_editor_buffer_get_position:
 * @iter: a place in the buffer
 * @at: (out): the position in the document
 */
void
risalah_editor_buffer_get_position (RisalahEditor *self,
                                    const GtkTextIter *iter,
                                    RisalahPosition *at)
{
  RisalahBriefBlock *block;

  at->block = gtk_text_iter_get_line (iter);
  at->part = RISALAH_PART_BODY;
  at->offset = gtk_text_iter_get_line_offset (iter);
  if (self->has_line_keeper)
    {
      block = block_at (self, at->block);
      at->offset
          = MIN (at->offset, risalah_rich_text_get_length (risalah_brief_block_get_text (block)));
    }
}

/*
 * risalah_editor_buffer_keep_cursor:
 *
 * Puts the cursor back in front of the line keeper if it went past it.
 */
void
risalah_editor_buffer_keep_cursor (RisalahEditor *self)
{
  GtkTextIter iter, bound;

  if (!self->has_line_keeper)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &bound,
                                    gtk_text_buffer_get_selection_bound (self->buffer));
  if (!gtk_text_iter_is_end (&iter) && !gtk_text_iter_is_end (&bound))
    return;
  if (gtk_text_iter_is_end (&iter))
    gtk_text_iter_backward_char (&iter);
  if (gtk_text_iter_is_end (&bound))
    gtk_text_iter_backward_char (&bound);
  gtk_text_buffer_select_range (self->buffer, &iter, &bound);
}
