/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cursor stands, in the text or in a cell or caption of it, and what is selected. */

#include "risalah-editor-private.h"
#include "risalah-part-view.h"

#define SCROLL_TICKS 20

/*
 * risalah_editor_write_in:
 * @part: (nullable): the cell or caption that is written in from now on; NULL for the text itself
 */
void
risalah_editor_write_in (RisalahEditor *self, GtkWidget *part)
{
  if (g_set_weak_pointer (&self->part, part))
    risalah_editor_cursor_moved (self);
}

/**
 * risalah_editor_get_selection:
 * @self: an editor
 * @from: (out): where the selection begins
 * @to: (out): where it ends; the same place where nothing is selected
 *
 * In the cell or caption that was written in last, if there the cursor is.
 */
void
risalah_editor_get_selection (RisalahEditor *self, RisalahPosition *from, RisalahPosition *to)
{
  GtkTextIter start, end;

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (from != NULL && to != NULL);

  if (self->part != NULL
      && risalah_part_view_get_selection (RISALAH_PART_VIEW (self->part), from, to))
    return;
  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  risalah_editor_buffer_get_position (self, &start, from);
  risalah_editor_buffer_get_position (self, &end, to);
}

/**
 * risalah_editor_select:
 * @self: an editor
 * @from: where the selection begins
 * @to: where it ends, and the cursor stands
 */
void
risalah_editor_select (RisalahEditor *self, const RisalahPosition *from, const RisalahPosition *to)
{
  GtkTextIter start, end;

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (from != NULL && to != NULL);

  risalah_editor_write_in (
      self, from->part != RISALAH_PART_BODY ? risalah_editor_objects_find_part (self, from) : NULL);
  if (self->part != NULL)
    risalah_part_view_select (RISALAH_PART_VIEW (self->part), from->offset, to->offset);
  risalah_editor_buffer_get_iter (self, from, &start);
  risalah_editor_buffer_get_iter (self, to, &end);
  gtk_text_buffer_select_range (self->buffer, &end, &start);
}

static gboolean
is_cursor_in_view (RisalahEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible, cursor;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &iter, &cursor);
  return cursor.y >= visible.y && cursor.y + cursor.height <= visible.y + visible.height;
}

/* In a document that was only just opened a text view does not know how tall its lines are, and a
 * scroll ends short of its place; it is asked again until the place stays in view. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);

  if (self->buffer != NULL && self->scrolls_left > 0)
    {
      self->scrolls_left--;
      if (!is_cursor_in_view (self))
        gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.2);
      return G_SOURCE_CONTINUE;
    }
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

/* Where @focus stands in the text, top and bottom, for the adjustment. What is out of view keeps the
 * place where it was seen last: the object's line tells. */
static gboolean
get_focus_range (RisalahEditor *self, GtkWidget *focus, double *top, double *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GtkWidget *object;
  GdkRectangle visible, line;
  GtkTextIter place;
  graphene_rect_t box;

  object = risalah_editor_objects_find_around (self, focus, &place);
  if (object == NULL || scroll == NULL || !gtk_widget_compute_bounds (focus, object, &box))
    return FALSE;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &place, &line);
  *top = gtk_adjustment_get_value (scroll) + line.y - visible.y + box.origin.y;
  *bottom = *top + box.size.height;
  return TRUE;
}

/* As long as the lines above are measured, it may move away again. A menu over the text stands where
 * it likes. */
static gboolean
show_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  double top, bottom;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget)
      && gtk_widget_get_native (focus) == gtk_widget_get_native (widget)
      && get_focus_range (self, focus, &top, &bottom))
    {
      gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), top,
                                 bottom);
      if (self->focus_ticks-- > 0)
        return G_SOURCE_CONTINUE;
    }
  self->showing_focus = 0;
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (RisalahEditor *self)
{
  self->focus_ticks = SCROLL_TICKS;
  if (self->showing_focus == 0)
    self->showing_focus
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_focus_cb, NULL, NULL);
}

