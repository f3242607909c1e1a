/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An HTML page as a list of blocks of text, each with what its elements say of it. For the HTML
 * reader. */
#pragma once

#include <libxml/tree.h>

#include "risalah-article.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahHtmlBlock:
 * @type: what the elements make it
 * @level: of a heading or list item
 * @text: its words, blanks collapsed; a table's cells are apart by tabs
 * @length: of @text in bytes
 * @link_length: how much of it is the text of links to other pages, in bytes
 * @container: the element that holds it: its own one's parent where that is a paragraph
 * @dropping: (nullable): the innermost element around it whose class or kind says "drop"
 * @kinds: #RisalahHtmlClass of the innermost elements around it
 * @is_time: half of it or more is in a <time>
 */
typedef struct
{
  RisalahBlockType type;
  guint8 level;
  char *text;
  gsize length;
  gsize link_length;
  xmlNode *container;
  xmlNode *dropping;
  guint kinds;
  gboolean is_time;
} RisalahHtmlBlock;

xmlDoc *risalah_html_parse       (const char           *html,
                                  gsize                 length,
                                  const char           *name,
                                  GError              **error);
GArray *risalah_html_get_blocks  (xmlDoc               *document,
                                  const char           *name,
                                  const RisalahLexicon *lexicon,
                                  GError              **error);
char   *risalah_html_get_text    (xmlNode              *element);

G_END_DECLS
