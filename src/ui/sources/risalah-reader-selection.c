/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst does with selected words: quote, cite, make an event, copy. The popover comes
 * when the selection rests, and never takes the focus. */

#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-quoting.h"
#include "risalah-reader-private.h"

#define SELECTION_RESTS_MS 250

/* A hand that slips with the mouse takes half a word; nobody quotes one. */
static void
take_whole_words (GtkTextIter *from, GtkTextIter *to)
{
  if (gtk_text_iter_inside_word (from) && !gtk_text_iter_starts_word (from))
    gtk_text_iter_backward_word_start (from);
  if (gtk_text_iter_inside_word (to) && !gtk_text_iter_starts_word (to))
    gtk_text_iter_forward_word_end (to);
}

/* The selected words of the stored text, without the blanks at both ends. */
static gboolean
get_selection (RisalahReader *self, gint64 *start, gint64 *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;

  if (self->open == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    return FALSE;
  while (gtk_text_iter_compare (&from, &to) < 0
         && g_unichar_isspace (gtk_text_iter_get_char (&from)))
    gtk_text_iter_forward_char (&from);
  while (gtk_text_iter_compare (&from, &to) < 0)
    {
      GtkTextIter last = to;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      to = last;
    }
  if (gtk_text_iter_compare (&from, &to) < 0)
    take_whole_words (&from, &to);
  *start = risalah_offset_map_to_stored (self->map, gtk_text_iter_get_offset (&from));
  *end = risalah_offset_map_to_stored (self->map, gtk_text_iter_get_offset (&to));
  return *start < *end;
}

static RisalahQuotation *
selected_passage (RisalahReader *self)
{
  gint64 start, end;

  if (!get_selection (self, &start, &end))
    {
      risalah_messages_show (GTK_WIDGET (self), _ ("Select some words of the article first."));
      return NULL;
    }
  return risalah_quotation_new (self->open->source->uid, self->open->text->uid,
                                self->open->text->text, start, end);
}

static void
end_selection (RisalahReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;

  gtk_popover_popdown (self->selection_popover);
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &at);
}

/* --- actions ----------------------------------------------------------------------------- */

static void
quoted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahQuotation) quotation = NULL;

  quotation = risalah_session_quote_finish (RISALAH_SESSION (source), result, &error);
  if (quotation == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, risalah_reader_signals[RISALAH_READER_QUOTED], 0, quotation);
}

static void
quote_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);
  g_autoptr (RisalahQuotation) passage = selected_passage (self);

  if (passage == NULL)
    return;
  risalah_session_quote_async (self->session, self->open->source->id, self->open->text->uid,
                               passage->start, passage->end, NULL, quoted_cb, g_object_ref (self));
  end_selection (self);
}

static void
cite_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);
  g_autoptr (RisalahQuotation) passage = selected_passage (self);

  if (passage == NULL)
    return;
  end_selection (self);
  g_signal_emit (self, risalah_reader_signals[RISALAH_READER_CITED], 0, passage);
}

static void
event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);
  g_autoptr (RisalahQuotation) passage = selected_passage (self);

  if (passage == NULL)
    return;
  end_selection (self);
  g_signal_emit (self, risalah_reader_signals[RISALAH_READER_EVENT_WANTED], 0, passage);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);
  g_autoptr (RisalahQuotation) passage = selected_passage (self);
  g_autofree char *about = NULL, *text = NULL;

  if (passage == NULL)
    return;
  about = risalah_names_about_source (self->names, self->open->source);
  /* Translators: copied words, then the title of their source and publisher, date and grade */
  text = g_strdup_printf (_ ("“%s” (%s, %s)"), passage->exact, self->open->source->label, about);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  end_selection (self);
  risalah_messages_show (widget, _ ("Copied with its citation"));
}

/* --- the popover ------------------------------------------------------------------------- */

static gboolean
point_to_selection (RisalahReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;
  GdkRectangle first, last, visible;
  double x, y;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    return FALSE;
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &from, &first);
  gtk_text_view_get_iter_location (self->view, &to, &last);
  if (last.y + last.height < visible.y || first.y > visible.y + visible.height)
    return FALSE;
  if (first.y == last.y)
    first.width = last.x - first.x;
  else
    first.width = MAX (visible.x + visible.width - first.x, 1);
  first.y = MAX (first.y, visible.y);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, first.x, first.y,
                                         &first.x, &first.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), first.x,
                                         first.y, &x, &y))
    return FALSE;
  first.x = x;
  first.y = y;
  gtk_popover_set_pointing_to (self->selection_popover, &first);
  return TRUE;
}

static gboolean
selection_rests_cb (gpointer user_data)
{
  RisalahReader *self = user_data;
  gint64 start, end;

  self->selection_wait = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)) && get_selection (self, &start, &end)
      && point_to_selection (self))
    gtk_popover_popup (self->selection_popover);
  return G_SOURCE_REMOVE;
}

static void
selection_changed_cb (RisalahReader *self)
{
  gboolean selected = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->view));

  g_clear_handle_id (&self->selection_wait, g_source_remove);
  if (selected)
    self->selection_wait = g_timeout_add (SELECTION_RESTS_MS, selection_rests_cb, self);
  else
    gtk_popover_popdown (self->selection_popover);
}

static void
mark_set_cb (RisalahReader *self, const GtkTextIter *at, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark == gtk_text_buffer_get_insert (buffer)
      || mark == gtk_text_buffer_get_selection_bound (buffer))
    selection_changed_cb (self);
}

static void
scrolled_cb (RisalahReader *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->selection_popover)))
    selection_changed_cb (self);
}

/* Follows the selection of the view's present buffer. */
void
risalah_reader_selection_watch_buffer (RisalahReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  /* After the buffer's own handler, which notes whether anything is selected. */
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
risalah_reader_selection_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.quote", NULL, quote_cb);
  gtk_widget_class_install_action (widget_class, "reader.cite", NULL, cite_cb);
  gtk_widget_class_install_action (widget_class, "reader.event", NULL, event_cb);
  gtk_widget_class_install_action (widget_class, "reader.copy", NULL, copy_cb);
}

void
risalah_reader_selection_init (RisalahReader *self)
{
  GtkAdjustment *scroll
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_widget_set_parent (GTK_WIDGET (self->selection_popover), GTK_WIDGET (self));
  g_signal_connect_object (self->view, "unmap", G_CALLBACK (gtk_popover_popdown),
                           self->selection_popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

void
risalah_reader_selection_dispose (RisalahReader *self)
{
  g_clear_handle_id (&self->selection_wait, g_source_remove);
}
