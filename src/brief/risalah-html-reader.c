/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads foreign HTML: what is pasted from the web and from word processors. Structure is kept,
 * styling goes, nothing is ever loaded. */

#include <string.h>

#include "risalah-document-xhtml.h"
#include "risalah-html-private.h"
#include "risalah-rich-text-private.h"

/* Elements within more others than this are read as plain text. */
#define DEEPEST 400

/* How the text at a place is to be understood; handed down by value. */
typedef struct
{
  RisalahBriefBlockKind kind;
  guint level;
  guint list_level;
  guint depth;
  gboolean numbered;
  gboolean preformatted;
  gboolean bold;
  gboolean italic;
  gboolean superscript;
  const char *href;
} Context;

typedef struct
{
  GPtrArray *blocks; /* (element-type RisalahBriefBlock) */
  GString *text;     /* of the block being read */
  guint length;
  GArray *marks;
  RisalahBriefBlockKind kind;
  guint level;
  guint n_breaks; /* line breaks at the end of @text */
} Reader;

static void read_children (Reader *self, xmlNode *parent, Context context);

static gboolean
is_named (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *)node->name);
}

/* Removes blanks and line breaks at the end of the text. */
static void
trim_end (Reader *self)
{
  while (self->text->len > 0)
    {
      char *last = g_utf8_prev_char (self->text->str + self->text->len);
      gunichar character = g_utf8_get_char (last);

      if (!g_unichar_isspace (character) && character != RISALAH_LINE_BREAK_CHARACTER)
        return;
      g_string_truncate (self->text, last - self->text->str);
      self->length--;
    }
}

/* Ends the block being read, if there is anything in it. */
static void
end_block (Reader *self)
{
  trim_end (self);
  if (self->text->len > 0)
    {
      g_autoptr (RisalahRichText) text =
          risalah_rich_text_new (self->text->str, (const RisalahMark *)self->marks->data,
                                 self->marks->len);

      g_ptr_array_add (self->blocks, risalah_brief_block_new (self->kind, self->level, text));
    }
  g_string_truncate (self->text, 0);
  g_array_set_size (self->marks, 0);
  self->length = 0;
  self->n_breaks = 0;
}

static gboolean
ends_with_blank (const Reader *self)
{
  gunichar last;

  if (self->text->len == 0)
    return TRUE;
  last = g_utf8_get_char (g_utf8_prev_char (self->text->str + self->text->len));
  return last == ' ' || last == RISALAH_LINE_BREAK_CHARACTER;
}

static gboolean
is_invisible (gunichar character)
{
  return character == 0x200B || character == 0xFEFF || character == 0xAD
         || character == RISALAH_ATOM_CHARACTER || (character < 0x20 && character != '\t');
}

static void
append_character (Reader *self, const Context *context, gunichar character)
{
  if (self->text->len == 0)
    {
      self->kind = context->kind;
      self->level = context->level;
    }
  g_string_append_unichar (self->text, character);
  self->length++;
  self->n_breaks = character == RISALAH_LINE_BREAK_CHARACTER ? self->n_breaks + 1 : 0;
}

static void
add_style (Reader *self, RisalahMarkKind kind, const char *href, guint start)
{
  RisalahMark mark = { .kind = kind, .start = start, .end = self->length };

  if (mark.start >= mark.end)
    return;
  if (kind == RISALAH_MARK_LINK)
    mark.href = g_ref_string_new (href);
  g_array_append_val (self->marks, mark);
}

static void
append_text (Reader *self, const Context *context, const char *text)
{
  guint start = self->length;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_blank = g_unichar_isspace (character);

      if (context->preformatted && character == '\n')
        append_character (self, context, RISALAH_LINE_BREAK_CHARACTER);
      else if (is_blank && (context->preformatted || !ends_with_blank (self)))
        append_character (self, context, ' ');
      else if (!is_blank && !is_invisible (character))
        append_character (self, context, character);
    }
  if (context->bold)
    add_style (self, RISALAH_MARK_BOLD, NULL, start);
  if (context->italic)
    add_style (self, RISALAH_MARK_ITALIC, NULL, start);
  if (context->superscript)
    add_style (self, RISALAH_MARK_SUPERSCRIPT, NULL, start);
  if (context->href != NULL)
    add_style (self, RISALAH_MARK_LINK, context->href, start);
}

