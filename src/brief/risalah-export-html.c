/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story as one HTML file that needs no other: style sheet, pictures and notes are in it. And
 * the document as Risalah's own XHTML. */

#include <cairo-svg.h>
#include <string.h>

#include "risalah-document-xhtml.h"
#include "risalah-export-private.h"
#include "risalah-story.h"

#define PLATE_WIDTH 480.0

typedef struct
{
  RisalahEdition *edition;
  const RisalahStory *story;
  GString *out;
  GPtrArray *problems;
  GArray *lists; /* (element-type gchar): 'u' or 'o', the open ones */
  gboolean boxed;
} Writer;

static const char style_sheet[] =
    "body{font-family:\"Liberation Serif\",\"Times New Roman\",serif;line-height:1.45;"
    "max-width:40em;margin:2em auto;padding:0 1em;color:#111;background:#fff}\n"
    "h1,h2,h3,h4{line-height:1.2;margin:1.4em 0 .4em}h1{font-size:1.8em;margin-top:.6em}\n"
    "p,li{margin:.5em 0}.imprint{font-size:.92em}.marking{font-weight:bold;"
    "display:flex;justify-content:space-between}.alert{color:#b00}\n"
    "aside{background:#f3f3f3;border-left:3px solid #444;padding:.4em 1em;margin:1em 0}\n"
    "blockquote{margin:1em 2em}table{border-collapse:collapse;width:100%;font-size:.92em;"
    "border-top:1px solid #000;border-bottom:1px solid #000;margin:.6em 0 1.2em}\n"
    "th,td{text-align:left;vertical-align:top;padding:.25em .5em;"
    "border-bottom:1px solid #bbb}th{border-bottom:1px solid #000}\n"
    "caption,figcaption{font-style:italic;font-size:.92em;text-align:left;margin:.4em 0}"
    "figure{margin:1em 0}img{max-width:100%}\n"
    ".entry{padding-left:1.6em;text-indent:-1.6em}.notes{font-size:.88em;"
    "border-top:1px solid #000;margin-top:2em}sup{line-height:0}a{color:inherit}\n";

static void
append_escaped (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);
  g_auto (GStrv) lines = g_strsplit (escaped, "\xE2\x80\xA8", -1);
  g_autofree char *joined = g_strjoinv ("<br>", lines);

  g_string_append (out, joined);
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
open_link (Writer *self, const RisalahStoryLink *link)
{
  if (link->note >= 0)
    g_string_append_printf (self->out, "<a id=\"mark-%d\" role=\"doc-noteref\"", link->note + 1);
  else
    g_string_append (self->out, "<a");
  append_attribute (self->out, "href", link->target);
  g_string_append_c (self->out, '>');
}

static void
write_span (Writer *self, const char *text, gsize length, const RisalahSpan *span)
{
  static const struct
  {
    RisalahFace face;
    const char *element;
  } elements[] = { { RISALAH_FACE_RAISED, "sup" },
                   { RISALAH_FACE_BOLD, "strong" },
                   { RISALAH_FACE_ITALIC, "em" } };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if ((span->face & elements[i].face) != 0)
      g_string_append_printf (self->out, "<%s>", elements[i].element);
  if (span->link >= 0)
    open_link (self, &g_array_index (self->story->links, RisalahStoryLink, span->link));
  append_escaped (self->out, text, length);
  if (span->link >= 0)
    g_string_append (self->out, "</a>");
  for (guint i = G_N_ELEMENTS (elements); i-- > 0;)
    if ((span->face & elements[i].face) != 0)
      g_string_append_printf (self->out, "</%s>", elements[i].element);
}

static void
write_text (Writer *self, const RisalahStoryText *text)
{
  guint32 start = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const RisalahSpan *span = &g_array_index (text->spans, RisalahSpan, i);

      write_span (self, text->text->str + start, span->end - start, span);
      start = span->end;
    }
}

static void
open_element (Writer *self, const char *element, const char *class, const RisalahStoryBlock *block)
{
  g_string_append_printf (self->out, "<%s", element);
  if (class != NULL)
    append_attribute (self->out, "class", class);
  if (block->anchor != NULL)
    append_attribute (self->out, "id", block->anchor);
  if (block->language != NULL
      && strcmp (block->language, risalah_terms_get_language (self->edition->terms)) != 0)
    append_attribute (self->out, "lang", block->language);
  g_string_append_c (self->out, '>');
}

static void
write_element (Writer *self, const char *element, const char *class, const RisalahStoryBlock *block)
{
  open_element (self, element, class, block);
  write_text (self, block->text);
  g_string_append_printf (self->out, "</%s>\n", element);
}

static void
close_lists (Writer *self, guint level)
{
  while (self->lists->len > level)
    {
      char kind = g_array_index (self->lists, char, self->lists->len - 1);

      g_string_append_printf (self->out, "</li></%cl>\n", kind);
      g_array_set_size (self->lists, self->lists->len - 1);
    }
}

