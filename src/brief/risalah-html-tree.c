/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of foreign HTML: parsing it, finding the rows of a table and the marker of a word
 * processor's list item. */

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "risalah-html-private.h"

/* Without the conditions of word processors, "<![if …]>", which the parser takes for text. */
static char *
dup_without_conditions (const char *html)
{
  GString *clean = g_string_sized_new (strlen (html) + 1);
  const char *at = html, *condition, *end;

  while ((condition = strstr (at, "<![")) != NULL && (end = strchr (condition, '>')) != NULL)
    {
      g_string_append_len (clean, at, condition - at);
      at = end + 1;
    }
  g_string_append (clean, at);
  return g_string_free (clean, FALSE);
}

/* Parses @html, whatever it is; NULL where nothing can be made of it. Nothing is loaded. */
xmlDoc *
risalah_html_tree_parse (const char *html)
{
  g_autofree char *clean = dup_without_conditions (html);
  gsize length = strlen (clean);
  htmlParserCtxt *parser;
  xmlDoc *tree;

  if (length == 0 || length > G_MAXINT)
    return NULL;
  parser = htmlCreateMemoryParserCtxt (clean, (int)length);
  if (parser == NULL)
    return NULL;
  htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                  | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  /* Deep nesting must not end the text; the HTML options have no name for it. */
  parser->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (parser);
  tree = parser->myDoc;
  parser->myDoc = NULL;
  htmlFreeParserCtxt (parser);
  return tree;
}

/* The value of an attribute, NULL where there is none. */
char *
risalah_html_get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* What a word processor printed before a list item: "·", "1."; NULL where it printed nothing. */
char *
risalah_html_dup_list_marker (xmlNode *paragraph)
{
  for (xmlNode *node = paragraph->children; node != NULL; node = node->next)
    {
      g_autofree char *style = NULL;
      char *marker;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      style = risalah_html_get_attribute (node, "style");
      if (style != NULL && strstr (style, "mso-list:Ignore") != NULL)
        {
          xmlChar *text = xmlNodeGetContent (node);

          marker = g_strstrip (g_strdup ((const char *)text));
          xmlFree (text);
          return marker;
        }
      marker = risalah_html_dup_list_marker (node);
      if (marker != NULL)
        return marker;
    }
  return NULL;
}

static gboolean
is_cell (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE
         && (g_str_equal ((const char *)node->name, "td")
             || g_str_equal ((const char *)node->name, "th"));
}

/* Adds the cells of a row; one that spans columns is followed by NULL for each it covers. */
static void
add_row (GPtrArray *rows, xmlNode *row)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (xmlNode *node = row->children; node != NULL; node = node->next)
    {
      g_autofree char *span = NULL;
      guint64 n_columns;

      if (!is_cell (node))
        continue;
      g_ptr_array_add (cells, node);
      span = risalah_html_get_attribute (node, "colspan");
      n_columns = span != NULL ? g_ascii_strtoull (span, NULL, 10) : 1;
      for (guint64 i = 1; i < MIN (n_columns, 100); i++)
        g_ptr_array_add (cells, NULL);
    }
  if (cells->len > 0)
    g_ptr_array_add (rows, cells);
  else
    g_ptr_array_unref (cells);
}

static gboolean
holds_table (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (g_str_equal ((const char *)child->name, "table") || holds_table (child)))
      return TRUE;
  return FALSE;
}

/* The rows of a table, each an array of its cells; NULL where it holds other tables, which is how
 * pages were once laid out. */
GPtrArray *
risalah_html_get_rows (xmlNode *table)
{
  GPtrArray *rows;

  if (holds_table (table))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  for (xmlNode *part = table->children; part != NULL; part = part->next)
    {
      if (part->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal ((const char *)part->name, "tr"))
        add_row (rows, part);
      else
        for (xmlNode *row = part->children; row != NULL; row = row->next)
          if (row->type == XML_ELEMENT_NODE && g_str_equal ((const char *)row->name, "tr"))
            add_row (rows, row);
    }
  return rows;
}

/* Whether all cells of a row are header cells. */
gboolean
risalah_html_is_header (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const xmlNode *cell = row->pdata[i];

      if (cell != NULL && !g_str_equal ((const char *)cell->name, "th"))
        return FALSE;
    }
  return TRUE;
}
