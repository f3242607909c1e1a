/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of an HTML page, for what walks them. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef enum
{
  RISALAH_HTML_INLINE,
  RISALAH_HTML_BLOCK,
  RISALAH_HTML_BREAK,
  RISALAH_HTML_SKIP,
  RISALAH_HTML_HEADING,
  RISALAH_HTML_ITEM,
  RISALAH_HTML_LIST,
  RISALAH_HTML_QUOTE,
  RISALAH_HTML_CAPTION,
  RISALAH_HTML_PREFORMATTED,
  RISALAH_HTML_LINK,
  RISALAH_HTML_TABLE,
  RISALAH_HTML_ASIDE, /* navigation, footer, aside: a block that is not the article's */
  RISALAH_HTML_TIME,
} RisalahHtmlElement;

RisalahHtmlElement risalah_html_get_element (const xmlNode *element);
xmlNode           *risalah_html_next_node   (xmlNode       *node,
                                             xmlNode       *top,
                                             gboolean       over);
char              *risalah_html_get_words   (xmlNode       *element,
                                             gsize          most);

G_END_DECLS
