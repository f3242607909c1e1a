/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a document as XHTML: the vocabulary stands in the header. The same document gives the
 * same bytes, and what is read back and written again is the same bytes, too. */

#include "risalah-document-xhtml.h"

#include <string.h>

#include "risalah-xhtml-private.h"

/* Where the writer is among lists and boxes. */
typedef struct
{
  GString *xml;
  GArray
      *lists; /* (element-type RisalahBriefBlockKind): kinds of the open lists, outermost first */
  gboolean boxed;
} Writer;

/* U+FFFE and U+FFFF are no characters of XML. */
static gboolean
is_no_character (const char *at, const char *end)
{
  return end - at >= 3
         && (memcmp (at, "\xEF\xBF\xBE", 3) == 0 || memcmp (at, "\xEF\xBF\xBF", 3) == 0);
}

static void
append_escaped (GString *xml, const char *text, const char *end, gboolean in_attribute)
{
  const char *plain = text;

  for (const char *at = text; at <= end; at++)
    {
      const char *escape = NULL;

      if (at == end)
        escape = "";
      else if (*at == '&')
        escape = "&amp;";
      else if (*at == '<')
        escape = "&lt;";
      else if (*at == '>')
        escape = "&gt;";
      else if (*at == '\r')
        escape = "&#13;";
      else if (in_attribute && *at == '"')
        escape = "&quot;";
      else if (in_attribute && *at == '\n')
        escape = "&#10;";
      else if (in_attribute && *at == '\t')
        escape = "&#9;";
      else if ((guchar)*at < 0x20 && *at != '\n' && *at != '\t')
        escape = " ";
      else if (is_no_character (at, end))
        escape = "\xEF\xBF\xBD";
      if (escape == NULL)
        continue;
      g_string_append_len (xml, plain, at - plain);
      g_string_append (xml, escape);
      plain = at + (is_no_character (at, end) ? 3 : 1);
    }
}

/* Appends text as the content of an element. */
void
risalah_xhtml_append_text (GString *xml, const char *text, gsize length)
{
  append_escaped (xml, text, text + length, FALSE);
}

/* Appends an attribute after a space; nothing where @value is NULL. */
void
risalah_xhtml_append_attribute (GString *xml, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (xml, " %s=\"", name);
  append_escaped (xml, value, value + strlen (value), TRUE);
  g_string_append_c (xml, '"');
}

void
risalah_xhtml_append_number (GString *xml, const char *name, gint64 value)
{
  g_string_append_printf (xml, " %s=\"%" G_GINT64_FORMAT "\"", name, value);
}

/* Appends what a newer version wrote, without a class where the element has one of ours. */
static void
append_extra (GString *xml, const char *extra, gboolean has_class)
{
  const char *class_at = extra != NULL && has_class ? strstr (extra, " class=\"") : NULL;
  const char *after;

  if (extra == NULL)
    return;
  if (class_at == NULL)
    {
      g_string_append (xml, extra);
      return;
    }
  after = strchr (class_at + strlen (" class=\""), '"') + 1;
  g_string_append_len (xml, extra, class_at - extra);
  g_string_append (xml, after);
}

/* Opens the element of a block with the attributes that every block may have. */
static void
open_block (GString *xml, const RisalahBriefBlock *block, const char *name, const char *class_name)
{
  g_string_append_printf (xml, "<%s", name);
  risalah_xhtml_append_attribute (xml, "class", class_name);
  risalah_xhtml_append_attribute (xml, "id", risalah_brief_block_get_id (block));
  risalah_xhtml_append_attribute (xml, "lang", risalah_brief_block_get_language (block));
  risalah_xhtml_append_attribute (xml, "data-section", risalah_brief_block_get_section (block));
  risalah_xhtml_append_attribute (xml, "data-role", risalah_brief_block_get_role (block));
  append_extra (xml, risalah_brief_block_get_extra (block), class_name != NULL);
}