/* A line break; two of them are the end of a paragraph, as many pages use them. */
static void
append_break (Reader *self, const Context *context)
{
  if (self->text->len == 0)
    return;
  if (self->n_breaks > 0 && !context->preformatted)
    {
      end_block (self);
      return;
    }
  append_character (self, context, RISALAH_LINE_BREAK_CHARACTER);
}

/* What a word processor says with a style attribute, and nothing of how it looks. */
static void
read_style (xmlNode *node, Context *context)
{
  g_autofree char *raw = risalah_html_get_attribute (node, "style");
  g_autofree char *style = raw != NULL ? g_ascii_strdown (raw, -1) : NULL;
  const char *weight;

  if (style == NULL)
    return;
  weight = strstr (style, "font-weight:");
  if (weight != NULL)
    {
      weight += strlen ("font-weight:");
      weight += strspn (weight, " ");
      context->bold =
          g_str_has_prefix (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= 600;
    }
  if (strstr (style, "font-style:italic") != NULL || strstr (style, "font-style: italic") != NULL)
    context->italic = TRUE;
  else if (strstr (style, "font-style:normal") != NULL
           || strstr (style, "font-style: normal") != NULL)
    context->italic = FALSE;
  if (strstr (style, "vertical-align:super") != NULL
      || strstr (style, "vertical-align: super") != NULL)
    context->superscript = TRUE;
}

static gboolean
is_hidden (xmlNode *node)
{
  static const char *const skipped[] = {
    "head",  "script",   "style", "title",   "noscript", "template", "iframe", "object", "embed",
    "svg",   "math",     "img",   "picture", "video",    "audio",    "canvas", "button", "select",
    "input", "textarea", "form",  "link",    "meta",     "base",     "o:p",    NULL
  };
  g_autofree char *style = NULL;

  if (is_named (node, skipped))
    return TRUE;
  style = risalah_html_get_attribute (node, "style");
  return style != NULL
         && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL
             || strstr (style, "mso-list:Ignore") != NULL);
}

/* What a word processor's paragraph says by its class and its list style. */
static void
read_word_paragraph (xmlNode *node, Context *context)
{
  g_autofree char *class_name = risalah_html_get_attribute (node, "class");
  g_autofree char *style = risalah_html_get_attribute (node, "style");
  const char *list = style != NULL ? strstr (style, "mso-list:") : NULL;
  const char *level = list != NULL ? strstr (list, "level") : NULL;

  if (class_name != NULL && g_str_has_prefix (class_name, "MsoTitle"))
    context->kind = RISALAH_BRIEF_BLOCK_TITLE;
  else if (class_name != NULL && g_str_has_prefix (class_name, "MsoSubtitle"))
    context->kind = RISALAH_BRIEF_BLOCK_SUBTITLE;
  else if (class_name != NULL && g_str_has_prefix (class_name, "MsoQuote"))
    context->kind = RISALAH_BRIEF_BLOCK_QUOTATION;
  if (level != NULL)
    {
      g_autofree char *marker = risalah_html_dup_list_marker (node);

      context->kind = marker != NULL && g_ascii_isalnum (*marker) && strpbrk (marker, ".)") != NULL
                          ? RISALAH_BRIEF_BLOCK_NUMBERED
                          : RISALAH_BRIEF_BLOCK_BULLET;
      context->level = MAX (1, (guint)g_ascii_strtoull (level + strlen ("level"), NULL, 10));
    }
}

