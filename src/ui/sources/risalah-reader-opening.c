/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a source in one job and shows it. What other acts change (quotations, events, metadata)
 * is loaded again and put on the same text, so that the place of reading is kept. */

#include "risalah-messages.h"
#include "risalah-reader-private.h"
#include "risalah-reader-text.h"

#define FLASH_MS 1800

static gboolean
flash_ends_cb (gpointer user_data)
{
  RisalahReader *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;

  self->flash = 0;
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "flash", &from, &to);
  return G_SOURCE_REMOVE;
}

static void
show_wanted_passage (RisalahReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;

  if (self->show_end == 0)
    return;
  g_clear_handle_id (&self->flash, g_source_remove);
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "flash", &from, &to);
  risalah_reader_text_get_iters (buffer, self->map, self->show_start, self->show_end, &from, &to);
  self->show_end = 0;
  gtk_text_buffer_apply_tag_by_name (buffer, "flash", &from, &to);
  gtk_text_buffer_place_cursor (buffer, &from);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.3);
  self->flash = g_timeout_add (FLASH_MS, flash_ends_cb, self);
}

static void
show_text (RisalahReader *self)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);

  gtk_popover_popdown (self->selection_popover);
  g_clear_handle_id (&self->flash, g_source_remove);
  g_clear_pointer (&self->map, risalah_offset_map_free);
  self->map = risalah_reader_text_fill (buffer, self->open->text);
  gtk_text_view_set_buffer (self->view, buffer);
  risalah_reader_selection_watch_buffer (self);
  risalah_reader_marks_watch_buffer (self);
  risalah_reader_text_show_dropped (buffer, self->show_dropped);
  risalah_reader_look_colour (self);
  risalah_reader_find_set_view (self->find, self->view);
}

static void
show_open (RisalahReader *self, RisalahOpenSource *open)
{
  gboolean same_text = self->open != NULL && self->open->text->id == open->text->id;
  g_autofree char *about = risalah_names_about_source (self->names, open->source);
  RisalahOpenSource *before = self->open;

  self->open = open;
  self->wanted = open->source->id;
  gtk_label_set_text (self->title, open->source->label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), open->source->label);
  gtk_label_set_text (self->about, about);
  gtk_revealer_set_reveal_child (self->earlier, !open->is_current);
  if (!same_text)
    show_text (self);
  risalah_reader_text_mark (gtk_text_view_get_buffer (self->view), self->map, open);
  risalah_source_details_show (self->details, open);
  gtk_stack_set_visible_child_name (self->pages, "article");
  risalah_open_source_free (before);
  show_wanted_passage (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahReader) self = user_data;
  g_autoptr (GError) error = NULL;
  RisalahOpenSource *open =
      risalah_open_source_load_finish (RISALAH_LIBRARY (source), result, &error);

  if (open != NULL && self->session != NULL)
    {
      g_clear_object (&self->loading);
      show_open (self, open);
      return;
    }
  risalah_open_source_free (open);
  if (risalah_messages_was_cancelled (error) || self->session == NULL)
    return;
  g_clear_object (&self->loading);
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

static void
load (RisalahReader *self,
      gint64 source,
      const char *source_uid,
      gint64 text,
      const char *text_uid)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  risalah_open_source_load_async (risalah_session_get_library (self->session), source, source_uid,
                                  text, text_uid, self->query, self->loading, loaded_cb,
                                  g_object_ref (self));
}

static void
set_query (RisalahReader *self, RisalahQuery *query)
{
  g_clear_pointer (&self->query, risalah_query_unref);
  self->query = query != NULL ? risalah_query_ref (query) : NULL;
}

/* The text that is open, as the library has it now. */
void
risalah_reader_reload (RisalahReader *self)
{
  if (self->open != NULL && self->loading == NULL)
    load (self, self->open->source->id, NULL, self->open->text->id, NULL);
}

/* The current text of the source that is open. */
void
risalah_reader_load_current (RisalahReader *self)
{
  if (self->open != NULL)
    load (self, self->open->source->id, NULL, 0, NULL);
}

/**
 * risalah_reader_open:
 * @self: the reader
 * @source: a source's number
 * @query: (nullable): whose words are shown in bold
 */
void
risalah_reader_open (RisalahReader *self, gint64 source, RisalahQuery *query)
{
  g_return_if_fail (RISALAH_IS_READER (self));
  g_return_if_fail (source != 0);

  self->wanted = source;
  self->show_end = 0;
  set_query (self, query);
  load (self, source, NULL, 0, NULL);
}

/**
 * risalah_reader_close:
 * @self: the reader
 *
 * Shows no article.
 */
void
risalah_reader_close (RisalahReader *self)
{
  g_return_if_fail (RISALAH_IS_READER (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->wanted = 0;
  gtk_popover_popdown (self->selection_popover);
  gtk_stack_set_visible_child_name (self->pages, "empty");
  g_clear_pointer (&self->open, risalah_open_source_free);
}

/**
 * risalah_reader_show_passage:
 * @self: the reader
 * @source_uid: the source's UUID
 * @text_uid: the text's UUID, or "" for the current text
 * @start: first character
 * @end: character after the last
 *
 * Opens that text, also an earlier one, scrolls to the passage and lets it flash.
 */
void
risalah_reader_show_passage (RisalahReader *self,
                             const char *source_uid,
                             const char *text_uid,
                             gint64 start,
                             gint64 end)
{
  g_return_if_fail (RISALAH_IS_READER (self));
  g_return_if_fail (source_uid != NULL && text_uid != NULL);

  self->show_start = start;
  self->show_end = end;
  if (self->open != NULL && g_str_equal (self->open->source->uid, source_uid)
      && (*text_uid == '\0' ? self->open->is_current
                            : g_str_equal (self->open->text->uid, text_uid)))
    show_wanted_passage (self);
  else
    {
      set_query (self, NULL);
      load (self, 0, source_uid, 0, *text_uid != '\0' ? text_uid : NULL);
    }
}

/**
 * risalah_reader_show_span:
 * @self: the reader
 * @source: a source's number
 * @text: the number of one of its texts, 0 for the current one
 * @start: first character of that text
 * @end: character after the last
 *
 * Opens the source, scrolls to the passage and lets it flash.
 */
void
risalah_reader_show_span (RisalahReader *self, gint64 source, gint64 text, gint64 start, gint64 end)
{
  g_return_if_fail (RISALAH_IS_READER (self));

  self->show_start = start;
  self->show_end = end;
  self->wanted = source;
  if (self->open != NULL && self->open->source->id == source
      && (text == 0 ? self->open->is_current : self->open->text->id == text))
    show_wanted_passage (self);
  else
    {
      set_query (self, NULL);
      load (self, source, NULL, text, NULL);
    }
}
