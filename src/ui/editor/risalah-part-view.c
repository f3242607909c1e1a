/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text within an object of the brief: a table's cell, a caption. It works as the editor does:
 * what is typed becomes an edit of the editor's document, and the view follows. */

#include "risalah-part-view.h"

#include <glib/gi18n.h>

#include "risalah-document-difference.h"
#include "risalah-editor-private.h"
#include "risalah-note-paintable.h"

struct _RisalahPartView
{
  GtkTextView parent_instance;

  RisalahEditor *editor;      /* borrowed: the widget that this one stands in */
  GtkTextChildAnchor *anchor; /* says which block it belongs to */
  GtkTextBuffer *buffer;      /* borrowed: the view owns it */
  RisalahEditorTags *tags;
  RisalahRichText *shown;
  const char *placeholder;    /* (nullable): shown, dimmed, where it is empty */
  guint part;
  guint guard;
};

G_DEFINE_FINAL_TYPE (RisalahPartView, risalah_part_view, GTK_TYPE_TEXT_VIEW)

static gboolean
find_block (RisalahPartView *self, guint *block)
{
  GtkTextIter place;

  if (gtk_text_child_anchor_get_deleted (self->anchor))
    return FALSE;
  gtk_text_buffer_get_iter_at_child_anchor (self->editor->buffer, &place, self->anchor);
  *block = gtk_text_iter_get_line (&place);
  return TRUE;
}

static void
take (RisalahPartView *self, RisalahEdit *edit)
{
  g_object_ref (self);
  risalah_editor_take (self->editor, edit);
  g_object_unref (self);
}

static void
revalidate (RisalahPartView *self, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, iter, gtk_text_buffer_get_insert (self->buffer));
}

static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *location,
                const char *text,
                int length,
                RisalahPartView *self)
{
  g_autofree char *typed = NULL;
  RisalahPosition at;

  if (self->guard > 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  typed = risalah_editor_clean_text (text, length);
  if (risalah_part_view_get_position (self, location, &at))
    {
      g_auto (RisalahEdit) edit = risalah_edit_insert_text (self->editor->document, &at, typed);

      take (self, &edit);
    }
  revalidate (self, location);
}

static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, RisalahPartView *self)
{
  RisalahPosition from, to;

  if (self->guard > 0)
    return;
  g_signal_stop_emission_by_name (buffer, "delete-range");
  if (risalah_part_view_get_position (self, start, &from)
      && risalah_part_view_get_position (self, end, &to))
    {
      g_auto (RisalahEdit) edit
          = risalah_edit_delete_range (self->editor->document, &from, &to);

      take (self, &edit);
    }
  revalidate (self, start);
  *end = *start;
}

static void
begin_user_action_cb (GtkTextBuffer *buffer, RisalahPartView *self)
{
  if (self->guard == 0)
    risalah_editor_begin_act (self->editor);
}

static void
end_user_action_cb (GtkTextBuffer *buffer, RisalahPartView *self)
{
  if (self->guard == 0)
    risalah_editor_end_act (self->editor);
}

static void
mark_set_cb (GtkTextBuffer *buffer, GtkTextIter *iter, GtkTextMark *mark, RisalahPartView *self)
{
  if (self->guard == 0 && mark == gtk_text_buffer_get_insert (buffer)
      && self->editor->part == GTK_WIDGET (self))
    risalah_editor_cursor_moved (self->editor);
}

/* Far away the text view has not even placed it. */
static void
scroll_to_block (RisalahPartView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GdkRectangle visible, line;
  GtkTextIter iter;
  guint block;

  if (!find_block (self, &block))
    return;
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, block);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &iter, &line);
  line.width = visible.width = 1;
  line.x = visible.x = 0;
  if (!gdk_rectangle_intersect (&visible, &line, NULL))
    gtk_text_view_scroll_to_iter (view, &iter, 0, FALSE, 0, 0);
}

static void
focus_entered_cb (GtkEventControllerFocus *focus, RisalahPartView *self)
{
  scroll_to_block (self);
  risalah_editor_write_in (self->editor, GTK_WIDGET (self));
}