/* The context of what stands within a block element. */
static void
enter_block (xmlNode *node, Context *context)
{
  const char *name = (const char *)node->name;

  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    {
      context->kind = RISALAH_BRIEF_BLOCK_HEADING;
      context->level = MIN (name[1] - '0', 3);
      context->bold = FALSE;
    }
  else if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    {
      context->numbered = g_str_equal (name, "ol");
      context->list_level++;
    }
  else if (g_str_equal (name, "li"))
    {
      context->kind = context->numbered ? RISALAH_BRIEF_BLOCK_NUMBERED : RISALAH_BRIEF_BLOCK_BULLET;
      context->level = MAX (1, context->list_level);
    }
  else if (g_str_equal (name, "blockquote"))
    context->kind = RISALAH_BRIEF_BLOCK_QUOTATION;
  else if (g_str_equal (name, "pre"))
    context->preformatted = TRUE;
  else if (g_str_equal (name, "p"))
    read_word_paragraph (node, context);
}

static void
read_block (Reader *self, xmlNode *node, Context context)
{
  end_block (self);
  enter_block (node, &context);
  read_children (self, node, context);
  end_block (self);
}

static gboolean
is_address (const char *href)
{
  return g_str_has_prefix (href, "https://") || g_str_has_prefix (href, "http://")
         || g_str_has_prefix (href, "mailto:");
}

static void
read_inline (Reader *self, xmlNode *node, Context context)
{
  static const char *const bold[] = { "b", "strong", NULL };
  static const char *const italic[] = { "i", "em", "cite", "dfn", NULL };
  g_autofree char *href = NULL;
  gboolean is_quotation = g_str_equal ((const char *)node->name, "q");

  if (is_named (node, bold))
    context.bold = context.kind != RISALAH_BRIEF_BLOCK_HEADING;
  else if (is_named (node, italic))
    context.italic = TRUE;
  else if (g_str_equal ((const char *)node->name, "sup"))
    context.superscript = TRUE;
  else if (g_str_equal ((const char *)node->name, "a"))
    {
      href = risalah_html_get_attribute (node, "href");
      if (href != NULL && is_address (href))
        context.href = href;
    }
  read_style (node, &context);
  if (context.kind == RISALAH_BRIEF_BLOCK_HEADING)
    context.bold = FALSE;
  if (is_quotation)
    append_text (self, &context, "“");
  read_children (self, node, context);
  if (is_quotation)
    append_text (self, &context, "”");
}

/* All blocks of a cell as one text. */
static RisalahRichText *
read_cell (xmlNode *cell)
{
  g_autoptr (GPtrArray) blocks = risalah_html_read_blocks (cell);
  RisalahRichText *whole = risalah_rich_text_new_plain ("");

  for (guint i = 0; i < blocks->len; i++)
    {
      RisalahBriefBlock *block = blocks->pdata[i];
      g_autoptr (RisalahRichText) before = whole;
      g_autoptr (RisalahRichText) line_break =
          risalah_rich_text_new_plain (i > 0 ? RISALAH_LINE_BREAK_TEXT : "");
      g_autoptr (RisalahRichText) with_break = risalah_rich_text_concatenate (before, line_break);

      whole = risalah_rich_text_concatenate (with_break, risalah_brief_block_get_text (block));
    }
  return whole;
}

static gboolean
read_table (Reader *self, xmlNode *node)
{
  g_autoptr (GPtrArray) rows = risalah_html_get_rows (node);
  g_autoptr (GPtrArray) cells = NULL;
  guint n_columns = 0;
  gboolean has_header;

  if (rows == NULL || rows->len == 0)
    return FALSE;
  for (guint row = 0; row < rows->len; row++)
    n_columns = MAX (n_columns, ((GPtrArray *)rows->pdata[row])->len);
  if (n_columns < 2 || n_columns > 100)
    return FALSE;
  end_block (self);
  cells = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_rich_text_unref);
  for (guint row = 0; row < rows->len; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        GPtrArray *row_cells = rows->pdata[row];
        xmlNode *cell = column < row_cells->len ? row_cells->pdata[column] : NULL;

        g_ptr_array_add (cells, cell != NULL ? read_cell (cell) : risalah_rich_text_new_plain (""));
      }
  has_header = risalah_html_is_header (rows->pdata[0]);
  g_ptr_array_add (self->blocks,
                   risalah_brief_block_new_table (rows->len, n_columns, has_header,
                                                  (RisalahRichText *const *)cells->pdata, NULL));
  return TRUE;
}

