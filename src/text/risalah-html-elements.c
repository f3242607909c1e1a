/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each element of HTML is to a text, and the words below one. */

#include "risalah-html-elements.h"

#include <string.h>

#include "risalah-html-page.h"
#include "risalah-lines.h"
#include "risalah-mojibake.h"

/* No title, name or date is longer, in bytes. */
#define MAX_TEXT 4000

static const struct
{
  const char *name;
  RisalahHtmlElement kind;
} element_kinds[] = {
  { "a", RISALAH_HTML_LINK },
  { "address", RISALAH_HTML_BLOCK },
  { "amp-ad", RISALAH_HTML_SKIP },
  { "amp-analytics", RISALAH_HTML_SKIP },
  { "amp-consent", RISALAH_HTML_SKIP },
  { "amp-sidebar", RISALAH_HTML_ASIDE },
  { "amp-social-share", RISALAH_HTML_SKIP },
  { "article", RISALAH_HTML_BLOCK },
  { "aside", RISALAH_HTML_ASIDE },
  { "audio", RISALAH_HTML_SKIP },
  { "blockquote", RISALAH_HTML_QUOTE },
  { "body", RISALAH_HTML_BLOCK },
  { "br", RISALAH_HTML_BREAK },
  { "button", RISALAH_HTML_SKIP },
  { "canvas", RISALAH_HTML_SKIP },
  { "caption", RISALAH_HTML_CAPTION },
  { "center", RISALAH_HTML_BLOCK },
  { "datalist", RISALAH_HTML_SKIP },
  { "dd", RISALAH_HTML_BLOCK },
  { "details", RISALAH_HTML_BLOCK },
  { "dialog", RISALAH_HTML_ASIDE },
  { "dir", RISALAH_HTML_LIST },
  { "div", RISALAH_HTML_BLOCK },
  { "dl", RISALAH_HTML_BLOCK },
  { "dt", RISALAH_HTML_BLOCK },
  { "embed", RISALAH_HTML_SKIP },
  { "fieldset", RISALAH_HTML_BLOCK },
  { "figcaption", RISALAH_HTML_CAPTION },
  { "figure", RISALAH_HTML_BLOCK },
  { "footer", RISALAH_HTML_ASIDE },
  { "form", RISALAH_HTML_BLOCK },
  { "frame", RISALAH_HTML_SKIP },
  { "h1", RISALAH_HTML_HEADING },
  { "h2", RISALAH_HTML_HEADING },
  { "h3", RISALAH_HTML_HEADING },
  { "h4", RISALAH_HTML_HEADING },
  { "h5", RISALAH_HTML_HEADING },
  { "h6", RISALAH_HTML_HEADING },
  { "head", RISALAH_HTML_SKIP },
  { "header", RISALAH_HTML_BLOCK },
  { "hgroup", RISALAH_HTML_BLOCK },
  { "hr", RISALAH_HTML_BREAK },
  { "html", RISALAH_HTML_BLOCK },
  { "iframe", RISALAH_HTML_SKIP },
  { "input", RISALAH_HTML_SKIP },
  { "legend", RISALAH_HTML_BLOCK },
  { "li", RISALAH_HTML_ITEM },
  { "link", RISALAH_HTML_SKIP },
  { "main", RISALAH_HTML_BLOCK },
  { "map", RISALAH_HTML_SKIP },
  { "menu", RISALAH_HTML_LIST },
  { "meta", RISALAH_HTML_SKIP },
  { "nav", RISALAH_HTML_ASIDE },
  { "noscript", RISALAH_HTML_SKIP },
  { "object", RISALAH_HTML_SKIP },
  { "ol", RISALAH_HTML_LIST },
  { "option", RISALAH_HTML_SKIP },
  { "p", RISALAH_HTML_BLOCK },
  { "picture", RISALAH_HTML_SKIP },
  { "pre", RISALAH_HTML_PREFORMATTED },
  { "script", RISALAH_HTML_SKIP },
  { "section", RISALAH_HTML_BLOCK },
  { "select", RISALAH_HTML_SKIP },
  { "source", RISALAH_HTML_SKIP },
  { "style", RISALAH_HTML_SKIP },
  { "summary", RISALAH_HTML_BLOCK },
  { "svg", RISALAH_HTML_SKIP },
  { "table", RISALAH_HTML_TABLE },
  { "tbody", RISALAH_HTML_BLOCK },
  { "td", RISALAH_HTML_BLOCK },
  { "template", RISALAH_HTML_SKIP },
  { "textarea", RISALAH_HTML_SKIP },
  { "tfoot", RISALAH_HTML_BLOCK },
  { "th", RISALAH_HTML_BLOCK },
  { "thead", RISALAH_HTML_BLOCK },
  { "time", RISALAH_HTML_TIME },
  { "title", RISALAH_HTML_SKIP },
  { "tr", RISALAH_HTML_BLOCK },
  { "track", RISALAH_HTML_SKIP },
  { "ul", RISALAH_HTML_LIST },
  { "video", RISALAH_HTML_SKIP },
};

