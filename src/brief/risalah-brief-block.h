/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block of a brief: a heading, a paragraph, a table, a figure. */
#pragma once

#include "risalah-rich-text.h"

G_BEGIN_DECLS

/**
 * RisalahBriefBlockKind:
 * @RISALAH_BRIEF_BLOCK_TITLE: the brief's title
 * @RISALAH_BRIEF_BLOCK_SUBTITLE: a line below the title; above it the name of the form ("NOTA DINAS")
 * @RISALAH_BRIEF_BLOCK_HEADING: level 1 to 3
 * @RISALAH_BRIEF_BLOCK_PARAGRAPH: a paragraph
 * @RISALAH_BRIEF_BLOCK_BULLET: a list item, level 1 and up
 * @RISALAH_BRIEF_BLOCK_NUMBERED: a numbered list item, level 1 and up; neighbours count on
 * @RISALAH_BRIEF_BLOCK_QUOTATION: a block quotation: its text begins with a locked quotation in
 *   block form, after which citations may stand; or words without a source
 * @RISALAH_BRIEF_BLOCK_TABLE: rows and columns of cells, with a caption
 * @RISALAH_BRIEF_BLOCK_FIGURE: a picture or a timeline excerpt, with a caption
 * @RISALAH_BRIEF_BLOCK_PAGE_BREAK: what follows begins a page
 * @RISALAH_BRIEF_BLOCK_GENERATED: a part that is made when the brief is laid out
 * @RISALAH_BRIEF_BLOCK_UNKNOWN: a block of a newer version, kept as it was
 */
typedef enum
{
  RISALAH_BRIEF_BLOCK_TITLE,
  RISALAH_BRIEF_BLOCK_SUBTITLE,
  RISALAH_BRIEF_BLOCK_HEADING,
  RISALAH_BRIEF_BLOCK_PARAGRAPH,
  RISALAH_BRIEF_BLOCK_BULLET,
  RISALAH_BRIEF_BLOCK_NUMBERED,
  RISALAH_BRIEF_BLOCK_QUOTATION,
  RISALAH_BRIEF_BLOCK_TABLE,
  RISALAH_BRIEF_BLOCK_FIGURE,
  RISALAH_BRIEF_BLOCK_PAGE_BREAK,
  RISALAH_BRIEF_BLOCK_GENERATED,
  RISALAH_BRIEF_BLOCK_UNKNOWN,
} RisalahBriefBlockKind;

/**
 * RisalahGenerated:
 * @RISALAH_GENERATED_REFERENCES: the bibliography
 * @RISALAH_GENERATED_SOURCE_ANNEX: each source with its grade and passages
 * @RISALAH_GENERATED_EVENT_TABLE: the table of events
 */
typedef enum
{
  RISALAH_GENERATED_REFERENCES,
  RISALAH_GENERATED_SOURCE_ANNEX,
  RISALAH_GENERATED_EVENT_TABLE,
} RisalahGenerated;

/**
 * RisalahFigure:
 * @media: (nullable): SHA-256 in hexadecimal of the picture in the library's media; %NULL for a
 *   timeline excerpt
 * @alternative: (nullable): the text for those who cannot see it
 * @from: (nullable): EDTF, where a timeline excerpt begins; %NULL: where its events begin
 * @to: (nullable): EDTF, where it ends
 * @filter: (nullable): the query that chooses its events, as typed in Timeline
 * @group: (nullable): "country", "kind", "status" or %NULL: its lanes
 * @width: of the text's width, 1 to 100 percent; 0 is 100
 */
typedef struct
{
  char *media;
  char *alternative;
  char *from;
  char *to;
  char *filter;
  char *group;
  guint width;
} RisalahFigure;

/* Where in a block a text stands: its own, the caption of a table or figure, or a table's cell. */
#define RISALAH_PART_BODY 0
#define RISALAH_PART_CAPTION 1
#define RISALAH_PART_FIRST_CELL 2

/**
 * RisalahBriefBlock:
 *
 * Immutable and ref-counted; equal pointers are equal blocks, so a document that shares most of
 * its blocks with another is cheap to compare.
 *
 * Tables, figures, page breaks, generated and unknown blocks are *objects*: their own text (part
 * RISALAH_PART_BODY) is the one character RISALAH_ATOM_CHARACTER. A table's cell in row r and
 * column c is part RISALAH_PART_FIRST_CELL + r × columns + c.
 */
typedef struct _RisalahBriefBlock RisalahBriefBlock;

#define RISALAH_TYPE_BRIEF_BLOCK (risalah_brief_block_get_type ())

GType                 risalah_brief_block_get_type      (void);
RisalahBriefBlock    *risalah_brief_block_new           (RisalahBriefBlockKind    kind,
                                                         guint                    level,
                                                         RisalahRichText         *text);
RisalahBriefBlock    *risalah_brief_block_new_plain     (RisalahBriefBlockKind    kind,
                                                         guint                    level,
                                                         const char              *text);
