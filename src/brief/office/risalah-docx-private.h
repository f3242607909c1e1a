/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as WordprocessingML (ECMA-376, transitional): what its writer's files share. */
#pragma once

#include "risalah-office-private.h"
#include "risalah-zip-private.h"

G_BEGIN_DECLS

/* Lists: the first of word/numbering.xml has bullets, those after it are numbered. */
#define RISALAH_DOCX_BULLETS 1
#define RISALAH_DOCX_NUMBERS 2

/* Tables within tables: a table in the box of key messages. */
#define RISALAH_DOCX_DEPTH 2

/**
 * RisalahDocxPart:
 * @xml: what it holds
 * @relationships: (element-type utf8): what it refers to, as elements of its own
 *
 * A part of the package, while it is written.
 */
typedef struct
{
  GString *xml;
  GPtrArray *relationships;
} RisalahDocxPart;

/**
 * RisalahDocx:
 * @layout: the brief, laid out
 * @walk: tells it
 * @zip: the package
 * @part: the part that is written to
 * @document: word/document.xml
 * @notes: word/footnotes.xml
 * @lists: (element-type guint): the level, from 1, of each numbered list; the first is number
 *   RISALAH_DOCX_NUMBERS
 * @open_lists: the number of the list that goes on at each level
 * @tables: those that are open
 * @n_open_tables: how many
 * @after_table: whether a table has just ended, which needs a paragraph after it
 * @in_link: whether runs belong to a link
 * @n_pictures: how many there are so far
 * @n_bookmarks: likewise
 */
typedef struct
{
  RisalahLayout *layout;
  RisalahOfficeWalk *walk;
  RisalahZip *zip;
  RisalahDocxPart *part;
  RisalahDocxPart document;
  RisalahDocxPart notes;
  GArray *lists;
  guint open_lists[RISALAH_OFFICE_LIST_LEVELS + 1];
  RisalahOfficeTable tables[RISALAH_DOCX_DEPTH];
  guint n_open_tables;
  gboolean after_table;
  gboolean in_link;
  guint n_pictures;
  guint n_bookmarks;
} RisalahDocx;

/* Twentieths of a point. */
#define RISALAH_DOCX_TWIPS(points) ((gint)((points)*20 + ((points) < 0 ? -0.5 : 0.5)))

/* Text: risalah-docx-body.c */
extern const RisalahOfficeFormat risalah_docx_format;

/* Tables and pictures: risalah-docx-objects.c */
void  risalah_docx_add_picture      (gpointer              writer,
                                     const RisalahOfficePicture *picture);
void  risalah_docx_begin_table      (gpointer              writer,
                                     const RisalahOfficeTable *table);
void  risalah_docx_begin_row        (gpointer              writer,
                                     gboolean              is_header);
void  risalah_docx_begin_cell       (gpointer              writer,
                                     guint                 column);
void  risalah_docx_end_cell         (gpointer              writer);
void  risalah_docx_end_row          (gpointer              writer);
void  risalah_docx_end_table        (gpointer              writer);
void  risalah_docx_close_table      (RisalahDocx          *self);

/* The package: risalah-docx-package.c */
void  risalah_docx_begin_part       (RisalahDocxPart      *part,
                                     const char           *root);
guint risalah_docx_add_relationship (RisalahDocxPart      *part,
                                     const char           *type,
                                     const char           *target,
                                     gboolean              external);
void  risalah_docx_end_part         (RisalahDocx          *self,
                                     RisalahDocxPart      *part,
                                     const char           *root,
                                     const char           *name);
void  risalah_docx_add_xml          (RisalahDocx          *self,
                                     const char           *name,
                                     const GString        *xml);
void  risalah_docx_add_package      (RisalahDocx          *self);

/* word/styles.xml and word/numbering.xml: risalah-docx-styles.c */
void  risalah_docx_add_styles       (RisalahDocx          *self);
void  risalah_docx_add_numbering    (RisalahDocx          *self);

/* Page, header, footer, settings: risalah-docx-pages.c */
void  risalah_docx_append_section   (RisalahDocx          *self);
void  risalah_docx_add_settings     (RisalahDocx          *self);

G_END_DECLS