static void
write_text_block (GString *xml,
                  const RisalahBriefBlock *block,
                  const char *name,
                  const char *class_name)
{
  open_block (xml, block, name, class_name);
  g_string_append_c (xml, '>');
  risalah_xhtml_write_inline (xml, risalah_brief_block_get_text (block));
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
write_element (GString *xml, const char *name, RisalahRichText *text)
{
  g_string_append_printf (xml, "<%s>", name);
  risalah_xhtml_write_inline (xml, text);
  g_string_append_printf (xml, "</%s>", name);
}

static void
write_row (GString *xml, const RisalahBriefBlock *block, guint row, const char *cell_name)
{
  g_string_append (xml, "<tr>");
  for (guint column = 0; column < risalah_brief_block_get_n_columns (block); column++)
    write_element (xml, cell_name, risalah_brief_block_get_cell (block, row, column));
  g_string_append (xml, "</tr>\n");
}

static void
write_table (GString *xml, const RisalahBriefBlock *block)
{
  guint n_rows = risalah_brief_block_get_n_rows (block), first = 0;

  open_block (xml, block, "table", NULL);
  g_string_append (xml, ">\n");
  if (risalah_rich_text_get_length (risalah_brief_block_get_caption (block)) > 0)
    {
      write_element (xml, "caption", risalah_brief_block_get_caption (block));
      g_string_append_c (xml, '\n');
    }
  if (risalah_brief_block_has_header (block))
    {
      g_string_append (xml, "<thead>\n");
      write_row (xml, block, first++, "th");
      g_string_append (xml, "</thead>\n");
    }
  if (first < n_rows)
    {
      g_string_append (xml, "<tbody>\n");
      for (guint row = first; row < n_rows; row++)
        write_row (xml, block, row, "td");
      g_string_append (xml, "</tbody>\n");
    }
  g_string_append (xml, "</table>\n");
}

static void
write_figure (GString *xml, const RisalahBriefBlock *block)
{
  const RisalahFigure *figure = risalah_brief_block_get_figure (block);

  open_block (xml, block, "figure", figure->media == NULL ? "timeline" : NULL);
  risalah_xhtml_append_attribute (xml, "data-media", figure->media);
  risalah_xhtml_append_attribute (xml, "data-from", figure->from);
  risalah_xhtml_append_attribute (xml, "data-to", figure->to);
  risalah_xhtml_append_attribute (xml, "data-filter", figure->filter);
  risalah_xhtml_append_attribute (xml, "data-group", figure->group);
  if (figure->width > 0)
    risalah_xhtml_append_number (xml, "data-width", figure->width);
  risalah_xhtml_append_attribute (xml, "data-alternative", figure->alternative);
  g_string_append_c (xml, '>');
  write_element (xml, "figcaption", risalah_brief_block_get_caption (block));
  g_string_append (xml, "</figure>\n");
}

static void
write_object (GString *xml, const RisalahBriefBlock *block)
{
  switch (risalah_brief_block_get_kind (block))
    {
    case RISALAH_BRIEF_BLOCK_TABLE:
      write_table (xml, block);
      break;
    case RISALAH_BRIEF_BLOCK_FIGURE:
      write_figure (xml, block);
      break;
    case RISALAH_BRIEF_BLOCK_PAGE_BREAK:
      open_block (xml, block, "hr", "page-break");
      g_string_append (xml, "/>\n");
      break;
    case RISALAH_BRIEF_BLOCK_GENERATED:
      open_block (xml, block, "section", "generated");
      risalah_xhtml_append_attribute (xml, "data-generated",
                                      risalah_generated_to_string (
                                          risalah_brief_block_get_generated (block)));
      g_string_append (xml, "/>\n");
      break;
    case RISALAH_BRIEF_BLOCK_UNKNOWN:
      g_string_append (xml, risalah_brief_block_get_xml (block));
      g_string_append_c (xml, '\n');
      break;
    case RISALAH_BRIEF_BLOCK_TITLE:
    case RISALAH_BRIEF_BLOCK_SUBTITLE:
    case RISALAH_BRIEF_BLOCK_HEADING:
    case RISALAH_BRIEF_BLOCK_PARAGRAPH:
    case RISALAH_BRIEF_BLOCK_BULLET:
    case RISALAH_BRIEF_BLOCK_NUMBERED:
    case RISALAH_BRIEF_BLOCK_QUOTATION:
      g_assert_not_reached ();
    }
}

static void
write_block (GString *xml, const RisalahBriefBlock *block)
{
  static const char *const headings[] = { "h2", "h3", "h4" };

  switch (risalah_brief_block_get_kind (block))
    {
    case RISALAH_BRIEF_BLOCK_TITLE:
      write_text_block (xml, block, "h1", NULL);
      break;
    case RISALAH_BRIEF_BLOCK_SUBTITLE:
      write_text_block (xml, block, "p", "subtitle");
      break;
    case RISALAH_BRIEF_BLOCK_HEADING:
      write_text_block (xml, block, headings[risalah_brief_block_get_level (block) - 1], NULL);
      break;
    case RISALAH_BRIEF_BLOCK_PARAGRAPH:
      write_text_block (xml, block, "p", NULL);
      break;
    case RISALAH_BRIEF_BLOCK_QUOTATION:
      open_block (xml, block, "blockquote", NULL);
      g_string_append_c (xml, '>');
      write_element (xml, "p", risalah_brief_block_get_text (block));
      g_string_append (xml, "</blockquote>\n");
      break;
    case RISALAH_BRIEF_BLOCK_BULLET:
    case RISALAH_BRIEF_BLOCK_NUMBERED:
      g_assert_not_reached ();
    case RISALAH_BRIEF_BLOCK_TABLE:
    case RISALAH_BRIEF_BLOCK_FIGURE:
    case RISALAH_BRIEF_BLOCK_PAGE_BREAK:
    case RISALAH_BRIEF_BLOCK_GENERATED:
    case RISALAH_BRIEF_BLOCK_UNKNOWN:
      write_object (xml, block);
      break;
    }
}

static const char *
get_list_name (RisalahBriefBlockKind kind)
{
  return kind == RISALAH_BRIEF_BLOCK_NUMBERED ? "ol" : "ul";
}

/* Closes lists until @depth of them are open. */
static void
close_lists (Writer *self, guint depth)
{
  while (self->lists->len > depth)
    {
      RisalahBriefBlockKind kind =
          g_array_index (self->lists, RisalahBriefBlockKind, self->lists->len - 1);

      g_string_append_printf (self->xml, "</li>\n</%s>%s", get_list_name (kind),
                              self->lists->len == 1 ? "\n" : "");
      g_array_set_size (self->lists, self->lists->len - 1);
    }
}

static void
open_list (Writer *self, RisalahBriefBlockKind kind)
{
  g_string_append_printf (self->xml, "<%s>\n", get_list_name (kind));
  g_array_append_val (self->lists, kind);
}

/* Writes a list item; its own element stays open for a deeper list. */
static void
write_item (Writer *self, const RisalahBriefBlock *block)
{
  RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);
  guint level = risalah_brief_block_get_level (block);

  close_lists (self, level);
  if (self->lists->len == level
      && g_array_index (self->lists, RisalahBriefBlockKind, level - 1) != kind)
    close_lists (self, level - 1);
  if (self->lists->len == level)
    g_string_append (self->xml, "</li>\n");
  else
    {
      while (self->lists->len < level - 1)
        {
          open_list (self, kind);
          g_string_append (self->xml, "<li class=\"level\">");
        }
      open_list (self, kind);
    }
  open_block (self->xml, block, "li", NULL);
  g_string_append_c (self->xml, '>');
  risalah_xhtml_write_inline (self->xml, risalah_brief_block_get_text (block));
}