static void
write_list_item (Writer *self, const RisalahStoryBlock *block)
{
  char kind = block->role == RISALAH_STORY_NUMBERED ? 'o' : 'u';
  guint level = MAX (block->level, 1);

  close_lists (self, level);
  if (self->lists->len == level && g_array_index (self->lists, char, level - 1) != kind)
    close_lists (self, level - 1);
  if (self->lists->len == level)
    g_string_append (self->out, "</li>\n");
  while (self->lists->len < level)
    {
      g_string_append_printf (self->out, self->lists->len + 1 < level ? "<%cl><li>" : "<%cl>",
                              kind);
      g_array_append_val (self->lists, kind);
    }
  open_element (self, "li", NULL, block);
  write_text (self, block->text);
}

static void
write_table (Writer *self, const RisalahStoryBlock *block)
{
  open_element (self, "table", NULL, block);
  for (guint row = 0; row < block->n_rows; row++)
    {
      gboolean header = row == 0 && block->has_header;

      g_string_append (self->out, header ? "<thead><tr>" : "<tr>");
      for (guint column = 0; column < block->n_columns; column++)
        {
          g_string_append (self->out, header ? "<th scope=\"col\">" : "<td>");
          write_text (self, g_ptr_array_index (block->cells, row * block->n_columns + column));
          g_string_append (self->out, header ? "</th>" : "</td>");
        }
      g_string_append (self->out, header ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
    }
  g_string_append (self->out, block->has_header ? "</tbody></table>\n" : "</table>\n");
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *)data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
write_plate (Writer *self, const RisalahFigure *figure)
{
  RisalahPlate *plate =
      self->edition->make_plate != NULL
          ? self->edition->make_plate (figure, PLATE_WIDTH, self->edition->user_data)
          : NULL;
  GString *svg;
  const char *root;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (plate == NULL)
    return;
  svg = g_string_new (NULL);
  surface = cairo_svg_surface_create_for_stream (append_cb, svg, plate->width, plate->height);
  cr = cairo_create (surface);
  plate->draw (plate, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  root = strstr (svg->str, "<svg");
  if (root != NULL)
    g_string_append (self->out, root);
  g_string_free (svg, TRUE);
  risalah_plate_free (plate);
}

static void
write_picture (Writer *self, const RisalahFigure *figure)
{
  g_autoptr (GBytes) bytes =
      self->edition->get_media != NULL
          ? self->edition->get_media (figure->media, self->edition->user_data)
          : NULL;
  g_autoptr (GError) error = NULL;
  RisalahPlate *plate = risalah_plate_new_picture (bytes, PLATE_WIDTH, G_MAXINT, &error);
  g_autofree char *base64 = NULL;
  const guchar *data;
  gsize length;

  if (plate == NULL)
    {
      g_ptr_array_add (self->problems, g_strdup (error->message));
      return;
    }
  risalah_plate_free (plate);
  data = g_bytes_get_data (bytes, &length);
  base64 = g_base64_encode (data, length);
  g_string_append_printf (self->out, "<img src=\"data:image/%s;base64,%s\"",
                          risalah_picture_find_type (bytes), base64);
  append_attribute (self->out, "alt", figure->alternative != NULL ? figure->alternative : "");
  g_string_append_c (self->out, '>');
}

static void
write_figure (Writer *self, const RisalahStoryBlock *block)
{
  open_element (self, "figure", NULL, block);
  if (block->figure->media != NULL)
    write_picture (self, block->figure);
  else
    write_plate (self, block->figure);
  if (block->text->text->len > 0)
    {
      g_string_append (self->out, "<figcaption>");
      write_text (self, block->text);
      g_string_append (self->out, "</figcaption>");
    }
  g_string_append (self->out, "</figure>\n");
}

static void
write_box_edges (Writer *self, const RisalahStoryBlock *block)
{
  if (block->boxed == self->boxed)
    return;
  close_lists (self, 0);
  g_string_append (self->out, block->boxed ? "<aside>\n" : "</aside>\n");
  self->boxed = block->boxed;
}

static void
write_block (Writer *self, const RisalahStoryBlock *block)
{
  static const char *const headings[] = { "h2", "h3", "h4" };

  write_box_edges (self, block);
  if (block->role != RISALAH_STORY_BULLET && block->role != RISALAH_STORY_NUMBERED)
    close_lists (self, 0);
  switch (block->role)
    {
    case RISALAH_STORY_TITLE:
      write_element (self, "h1", NULL, block);
      break;
    case RISALAH_STORY_HEADING:
      write_element (self, headings[CLAMP (block->level, 1, 3) - 1], NULL, block);
      break;
    case RISALAH_STORY_BULLET:
    case RISALAH_STORY_NUMBERED:
      write_list_item (self, block);
      break;
    case RISALAH_STORY_QUOTATION:
      write_element (self, "blockquote", NULL, block);
      break;
    case RISALAH_STORY_TABLE:
      write_table (self, block);
      break;
    case RISALAH_STORY_FIGURE:
      write_figure (self, block);
      break;
    case RISALAH_STORY_ENTRY:
      write_element (self, "p", "entry", block);
      break;
    case RISALAH_STORY_IMPRINT:
      write_element (self, "p", "imprint", block);
      break;
    case RISALAH_STORY_FORM:
    case RISALAH_STORY_SUBTITLE:
    case RISALAH_STORY_PARAGRAPH:
    case RISALAH_STORY_CAPTION:
    case RISALAH_STORY_SOURCE:
    case RISALAH_STORY_SIGNATURE:
      write_element (self, "p", NULL, block);
      break;
    case RISALAH_STORY_LETTERHEAD:
    case RISALAH_STORY_CONTENTS:
    case RISALAH_STORY_PAGE_BREAK:
    case RISALAH_STORY_N_ROLES:
      break;
    }
}

static void
write_head (Writer *self)
{
  const RisalahEdition *edition = self->edition;
  const char *author = risalah_document_get_field (edition->document, RISALAH_DOCUMENT_AUTHOR);

  g_string_append (self->out, "<!DOCTYPE html>\n<html");
  append_attribute (self->out, "lang", risalah_terms_get_language (edition->terms));
  g_string_append (self->out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                              "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  append_escaped (self->out, self->story->title, strlen (self->story->title));
  g_string_append (self->out, "</title>\n");
  if (*author != '\0')
    {
      g_string_append (self->out, "<meta name=\"author\"");
      append_attribute (self->out, "content", author);
      g_string_append (self->out, ">\n");
    }
  g_string_append_printf (self->out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style_sheet);
}

static void
write_markings (Writer *self)
{
  gboolean alert;
  const char *classification = risalah_export_get_classification (self->edition, &alert);
  const char *urgency = risalah_export_get_urgency (self->edition);
  const char *draft = risalah_document_is_final (self->edition->document)
                          ? NULL
                          : risalah_terms_get (self->edition->terms, "page.draft");

  if (classification != NULL || draft != NULL)
    g_string_append_printf (
        self->out, "<p class=\"marking\"><span%s>%s</span><span>%s</span></p>\n",
        alert ? " class=\"alert\"" : "", classification != NULL ? classification : "",
        draft != NULL ? draft : "");
  if (urgency != NULL)
    g_string_append_printf (self->out, "<p class=\"marking\"><span>%s</span></p>\n", urgency);
}

static void
write_notes (Writer *self)
{
  if (self->story->notes->len == 0)
    return;
  g_string_append (self->out, "<section class=\"notes\" role=\"doc-endnotes\">\n");
  for (guint i = 0; i < self->story->notes->len; i++)
    {
      g_string_append_printf (self->out, "<p id=\"note-%u\">", i + 1);
      write_text (self, g_ptr_array_index (self->story->notes, i));
      g_string_append (self->out, "</p>\n");
    }
  g_string_append (self->out, "</section>\n");
}

/**
 * risalah_export_html:
 * @edition: what to export
 * @path: where the file is to stand
 * @report: (out) (optional): what was written; cleared by the caller
 * @progress: (nullable): told when it is done
 * @user_data: handed to @progress
 * @cancellable: (nullable): stops it before the file is written
 * @error: RISALAH_BRIEF_ERROR_OUTPUT or G_IO_ERROR_CANCELLED; an earlier file is then as it was
 *
 * Writes the brief as one HTML file with everything in it.
 *
 * Returns: whether the file stands at @path, complete
 */
gboolean
risalah_export_html (RisalahEdition *edition,
                     const char *path,
                     RisalahExportReport *report,
                     RisalahExportProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (RisalahStory) story = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, 1);
  Writer writer = { edition, NULL, out, problems, lists, FALSE };

  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  story = risalah_story_new (edition);
  writer.story = story;
  write_head (&writer);
  write_markings (&writer);
  for (guint i = 0; i < story->blocks->len; i++)
    write_block (&writer, g_ptr_array_index (story->blocks, i));
  close_lists (&writer, 0);
  if (writer.boxed)
    g_string_append (out, "</aside>\n");
  write_notes (&writer);
  g_string_append (out, "</main>\n</body>\n</html>\n");
  if (!risalah_export_text (path, out->str, out->len, cancellable, error))
    return FALSE;
  risalah_export_report_fill (report, problems);
  if (progress != NULL)
    progress (1, user_data);
  return TRUE;
}

/**
 * risalah_export_xhtml:
 * @edition: what to export
 * @path: where the file is to stand
 * @report: (out) (optional): what was written; cleared by the caller
 * @progress: (nullable): told when it is done
 * @user_data: handed to @progress
 * @cancellable: (nullable): stops it before the file is written
 * @error: RISALAH_BRIEF_ERROR_OUTPUT or G_IO_ERROR_CANCELLED; an earlier file is then as it was
 *
 * Writes the document as Risalah stores it (risalah-document-xhtml.h), to be read in again.
 *
 * Returns: whether the file stands at @path, complete
 */
gboolean
risalah_export_xhtml (RisalahEdition *edition,
                      const char *path,
                      RisalahExportReport *report,
                      RisalahExportProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *xhtml = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  xhtml = risalah_document_to_xhtml (edition->document);
  if (!risalah_export_text (path, xhtml, -1, cancellable, error))
    return FALSE;
  risalah_export_report_fill (report, problems);
  if (progress != NULL)
    progress (1, user_data);
  return TRUE;
}
