/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The laid-out story walked once for word processors: what each of their formats writes when it
 * is told of a paragraph, a run, a table. What is told here is the same for all of them. */
#pragma once

#include "risalah-export-private.h"
#include "risalah-layout-private.h"
#include "risalah-office-styles-private.h"

G_BEGIN_DECLS

/* What stands in a text and is no character of the format. */
typedef enum
{
  RISALAH_OFFICE_TAB,
  RISALAH_OFFICE_LINE_BREAK,
  RISALAH_OFFICE_SOFT_HYPHEN,
  RISALAH_OFFICE_SPACE, /* one that a reader would take away: at an edge, or after another */
} RisalahOfficeSign;

/* Numbers that the word processor fills in. */
typedef enum
{
  RISALAH_OFFICE_PAGE,
  RISALAH_OFFICE_N_PAGES,
  RISALAH_OFFICE_PAGE_OF, /* of what stands at an anchor */
} RisalahOfficeField;

/**
 * RisalahOfficeParagraph:
 * @style: its style
 * @level: of a list item, from 1; of another paragraph 0
 * @starts: whether a list item is the first of its numbers
 * @numbered: whether a list item has a number
 * @language: (nullable): ISO 639-1 where it is not the brief's
 * @anchor: (nullable): by which links find it
 * @keep: whether it stays with the paragraph after it, beside what its style says
 * @above: space above it, in points, where a table before it asks for more than its style; else 0
 * @below: space below it, in points, where a table comes next, which asks for none itself; else 0
 * @page_break: whether a page begins with it
 * @begins_contents: whether it is the first line of the table of contents
 * @ends_contents: whether it is the last
 */
typedef struct
{
  RisalahOfficeStyle style;
  guint level;
  gboolean starts;
  gboolean numbered;
  const char *language;
  const char *anchor;
  gboolean keep;
  double above;
  double below;
  gboolean page_break;
  gboolean begins_contents;
  gboolean ends_contents;
} RisalahOfficeParagraph;

typedef enum
{
  RISALAH_OFFICE_TABLE,
  RISALAH_OFFICE_LETTER,     /* the block of a letter: a rule below it */
  RISALAH_OFFICE_BOX,        /* the key messages: one cell, tinted */
  RISALAH_OFFICE_LETTERHEAD, /* a double rule below it */
} RisalahOfficeTableKind;

/**
 * RisalahOfficeTable:
 * @kind: how it looks
 * @n_columns: how many columns
 * @edges: their left edges and the right edge of the last, in points
 * @n_rows: how many rows
 * @has_header: whether the first row is repeated on each page
 */
typedef struct
{
  RisalahOfficeTableKind kind;
  guint n_columns;
  const double *edges;
  guint n_rows;
  gboolean has_header;
} RisalahOfficeTable;

/**
 * RisalahOfficePicture:
 * @bytes: a file
 * @type: "png" or "jpeg"
 * @width: in points
 * @height: in points
 * @title: (nullable): its caption
 * @alternative: (nullable): what it shows, in words
 */
typedef struct
{
  GBytes *bytes;
  const char *type;
  double width;
  double height;
  const char *title;
  const char *alternative;
} RisalahOfficePicture;

typedef struct _RisalahOfficeWalk RisalahOfficeWalk;

/**
 * RisalahOfficeFormat:
 *
 * What a format does with what it is told; all functions are there. A link leads to "#" and an
 * anchor, or to an address. In add_note() the format calls risalah_office_walk_note(). A field
 * comes with its value on our own pages.
 */
