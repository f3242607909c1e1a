/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of the user's help, read from the part of Mallard that Risalah writes in: what the
 * desktop's help browser shows, and what Risalah's own window shows, are the same files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RisalahHelpBlockKind:
 * @RISALAH_HELP_BLOCK_HEADING: the title of a section
 * @RISALAH_HELP_BLOCK_PARAGRAPH: a paragraph, or an item of a list
 * @RISALAH_HELP_BLOCK_NOTE: a paragraph that stands out
 * @RISALAH_HELP_BLOCK_PICTURE: a picture with its alternative text
 * @RISALAH_HELP_BLOCK_TABLE: rows of cells, the first of them the header
 */
typedef enum
{
  RISALAH_HELP_BLOCK_HEADING,
  RISALAH_HELP_BLOCK_PARAGRAPH,
  RISALAH_HELP_BLOCK_NOTE,
  RISALAH_HELP_BLOCK_PICTURE,
  RISALAH_HELP_BLOCK_TABLE,
} RisalahHelpBlockKind;

/**
 * RisalahHelpBlock:
 * @kind: what it is
 * @level: of a heading, 2 and more; of a paragraph, how many lists it stands in
 * @id: (nullable): the identifier of a heading's section
 * @marker: (nullable): what stands before a list's item
 * @markup: (nullable): the words in Pango's markup, links as `<a href="page#section">`
 * @picture: (nullable): the picture's file, relative to the page's folder
 * @rows: (nullable) (element-type GStrv): a table's cells in Pango's markup
 */
typedef struct
{
  RisalahHelpBlockKind kind;
  guint level;
  char *id;
  char *marker;
  char *markup;
  char *picture;
  GPtrArray *rows;
} RisalahHelpBlock;

/**
 * RisalahHelpPage:
 * @id: its identifier, the same in every language
 * @title: its title
 * @summary: (nullable): what it is about, in a sentence
 * @order: (nullable): sorts it among its neighbours
 * @guide: (nullable): "page#section" of the guide that lists it
 * @text: every word of it, for searching
 * @blocks: (element-type RisalahHelpBlock): what stands on it
 * @links: (element-type utf8): where its links lead, "page" or "page#section"
 */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  char *order;
  char *guide;
  char *text;
  GPtrArray *blocks;
  GPtrArray *links;
} RisalahHelpPage;

RisalahHelpPage *risalah_help_page_parse   (const char            *text,
                                            gssize                 length,
                                            GError               **error);
void             risalah_help_page_free    (RisalahHelpPage       *self);
gboolean         risalah_help_page_matches (const RisalahHelpPage *self,
                                            const char            *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahHelpPage, risalah_help_page_free)

G_END_DECLS
