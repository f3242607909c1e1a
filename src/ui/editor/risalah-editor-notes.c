/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The raised numbers of citations and notes: one a cluster, in the order of the document, as the
 * pages number them. */

#include "risalah-editor-private.h"
#include "risalah-note-paintable.h"

/* Blocks with a changed number that one turn of the main loop takes: a few milliseconds. */
#define CHANGES_A_TURN 50

static gboolean
is_numbered (const RisalahMark *mark)
{
  return mark->kind == RISALAH_MARK_CITATION || mark->kind == RISALAH_MARK_NOTE;
}

/* Whether @mark stands in the same cluster as the numbered mark that ended at @end. */
static gboolean
joins (const RisalahMark *mark, RisalahMarkKind kind_before, gint64 end)
{
  return mark->kind == RISALAH_MARK_CITATION && kind_before == RISALAH_MARK_CITATION
         && mark->start == end;
}

/* Puts the number in the place of the atom at @offset of @line. Returns whether it changed. */
static gboolean
show_number (GtkTextView *view, guint line, guint offset, guint number)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (RisalahNotePaintable) paintable = NULL;
  GtkTextIter start, end;
  GdkPaintable *shown;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, line, offset);
  shown = gtk_text_iter_get_paintable (&start);
  if (RISALAH_IS_NOTE_PAINTABLE (shown)
      && risalah_note_paintable_get_number (RISALAH_NOTE_PAINTABLE (shown)) == number)
    return FALSE;
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_delete (buffer, &start, &end);
  paintable = risalah_note_paintable_new (GTK_WIDGET (view), number);
  gtk_text_buffer_insert_paintable (buffer, &start, GDK_PAINTABLE (paintable));
  return TRUE;
}

/*
 * risalah_editor_notes_show:
 * @view: the view that shows @text, the whole of it in @line
 * @number: (inout): the number of the last note before it; of its last one then
 *
 * Gives each citation and note of a text its number.
 *
 * Returns: whether one changed, and lost its tags
 */
gboolean
risalah_editor_notes_show (GtkTextView *view, guint line, RisalahRichText *text, guint *number)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);
  RisalahMarkKind kind_before = RISALAH_MARK_QUOTATION;
  gint64 end = -1;
  gboolean changed = FALSE;

  for (guint i = 0; i < n_marks; i++)
    {
      if (!is_numbered (&marks[i]))
        continue;
      if (!joins (&marks[i], kind_before, end))
        (*number)++;
      kind_before = marks[i].kind;
      end = marks[i].end;
      changed |= show_number (view, line, marks[i].start, *number);
    }
  return changed;
}

/* Gives numbers from the beginning on, until so many changed. Returns whether all are right. */
static gboolean
renumber_some (RisalahEditor *self)
{
  guint n_blocks = risalah_document_get_n_blocks (self->document);
  guint number = 0, n_changed = 0;

  self->guard++;
  for (guint i = 0; i < n_blocks && n_changed < CHANGES_A_TURN; i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (self->document, i);

      if (risalah_brief_block_is_object (block))
        risalah_editor_objects_number (self, i, &number);
      else if (risalah_editor_notes_show (GTK_TEXT_VIEW (self), i,
                                          risalah_brief_block_get_text (block), &number))
        {
          risalah_editor_tags_apply (self->tags, block, i);
          n_changed++;
        }
    }
  self->guard--;
  return n_changed < CHANGES_A_TURN;
}

static gboolean
go_on_cb (gpointer data)
{
  RisalahEditor *self = RISALAH_EDITOR (data);

  if (!renumber_some (self))
    return G_SOURCE_CONTINUE;
  self->renumbering = 0;
  return G_SOURCE_REMOVE;
}

/*
 * risalah_editor_notes_renumber:
 *
 * Gives each citation and note the number it has in the document, those in captions and cells
 * among them. Where hundreds change, the rest follows once the window has been painted.
 */
void
risalah_editor_notes_renumber (RisalahEditor *self)
{
  self->renumber = FALSE;
  if (!renumber_some (self) && self->renumbering == 0)
    self->renumbering = g_idle_add (go_on_cb, self);
}

/*
 * risalah_editor_notes_same:
 * @before: a text
 * @after: what became of it
 *
 * Returns: whether both hold the same number of atoms in clusters of the same sizes, so that no
 *   number changes
 */
gboolean
risalah_editor_notes_same (RisalahRichText *before, RisalahRichText *after)
{
  guint n_before, n_after, i = 0, j = 0;
  const RisalahMark *old_marks = risalah_rich_text_get_marks (before, &n_before);
  const RisalahMark *new_marks = risalah_rich_text_get_marks (after, &n_after);
  gint64 old_end = -1, new_end = -1;
  RisalahMarkKind old_kind = RISALAH_MARK_QUOTATION, new_kind = RISALAH_MARK_QUOTATION;

  for (;;)
    {
      while (i < n_before && !is_numbered (&old_marks[i]))
        i++;
      while (j < n_after && !is_numbered (&new_marks[j]))
        j++;
      if (i == n_before || j == n_after)
        return i == n_before && j == n_after;
      if (joins (&old_marks[i], old_kind, old_end) != joins (&new_marks[j], new_kind, new_end))
        return FALSE;
      old_kind = old_marks[i].kind;
      old_end = old_marks[i++].end;
      new_kind = new_marks[j].kind;
      new_end = new_marks[j++].end;
    }
}
