/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointing at quotations and citations: a click goes to the source, hovering shows the words as
 * they stand there. */

#include <glib/gi18n.h>

#include "risalah-editor-private.h"
#include "risalah-note-dialog.h"

static gboolean
leads_somewhere (const RisalahMark *mark)
{
  return mark->kind == RISALAH_MARK_QUOTATION || mark->kind == RISALAH_MARK_CITATION
         || mark->kind == RISALAH_MARK_NOTE;
}

/* The innermost mark over the character at @at that leads to a source or is a note. */
static const RisalahMark *
find_leading (RisalahEditor *self, const RisalahPosition *at)
{
  RisalahRichText *text
      = risalah_brief_block_get_text (risalah_document_get_block (self->document, at->block));
  const RisalahMark *found = NULL, *marks;
  guint n_marks;

  marks = risalah_rich_text_get_marks (text, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (leads_somewhere (&marks[i]) && marks[i].start <= at->offset && at->offset < marks[i].end)
      found = &marks[i];
  return found;
}

/* The position of the character under the pointer, %FALSE where there is none. */
static gboolean
position_under (RisalahEditor *self, double x, double y, RisalahPosition *at)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;
  GtkTextIter iter;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  risalah_editor_buffer_get_position (self, &iter, at);
  return TRUE;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, RisalahEditor *self)
{
  RisalahPosition at, from, to;

  risalah_editor_get_selection (self, &from, &to);
  if (n_press == 1 && risalah_position_compare (&from, &to) == 0
      && position_under (self, x, y, &at))
    risalah_editor_show_source (self, &at);
}

static void
opened_cb (GtkGestureClick *gesture, int n_press, double x, double y, RisalahEditor *self)
{
  RisalahPosition at, from, to;
  const RisalahMark *mark;

  if (!position_under (self, x, y, &at))
    return;
  mark = find_leading (self, &at);
  if (mark == NULL || mark->kind != RISALAH_MARK_QUOTATION)
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
  risalah_editor_refuse (self);
}

static gboolean
query_tooltip_cb (RisalahEditor *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RisalahPosition at, to;
  const RisalahMark *mark;
  const RisalahQuotation *quotation;
  g_autofree char *text = NULL;

  if (keyboard)
    risalah_editor_get_selection (self, &at, &to);
  else if (!position_under (self, x, y, &at))
    return FALSE;
  mark = find_leading (self, &at);
  if (mark != NULL && mark->kind == RISALAH_MARK_NOTE)
    {
      text = risalah_rich_text_dup_words (mark->note->text);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  if (mark == NULL || mark->kind != RISALAH_MARK_QUOTATION)
    return FALSE;
  quotation = risalah_quotation_use_get_quotation (mark->quotation);
  if (quotation->speaker != NULL)
    text = g_strdup_printf ("%s: “%s”", quotation->speaker, quotation->exact);
  else
    text = g_strdup_printf ("“%s”", quotation->exact);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/*
 * risalah_editor_pointer_connect:
 *
 * Makes quotations and citations answer the pointer.
 */
void
risalah_editor_pointer_connect (RisalahEditor *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect (menu, "pressed", G_CALLBACK (opened_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * risalah_editor_show_source:
 * @self: an editor
 * @at: a place in the document
 *
 * Shows the passage that the quotation or citation at @at leads to, or the note that stands there.
 *
 * Returns: %FALSE where there is none of them
 */
gboolean
risalah_editor_show_source (RisalahEditor *self, const RisalahPosition *at)
{
  const RisalahMark *mark;

  g_return_val_if_fail (RISALAH_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (at != NULL, FALSE);

  mark = find_leading (self, at);
  if (mark == NULL)
    return FALSE;
  if (mark->kind == RISALAH_MARK_NOTE)
    risalah_note_dialog_edit (self, at);
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

/**
 * risalah_editor_get_rectangle:
 * @self: an editor
 * @from: a place in the document
 * @to: one not before it
 * @rectangle: (out): where the first line of what is between them stands, in the editor's
 *   coordinates
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

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (from != NULL && to != NULL && rectangle != NULL);

  risalah_editor_buffer_get_iter (self, from, &iter);
  gtk_text_view_get_iter_location (view, &iter, rectangle);
  risalah_editor_buffer_get_iter (self, to, &iter);
  gtk_text_view_get_iter_location (view, &iter, &end);
  if (end.y == rectangle->y)
    rectangle->width = MAX (end.x - rectangle->x, 1);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rectangle->x, rectangle->y,
                                         &rectangle->x, &rectangle->y);
}
