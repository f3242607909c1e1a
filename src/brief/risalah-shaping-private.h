/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between shaping, breaking and the paragraph: a text as glyphs, and the places where it breaks. */
#pragma once

#include "risalah-paragraph.h"

G_BEGIN_DECLS

/* A stretch of text in one font, one face and one direction; in the order of the text. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 glyph;
  guint32 n_glyphs;
  gint32 link;
  guint16 font;
  guint8 face;
  guint8 level;
} RisalahShapedItem;

typedef struct
{
  const char *text;
  guint32 length;
  GArray *items;  /* (element-type RisalahShapedItem) */
  GArray *glyphs; /* (element-type RisalahGlyph) */
  gint32 *x;      /* width before each byte, length + 1 of them */
  guint8 *cluster; /* whether a cluster begins at the byte */
  PangoLogAttr *attributes;
  guint n_characters;
} RisalahShaped;

/* Of a style's plain face; measured once for all its paragraphs. */
typedef struct
{
  double ascent;
  double descent;
  RisalahGlyph hyphen;
} RisalahFaceMeasure;

typedef enum
{
  RISALAH_BREAK_SPACE,
  RISALAH_BREAK_HYPHEN,   /* we set one */
  RISALAH_BREAK_SIGN,     /* after a sign that stands in the text */
  RISALAH_BREAK_ADDRESS,  /* within an address, elsewhere than after a slash */
  RISALAH_BREAK_ANYWHERE, /* within a word that is longer than the line */
  RISALAH_BREAK_FORCED,
} RisalahBreakKind;

/* A place where a line may end: it prints up to @end, the next begins at @next. */
typedef struct
{
  guint32 end;
  guint32 next;
  gint32 x_end;
  gint32 x_next;
  guint32 spaces_end;
  guint32 spaces_next;
  RisalahBreakKind kind;
} RisalahBreak;

/* What the breaker weighs lines against, in Pango units. */
typedef struct
{
  gint32 first_width;
  gint32 width;
  gint32 stretch; /* of one word space */
  gint32 shrink;
  gint32 hyphen;
  RisalahAlignment alignment;
} RisalahMeasure;

RisalahShaped *risalah_shaped_new    (RisalahFonts                *fonts,
                                      const RisalahParagraphStyle *style,
                                      const char                  *text,
                                      const RisalahSpan           *spans,
                                      guint                        n_spans);
const RisalahFaceMeasure *risalah_face_measure (RisalahFonts *fonts,
                                      const RisalahParagraphStyle *style);
void           risalah_shaped_free   (RisalahShaped               *self);
GArray        *risalah_breaks_find   (const RisalahShaped         *shaped,
                                      RisalahHyphenation          *hyphenation,
                                      const char                  *language,
                                      gint32                       narrowest);
GArray        *risalah_breaks_choose (const GArray                *breaks,
                                      const RisalahMeasure        *measure,
                                      gboolean                     tolerant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahShaped, risalah_shaped_free)

G_END_DECLS