static void
rooted_cb (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                             G_CONNECT_SWAPPED);
}

/* Keeps the cell, caption or button that has the focus in view: a text view does so only for its
 * own cursor. */
void
risalah_editor_selection_connect (RisalahEditor *self)
{
  g_signal_connect (self, "notify::root", G_CALLBACK (rooted_cb), NULL);
}

/**
 * risalah_editor_show_position:
 * @self: an editor
 * @at: a place in the document
 *
 * Puts the cursor there and scrolls to it, with some of what stands before it in view.
 */
void
risalah_editor_show_position (RisalahEditor *self, const RisalahPosition *at)
{
  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (at != NULL);

  risalah_editor_select (self, at, at);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer), 0,
                                TRUE, 0, 0.2);
  self->scrolls_left = SCROLL_TICKS;
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/**
 * risalah_editor_focus:
 * @self: an editor
 *
 * Gives the focus back to where the cursor stands: the text, or a cell or caption of it.
 */
void
risalah_editor_focus (RisalahEditor *self)
{
  g_return_if_fail (RISALAH_IS_EDITOR (self));

  gtk_widget_grab_focus (self->part != NULL ? self->part : GTK_WIDGET (self));
}

/**
 * risalah_editor_has_mark:
 * @self: an editor
 * @kind: a mark that is switched: bold, italic, superscript
 *
 * Returns: whether the selection has it, or what is typed next will
 */
gboolean
risalah_editor_has_mark (RisalahEditor *self, RisalahMarkKind kind)
{
  RisalahPosition from, to;
  RisalahRichText *text;
  gboolean has;

  g_return_val_if_fail (RISALAH_IS_EDITOR (self), FALSE);

  risalah_editor_get_selection (self, &from, &to);
  text = risalah_document_get_part (self->document, &from);
  if (risalah_position_compare (&from, &to) == 0)
    {
      has = from.offset > 0 && risalah_rich_text_find_mark (text, kind, from.offset - 1) != NULL;
      return has != ((self->pending_marks >> kind) & 1);
    }
  return risalah_rich_text_has_mark (
      text, kind, from.offset,
      from.block == to.block ? to.offset : risalah_rich_text_get_length (text));
}

/**
 * risalah_editor_switch_mark:
 * @self: an editor
 * @kind: bold, italic or superscript
 *
 * Gives the mark to the selection or takes it away; with nothing selected, to what is typed next.
 */
void
risalah_editor_switch_mark (RisalahEditor *self, RisalahMarkKind kind)
{
  RisalahPosition from, to;

  g_return_if_fail (RISALAH_IS_EDITOR (self));

  risalah_editor_get_selection (self, &from, &to);
  if (risalah_position_compare (&from, &to) == 0)
    {
      self->pending_marks ^= 1u << kind;
      self->pending_at = from;
      risalah_editor_cursor_moved (self);
    }
  else
    {
      g_auto (RisalahEdit) edit = risalah_edit_toggle_mark (self->document, &from, &to, kind);

      if (risalah_editor_take (self, &edit))
        risalah_editor_select (self, &from, &to);
    }
}

/**
 * risalah_editor_dup_selected_words:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the selected words of one block, %NULL where there are none
 */
char *
risalah_editor_dup_selected_words (RisalahEditor *self)
{
  RisalahPosition from, to;
  g_autoptr (RisalahRichText) slice = NULL;

  g_return_val_if_fail (RISALAH_IS_EDITOR (self), NULL);

  risalah_editor_get_selection (self, &from, &to);
  if (from.block != to.block || from.part != to.part || from.offset == to.offset)
    return NULL;
  slice = risalah_rich_text_slice (risalah_document_get_part (self->document, &from), from.offset,
                                   to.offset);
  return risalah_rich_text_dup_words (slice);
}