static void
set_boxed (Writer *self, gboolean boxed)
{
  if (self->boxed == boxed)
    return;
  close_lists (self, 0);
  g_string_append (self->xml, boxed ? "<aside class=\"key-messages\">\n" : "</aside>\n");
  self->boxed = boxed;
}

static void
write_head (GString *xml, RisalahDocument *document)
{
  const RisalahSwitchedOffRule *rules;
  const char *title = risalah_document_get_title (document);
  guint n_rules;

  g_string_append (xml, "<head>\n<title>");
  risalah_xhtml_append_text (xml, title, strlen (title));
  g_string_append (xml, "</title>\n");
  for (guint i = 0; i < RISALAH_DOCUMENT_N_FIELDS; i++)
    {
      const char *value = risalah_document_get_field (document, i);
      g_autofree char *name = g_strdup_printf ("risalah.%s", risalah_document_field_to_string (i));

      if (i == RISALAH_DOCUMENT_LANGUAGE || *value == '\0')
        continue;
      g_string_append (xml, "<meta");
      risalah_xhtml_append_attribute (xml, "name", name);
      risalah_xhtml_append_attribute (xml, "content", value);
      g_string_append (xml, "/>\n");
    }
  rules = risalah_document_get_switched_off (document, &n_rules);
  for (guint i = 0; i < n_rules; i++)
    {
      g_string_append (xml, "<meta name=\"risalah.rule-off\"");
      risalah_xhtml_append_attribute (xml, "data-rule", rules[i].rule);
      risalah_xhtml_append_attribute (xml, "content", rules[i].reason);
      g_string_append (xml, "/>\n");
    }
  if (risalah_document_get_head_extra (document) != NULL)
    g_string_append (xml, risalah_document_get_head_extra (document));
  g_string_append (xml, "</head>\n");
}

/**
 * risalah_document_to_xhtml:
 * @self: a document
 *
 * Returns: (transfer full): it as XHTML, UTF-8, ending with a line feed
 */
char *
risalah_document_to_xhtml (RisalahDocument *self)
{
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (RisalahBriefBlockKind));
  Writer writer = { g_string_sized_new (4096), lists, FALSE };
  GString *xml = writer.xml;

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
                        "<html xmlns=\"" RISALAH_XHTML_NAMESPACE "\"");
  risalah_xhtml_append_attribute (xml, "lang",
                                  risalah_document_get_field (self, RISALAH_DOCUMENT_LANGUAGE));
  if (risalah_document_get_root_extra (self) != NULL)
    g_string_append (xml, risalah_document_get_root_extra (self));
  g_string_append (xml, ">\n");
  write_head (xml, self);
  g_string_append (xml, "<body>\n");
  for (guint i = 0; i < risalah_document_get_n_blocks (self); i++)
    {
      const RisalahBriefBlock *block = risalah_document_get_block (self, i);

      set_boxed (&writer, risalah_brief_block_is_boxed (block));
      if (risalah_brief_block_is_list_item (block))
        write_item (&writer, block);
      else
        {
          close_lists (&writer, 0);
          write_block (xml, block);
        }
    }
  close_lists (&writer, 0);
  set_boxed (&writer, FALSE);
  g_string_append (xml, "</body>\n</html>\n");
  return g_string_free (xml, FALSE);
}
