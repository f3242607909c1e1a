/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph in lines: shaping, the choice of breaks, and the pieces that each line prints. */

#include "risalah-paragraph.h"

#include <string.h>

#include "risalah-shaping-private.h"

/* Parts of the em: of a word space, how much it may grow before it looks wide, and shrink. */
#define SPACE_STRETCH 0.125
#define SPACE_SHRINK  0.045

typedef struct
{
  RisalahShaped *shaped;
  const RisalahMeasure *measure;
  GArray *lines;
  GArray *pieces;
  GArray *glyphs;
  RisalahGlyph hyphen;
  guint item;
} Assembly;

/* The glyphs of @item that stand for the bytes from @start to @end. */
static RisalahPiece
cut_piece (const RisalahShaped *shaped, const RisalahShapedItem *item, guint32 start, guint32 end)
{
  gboolean backward = item->level % 2 != 0;
  guint32 at = backward ? item->end : item->start;
  guint32 first = G_MAXUINT32, last = 0;
  RisalahPiece piece = { 0 };

  for (guint32 i = item->glyph; i < item->glyph + item->n_glyphs; i++)
    {
      guint16 length = g_array_index (shaped->glyphs, RisalahGlyph, i).text_length;
      guint32 cluster;

      if (length == 0)
        {
          if (first != G_MAXUINT32 && last == i)
            last = i + 1;
          continue;
        }
      cluster = backward ? at - length : at;
      at = backward ? at - length : at + length;
      if (cluster >= start && cluster < end)
        {
          first = MIN (first, i);
          last = i + 1;
        }
    }
  piece.text = MAX (start, item->start);
  piece.text_length = MIN (end, item->end) - piece.text;
  piece.glyph = first == G_MAXUINT32 ? item->glyph : first;
  piece.n_glyphs = first == G_MAXUINT32 ? 0 : last - first;
  piece.link = item->link;
  piece.font = item->font;
  piece.face = item->face;
  piece.backward = backward;
  return piece;
}

/* Puts stretches of right-to-left pieces into visual order (UAX #9, rule L2). */
static void
reorder (RisalahPiece *pieces, const guint8 *levels, guint n)
{
  guint8 highest = 0;
  g_autofree guint8 *copy = g_memdup2 (levels, n);

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, copy[i]);
  for (guint8 level = highest; level > 0; level--)
    for (guint i = 0; i < n; i++)
      {
        guint end = i;

        while (end < n && copy[end] >= level)
          end++;
        for (guint a = i, b = end; a + 1 < b; a++)
          {
            RisalahPiece piece = pieces[a];
            guint8 swapped = copy[a];

            b--;
            pieces[a] = pieces[b];
            copy[a] = copy[b];
            pieces[b] = piece;
            copy[b] = swapped;
          }
        i = MAX (i, end);
      }
}

static void
add_pieces (Assembly *self, RisalahLine *line)
{
  const GArray *items = self->shaped->items;
  g_autoptr (GByteArray) levels = g_byte_array_new ();

  line->piece = self->pieces->len;
  while (self->item > 0 && g_array_index (items, RisalahShapedItem, self->item).start > line->start)
    self->item--;
  for (; self->item < items->len; self->item++)
    {
      const RisalahShapedItem *item = &g_array_index (items, RisalahShapedItem, self->item);
      RisalahPiece piece;

      if (item->end <= line->start)
        continue;
      if (item->start >= line->end)
        break;
      piece = cut_piece (self->shaped, item, line->start, line->end);
      if (piece.n_glyphs > 0)
        {
          g_array_append_val (self->pieces, piece);
          g_byte_array_append (levels, &item->level, 1);
        }
      if (item->end > line->end)
        break;
    }
  if (self->item == items->len)
    self->item--;
  line->n_pieces = self->pieces->len - line->piece;
  if (line->n_pieces > 0)
    reorder (&g_array_index (self->pieces, RisalahPiece, line->piece), levels->data,
             line->n_pieces);
}

static void
add_hyphen (Assembly *self, RisalahLine *line)
{
  RisalahPiece piece = { 0 };

  if (line->n_pieces > 0)
    piece = g_array_index (self->pieces, RisalahPiece, self->pieces->len - 1);
  piece.text = G_MAXUINT32;
  piece.text_length = 1;
  piece.glyph = self->glyphs->len;
  piece.n_glyphs = 1;
  g_array_append_val (self->glyphs, self->hyphen);
  g_array_append_val (self->pieces, piece);
  line->n_pieces++;
}

/* Sets the line's edges: spaces widened, or the whole moved. */
static void
align (RisalahLine *line,
       const RisalahMeasure *measure,
       gint32 natural,
       gint32 indent,
       gint32 width,
       gboolean last)
{
  gint32 slack = width - natural;

  line->x = indent;
  line->width = natural;
  if (measure->alignment == RISALAH_ALIGNMENT_CENTRED)
    line->x += slack / 2;
  else if (measure->alignment == RISALAH_ALIGNMENT_RIGHT)
    line->x += slack;
  else if (measure->alignment == RISALAH_ALIGNMENT_JUSTIFIED && line->n_spaces > 0
           && (slack < 0 || (!last && line->n_spaces >= 3)))
    {
      line->space = slack / (gint32)line->n_spaces;
      line->space = MAX (line->space, -measure->shrink);
      line->width = natural + line->space * (gint32)line->n_spaces;
    }
}