static void
read_element (Reader *self, xmlNode *node, Context context)
{
  static const char *const block_names[] = {
    "p",       "div",     "section",    "article", "main", "header", "footer", "aside",
    "nav",     "h1",      "h2",         "h3",      "h4",   "h5",     "h6",     "ul",
    "ol",      "li",      "dl",         "dt",      "dd",   "pre",    "hr",     "table",
    "thead",   "tbody",   "tfoot",      "tr",      "td",   "th",     "figure", "figcaption",
    "caption", "address", "blockquote", "body",    "html", "center", NULL
  };

  if (is_hidden (node))
    return;
  context.depth++;
  if (g_str_equal ((const char *)node->name, "br"))
    append_break (self, &context);
  else if (g_str_equal ((const char *)node->name, "table") && read_table (self, node))
    return;
  else if (is_named (node, block_names))
    read_block (self, node, context);
  else
    read_inline (self, node, context);
}

static void
read_children (Reader *self, xmlNode *parent, Context context)
{
  if (context.depth > DEEPEST)
    {
      xmlChar *text = xmlNodeGetContent (parent);

      append_text (self, &context, (const char *)text);
      xmlFree (text);
      return;
    }
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_element (self, node, context);
      else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_text (self, &context, (const char *)node->content);
    }
}

/* Reads what stands within @parent into blocks. */
GPtrArray *
risalah_html_read_blocks (xmlNode *parent)
{
  Reader self = {
    g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref),
    g_string_new (NULL),
    0,
    risalah_marks_new (),
    RISALAH_BRIEF_BLOCK_PARAGRAPH,
    0,
    0,
  };
  Context context = { .kind = RISALAH_BRIEF_BLOCK_PARAGRAPH };

  read_children (&self, parent, context);
  end_block (&self);
  g_string_free (self.text, TRUE);
  g_array_unref (self.marks);
  return self.blocks;
}

/**
 * risalah_document_from_html:
 * @html: HTML as it comes from a clipboard, well-formed or not
 * @length: its bytes, -1 where it ends with NUL
 * @language: the language of the document that is made
 *
 * Keeps headings, paragraphs, lists, block quotations, tables, bold, italic, superscript and links
 * to web and mail addresses. Styling, pictures, scripts and forms go; nothing is loaded.
 *
 * Returns: (transfer full): a document, of one empty paragraph where there is no text
 */
RisalahDocument *
risalah_document_from_html (const char *html, gssize length, const char *language)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *valid = NULL;
  RisalahDocument *document;
  xmlDoc *tree;

  g_return_val_if_fail (html != NULL && language != NULL, NULL);

  valid = g_utf8_make_valid (html, length);
  tree = risalah_html_tree_parse (valid);
  if (tree == NULL)
    return risalah_document_new (language, NULL, 0);
  blocks = risalah_html_read_blocks ((xmlNode *)tree);
  document =
      risalah_document_new (language, (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  xmlFreeDoc (tree);
  return document;
}

/**
 * risalah_document_from_plain_text:
 * @text: UTF-8
 * @length: its bytes, -1 where it ends with NUL
 * @language: the language of the document that is made
 *
 * Returns: (transfer full): a document with a paragraph for each line that holds anything
 */
RisalahDocument *
risalah_document_from_plain_text (const char *text, gssize length, const char *language)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL && language != NULL, NULL);

  valid = g_utf8_make_valid (text, length);
  lines = g_strsplit_set (valid, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (blocks,
                       risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, lines[i]));
  return risalah_document_new (language, (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
}
