/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed becomes edits of the document: the buffer's own insertions and deletions are
 * stopped, the edit is made on the model, and the buffer follows. Input methods, which commit
 * through the buffer, come the same way. */

#include "risalah-editor-private.h"
#include "risalah-part-view.h"

static void
get_cursor (RisalahEditor *self, RisalahPosition *cursor)
{
  GtkTextIter iter;

  if (self->part != NULL)
    {
      RisalahPosition from;

      risalah_editor_get_selection (self, &from, cursor);
      return;
    }
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  risalah_editor_buffer_get_position (self, &iter, cursor);
}

/* Setting a mark makes the view lay out the line at once, so it is left alone where the buffer has
 * already moved it to the right place. */
static void
place_cursor (RisalahEditor *self, const RisalahPosition *cursor)
{
  GtkTextIter iter, insert, bound;

  if (cursor->part != RISALAH_PART_BODY)
    {
      risalah_editor_write_in (self, risalah_editor_objects_find_part (self, cursor));
      if (self->part != NULL)
        risalah_part_view_select (RISALAH_PART_VIEW (self->part), cursor->offset, cursor->offset);
      return;
    }
  risalah_editor_write_in (self, NULL);
  risalah_editor_buffer_get_iter (self, cursor, &iter);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &insert, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &bound,
                                    gtk_text_buffer_get_selection_bound (self->buffer));
  if (gtk_text_iter_equal (&iter, &insert) && gtk_text_iter_equal (&iter, &bound))
    return;
  self->follows_cursor = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->follows_cursor = FALSE;
}

static void
remember (RisalahEditor *self, RisalahEdit *edit)
{
  if (self->action_depth == 0)
    {
      risalah_history_push (self->history, edit);
      return;
    }
  if (self->action_n_edits++ == 0)
    {
      self->action_edit = *edit;
      self->action_edit.document = risalah_document_ref (edit->document);
    }
}

/*
 * risalah_editor_take:
 * @edit: what an edit command returned
 *
 * Shows the edit's document, puts the cursor where it says, and gives it to the history.
 *
 * Returns: whether the document changed
 */
gboolean
risalah_editor_take (RisalahEditor *self, RisalahEdit *edit)
{
  switch (edit->outcome)
    {
    case RISALAH_EDIT_DONE:
      risalah_editor_buffer_follow (self, edit->document);
      place_cursor (self, &edit->cursor);
      remember (self, edit);
      risalah_editor_changed (self);
      return TRUE;

    case RISALAH_EDIT_UNCHANGED:
      place_cursor (self, &edit->cursor);
      return FALSE;

    case RISALAH_EDIT_LOCKED:
      risalah_editor_refuse (self);
      return FALSE;

    case RISALAH_EDIT_NOT_HERE:
    default:
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
}

static void
begin_action (RisalahEditor *self)
{
  if (self->action_depth++ > 0)
    return;
  self->action_n_edits = 0;
  get_cursor (self, &self->action_from);
}

static void
end_action (RisalahEditor *self)
{
  g_auto (RisalahEdit) edit = { 0 };

  if (--self->action_depth > 0 || self->action_n_edits == 0)
    return;
  edit = self->action_edit;
  memset (&self->action_edit, 0, sizeof self->action_edit);
  if (self->action_n_edits > 1)
    {
      g_clear_pointer (&edit.document, risalah_document_unref);
      edit.document = risalah_document_ref (self->document);
      edit.step = RISALAH_EDIT_STEP_ACT;
      edit.from = self->action_from;
      get_cursor (self, &edit.cursor);
    }
  risalah_history_push (self->history, &edit);
  risalah_editor_changed (self);
}

/* Marks that were switched with nothing selected take hold of what is typed next. */
static void
apply_pending_marks (RisalahEditor *self, const RisalahPosition *start, const RisalahPosition *end)
{
  guint marks = self->pending_marks;

  self->pending_marks = 0;
  for (guint kind = 0; marks != 0; kind++, marks >>= 1)
    if (marks & 1)
      {
        g_auto (RisalahEdit) edit
            = risalah_edit_toggle_mark (self->document, start, end, (RisalahMarkKind)kind);

        edit.cursor = *end;
        risalah_editor_take (self, &edit);
      }
}

/* Types a line at @cursor and moves it behind what was typed. */
static gboolean
type_line (RisalahEditor *self, const char *line, RisalahPosition *cursor)
{
  const RisalahPosition start = *cursor;
  g_auto (RisalahEdit) edit = risalah_edit_insert_text (self->document, &start, line);
  gboolean is_pending
      = self->pending_marks != 0 && risalah_position_compare (&start, &self->pending_at) == 0;

  if (!risalah_editor_take (self, &edit))
    return FALSE;
  *cursor = edit.cursor;
  if (is_pending)
    apply_pending_marks (self, &start, cursor);
  return TRUE;
}

/*
 * risalah_editor_type:
 * @at: where
 * @text: what was typed; a line feed begins a block
 *
 * Returns: whether all of it was taken
 */
gboolean
risalah_editor_type (RisalahEditor *self, const RisalahPosition *at, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  RisalahPosition cursor = *at;
  gboolean taken = TRUE;

  begin_action (self);
  for (guint i = 0; taken && lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          g_auto (RisalahEdit) edit = risalah_edit_split_block (self->document, &cursor);

          taken = risalah_editor_take (self, &edit);
          cursor = edit.cursor;
        }
      if (taken && *lines[i] != '\0')
        taken = type_line (self, lines[i], &cursor);
    }
  end_action (self);
  return taken;
}

