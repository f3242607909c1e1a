/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One paragraph broken into lines: shaped once by Pango, broken as a whole by the least sum of
 * demerits, and kept in a form small enough to hold a book. */
#pragma once

#include <cairo.h>

#include "risalah-fonts.h"
#include "risalah-hyphenation.h"

G_BEGIN_DECLS

/**
 * RisalahFace:
 * @RISALAH_FACE_BOLD: bold
 * @RISALAH_FACE_ITALIC: italic
 * @RISALAH_FACE_RAISED: a superior figure or word
 * @RISALAH_FACE_VERBATIM: words that must come out of the PDF as they went in: never divided
 * @RISALAH_FACE_ADDRESS: an address of the web, which breaks after its own signs without a hyphen
 * @RISALAH_FACE_QUIET: printed in grey
 * @RISALAH_FACE_ALERT: printed in red
 * @RISALAH_FACE_UNSEEN: printed in white: words that are read, not seen
 */
typedef enum
{
  RISALAH_FACE_PLAIN = 0,
  RISALAH_FACE_BOLD = 1 << 0,
  RISALAH_FACE_ITALIC = 1 << 1,
  RISALAH_FACE_RAISED = 1 << 2,
  RISALAH_FACE_VERBATIM = 1 << 3,
  RISALAH_FACE_ADDRESS = 1 << 4,
  RISALAH_FACE_QUIET = 1 << 5,
  RISALAH_FACE_ALERT = 1 << 6,
  RISALAH_FACE_UNSEEN = 1 << 7,
} RisalahFace;

/**
 * RisalahAlignment:
 * @RISALAH_ALIGNMENT_JUSTIFIED: both edges straight
 * @RISALAH_ALIGNMENT_LEFT: ragged right
 * @RISALAH_ALIGNMENT_CENTRED: centred, in lines of about equal length
 * @RISALAH_ALIGNMENT_RIGHT: ragged left
 */
typedef enum
{
  RISALAH_ALIGNMENT_JUSTIFIED,
  RISALAH_ALIGNMENT_LEFT,
  RISALAH_ALIGNMENT_CENTRED,
  RISALAH_ALIGNMENT_RIGHT,
} RisalahAlignment;

/**
 * RisalahSpan:
 * @end: byte after its last; it begins where the span before it ends
 * @face: how it is set
 * @link: what it leads to, an index of the caller's, -1 for nothing
 *
 * A stretch of a paragraph's text.
 */
typedef struct
{
  guint32 end;
  RisalahFace face;
  gint32 link;
} RisalahSpan;

/**
 * RisalahParagraphStyle:
 * @family: the face's family
 * @size: in points
 * @leading: baseline to baseline, in points
 * @width: of the lines, in points
 * @first_indent: of the first line, in points; may be negative
 * @alignment: how lines stand
 * @hyphenate: whether words may be divided
 * @language: (nullable): ISO 639-1
 * @bold: whether all of it is bold
 * @italic: whether all of it is italic
 */
typedef struct
{
  const char *family;
  double size;
  double leading;
  double width;
  double first_indent;
  RisalahAlignment alignment;
  gboolean hyphenate;
  const char *language;
  gboolean bold;
  gboolean italic;
} RisalahParagraphStyle;

/**
 * RisalahGlyph:
 * @glyph: index in the face
 * @text_length: bytes of text that its cluster stands for; 0 on the cluster's later glyphs
 * @x: offset, in Pango units
 * @y: offset, in Pango units
 * @width: advance, in Pango units
 */
typedef struct
{
  guint16 glyph;
  guint16 text_length;
  gint16 x;
  gint16 y;
  gint32 width;
} RisalahGlyph;

/**
 * RisalahPiece:
 * @text: first byte of the paragraph's text; G_MAXUINT32 for a hyphen that we set
 * @text_length: in bytes
 * @glyph: first glyph
 * @n_glyphs: how many
 * @link: as in the span
 * @font: number among the fonts
 * @face: as in the span
 * @backward: whether its clusters stand in reverse order of the text
 *
 * Part of a line in one face.
 */
typedef struct
{
  guint32 text;
  guint32 text_length;
  guint32 glyph;
  guint32 n_glyphs;
  gint32 link;
  guint16 font;
  guint8 face;
  guint8 backward;
} RisalahPiece;

/**
 * RisalahLine:
 * @start: first byte of text
 * @end: byte after the last that is printed
 * @piece: first piece, in visual order
 * @n_pieces: how many
 * @x: where it begins from the left of the paragraph, in Pango units
 * @width: as printed, in Pango units
 * @space: what each word space is widened by, in Pango units
 * @n_spaces: how many word spaces it has
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 piece;
  guint32 n_pieces;
  gint32 x;
  gint32 width;
  gint32 space;
  guint32 n_spaces;
} RisalahLine;

typedef struct
{
  char *text;
  double size;
  double leading;
  double ascent;
  guint n_lines;
  RisalahLine *lines;
  RisalahPiece *pieces;
  RisalahGlyph *glyphs;
} RisalahParagraph;

RisalahParagraph *risalah_paragraph_new        (RisalahFonts                *fonts,
                                                RisalahHyphenation          *hyphenation,
                                                const RisalahParagraphStyle *style,
                                                const char                  *text,
                                                const RisalahSpan           *spans,
                                                guint                        n_spans);
void              risalah_paragraph_free       (RisalahParagraph            *self);
double            risalah_paragraph_get_height (const RisalahParagraph      *self);
gint32            risalah_piece_get_width      (const RisalahParagraph      *self,
                                                const RisalahLine           *line,
                                                const RisalahPiece          *piece);
void              risalah_piece_draw           (const RisalahParagraph      *self,
                                                const RisalahLine           *line,
                                                const RisalahPiece          *piece,
                                                RisalahFonts                *fonts,
                                                cairo_t                     *cr,
                                                double                       x,
                                                double                       baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahParagraph, risalah_paragraph_free)

G_END_DECLS