RisalahBriefBlock    *risalah_brief_block_new_table     (guint                    n_rows,
                                                         guint                    n_columns,
                                                         gboolean                 has_header,
                                                         RisalahRichText * const *cells,
                                                         RisalahRichText         *caption);
RisalahBriefBlock    *risalah_brief_block_new_figure    (const RisalahFigure     *figure,
                                                         RisalahRichText         *caption);
RisalahBriefBlock    *risalah_brief_block_new_generated (RisalahGenerated         generated);
RisalahBriefBlock    *risalah_brief_block_new_page_break (void);
RisalahBriefBlock    *risalah_brief_block_new_unknown   (const char              *xml);
RisalahBriefBlock    *risalah_brief_block_ref           (RisalahBriefBlock       *self);
void                  risalah_brief_block_unref         (RisalahBriefBlock       *self);

RisalahBriefBlockKind risalah_brief_block_get_kind      (const RisalahBriefBlock *self);
guint                 risalah_brief_block_get_level     (const RisalahBriefBlock *self);
gboolean              risalah_brief_block_is_object     (const RisalahBriefBlock *self);
gboolean              risalah_brief_block_is_list_item  (const RisalahBriefBlock *self);
gboolean              risalah_brief_block_is_boxed      (const RisalahBriefBlock *self);
const char           *risalah_brief_block_get_id        (const RisalahBriefBlock *self);
const char           *risalah_brief_block_get_section   (const RisalahBriefBlock *self);
const char           *risalah_brief_block_get_role      (const RisalahBriefBlock *self);
const char           *risalah_brief_block_get_language  (const RisalahBriefBlock *self);
const char           *risalah_brief_block_get_extra     (const RisalahBriefBlock *self);
RisalahRichText      *risalah_brief_block_get_text      (const RisalahBriefBlock *self);
guint                 risalah_brief_block_get_n_parts   (const RisalahBriefBlock *self);
RisalahRichText      *risalah_brief_block_get_part      (const RisalahBriefBlock *self,
                                                         guint                    part);
RisalahRichText      *risalah_brief_block_get_caption   (const RisalahBriefBlock *self);
guint                 risalah_brief_block_get_n_rows    (const RisalahBriefBlock *self);
guint                 risalah_brief_block_get_n_columns (const RisalahBriefBlock *self);
gboolean              risalah_brief_block_has_header    (const RisalahBriefBlock *self);
RisalahRichText      *risalah_brief_block_get_cell      (const RisalahBriefBlock *self,
                                                         guint                    row,
                                                         guint                    column);
const RisalahFigure  *risalah_brief_block_get_figure    (const RisalahBriefBlock *self);
RisalahGenerated      risalah_brief_block_get_generated (const RisalahBriefBlock *self);
const char           *risalah_brief_block_get_xml       (const RisalahBriefBlock *self);
const RisalahQuotationUse *risalah_brief_block_get_block_quotation (const RisalahBriefBlock *self);
gboolean              risalah_brief_block_equal         (const RisalahBriefBlock *a,
                                                         const RisalahBriefBlock *b);

RisalahBriefBlock    *risalah_brief_block_with_kind     (RisalahBriefBlock       *self,
                                                         RisalahBriefBlockKind    kind,
                                                         guint                    level);
RisalahBriefBlock    *risalah_brief_block_with_part     (RisalahBriefBlock       *self,
                                                         guint                    part,
                                                         RisalahRichText         *text);
RisalahBriefBlock    *risalah_brief_block_with_cells    (RisalahBriefBlock       *self,
                                                         guint                    n_rows,
                                                         guint                    n_columns,
                                                         gboolean                 has_header,
                                                         RisalahRichText * const *cells);
RisalahBriefBlock    *risalah_brief_block_with_figure   (RisalahBriefBlock       *self,
                                                         const RisalahFigure     *figure);
RisalahBriefBlock    *risalah_brief_block_with_boxed    (RisalahBriefBlock       *self,
                                                         gboolean                 boxed);
RisalahBriefBlock    *risalah_brief_block_with_id       (RisalahBriefBlock       *self,
                                                         const char              *id);
RisalahBriefBlock    *risalah_brief_block_with_section  (RisalahBriefBlock       *self,
                                                         const char              *section);
RisalahBriefBlock    *risalah_brief_block_with_role     (RisalahBriefBlock       *self,
                                                         const char              *role);
RisalahBriefBlock    *risalah_brief_block_with_language (RisalahBriefBlock       *self,
                                                         const char              *language);
RisalahBriefBlock    *risalah_brief_block_with_extra    (RisalahBriefBlock       *self,
                                                         const char              *extra);

const char *risalah_generated_to_string   (RisalahGenerated  generated);
gboolean    risalah_generated_from_string (const char       *name,
                                           RisalahGenerated *generated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahBriefBlock, risalah_brief_block_unref)

G_END_DECLS
