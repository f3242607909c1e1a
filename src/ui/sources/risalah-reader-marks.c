/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mark in the article says of itself: on hover, and from mark to mark by keyboard, where a
 * popover shows it and a screen reader is told it as the article's description. */

#include "risalah-reader-private.h"
#include "risalah-reader-text.h"

static const RisalahMention *
mention_at (RisalahReader *self, const GtkTextIter *at)
{
  if (self->open == NULL || self->map == NULL || !self->show_marks)
    return NULL;
  return risalah_reader_text_mention_at (
      self->open, risalah_offset_map_to_stored (self->map, gtk_text_iter_get_offset (at)));
}

/* Is it in what is shown? A mention in what was left out is hidden with it. */
static gboolean
is_shown (RisalahReader *self, const RisalahMention *mention)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextTag *hidden = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "hidden");
  GtkTextIter from, to;

  risalah_reader_text_get_iters (buffer, self->map, mention->start, mention->end, &from, &to);
  return self->show_dropped || !gtk_text_iter_has_tag (&from, hidden);
}

/* The nearest mention that begins after the cursor, or before it. */
static const RisalahMention *
next_mention (RisalahReader *self, gboolean forward)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const RisalahMention *found = NULL;
  GtkTextIter cursor;
  gint64 at;

  if (self->open == NULL || self->open->mentions == NULL || !self->show_marks)
    return NULL;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  at = risalah_offset_map_to_stored (self->map, gtk_text_iter_get_offset (&cursor));
  /* A mark at the very beginning is the first one, not the one behind. */
  if (forward && at == 0 && !gtk_widget_get_visible (GTK_WIDGET (self->mark_popover)))
    at = -1;
  for (guint i = 0; i < self->open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (self->open->mentions, RisalahMention, i);

      if (forward ? mention->start <= at : mention->start >= at)
        continue;
      if ((found == NULL
           || (forward ? mention->start < found->start : mention->start > found->start))
          && is_shown (self, mention))
        found = mention;
    }
  return found;
}

static void
show_explanation (RisalahReader *self, const GtkTextIter *at, const char *explanation)
{
  GdkRectangle place;
  double x, y;

  gtk_label_set_text (self->mark_label, explanation);
  gtk_text_view_get_iter_location (self->view, at, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), place.x,
                                         place.y, &x, &y))
    return;
  place.x = x;
  place.y = y;
  place.width = MAX (place.width, 1);
  gtk_popover_set_pointing_to (self->mark_popover, &place);
  gtk_popover_popup (self->mark_popover);
}

/* Puts the cursor on the mark, so that what is read on begins there, and says what it is. */
static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const RisalahMention *mention = next_mention (self, g_str_equal (name, "reader.next-mark"));
  g_autofree char *explanation = NULL;
  GtkTextIter from, to;

  if (mention == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  risalah_reader_text_get_iters (buffer, self->map, mention->start, mention->end, &from, &to);
  gtk_text_buffer_place_cursor (buffer, &from);
  gtk_text_view_scroll_to_iter (self->view, &from, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  explanation = risalah_names_explain (self->names, mention);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  explanation, -1);
  show_explanation (self, &from, explanation);
}

/* The cursor has gone elsewhere by itself. */
static void
cursor_moved_cb (RisalahReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const RisalahMention *mention;
  GtkTextIter cursor;

  gtk_popover_popdown (self->mark_popover);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  mention = mention_at (self, &cursor);
  if (mention != NULL)
    {
      g_autofree char *explanation = risalah_names_explain (self->names, mention);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explanation, -1);
    }
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->view),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
query_tooltip_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  RisalahReader *self)
{
  const RisalahMention *mention;
  g_autofree char *explanation = NULL;
  GtkTextIter at;
  int buffer_x, buffer_y;

  if (keyboard)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y))
    return FALSE;
  mention = mention_at (self, &at);
  if (mention == NULL)
    return FALSE;
  explanation = risalah_names_explain (self->names, mention);
  gtk_tooltip_set_text (tooltip, explanation);
  return TRUE;
}

/* Follows the cursor of the view's present buffer. */
void
risalah_reader_marks_watch_buffer (RisalahReader *self)
{
  gtk_popover_popdown (self->mark_popover);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

void
risalah_reader_marks_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.next-mark", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "reader.previous-mark", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "reader.next-mark",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "reader.previous-mark", NULL);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, mark_popover);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, mark_label);
}

void
risalah_reader_marks_init (RisalahReader *self)
{
  GtkAdjustment *scroll
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_widget_set_parent (GTK_WIDGET (self->mark_popover), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, 0);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (gtk_popover_popdown),
                           self->mark_popover, G_CONNECT_SWAPPED);
}
