/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph's text as glyphs: itemised and shaped by Pango, once. */

#include "risalah-shaping-private.h"

#include <string.h>

#define RAISED_SIZE    0.64
#define NO_GLYPH       G_MAXUINT16
#define LINE_SEPARATOR 0x2028

static PangoFontDescription *
describe (const RisalahParagraphStyle *style, RisalahFace face)
{
  PangoFontDescription *description = pango_font_description_new ();
  double size = (face & RISALAH_FACE_RAISED) != 0 ? style->size * RAISED_SIZE : style->size;
  gboolean italic = style->italic != ((face & RISALAH_FACE_ITALIC) != 0);

  pango_font_description_set_family (description, style->family);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, style->bold || (face & RISALAH_FACE_BOLD) != 0
                                                      ? PANGO_WEIGHT_BOLD
                                                      : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}

static PangoAttrList *
make_attributes (const RisalahParagraphStyle *style, const RisalahSpan *spans, guint n_spans)
{
  PangoAttrList *list = pango_attr_list_new ();
  guint start = 0;

  for (guint i = 0; i < n_spans; start = spans[i++].end)
    {
      g_autoptr (PangoFontDescription) description = NULL;
      PangoAttribute *attribute;
      guint first = i;

      while (i + 1 < n_spans && spans[i + 1].face == spans[first].face)
        i++;
      description = describe (style, spans[first].face);
      attribute = pango_attr_font_desc_new (description);
      attribute->start_index = start;
      attribute->end_index = spans[i].end;
      pango_attr_list_insert (list, attribute);
    }
  return list;
}

static RisalahGlyph
convert_glyph (RisalahFonts *fonts, const PangoGlyphInfo *info)
{
  RisalahGlyph glyph = { 0 };

  if (info->glyph == PANGO_GLYPH_EMPTY)
    glyph.glyph = NO_GLYPH;
  else if (info->glyph == (PANGO_GLYPH_UNKNOWN_FLAG | LINE_SEPARATOR))
    {
      glyph.glyph = NO_GLYPH;
      return glyph;
    }
  else if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
    risalah_fonts_note_missing (fonts, info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
  else
    glyph.glyph = info->glyph;
  glyph.x = CLAMP (info->geometry.x_offset, G_MININT16, G_MAXINT16);
  glyph.y = CLAMP (info->geometry.y_offset, G_MININT16, G_MAXINT16);
  glyph.width = info->geometry.width;
  return glyph;
}

/* Copies the glyphs of one item, and gives each cluster its bytes and each byte its place. */
static void
take_glyphs (RisalahShaped *self,
             RisalahFonts *fonts,
             RisalahShapedItem *item,
             const PangoGlyphString *glyphs)
{
  gboolean backward = item->level % 2 != 0;
  guint32 length = item->end - item->start;
  g_autofree gint32 *widths = g_new0 (gint32, length + 1);
  int first = 0;

  item->glyph = self->glyphs->len;
  item->n_glyphs = glyphs->num_glyphs;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      RisalahGlyph glyph = convert_glyph (fonts, &glyphs->glyphs[i]);

      widths[glyphs->log_clusters[i]] += glyph.width;
      self->cluster[item->start + glyphs->log_clusters[i]] = 1;
      g_array_append_val (self->glyphs, glyph);
    }
  for (int i = 1; i <= glyphs->num_glyphs; i++)
    if (i == glyphs->num_glyphs || glyphs->log_clusters[i] != glyphs->log_clusters[first])
      {
        int start = glyphs->log_clusters[first];
        int end;

        if (backward)
          end = first > 0 ? glyphs->log_clusters[first - 1] : (int)length;
        else
          end = i < glyphs->num_glyphs ? glyphs->log_clusters[i] : (int)length;
        g_array_index (self->glyphs, RisalahGlyph, item->glyph + first).text_length = end - start;
        first = i;
      }
  for (guint32 i = 0; i < length; i++)
    self->x[item->start + i + 1] = self->x[item->start + i] + widths[i];
}