typedef struct
{
  void (*begin_paragraph) (gpointer writer, const RisalahOfficeParagraph *paragraph);
  void (*end_paragraph) (gpointer writer, const RisalahOfficeParagraph *paragraph);
  void (*begin_run) (gpointer writer, RisalahFace face, const char *language);
  void (*add_text) (gpointer writer, const char *text, gsize length);
  void (*add_sign) (gpointer writer, RisalahOfficeSign sign);
  void (*end_run) (gpointer writer);
  void (*begin_link) (gpointer writer, const char *target);
  void (*end_link) (gpointer writer);
  void (*add_note) (gpointer writer, guint note);
  void (*add_field) (gpointer writer, RisalahOfficeField field, const char *target, guint value);
  void (*add_picture) (gpointer writer, const RisalahOfficePicture *picture);
  void (*begin_contents) (gpointer writer);
  void (*end_contents) (gpointer writer);
  void (*begin_table) (gpointer writer, const RisalahOfficeTable *table);
  void (*begin_row) (gpointer writer, gboolean is_header);
  void (*begin_cell) (gpointer writer, guint column);
  void (*end_cell) (gpointer writer);
  void (*end_row) (gpointer writer);
  void (*end_table) (gpointer writer);
} RisalahOfficeFormat;

struct _RisalahOfficeWalk
{
  const RisalahOfficeFormat *format;
  gpointer writer;
  RisalahLayout *layout;
  RisalahEdition *edition;
  const RisalahStory *story;
  GHashTable *anchors; /* (element-type utf8 guint): anchor → its number, from 1 */
  gboolean boxed;
  double box_edges[2];
  gboolean page_break; /* that the next paragraph begins with */
};

RisalahOfficeWalk *risalah_office_walk_new        (RisalahLayout             *layout,
                                                   const RisalahOfficeFormat *format,
                                                   gpointer                   writer);
void               risalah_office_walk_free       (RisalahOfficeWalk         *self);
void               risalah_office_walk_body       (RisalahOfficeWalk         *self);
guint              risalah_office_walk_get_bookmark (const RisalahOfficeWalk *self,
                                                   const char                *anchor);
void               risalah_office_walk_note       (RisalahOfficeWalk         *self,
                                                   guint                      note);
void               risalah_office_walk_header     (RisalahOfficeWalk         *self,
                                                   gboolean                   first);
void               risalah_office_walk_footer     (RisalahOfficeWalk         *self);

/* Texts: risalah-office-text.c */
void               risalah_office_walk_text       (RisalahOfficeWalk         *self,
                                                   const RisalahStoryText    *text,
                                                   guint32                    start,
                                                   const char                *language);
void               risalah_office_walk_plain      (RisalahOfficeWalk         *self,
                                                   const char                *text,
                                                   RisalahFace                face);

void               risalah_office_append_element  (GString                   *xml,
                                                   const char                *element,
                                                   const char                *words);

/* Tables and pictures: risalah-office-objects.c */
void               risalah_office_walk_table      (RisalahOfficeWalk         *self,
                                                   const RisalahStoryBlock   *block,
                                                   const RisalahComposed     *composed);
void               risalah_office_walk_figure     (RisalahOfficeWalk         *self,
                                                   const RisalahStoryBlock   *block,
                                                   const RisalahComposed     *composed);
void               risalah_office_walk_letterhead (RisalahOfficeWalk         *self,
                                                   const RisalahComposed     *composed);
void               risalah_office_walk_box        (RisalahOfficeWalk         *self);
void               risalah_office_walk_paragraph  (RisalahOfficeWalk         *self,
                                                   RisalahOfficeParagraph    *paragraph,
                                                   const RisalahStoryText    *text);

/* The file: risalah-office-export.c */
typedef GBytes *(*RisalahOfficeMakeFunc) (RisalahLayout *layout, GError **error);

gboolean           risalah_office_export          (RisalahEdition            *edition,
                                                   RisalahOfficeMakeFunc      make,
                                                   const char                *path,
                                                   RisalahExportReport       *report,
                                                   RisalahExportProgressFunc  progress,
                                                   gpointer                   user_data,
                                                   GCancellable              *cancellable,
                                                   GError                   **error);

G_END_DECLS
