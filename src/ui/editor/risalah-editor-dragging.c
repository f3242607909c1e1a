/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drag and drop. What is dragged within the editor moves with its quotations; what goes to another
 * brief or program is a copy, as on the clipboard. Pictures may be dropped as files. */

#include <glib/gi18n.h>

#include "risalah-editor-private.h"
#include "risalah-figure-block.h"
#include "risalah-messages.h"

/* Takes the passage from @from to @to away and puts it in at @at, as one step. */
static void
move_passage (RisalahEditor *self,
              const RisalahPosition *from,
              const RisalahPosition *to,
              const RisalahPosition *at)
{
  g_autoptr (RisalahDocument) fragment = risalah_document_cut_out (self->document, from, to);
  gboolean is_behind = risalah_position_compare (at, to) > 0;

  risalah_editor_begin_act (self);
  if (!is_behind)
    {
      g_auto (RisalahEdit) removal = risalah_edit_delete_range (self->document, from, to);

      risalah_editor_take (self, &removal);
    }
  {
    g_auto (RisalahEdit) insertion = risalah_edit_insert_fragment (self->document, at, fragment);

    risalah_editor_take (self, &insertion);
  }
  if (is_behind)
    {
      g_auto (RisalahEdit) removal = risalah_edit_delete_range (self->document, from, to);

      risalah_editor_take (self, &removal);
    }
  risalah_editor_end_act (self);
}

static gboolean
get_iter_at (RisalahEditor *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  return gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

static gboolean
is_selected_at (RisalahEditor *self, double x, double y)
{
  GtkTextIter iter, start, end;

  return self->part == NULL && get_iter_at (self, x, y, &iter)
         && gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end)
         && gtk_text_iter_in_range (&iter, &start, &end);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RisalahEditor *self)
{
  return is_selected_at (self, x, y) ? risalah_editor_provide_selection (self) : NULL;
}

/* A press on what is selected is ours, before the text view begins a drag of its own, which gives
 * the bare characters away. */
static void
pressed_cb (GtkGesture *gesture, GdkEventSequence *sequence, RisalahEditor *self)
{
  double x, y;

  gtk_gesture_get_point (gesture, sequence, &x, &y);
  gtk_gesture_set_state (gesture, is_selected_at (self, x, y) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                              : GTK_EVENT_SEQUENCE_DENIED);
}

/* Let go without a drag, it was a click, which puts the cursor there. */
static void
let_go_cb (GtkGesture *gesture, GdkEventSequence *sequence, RisalahEditor *self)
{
  RisalahPosition at;
  GtkTextIter iter;
  double x, y;

  if (self->is_dragged
      || gtk_gesture_get_sequence_state (gesture, sequence) != GTK_EVENT_SEQUENCE_CLAIMED
      || !gtk_gesture_get_point (gesture, sequence, &x, &y) || !get_iter_at (self, x, y, &iter))
    return;
  risalah_editor_buffer_get_position (self, &iter, &at);
  risalah_editor_select (self, &at, &at);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RisalahEditor *self)
{
  self->is_dragged = TRUE;
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean deletes, RisalahEditor *self)
{
  self->is_dragged = FALSE;
}

/*
 * risalah_editor_drop_fragment:
 * @at: where
 * @fragment: what was dragged
 *
 * Puts a passage where it was dropped: moves it where it comes from this editor's selection.
 */
void
risalah_editor_drop_fragment (RisalahEditor *self,
                              const RisalahPosition *at,
                              RisalahDocument *fragment)
{
  RisalahPosition from, to;

  if (!self->is_dragged)
    {
      risalah_editor_select (self, at, at);
      risalah_editor_paste_fragment (self, fragment);
      return;
    }
  risalah_editor_get_selection (self, &from, &to);
  if (risalah_position_compare (at, &from) < 0 || risalah_position_compare (at, &to) > 0)
    move_passage (self, &from, &to, at);
}

static gboolean
drop_files (RisalahEditor *self, const RisalahPosition *at, GSList *files)
{
  gboolean has_picture = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *name = g_file_get_basename (l->data);
      g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);

      if (!g_content_type_is_a (type, "image/*"))
        continue;
      risalah_figure_insert_file (self, at, l->data);
      has_picture = TRUE;
    }
  if (!has_picture)
    risalah_messages_show (GTK_WIDGET (self),
                           _ ("Only pictures can be dropped into a brief. Drop articles on the "
                              "list of sources."));
  return has_picture;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RisalahEditor *self)
{
  RisalahPosition at;
  GtkTextIter iter;

  get_iter_at (self, x, y, &iter);
  risalah_editor_buffer_get_position (self, &iter, &at);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return drop_files (self, &at, g_value_get_boxed (value));
  risalah_editor_drop_fragment (self, &at, g_value_get_boxed (value));
  return TRUE;
}

/*
 * risalah_editor_dragging_connect:
 *
 * Makes dragging from and to the editor keep what stands behind the words.
 */
void
risalah_editor_dragging_connect (RisalahEditor *self)
{
  GType types[] = { RISALAH_TYPE_DOCUMENT, GDK_TYPE_FILE_LIST };
  GtkDropTarget *target
      = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "begin", G_CALLBACK (pressed_cb), self);
  g_signal_connect (source, "end", G_CALLBACK (let_go_cb), self);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