/* Escape leaves the object for the text behind it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                RisalahPartView *self)
{
  RisalahPosition at = { 0, RISALAH_PART_BODY, 1 };

  if (key != GDK_KEY_Escape || !find_block (self, &at.block))
    return FALSE;
  risalah_editor_select (self->editor, &at, &at);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return TRUE;
}

static void
risalah_part_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RisalahPartView *self = RISALAH_PART_VIEW (widget);

  GTK_WIDGET_CLASS (risalah_part_view_parent_class)->css_changed (widget, change);
  if (self->tags != NULL && self->editor != NULL)
    risalah_editor_tags_set_colours (self->tags, &self->editor->accent, &self->editor->foreground);
}

static void
risalah_part_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RisalahPartView *self = RISALAH_PART_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA dim = self->editor->foreground;

  GTK_WIDGET_CLASS (risalah_part_view_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder == NULL || gtk_text_buffer_get_char_count (self->buffer) > 0)
    return;
  dim.alpha *= 0.5;
  layout = gtk_widget_create_pango_layout (widget, self->placeholder);
  gtk_snapshot_append_layout (snapshot, layout, &dim);
}

static void
risalah_part_view_dispose (GObject *object)
{
  RisalahPartView *self = RISALAH_PART_VIEW (object);

  if (self->buffer != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->buffer, self);
      self->buffer = NULL;
      g_clear_pointer (&self->tags, risalah_editor_tags_free);
    }
  g_clear_object (&self->anchor);

  G_OBJECT_CLASS (risalah_part_view_parent_class)->dispose (object);
}

static void
risalah_part_view_finalize (GObject *object)
{
  g_clear_pointer (&RISALAH_PART_VIEW (object)->shown, risalah_rich_text_unref);

  G_OBJECT_CLASS (risalah_part_view_parent_class)->finalize (object);
}

static void
risalah_part_view_class_init (RisalahPartViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_part_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_part_view_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = risalah_part_view_css_changed;
  GTK_WIDGET_CLASS (klass)->snapshot = risalah_part_view_snapshot;
}

static void
risalah_part_view_init (RisalahPartView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buffer = gtk_text_view_get_buffer (view);
  self->tags = risalah_editor_tags_new (self->buffer);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "brief-part");
  g_signal_connect (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self);
  g_signal_connect (self->buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb), self);
  g_signal_connect (self->buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self);
  g_signal_connect_after (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * risalah_part_view_new:
 * @editor: the editor whose document holds the part
 * @anchor: where the object stands in it
 * @part: a caption or a cell
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
risalah_part_view_new (RisalahEditor *editor, GtkTextChildAnchor *anchor, guint part)
{
  RisalahPartView *self;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (GTK_IS_TEXT_CHILD_ANCHOR (anchor), NULL);

  self = g_object_new (RISALAH_TYPE_PART_VIEW, NULL);
  self->editor = editor;
  self->anchor = g_object_ref (anchor);
  self->part = part;
  risalah_editor_tags_set_colours (self->tags, &editor->accent, &editor->foreground);
  risalah_editor_pointer_connect (editor, GTK_TEXT_VIEW (self));
  return GTK_WIDGET (self);
}

/**
 * risalah_part_view_new_caption:
 * @editor: the editor whose document holds the object
 * @anchor: where the object stands in it
 *
 * Returns: (transfer floating): a view for its caption
 */