/**
 * risalah_html_get_element:
 * @element: an element
 *
 * Returns: what it is to the text
 */
RisalahHtmlElement
risalah_html_get_element (const xmlNode *element)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (element_kinds);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = (int)element->name[0] - element_kinds[middle].name[0];

      if (order == 0)
        order = strcmp ((const char *)element->name, element_kinds[middle].name);

      if (order == 0)
        return element_kinds[middle].kind;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return RISALAH_HTML_INLINE;
}

/**
 * risalah_html_next_node:
 * @node: a node of the subtree of @top
 * @top: where the walk began
 * @over: whether what @node holds is passed over
 *
 * Returns: (transfer none) (nullable): the next node of the subtree
 */
xmlNode *
risalah_html_next_node (xmlNode *node, xmlNode *top, gboolean over)
{
  if (!over && node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

/* Appends the words below @element to @out; %FALSE where there are more than @most bytes of them or
 * as many nodes, of which some are then left out. */
static gboolean
append_words (xmlNode *element, GString *out, gsize most)
{
  gsize nodes = 0;

  for (xmlNode *node = risalah_html_next_node (element, element, FALSE); node != NULL;)
    {
      gboolean skip =
          node->type == XML_ELEMENT_NODE && risalah_html_get_element (node) == RISALAH_HTML_SKIP;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (out, (const char *)node->content);
      else if (node->type == XML_ELEMENT_NODE
               && risalah_html_get_element (node) != RISALAH_HTML_INLINE
               && risalah_html_get_element (node) != RISALAH_HTML_LINK)
        g_string_append_c (out, ' ');
      if (out->len > most || ++nodes > most)
        return FALSE;
      node = risalah_html_next_node (node, element, skip);
    }
  return TRUE;
}

/**
 * risalah_html_get_words:
 * @element: an element
 * @most: bytes
 *
 * Returns: (transfer full) (nullable): the words below it on one line, repaired; %NULL where there
 * are more than @most
 */
char *
risalah_html_get_words (xmlNode *element, gsize most)
{
  GString *out = g_string_new (NULL);
  gboolean all = append_words (element, out, most);
  gsize length = out->len;
  char *text;

  text = risalah_repair_text (g_strdelimit (g_string_free (out, FALSE), "\n\r\f\v", ' '), &length);
  risalah_line_tidy (text, FALSE);
  if (!all)
    g_clear_pointer (&text, g_free);
  return text;
}

/**
 * risalah_html_get_text:
 * @element: an element
 *
 * Returns: (transfer full): the words below it on one line, repaired; "" where they are too many
 *   for a title, a name or a date
 */
char *
risalah_html_get_text (xmlNode *element)
{
  char *text;

  g_return_val_if_fail (element != NULL, NULL);

  text = risalah_html_get_words (element, MAX_TEXT);
  return text != NULL ? text : g_strdup ("");
}
