/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as it was read: one clean text, its blocks, and what is known about it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RisalahBlockType:
 *
 * What a block of an article is. The names of cli.md, "heading" to "caption", stand in
 * risalah_block_type_to_string().
 */
typedef enum
{
  RISALAH_BLOCK_HEADING,
  RISALAH_BLOCK_PARAGRAPH,
  RISALAH_BLOCK_LIST_ITEM,
  RISALAH_BLOCK_TABLE,
  RISALAH_BLOCK_QUOTE,
  RISALAH_BLOCK_CAPTION,
} RisalahBlockType;

/**
 * RisalahBlock:
 * @type: what it is
 * @level: of a heading 1 to 6, of a list item its depth from 1, else 0
 * @dropped: boilerplate: kept in the text, passed over by search, analysis and shingles
 * @page: from 1 where the original has pages, else 0
 * @start: first byte in the article's text
 * @end: byte after the last; blocks are in order, do not overlap and leave only line breaks
 *   between them
 * @language: ISO 639-1, "" where it is the article's
 *
 * A table's rows are lines, its cells are separated by tabs.
 */
typedef struct
{
  RisalahBlockType type;
  guint8 level;
  gboolean dropped;
  guint page;
  gsize start;
  gsize end;
  char language[4];
} RisalahBlock;

/**
 * RisalahMetadata:
 *
 * What can be known about an article; each value keeps where it came from.
 * @RISALAH_METADATA_PUBLISHED: an EDTF string
 * @RISALAH_METADATA_LANGUAGE: ISO 639-1: "id", "ms", "en", or another language's code
 * @RISALAH_METADATA_TYPE: news, release, opinion, explainer, report, law, treaty or speech
 * @RISALAH_METADATA_AGENCY: a news agency that the article credits, a sign of a reprint
 */
typedef enum
{
  RISALAH_METADATA_TITLE,
  RISALAH_METADATA_BYLINE,
  RISALAH_METADATA_PUBLISHER,
  RISALAH_METADATA_PLACE,
  RISALAH_METADATA_PUBLISHED,
  RISALAH_METADATA_URL,
  RISALAH_METADATA_LANGUAGE,
  RISALAH_METADATA_TYPE,
  RISALAH_METADATA_AGENCY,
  RISALAH_METADATA_N
} RisalahMetadata;

/**
 * RisalahOrigin:
 *
 * Where a metadata value came from, the surest first.
 */
typedef enum
{
  RISALAH_ORIGIN_ANALYST,  /* typed or corrected by the analyst */
  RISALAH_ORIGIN_MARKUP,   /* a meta element, JSON-LD, Open Graph, <time>, <title> */
  RISALAH_ORIGIN_HEADLINE, /* the text's own first line */
  RISALAH_ORIGIN_DATELINE, /* "JAKARTA –", "Jakarta, CNN Indonesia --" */
  RISALAH_ORIGIN_TEXT,     /* found elsewhere in the text or in its address */
  RISALAH_ORIGIN_FILE,     /* the file's properties: who saved it, and when */
  RISALAH_ORIGIN_UNKNOWN,  /* there is no value */
} RisalahOrigin;

typedef struct _RisalahArticle RisalahArticle;

#define RISALAH_TYPE_ARTICLE (risalah_article_get_type ())

GType               risalah_article_get_type     (void);
RisalahArticle     *risalah_article_new          (char                 *text,
                                                  GArray               *blocks);
RisalahArticle     *risalah_article_ref          (RisalahArticle       *self);
void                risalah_article_unref        (RisalahArticle       *self);
const char         *risalah_article_get_text     (const RisalahArticle *self,
                                                  gsize                *length);
const RisalahBlock *risalah_article_get_blocks   (const RisalahArticle *self,
                                                  guint                *n_blocks);
const char         *risalah_article_get_metadata (const RisalahArticle *self,
                                                  RisalahMetadata       which);
RisalahOrigin       risalah_article_get_origin   (const RisalahArticle *self,
                                                  RisalahMetadata       which);
void                risalah_article_set_metadata (RisalahArticle       *self,
                                                  RisalahMetadata       which,
                                                  const char           *value,
                                                  RisalahOrigin         origin);
void                risalah_article_set_dropped  (RisalahArticle       *self,
                                                  guint                 block,
                                                  gboolean              dropped);
void                risalah_article_set_block    (RisalahArticle       *self,
                                                  guint                 block,
                                                  RisalahBlockType      type,
                                                  guint8                level,
                                                  const char           *language);

const char         *risalah_block_type_to_string (RisalahBlockType      type);
gboolean            risalah_block_type_from_string (const char         *name,
                                                  RisalahBlockType     *type);
const char         *risalah_metadata_to_string   (RisalahMetadata       which);
const char         *risalah_origin_to_string     (RisalahOrigin         origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahArticle, risalah_article_unref)

G_END_DECLS