GtkWidget *
risalah_part_view_new_caption (RisalahEditor *editor, GtkTextChildAnchor *anchor)
{
  GtkWidget *caption = risalah_part_view_new (editor, anchor, RISALAH_PART_CAPTION);

  RISALAH_PART_VIEW (caption)->placeholder = _ ("Caption");
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_widget_add_css_class (caption, "caption-part");
  gtk_accessible_update_property (GTK_ACCESSIBLE (caption), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Caption"), -1);
  return caption;
}

/**
 * risalah_part_view_get_part:
 * @self: a part's view
 *
 * Returns: which part it shows
 */
guint
risalah_part_view_get_part (RisalahPartView *self)
{
  g_return_val_if_fail (RISALAH_IS_PART_VIEW (self), 0);

  return self->part;
}

/**
 * risalah_part_view_get_position:
 * @self: a part's view
 * @iter: a place in it
 * @at: (out): the place in the document
 *
 * Returns: %FALSE once the object is gone
 */
gboolean
risalah_part_view_get_position (RisalahPartView *self,
                                const GtkTextIter *iter,
                                RisalahPosition *at)
{
  g_return_val_if_fail (RISALAH_IS_PART_VIEW (self), FALSE);
  g_return_val_if_fail (iter != NULL && at != NULL, FALSE);

  at->part = self->part;
  at->offset = gtk_text_iter_get_offset (iter);
  return find_block (self, &at->block);
}

/**
 * risalah_part_view_get_selection:
 * @self: a part's view
 * @from: (out): where the selection begins
 * @to: (out): where it ends; the same place where nothing is selected
 *
 * Returns: %FALSE once the object is gone
 */
gboolean
risalah_part_view_get_selection (RisalahPartView *self, RisalahPosition *from, RisalahPosition *to)
{
  GtkTextIter start, end;

  g_return_val_if_fail (RISALAH_IS_PART_VIEW (self), FALSE);

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  return risalah_part_view_get_position (self, &start, from)
         && risalah_part_view_get_position (self, &end, to);
}

/**
 * risalah_part_view_select:
 * @self: a part's view
 * @from: where the selection begins, in characters
 * @to: where it ends, and the cursor stands
 */
void
risalah_part_view_select (RisalahPartView *self, guint from, guint to)
{
  GtkTextIter start, end;

  g_return_if_fail (RISALAH_IS_PART_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, to);
  gtk_text_buffer_select_range (self->buffer, &end, &start);
}

/**
 * risalah_part_view_number:
 * @self: a part's view
 * @number: (inout): the number of the last note before it; of its last one then
 *
 * Gives its citations their numbers.
 */
void
risalah_part_view_number (RisalahPartView *self, guint *number)
{
  g_return_if_fail (RISALAH_IS_PART_VIEW (self));

  if (self->shown == NULL)
    return;
  self->guard++;
  if (risalah_editor_notes_show (GTK_TEXT_VIEW (self), 0, self->shown, number))
    risalah_editor_tags_apply_marks (self->tags, self->shown);
  self->guard--;
}

static void
insert_characters (RisalahPartView *self, GtkTextIter *iter, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *atom = g_strstr_len (text, end - text, RISALAH_ATOM_TEXT);

      gtk_text_buffer_insert (self->buffer, iter, text, (atom != NULL ? atom : end) - text);
      if (atom == NULL)
        break;
      {
        g_autoptr (RisalahNotePaintable) paintable
            = risalah_note_paintable_new (GTK_WIDGET (self), 0);

        gtk_text_buffer_insert_paintable (self->buffer, iter, GDK_PAINTABLE (paintable));
      }
      text = atom + strlen (RISALAH_ATOM_TEXT);
    }
}

/**
 * risalah_part_view_show:
 * @self: a part's view
 * @text: its text now
 *
 * Applies what differs from the text shown before.
 */
void
risalah_part_view_show (RisalahPartView *self, RisalahRichText *text)
{
  RisalahTextDifference difference = { 0 };
  GtkTextIter start, end;
  const char *from;

  g_return_if_fail (RISALAH_IS_PART_VIEW (self));
  g_return_if_fail (text != NULL);

  if (self->shown == text)
    return;
  if (self->shown == NULL)
    self->shown = risalah_rich_text_new_plain ("");
  risalah_rich_text_find_difference (self->shown, text, &difference);
  self->guard++;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, difference.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, difference.start + difference.n_removed);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  from = g_utf8_offset_to_pointer (risalah_rich_text_get_text (text), difference.start);
  insert_characters (self, &start, from,
                     g_utf8_offset_to_pointer (from, difference.n_inserted) - from);
  risalah_editor_tags_apply_marks (self->tags, text);
  self->guard--;
  risalah_rich_text_ref (text);
  risalah_rich_text_unref (self->shown);
  self->shown = text;
}