/*
 * risalah_editor_clean_text:
 * @text: what comes from the keyboard or elsewhere
 * @length: its bytes
 *
 * Returns: (transfer full): it without what a block may not hold: other line ends become line
 *   feeds, atoms' characters and our line keeper go
 */
char *
risalah_editor_clean_text (const char *text, gssize length)
{
  g_autoptr (GString) clean = g_string_new_len (text, length);

  g_string_replace (clean, "\r\n", "\n", 0);
  g_string_replace (clean, "\r", "\n", 0);
  g_string_replace (clean, "\xE2\x80\xA9", "\n", 0);
  g_string_replace (clean, RISALAH_ATOM_TEXT, "", 0);
  g_string_replace (clean, "\xE2\x80\x8B", "", 0);
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static void
revalidate (RisalahEditor *self, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, iter, gtk_text_buffer_get_insert (self->buffer));
}

static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *location,
                const char *text,
                int length,
                RisalahEditor *self)
{
  g_autofree char *typed = NULL;
  RisalahPosition at;

  if (self->guard > 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  typed = risalah_editor_clean_text (text, length);
  risalah_editor_buffer_get_position (self, location, &at);
  risalah_editor_type (self, &at, typed);
  self->typed_space = g_str_equal (typed, " ");
  revalidate (self, location);
}

static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, RisalahEditor *self)
{
  RisalahPosition from, to;

  if (self->guard > 0)
    return;
  g_signal_stop_emission_by_name (buffer, "delete-range");
  risalah_editor_buffer_get_position (self, start, &from);
  risalah_editor_buffer_get_position (self, end, &to);
  if (risalah_position_compare (&from, &to) != 0)
    {
      g_auto (RisalahEdit) edit = risalah_edit_delete_range (self->document, &from, &to);

      risalah_editor_take (self, &edit);
    }
  revalidate (self, start);
  *end = *start;
}

static void
begin_user_action_cb (GtkTextBuffer *buffer, RisalahEditor *self)
{
  if (self->guard == 0)
    begin_action (self);
}

static void
end_user_action_cb (GtkTextBuffer *buffer, RisalahEditor *self)
{
  if (self->guard > 0)
    return;
  end_action (self);
  if (self->typed_space)
    {
      RisalahPosition cursor;

      /* A step of its own, so that undo gives back the characters that were typed. */
      self->typed_space = FALSE;
      get_cursor (self, &cursor);
      {
        g_auto (RisalahEdit) edit = risalah_edit_apply_shortcut (self->document, &cursor);

        if (edit.outcome == RISALAH_EDIT_DONE)
          risalah_editor_take (self, &edit);
      }
    }
}