static void
shape_item (RisalahShaped *self,
            RisalahFonts *fonts,
            PangoItem *item,
            const RisalahSpan *span,
            PangoGlyphString *glyphs)
{
  RisalahShapedItem shaped = { 0 };

  shaped.start = item->offset;
  shaped.end = item->offset + item->length;
  shaped.face = span->face;
  shaped.link = span->link;
  shaped.level = item->analysis.level;
  shaped.font = risalah_fonts_add (fonts, item->analysis.font);
  pango_shape_full (self->text + item->offset, item->length, self->text, self->length,
                    &item->analysis, glyphs);
  take_glyphs (self, fonts, &shaped, glyphs);
  g_array_append_val (self->items, shaped);
}

/* Items end where a span ends, even where the font goes on. */
static void
shape_all (RisalahShaped *self, RisalahFonts *fonts, GList *items, const RisalahSpan *spans)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  guint span = 0;

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;

      while ((guint32)item->offset >= spans[span].end)
        span++;
      while ((guint32)(item->offset + item->length) > spans[span].end)
        {
          guint32 bytes = spans[span].end - item->offset;
          PangoItem *before =
              pango_item_split (item, bytes, g_utf8_strlen (self->text + item->offset, bytes));

          shape_item (self, fonts, before, &spans[span], glyphs);
          pango_item_free (before);
          span++;
        }
      shape_item (self, fonts, item, &spans[span], glyphs);
    }
  pango_glyph_string_free (glyphs);
}

/* Shapes @text; the spans cover it from end to end. */
RisalahShaped *
risalah_shaped_new (RisalahFonts *fonts,
                    const RisalahParagraphStyle *style,
                    const char *text,
                    const RisalahSpan *spans,
                    guint n_spans)
{
  PangoContext *context = risalah_fonts_get_context (fonts);
  PangoLanguage *language = pango_language_from_string (style->language);
  RisalahShaped *self = g_new0 (RisalahShaped, 1);
  g_autoptr (PangoAttrList) attributes = make_attributes (style, spans, n_spans);
  GList *items;

  self->text = text;
  self->length = strlen (text);
  self->items = g_array_new (FALSE, FALSE, sizeof (RisalahShapedItem));
  self->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (RisalahGlyph), self->length);
  self->x = g_new0 (gint32, self->length + 1);
  self->cluster = g_new0 (guint8, self->length + 1);
  self->cluster[self->length] = 1;
  if (self->length == 0)
    return self;

  pango_context_set_language (context, language);
  items = pango_itemize (context, text, 0, self->length, attributes, NULL);
  shape_all (self, fonts, items, spans);
  g_list_free_full (items, (GDestroyNotify)pango_item_free);
  self->n_characters = g_utf8_strlen (text, self->length);
  self->attributes = g_new0 (PangoLogAttr, self->n_characters + 1);
  pango_get_log_attrs (text, self->length, -1, language, self->attributes, self->n_characters + 1);
  return self;
}

void
risalah_shaped_free (RisalahShaped *self)
{
  g_array_unref (self->items);
  g_array_unref (self->glyphs);
  g_free (self->x);
  g_free (self->cluster);
  g_free (self->attributes);
  g_free (self);
}

/* Height and hyphen of the plain face of @style. */
const RisalahFaceMeasure *
risalah_face_measure (RisalahFonts *fonts, const RisalahParagraphStyle *style)
{
  const RisalahSpan span = { 1, RISALAH_FACE_PLAIN, -1 };
  g_autofree char *key =
      g_strdup_printf ("%s %g %d %d", style->family, style->size, style->bold, style->italic);
  const RisalahFaceMeasure *known = risalah_fonts_recall (fonts, key);
  g_autoptr (PangoFontDescription) description = NULL;
  g_autoptr (RisalahShaped) hyphen = NULL;
  RisalahFaceMeasure *measure;
  PangoFontMetrics *metrics;

  if (known != NULL)
    return known;
  description = describe (style, RISALAH_FACE_PLAIN);
  metrics = pango_context_get_metrics (risalah_fonts_get_context (fonts), description, NULL);
  hyphen = risalah_shaped_new (fonts, style, "-", &span, 1);
  measure = g_new0 (RisalahFaceMeasure, 1);
  measure->ascent = pango_font_metrics_get_ascent (metrics) / (double)PANGO_SCALE;
  measure->descent = pango_font_metrics_get_descent (metrics) / (double)PANGO_SCALE;
  measure->hyphen = g_array_index (hyphen->glyphs, RisalahGlyph, 0);
  pango_font_metrics_unref (metrics);
  risalah_fonts_remember (fonts, key, measure);
  return measure;
}
