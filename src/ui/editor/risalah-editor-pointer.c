/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointing at quotations and citations: a click goes to the source, hovering shows the words as
 * they stand there. In captions and cells as in the text. */

#include "risalah-dialogs.h"
#include "risalah-editor-private.h"
#include "risalah-note-dialog.h"
#include "risalah-part-view.h"

static gboolean
leads_somewhere (const RisalahMark *mark)
{
  return mark->kind == RISALAH_MARK_QUOTATION || mark->kind == RISALAH_MARK_CITATION
         || mark->kind == RISALAH_MARK_NOTE || mark->kind == RISALAH_MARK_LINK;
}

/*
 * risalah_editor_find_leading:
 * @at: a place in the document
 *
 * Returns: (nullable): the innermost mark over the character at @at that leads to a source or an
 *   address, or is a note
 */
const RisalahMark *
risalah_editor_find_leading (RisalahEditor *self, const RisalahPosition *at)
{
  RisalahRichText *text = risalah_document_get_part (self->document, at);
  const RisalahMark *found = NULL, *marks;
  guint n_marks;

  if (text == NULL)
    return NULL;
  marks = risalah_rich_text_get_marks (text, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (leads_somewhere (&marks[i]) && marks[i].start <= at->offset && at->offset < marks[i].end)
      found = &marks[i];
  return found;
}

/* The position of the character under the pointer, %FALSE where there is none. */
static gboolean
position_under (RisalahEditor *self, GtkWidget *widget, double x, double y, RisalahPosition *at)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int buffer_x, buffer_y;
  GtkTextIter iter;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  if (RISALAH_IS_PART_VIEW (view))
    return risalah_part_view_get_position (RISALAH_PART_VIEW (view), &iter, at);
  risalah_editor_buffer_get_position (self, &iter, at);
  return TRUE;
}

static gboolean
has_selection (GtkWidget *view)
{
  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
}

/* A link is text that is written in: it wants Ctrl as well. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, RisalahEditor *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const RisalahMark *mark;
  RisalahPosition at;

  if (n_press != 1 || has_selection (view) || !position_under (self, view, x, y, &at))
    return;
  mark = risalah_editor_find_leading (self, &at);
  if (mark != NULL && (mark->kind != RISALAH_MARK_LINK || (state & GDK_CONTROL_MASK) != 0))
    risalah_editor_show_source (self, &at);
}

static void
opened_cb (GtkGestureClick *gesture, int n_press, double x, double y, RisalahEditor *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  RisalahPosition at, from, to;

  if (!position_under (self, view, x, y, &at))
    return;
  if (risalah_editor_find_leading (self, &at) == NULL)
    {
      GtkTextIter iter;

      risalah_editor_buffer_get_iter (self, &at, &iter);
      risalah_editor_spelling_offer (self, &iter);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  risalah_editor_get_selection (self, &from, &to);
  if (risalah_position_compare (&at, &from) < 0 || risalah_position_compare (&at, &to) >= 0)
    risalah_editor_select (self, &at, &at);
  gtk_widget_activate_action (GTK_WIDGET (self), "brief.edit-here", NULL);
}

static gboolean
query_tooltip_cb (GtkWidget *view,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  RisalahEditor *self)
{
  g_autofree char *markup = NULL;
  RisalahPosition at, to;

  if (keyboard)
    risalah_editor_get_selection (self, &at, &to);
  else if (!position_under (self, view, x, y, &at))
    return FALSE;
  markup = risalah_editor_describe (self, &at);
  if (markup != NULL)
    gtk_tooltip_set_markup (tooltip, markup);
  return markup != NULL;
}

/*
 * risalah_editor_pointer_connect:
 * @view: the editor itself, or the view of a caption or cell
 *
 * Makes quotations and citations answer the pointer.
 */
void
risalah_editor_pointer_connect (RisalahEditor *self, GtkTextView *view)
{
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect (menu, "pressed", G_CALLBACK (opened_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect (view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}

/* A cross-reference jumps to its block; an address opens where addresses open. */
static void
follow_link (RisalahEditor *self, const char *href)
{
  RisalahPosition at = { 0, RISALAH_PART_BODY, 0 };
  int block;

  if (*href != '#')
    {
      g_autoptr (GFile) address = g_file_new_for_uri (href);

      if (g_file_has_uri_scheme (address, "https") || g_file_has_uri_scheme (address, "http"))
        risalah_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), address);
      return;
    }
  block = risalah_document_find_id (self->document, href + 1);
  if (block < 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  at.block = block;
  risalah_editor_show_position (self, &at);
}

/**
 * risalah_editor_show_source:
 * @self: an editor
 * @at: a place in the document
 *
 * Shows the passage that the quotation or citation at @at leads to, the note that stands there, or
 * where its link goes.
 *
 * Returns: %FALSE where there is none of them
 */
gboolean
risalah_editor_show_source (RisalahEditor *self, const RisalahPosition *at)
{
  const RisalahMark *mark;

  g_return_val_if_fail (RISALAH_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (at != NULL, FALSE);

  mark = risalah_editor_find_leading (self, at);
  if (mark == NULL)
    return FALSE;
  if (mark->kind == RISALAH_MARK_NOTE)
    risalah_note_dialog_edit (self, at);
  else if (mark->kind == RISALAH_MARK_LINK)
    follow_link (self, mark->href);
  else if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (mark->quotation);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-passage", "(ssxx)",
                                  quotation->source_uid, quotation->text_uid, quotation->start,
                                  quotation->end);
    }
  else
    {
      const RisalahCitationAtom *citation = mark->citation;

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-passage", "(ssxx)",
                                  citation->source_uid,
                                  citation->text_uid != NULL ? citation->text_uid : "",
                                  citation->start, citation->end);
    }
  return TRUE;
}

static void
get_part_rectangle (RisalahEditor *self, const RisalahPosition *from, GdkRectangle *rectangle)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->part);
  GtkTextIter iter;
  double x, y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, from->offset);
  gtk_text_view_get_iter_location (view, &iter, rectangle);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rectangle->x, rectangle->y,
                                         &rectangle->x, &rectangle->y);
  gtk_widget_translate_coordinates (self->part, GTK_WIDGET (self), rectangle->x, rectangle->y, &x,
                                    &y);
  rectangle->x = x;
  rectangle->y = y;
}

/**
 * risalah_editor_get_rectangle:
 * @self: an editor
 * @from: a place in the document
 * @to: one not before it
 * @rectangle: (out): where the first line of what is between them stands, in the editor's
 *   coordinates; its edge, for what is still on its way into view
 */
void
risalah_editor_get_rectangle (RisalahEditor *self,
                              const RisalahPosition *from,
                              const RisalahPosition *to,
                              GdkRectangle *rectangle)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle end;
  int lowest;

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (from != NULL && to != NULL && rectangle != NULL);

  if (from->part != RISALAH_PART_BODY && self->part != NULL)
    {
      get_part_rectangle (self, from, rectangle);
      return;
    }
  risalah_editor_buffer_get_iter (self, from, &iter);
  gtk_text_view_get_iter_location (view, &iter, rectangle);
  risalah_editor_buffer_get_iter (self, to, &iter);
  gtk_text_view_get_iter_location (view, &iter, &end);
  if (end.y == rectangle->y)
    rectangle->width = MAX (end.x - rectangle->x, 1);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rectangle->x, rectangle->y,
                                         &rectangle->x, &rectangle->y);
  lowest = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - rectangle->height, 0);
  rectangle->y = CLAMP (rectangle->y, 0, lowest);
}
