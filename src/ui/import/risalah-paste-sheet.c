/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page is taken as it was copied, with its markup, as long as its words are not edited; then
 * what stands in the view is what counts. */

#include "risalah-paste-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "risalah-sheet.h"

/* More is a file, and comes in as one. */
#define MAX_BYTES (16 * 1024 * 1024)

struct _RisalahPasteSheet
{
  AdwWindow parent_instance;

  GtkWidget *add;
  GtkLabel *note;
  GtkTextView *view;

  RisalahImportBanner *banner;
  GCancellable *reading;
  GBytes *page; /* the copied web page, %NULL where there is none or its words were edited */
};

G_DEFINE_FINAL_TYPE (RisalahPasteSheet, risalah_paste_sheet, ADW_TYPE_WINDOW)

static char *
typed_text (RisalahPasteSheet *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

static void
changed_cb (RisalahPasteSheet *self)
{
  g_autofree char *text = g_strstrip (typed_text (self));

  gtk_widget_set_sensitive (self->add, *text != '\0');
  g_clear_pointer (&self->page, g_bytes_unref);
}

static void
add_cb (RisalahPasteSheet *self)
{
  if (self->page != NULL)
    risalah_import_banner_add_bytes (self->banner, self->page, "text/html");
  else
    {
      char *text = typed_text (self);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      risalah_import_banner_add_bytes (self->banner, bytes, "text/plain");
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the clipboard ----------------------------------------------------------------------- */

static void
page_spliced_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahPasteSheet) self = user_data;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) <= 0
      || g_memory_output_stream_get_data_size (memory) > MAX_BYTES)
    return;
  g_clear_pointer (&self->page, g_bytes_unref);
  self->page = g_memory_output_stream_steal_as_bytes (memory);
  gtk_label_set_text (self->note,
                      _ ("A web page was copied. It is added with its headings, lists and tables "
                         "unless you change the words below."));
}

static void
page_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahPasteSheet) self = user_data;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (memory, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                      | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, self->reading, page_spliced_cb,
                                  g_object_ref (self));
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahPasteSheet) self = user_data;
  GdkClipboard *clipboard = GDK_CLIPBOARD (object);
  static const char *types[] = { "text/html", NULL };
  g_autofree char *text = gdk_clipboard_read_text_finish (clipboard, result, NULL);
  g_autofree char *typed = typed_text (self);

  if (text == NULL || strlen (text) > MAX_BYTES || *typed != '\0')
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, self->reading, page_read_cb,
                              g_object_ref (self));
}

/* --- the sheet --------------------------------------------------------------------------- */

static void
risalah_paste_sheet_dispose (GObject *object)
{
  RisalahPasteSheet *self = RISALAH_PASTE_SHEET (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->banner);
  g_clear_pointer (&self->page, g_bytes_unref);

  G_OBJECT_CLASS (risalah_paste_sheet_parent_class)->dispose (object);
}

static void
risalah_paste_sheet_class_init (RisalahPasteSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_paste_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/import/risalah-paste-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahPasteSheet, add);
  gtk_widget_class_bind_template_child (widget_class, RisalahPasteSheet, note);
  gtk_widget_class_bind_template_child (widget_class, RisalahPasteSheet, view);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_paste_sheet_init (RisalahPasteSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * risalah_paste_sheet_show:
 * @parent: the window
 * @banner: takes the article in
 *
 * Returns: (transfer none): the sheet, with what the clipboard holds
 */
GtkWidget *
risalah_paste_sheet_show (GtkWindow *parent, RisalahImportBanner *banner)
{
  RisalahPasteSheet *self;

  g_return_val_if_fail (RISALAH_IS_IMPORT_BANNER (banner), NULL);

  self = g_object_new (RISALAH_TYPE_PASTE_SHEET, "transient-for", parent, NULL);
  self->banner = g_object_ref (banner);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), self->reading,
                                 text_read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
