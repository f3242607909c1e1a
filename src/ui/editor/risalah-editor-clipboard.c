/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cut, copy and paste. A passage travels as XHTML of ours, with its quotations and citations, and
 * spelled out as HTML and plain text for others; what comes in from elsewhere keeps structure and
 * loses styling. */

#include <glib/gi18n.h>

#include "risalah-document-xhtml.h"
#include "risalah-editor-private.h"
#include "risalah-figure-block.h"

#define FRAGMENT_TYPE "application/vnd.risalah.fragment+xml"
#define HTML_TYPE "text/html"

static const char *const picture_types[] = { "image/png", "image/jpeg", NULL };

static gboolean
get_selected (RisalahEditor *self, RisalahPosition *from, RisalahPosition *to)
{
  risalah_editor_get_selection (self, from, to);
  return risalah_position_compare (from, to) != 0;
}

/* A citation for others: the name of its source, as far as it is known. */
static char *
name_citation (const RisalahCitationAtom *citation, gpointer data)
{
  RisalahEditor *self = data;
  const RisalahPassage *passage
      = self->passages != NULL ? risalah_passages_find_citation (self->passages, citation->id)
                               : NULL;

  if (passage == NULL || passage->source == NULL)
    return NULL;
  return citation->locator != NULL
             ? g_strdup_printf ("%s, %s", passage->source, citation->locator)
             : g_strdup (passage->source);
}

/*
 * risalah_editor_provide_selection:
 *
 * Returns: (transfer full) (nullable): what is selected, for the clipboard or for dragging: with
 *   its links for us, rich and plain with its citations spelled out for others; NULL where
 *   nothing is
 */
GdkContentProvider *
risalah_editor_provide_selection (RisalahEditor *self)
{
  g_autoptr (RisalahDocument) fragment = NULL, rich = NULL, plain = NULL;
  g_autofree char *xhtml = NULL, *html = NULL, *text = NULL;
  g_autoptr (GBytes) xhtml_bytes = NULL, html_bytes = NULL;
  RisalahPosition from, to;

  if (!get_selected (self, &from, &to))
    return NULL;
  fragment = risalah_document_cut_out (self->document, &from, &to);
  rich = risalah_document_spell_out (fragment, FALSE, name_citation, self);
  plain = risalah_document_spell_out (fragment, TRUE, name_citation, self);
  xhtml = risalah_document_to_xhtml (fragment);
  html = risalah_document_to_xhtml (rich);
  text = risalah_document_dup_plain_text (plain);
  xhtml_bytes = g_bytes_new (xhtml, strlen (xhtml));
  html_bytes = g_bytes_new (html, strlen (html));
  {
    GdkContentProvider *providers[] = {
      gdk_content_provider_new_typed (RISALAH_TYPE_DOCUMENT, fragment),
      gdk_content_provider_new_for_bytes (FRAGMENT_TYPE, xhtml_bytes),
      gdk_content_provider_new_for_bytes (HTML_TYPE, html_bytes),
      gdk_content_provider_new_typed (G_TYPE_STRING, text),
    };

    return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  }
}

static gboolean
copy_selection (RisalahEditor *self)
{
  g_autoptr (GdkContentProvider) provider = risalah_editor_provide_selection (self);

  if (provider == NULL)
    return FALSE;
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

/*
 * risalah_editor_paste_fragment:
 *
 * Puts @fragment in the place of what is selected, as one step.
 */
void
risalah_editor_paste_fragment (RisalahEditor *self, RisalahDocument *fragment)
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
  risalah_editor_paste_fragment (self, fragment);
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
  if (g_strv_contains (picture_types, type))
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (stream);
      RisalahPosition from, to;

      risalah_editor_get_selection (self, &from, &to);
      risalah_figure_insert_bytes (self, &to, bytes, _ ("Pasted picture"));
      return;
    }
  fragment = read_pasted (self, type, g_memory_output_stream_get_data (stream),
                          g_memory_output_stream_get_data_size (stream));
  risalah_editor_paste_fragment (self, fragment);
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
read_types (RisalahEditor *self, const char *const *types)
{
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), (const char **)types,
                            G_PRIORITY_DEFAULT, NULL, stream_read_cb, g_object_ref (self));
}

static gboolean
holds (RisalahEditor *self, const char *const *types)
{
  GdkContentFormats *formats
      = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (self)));

  for (; *types != NULL; types++)
    if (gdk_content_formats_contain_mime_type (formats, *types))
      return TRUE;
  return FALSE;
}

/* Words before pictures: a word processor offers both of the same passage. */
static void
risalah_editor_paste_clipboard (GtkTextView *view)
{
  static const char *const rich_types[] = { FRAGMENT_TYPE, HTML_TYPE, NULL };
  static const char *const plain_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  RisalahEditor *self = RISALAH_EDITOR (view);

  if (holds (self, rich_types))
    read_types (self, rich_types);
  else if (!holds (self, plain_types) && holds (self, picture_types))
    read_types (self, picture_types);
  else
    risalah_editor_paste_plain (self);
}

/**
 * risalah_editor_paste_plain:
 * @self: an editor
 *
 * Pastes the clipboard's words without structure. Quotations among them lose their source and keep
 * their quotation marks, by which the check finds them.
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
