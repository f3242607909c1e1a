/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of lines on a cairo context, with the text that each glyph stands for. */

#include "risalah-paragraph.h"

#include <pango/pangocairo.h>
#include <string.h>

#define NO_GLYPH G_MAXUINT16
#define RAISE    0.34
#define QUIET    0.38
#define MISSING  0 /* .notdef, which not every viewer draws */

static gboolean
is_space (const char *text, guint16 length)
{
  return (length == 1 && *text == ' ') || (length == 2 && memcmp (text, "\xC2\xA0", 2) == 0);
}

/* Where the text of a cluster begins, walking the piece in visual order. */
static const char *
step (const RisalahPiece *piece, const char *text, const RisalahGlyph *glyph, gsize *done)
{
  *done += glyph->text_length;
  return piece->backward ? text + piece->text_length - *done : text + *done - glyph->text_length;
}

static const char *
text_of (const RisalahParagraph *self, const RisalahPiece *piece)
{
  return piece->text == G_MAXUINT32 ? "-" : self->text + piece->text;
}

/**
 * risalah_piece_get_width:
 * @self: the paragraph
 * @line: one of its lines
 * @piece: one of the line's pieces
 *
 * Returns: the width as printed, in Pango units
 */
gint32
risalah_piece_get_width (const RisalahParagraph *self,
                         const RisalahLine *line,
                         const RisalahPiece *piece)
{
  const char *text = text_of (self, piece);
  gint32 width = 0;
  gsize done = 0;

  for (guint32 i = 0; i < piece->n_glyphs; i++)
    {
      const RisalahGlyph *glyph = &self->glyphs[piece->glyph + i];
      const char *at = step (piece, text, glyph, &done);

      width += glyph->width;
      if (is_space (at, glyph->text_length))
        width += line->space;
    }
  return width;
}

/* Cairo wants the clusters in the order of the text. */
static void
reverse (cairo_text_cluster_t *clusters, int n)
{
  for (int a = 0, b = n - 1; a < b; a++, b--)
    {
      cairo_text_cluster_t swapped = clusters[a];

      clusters[a] = clusters[b];
      clusters[b] = swapped;
    }
}

/* Fills @glyphs and @clusters and returns how many clusters there are. */
static int
place (const RisalahParagraph *self,
       const RisalahLine *line,
       const RisalahPiece *piece,
       double x,
       double baseline,
       cairo_glyph_t *glyphs,
       int *n_glyphs,
       cairo_text_cluster_t *clusters)
{
  const char *text = text_of (self, piece);
  gint64 advance = 0;
  gsize done = 0;
  int n_clusters = 0;

  *n_glyphs = 0;
  for (guint32 i = 0; i < piece->n_glyphs; i++)
    {
      const RisalahGlyph *glyph = &self->glyphs[piece->glyph + i];
      const char *at = step (piece, text, glyph, &done);

      if (glyph->text_length > 0)
        clusters[n_clusters++] = (cairo_text_cluster_t){ glyph->text_length, 0 };
      if (glyph->glyph != NO_GLYPH)
        {
          glyphs[*n_glyphs].index = glyph->glyph;
          glyphs[*n_glyphs].x = x + (advance + glyph->x) / (double)PANGO_SCALE;
          glyphs[*n_glyphs].y = baseline + glyph->y / (double)PANGO_SCALE;
          (*n_glyphs)++;
          if (n_clusters > 0)
            clusters[n_clusters - 1].num_glyphs++;
        }
      advance += glyph->width;
      if (is_space (at, glyph->text_length))
        advance += line->space;
    }
  return n_clusters;
}

/* A character without a glyph is a box as wide as it would be. */
static void
draw_missing (const RisalahParagraph *self,
              const RisalahPiece *piece,
              cairo_t *cr,
              double x,
              double baseline)
{
  double height = self->size * 0.66;

  cairo_set_line_width (cr, self->size * 0.05);
  for (guint32 i = 0; i < piece->n_glyphs; i++)
    {
      const RisalahGlyph *glyph = &self->glyphs[piece->glyph + i];
      double width = glyph->width / (double)PANGO_SCALE;

      if (glyph->glyph == MISSING)
        cairo_rectangle (cr, x + width * 0.1, baseline - height, width * 0.8, height);
      x += width;
    }
  cairo_stroke (cr);
}

/**
 * risalah_piece_draw:
 * @self: the paragraph
 * @line: one of its lines
 * @piece: one of the line's pieces
 * @fonts: the faces that the paragraph was made with
 * @cr: where to draw, in points; its source is set
 * @x: the piece's left edge
 * @baseline: of the line
 */
void
risalah_piece_draw (const RisalahParagraph *self,
                    const RisalahLine *line,
                    const RisalahPiece *piece,
                    RisalahFonts *fonts,
                    cairo_t *cr,
                    double x,
                    double baseline)
{
  PangoFont *font = risalah_fonts_get (fonts, piece->font);
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, MAX (piece->n_glyphs, 1));
  g_autofree cairo_text_cluster_t *clusters =
      g_new0 (cairo_text_cluster_t, MAX (piece->n_glyphs, 1));
  double grey = (piece->face & RISALAH_FACE_QUIET) != 0    ? QUIET
                : (piece->face & RISALAH_FACE_UNSEEN) != 0 ? 1
                                                           : 0;
  int n_glyphs, n_clusters;

  if ((piece->face & RISALAH_FACE_RAISED) != 0)
    baseline -= self->size * RAISE;
  n_clusters = place (self, line, piece, x, baseline, glyphs, &n_glyphs, clusters);
  if (n_glyphs == 0)
    return;
  if (piece->backward)
    reverse (clusters, n_clusters);
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  if ((piece->face & RISALAH_FACE_ALERT) != 0)
    cairo_set_source_rgb (cr, 0.75, 0, 0);
  else
    cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_show_text_glyphs (cr, text_of (self, piece), piece->text_length, glyphs, n_glyphs, clusters,
                          n_clusters, piece->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  if (n_glyphs > 0 && glyphs[0].index == MISSING)
    draw_missing (self, piece, cr, x, baseline);
}