static void
mark_set_cb (GtkTextBuffer *buffer, GtkTextIter *iter, GtkTextMark *mark, RisalahEditor *self)
{
  if (self->guard > 0 || mark != gtk_text_buffer_get_insert (buffer))
    return;
  if (!self->follows_cursor)
    {
      self->pending_marks = 0;
      if (self->action_depth == 0)
        risalah_history_end_group (self->history);
    }
  risalah_editor_buffer_keep_cursor (self);
  risalah_editor_cursor_moved (self);
}

static void
delete_one (RisalahEditor *self, gboolean forward)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (self, &from, &to);
  if (risalah_position_compare (&from, &to) != 0)
    {
      g_auto (RisalahEdit) edit = risalah_edit_delete_range (self->document, &from, &to);

      risalah_editor_take (self, &edit);
    }
  else
    {
      g_auto (RisalahEdit) edit = risalah_edit_delete_character (self->document, &from, forward);

      risalah_editor_take (self, &edit);
    }
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (self->buffer));
}

static void
risalah_editor_backspace (GtkTextView *view)
{
  delete_one (RISALAH_EDITOR (view), FALSE);
}

static void
risalah_editor_delete_from_cursor (GtkTextView *view, GtkDeleteType type, int count)
{
  GtkTextViewClass *parent = g_type_class_peek_parent (G_OBJECT_GET_CLASS (view));

  if (type == GTK_DELETE_CHARS && count == 1)
    delete_one (RISALAH_EDITOR (view), TRUE);
  else
    parent->delete_from_cursor (view, type, count);
}

static gboolean
change_level (RisalahEditor *self, int by)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (self, &from, &to);
  if (!risalah_brief_block_is_list_item (risalah_document_get_block (self->document, from.block)))
    return FALSE;
  {
    g_auto (RisalahEdit) edit = risalah_edit_change_level (self->document, &from, &to, by);

    risalah_editor_take (self, &edit);
  }
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                RisalahEditor *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  switch (key)
    {
    case GDK_KEY_Tab:
      return modifiers == 0 && change_level (self, 1);

    case GDK_KEY_ISO_Left_Tab:
      return modifiers == GDK_SHIFT_MASK && change_level (self, -1);

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (modifiers != GDK_SHIFT_MASK)
        return FALSE;
      gtk_text_buffer_insert_interactive_at_cursor (self->buffer, RISALAH_LINE_BREAK_TEXT, -1,
                                                    TRUE);
      return TRUE;

    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (key == GDK_KEY_Menu || modifiers == GDK_SHIFT_MASK)
        {
          GtkTextIter iter;

          gtk_text_buffer_get_iter_at_mark (self->buffer, &iter,
                                            gtk_text_buffer_get_insert (self->buffer));
          risalah_editor_spelling_offer (self, &iter);
        }
      return FALSE;

    default:
      return FALSE;
    }
}

static void
focus_changed_cb (GtkEventControllerFocus *focus, GParamSpec *pspec, RisalahEditor *self)
{
  if (gtk_event_controller_focus_is_focus (focus))
    risalah_editor_write_in (self, NULL);
}

/*
 * risalah_editor_input_connect:
 *
 * Makes keys and the buffer's own changes into edits.
 */
void
risalah_editor_input_connect (RisalahEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus;

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self);
  g_signal_connect (self->buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb), self);
  g_signal_connect (self->buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self);
  g_signal_connect_after (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self);
}

/*
 * risalah_editor_input_class_init:
 * @view_class: the editor's class
 */
void
risalah_editor_input_class_init (GtkTextViewClass *view_class)
{
  view_class->backspace = risalah_editor_backspace;
  view_class->delete_from_cursor = risalah_editor_delete_from_cursor;
}

/*
 * risalah_editor_begin_act:
 *
 * What changes until risalah_editor_end_act() is one step of the history.
 */
void
risalah_editor_begin_act (RisalahEditor *self)
{
  begin_action (self);
}

void
risalah_editor_end_act (RisalahEditor *self)
{
  end_action (self);
}
