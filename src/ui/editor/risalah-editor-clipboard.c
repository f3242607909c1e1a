/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cut, copy, paste, drag and drop. A passage travels as XHTML, with its quotations and citations,
 * and as plain text for others; what comes in from elsewhere keeps structure and loses styling. */

#include "risalah-document-xhtml.h"
#include "risalah-editor-private.h"

#define FRAGMENT_TYPE "application/xhtml+xml"
#define HTML_TYPE "text/html"
#define MAX_PASTE (16 * 1024 * 1024)

static gboolean
get_selected (RisalahEditor *self, RisalahPosition *from, RisalahPosition *to)
{
  risalah_editor_get_selection (self, from, to);
  return risalah_position_compare (from, to) != 0;
}

static GdkContentProvider *
provide (RisalahDocument *fragment)
{
  g_autofree char *xhtml = risalah_document_to_xhtml (fragment);
  g_autofree char *plain = risalah_document_dup_plain_text (fragment);
  g_autoptr (GBytes) bytes = g_bytes_new (xhtml, strlen (xhtml));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (FRAGMENT_TYPE, bytes),
    gdk_content_provider_new_for_bytes (HTML_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static gboolean
copy_selection (RisalahEditor *self)
{
  g_autoptr (RisalahDocument) fragment = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  RisalahPosition from, to;

  if (!get_selected (self, &from, &to))
    return FALSE;
  fragment = risalah_document_cut_out (self->document, &from, &to);
  provider = provide (fragment);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  return TRUE;
}

static void
delete_selection (RisalahEditor *self)
{
  RisalahPosition from, to;

  if (get_selected (self, &from, &to))
    {
      g_auto (RisalahEdit) edit = risalah_edit_delete_range (self->document, &from, &to);

      risalah_editor_apply (self, &edit);
    }
}

static void
risalah_editor_copy_clipboard (GtkTextView *view)
{
  copy_selection (RISALAH_EDITOR (view));
}

static void
risalah_editor_cut_clipboard (GtkTextView *view)
{
  if (copy_selection (RISALAH_EDITOR (view)))
    delete_selection (RISALAH_EDITOR (view));
}

/* Puts @fragment in the place of what is selected, as one step. */
static void
paste_fragment (RisalahEditor *self, RisalahDocument *fragment)
{
  RisalahPosition from, to;

  risalah_editor_begin_act (self);
  delete_selection (self);
  risalah_editor_get_selection (self, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_fragment (self->document, &to, fragment);

    risalah_editor_apply (self, &edit);
  }
  risalah_editor_end_act (self);
}

static RisalahDocument *
read_pasted (RisalahEditor *self, const char *type, const char *text, gsize length)
{
  const char *language = risalah_document_get_field (self->document, RISALAH_DOCUMENT_LANGUAGE);

  if (g_strcmp0 (type, FRAGMENT_TYPE) == 0)
    {
      RisalahDocument *fragment = risalah_document_from_xhtml (text, length, NULL);

      if (fragment != NULL)
        return fragment;
    }
  if (g_strcmp0 (type, FRAGMENT_TYPE) == 0 || g_strcmp0 (type, HTML_TYPE) == 0)
    return risalah_document_from_html (text, length, language);
  return risalah_document_from_plain_text (text, length, language);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahEditor) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (RisalahDocument) fragment = NULL;

  if (text == NULL || self->buffer == NULL)
    return;
  fragment = read_pasted (self, NULL, text, strlen (text));
  paste_fragment (self, fragment);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahEditor) self = data;
  g_autoptr (RisalahDocument) fragment = NULL;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  const char *type = g_object_get_data (source, "type");

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) < 0
      || self->buffer == NULL)
    return;
  fragment = read_pasted (self, type, g_memory_output_stream_get_data (stream),
                          g_memory_output_stream_get_data_size (stream));
  paste_fragment (self, fragment);
}

static void
stream_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahEditor) self = data;
  const char *type;
  g_autoptr (GInputStream) input
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    return;
  output = g_memory_output_stream_new (NULL, 0, g_realloc, g_free);
  g_object_set_data_full (G_OBJECT (output), "type", g_strdup (type), g_free);
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&self));
}

static void
risalah_editor_paste_clipboard (GtkTextView *view)
{
  static const char *types[] = { FRAGMENT_TYPE, HTML_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_mime_type (formats, FRAGMENT_TYPE)
      || gdk_content_formats_contain_mime_type (formats, HTML_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_read_cb,
                              g_object_ref (view));
  else
    risalah_editor_paste_plain (RISALAH_EDITOR (view));
}

/**
 * risalah_editor_paste_plain:
 * @self: an editor
 *
 * Pastes the clipboard's words without structure, quotations and citations.
 */
void
risalah_editor_paste_plain (RisalahEditor *self)
{
  g_return_if_fail (RISALAH_IS_EDITOR (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}

/*
 * risalah_editor_clipboard_class_init:
 * @view_class: the editor's class
 */
void
risalah_editor_clipboard_class_init (GtkTextViewClass *view_class)
{
  view_class->copy_clipboard = risalah_editor_copy_clipboard;
  view_class->cut_clipboard = risalah_editor_cut_clipboard;
  view_class->paste_clipboard = risalah_editor_paste_clipboard;
}

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

/* What is dragged within the editor moves, with its quotations. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RisalahEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  RisalahPosition from, to, at;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (g_value_get_object (value) != self->buffer || !get_selected (self, &from, &to))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  risalah_editor_buffer_get_position (self, &iter, &at);
  if (risalah_position_compare (&at, &from) < 0 || risalah_position_compare (&at, &to) > 0)
    move_passage (self, &from, &to, &at);
  return TRUE;
}

/*
 * risalah_editor_clipboard_connect:
 *
 * Makes dragging within the editor a move in the document.
 */
void
risalah_editor_clipboard_connect (RisalahEditor *self)
{
  GtkDropTarget *target
      = gtk_drop_target_new (GTK_TYPE_TEXT_BUFFER, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
