/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story set in one endless column: composed blocks, cut into slugs that pages are filled with.
 * A slug (a line, a table's row, a figure) is never broken. */
#pragma once

#include "risalah-block-setting-private.h"

G_BEGIN_DECLS

typedef enum
{
  RISALAH_SLUG_LINE,
  RISALAH_SLUG_ROW,
  RISALAH_SLUG_PLATE,
  RISALAH_SLUG_LETTERHEAD,
  RISALAH_SLUG_PAGE_BREAK,
} RisalahSlugKind;

typedef enum
{
  RISALAH_SLUG_FIRST = 1 << 0,  /* of its block */
  RISALAH_SLUG_LAST = 1 << 1,   /* of its block */
  RISALAH_SLUG_STICKY = 1 << 2, /* no page ends after it */
  RISALAH_SLUG_HEADER = 1 << 3, /* a table's header, repeated on the next page */
  RISALAH_SLUG_BOXED = 1 << 4,
} RisalahSlugFlags;

/* Measures in points. @line is the first of the @n_lines that a row shows of its cells. */
typedef struct
{
  RisalahSlugKind kind;
  RisalahSlugFlags flags;
  guint block;
  guint item;
  guint line;
  guint n_lines;
  double space;
  double height;
  guint first_note;
  guint n_notes;
} RisalahSlug;

/* One block as it is set; x from the left edge of the text. */
typedef struct
{
  RisalahParagraph *body;
  double x;
  RisalahParagraph *label;
  double label_x;
  GPtrArray *cells; /* (nullable) (element-type RisalahParagraph) */
  double *columns;  /* (nullable): left edges, and the right edge of the last */
  RisalahPlate *plate;
  double scale; /* at which the plate is drawn */
} RisalahComposed;

typedef struct
{
  RisalahEdition *edition;
  RisalahStory *story;
  RisalahFonts *fonts;
  double width;       /* of the text */
  double page_height; /* of the text on a page */
  GPtrArray *composed; /* (element-type RisalahComposed): as many as blocks are set */
  GPtrArray *notes;    /* (element-type RisalahParagraph): as many as were asked for */
  GArray *slugs;       /* (element-type RisalahSlug) */
  GPtrArray *problems; /* (element-type utf8) */
  double after;        /* space that the last block wants below it */
  guint n_rows;        /* of the last block, a table, that are set; 0 where it is complete */
} RisalahGalley;

RisalahGalley    *risalah_galley_new          (RisalahEdition       *edition,
                                               RisalahStory         *story,
                                               RisalahFonts         *fonts);
void              risalah_galley_free         (RisalahGalley        *self);
gboolean          risalah_galley_set_next     (RisalahGalley        *self);
void              risalah_galley_insert       (RisalahGalley        *self,
                                               guint                 first,
                                               guint                 n_blocks);
RisalahParagraph *risalah_galley_get_note     (RisalahGalley        *self,
                                               guint                 note);
void              risalah_galley_take_style   (RisalahGalley        *self,
                                               const RisalahBlockSetting *setting,
                                               const char           *language,
                                               RisalahParagraphStyle *style);
RisalahParagraph *risalah_galley_set_text     (RisalahGalley        *self,
                                               const RisalahParagraphStyle *style,
                                               const RisalahStoryText *text);
RisalahParagraph *risalah_galley_set_plain    (RisalahGalley        *self,
                                               const RisalahParagraphStyle *style,
                                               const char           *text);
void              risalah_galley_begin_table  (RisalahGalley        *self,
                                               const RisalahStoryBlock *block,
                                               RisalahComposed      *composed);
void              risalah_galley_set_rows     (RisalahGalley        *self,
                                               const RisalahStoryBlock *block,
                                               RisalahComposed      *composed,
                                               guint                 index);
void              risalah_galley_set_figure   (RisalahGalley        *self,
                                               RisalahStoryBlock    *block,
                                               RisalahComposed      *composed,
                                               guint                 index);
void              risalah_galley_set_letterhead (RisalahGalley      *self,
                                               RisalahComposed      *composed,
                                               guint                 index);
void              risalah_galley_find_notes   (RisalahGalley        *self,
                                               const RisalahParagraph *paragraph,
                                               guint                 first_line,
                                               guint                 n_lines,
                                               RisalahSlug          *slug);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahGalley, risalah_galley_free)

#define RISALAH_BOX_PADDING 11.0
#define RISALAH_CELL_PADDING 5.0
#define RISALAH_ROW_PADDING 3.0
#define RISALAH_LOGO_GAP 8.0

G_END_DECLS