static void
assemble (Assembly *self, const GArray *breaks, const GArray *chosen)
{
  guint from = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      guint to = g_array_index (chosen, guint, i);
      const RisalahBreak *start = &g_array_index (breaks, RisalahBreak, from);
      const RisalahBreak *end = &g_array_index (breaks, RisalahBreak, to);
      gint32 width = i == 0 ? self->measure->first_width : self->measure->width;
      RisalahLine line = { 0 };

      line.start = start->next;
      line.end = MAX (end->end, start->next);
      line.n_spaces =
          end->spaces_end > start->spaces_next ? end->spaces_end - start->spaces_next : 0;
      add_pieces (self, &line);
      if (end->kind == RISALAH_BREAK_HYPHEN)
        add_hyphen (self, &line);
      align (&line, self->measure,
             MAX (0, end->x_end - start->x_next)
                 + (end->kind == RISALAH_BREAK_HYPHEN ? self->hyphen.width : 0),
             self->measure->width - width, width, end->kind == RISALAH_BREAK_FORCED);
      g_array_append_val (self->lines, line);
      from = to;
    }
}

static GArray *
find_and_choose (const RisalahShaped *shaped,
                 const RisalahMeasure *measure,
                 RisalahHyphenation *hyphenation,
                 const RisalahParagraphStyle *style,
                 GArray **breaks)
{
  gint32 narrowest = MIN (measure->width, measure->first_width);
  GArray *chosen;

  *breaks = risalah_breaks_find (shaped, NULL, NULL, narrowest);
  chosen = risalah_breaks_choose (*breaks, measure, FALSE);
  if (chosen != NULL)
    return chosen;
  if (style->hyphenate && risalah_hyphenation_knows (hyphenation, style->language))
    {
      g_array_unref (*breaks);
      *breaks = risalah_breaks_find (shaped, hyphenation, style->language, narrowest);
    }
  return risalah_breaks_choose (*breaks, measure, TRUE);
}

static RisalahParagraph *
finish (Assembly *assembly,
        const RisalahParagraphStyle *style,
        const RisalahFaceMeasure *face,
        const char *text)
{
  RisalahParagraph *self = g_new0 (RisalahParagraph, 1);

  self->text = g_strdup (text);
  self->size = style->size;
  self->leading = style->leading;
  self->ascent = (style->leading - face->ascent - face->descent) / 2 + face->ascent;
  self->n_lines = assembly->lines->len;
  self->lines = g_memdup2 (assembly->lines->data, self->n_lines * sizeof (RisalahLine));
  self->pieces = g_memdup2 (assembly->pieces->data, assembly->pieces->len * sizeof (RisalahPiece));
  self->glyphs = g_memdup2 (assembly->glyphs->data, assembly->glyphs->len * sizeof (RisalahGlyph));
  return self;
}

/**
 * risalah_paragraph_new:
 * @fonts: the faces
 * @hyphenation: the dictionaries
 * @style: how it is set; where no dictionary knows its language nothing is divided
 * @text: UTF-8 without line feeds; LINE SEPARATOR breaks a line
 * @spans: (array length=n_spans): its faces and links, in order, covering it to its end
 * @n_spans: how many, at least one
 *
 * Returns: (transfer full): the paragraph in at least one line
 */
RisalahParagraph *
risalah_paragraph_new (RisalahFonts *fonts,
                       RisalahHyphenation *hyphenation,
                       const RisalahParagraphStyle *style,
                       const char *text,
                       const RisalahSpan *spans,
                       guint n_spans)
{
  g_autoptr (RisalahShaped) shaped = NULL;
  g_autoptr (GArray) breaks = NULL, chosen = NULL, lines = NULL, pieces = NULL;
  const RisalahFaceMeasure *face;
  RisalahMeasure measure = { 0 };
  Assembly assembly = { 0 };
  RisalahParagraph *self;

  g_return_val_if_fail (fonts != NULL && hyphenation != NULL && style != NULL, NULL);
  g_return_val_if_fail (text != NULL && n_spans > 0, NULL);

  face = risalah_face_measure (fonts, style);
  shaped = risalah_shaped_new (fonts, style, text, spans, n_spans);
  lines = g_array_new (FALSE, FALSE, sizeof (RisalahLine));
  pieces = g_array_new (FALSE, FALSE, sizeof (RisalahPiece));
  assembly = (Assembly){ shaped, &measure, lines, pieces, shaped->glyphs, { 0 }, 0 };
  if (shaped->length == 0)
    {
      const RisalahLine empty = { 0 };

      g_array_append_val (lines, empty);
      return finish (&assembly, style, face, text);
    }
  assembly.hyphen = face->hyphen;
  measure.width = style->width * PANGO_SCALE;
  measure.first_width = (style->width - style->first_indent) * PANGO_SCALE;
  measure.stretch = style->size * SPACE_STRETCH * PANGO_SCALE;
  measure.shrink = style->size * SPACE_SHRINK * PANGO_SCALE;
  measure.hyphen = assembly.hyphen.width;
  measure.alignment = style->alignment;
  chosen = find_and_choose (shaped, &measure, hyphenation, style, &breaks);
  assemble (&assembly, breaks, chosen);
  self = finish (&assembly, style, face, text);
  return self;
}

/**
 * risalah_paragraph_free:
 * @self: (transfer full): a paragraph
 */
void
risalah_paragraph_free (RisalahParagraph *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self->lines);
  g_free (self->pieces);
  g_free (self->glyphs);
  g_free (self);
}

/**
 * risalah_paragraph_get_height:
 * @self: a paragraph
 *
 * Returns: the height of its lines, in points
 */
double
risalah_paragraph_get_height (const RisalahParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lines * self->leading;
}
