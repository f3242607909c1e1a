/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings, lists, tables and quotations look like what they are through tags alone, so that an
 * offset in the buffer is an offset in the stored text (but for the breaks of the offset map). */

#include "risalah-reader-text.h"

#include "risalah-reader-tables.h"

#define N_HEADINGS 6
/* A tag's margin takes the place of the view's. */
#define MARGIN 24

/* How much larger than the text a heading is, by level. */
static const double heading_scales[N_HEADINGS] = { 1.55, 1.3, 1.15, 1.05, 1.0, 1.0 };

static const char *const mark_names[] = {
  [RISALAH_MENTION_COUNTRY] = "mark-country",
  [RISALAH_MENTION_ORGANISATION] = "mark-organisation",
  [RISALAH_MENTION_PERSON] = "mark-person",
  [RISALAH_MENTION_DATE] = "mark-date",
  [RISALAH_MENTION_QUOTATION] = "mark-quotation",
};

static void
make_heading_tags (GtkTextBuffer *buffer)
{
  for (guint i = 0; i < N_HEADINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

      gtk_text_buffer_create_tag (buffer, name, "weight", 700, "scale", heading_scales[i],
                                  "line-height", 1.25f, "pixels-above-lines", i == 0 ? 0 : 18,
                                  "pixels-below-lines", 10, NULL);
    }
}

static void
make_block_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "body", "line-height", 1.45f, NULL);
  make_heading_tags (buffer);
  gtk_text_buffer_create_tag (buffer, "paragraph", "pixels-below-lines", 12, NULL);
  for (guint depth = 1; depth <= 4; depth++)
    {
      g_autofree char *name = g_strdup_printf ("list-%u", depth);

      gtk_text_buffer_create_tag (buffer, name, "left-margin", MARGIN + 24 * depth, "indent",
                                  -16,
                                  "pixels-below-lines", 5, NULL);
    }
  risalah_reader_tables_make_tags (buffer, MARGIN + 24);
  gtk_text_buffer_create_tag (buffer, "quote", "left-margin", MARGIN + 24, "right-margin",
                              MARGIN + 12,
                              "pixels-below-lines", 12, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "caption", "scale", 0.88, "pixels-below-lines", 12, NULL);
  gtk_text_buffer_create_tag (buffer, "gap", "size-points", 1.0, "line-height", 1.0f, NULL);
}

/* The later a tag is made, the higher its priority. */
static void
make_tags (GtkTextBuffer *buffer)
{
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "body") != NULL)
    return;
  gtk_text_buffer_create_tag (buffer, "line-even", NULL);
  gtk_text_buffer_create_tag (buffer, "line-odd", NULL);
  make_block_tags (buffer);
  for (guint i = 0; i < G_N_ELEMENTS (mark_names); i++)
    gtk_text_buffer_create_tag (buffer, mark_names[i], NULL);
  gtk_text_buffer_create_tag (buffer, "quoted", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "match", "weight", 700, NULL);
  gtk_text_buffer_create_tag (buffer, "found", NULL);
  gtk_text_buffer_create_tag (buffer, "found-current", NULL);
  gtk_text_buffer_create_tag (buffer, "flash", NULL);
  gtk_text_buffer_create_tag (buffer, "dropped", "scale", 0.88, "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "hidden", "invisible", TRUE, NULL);
}

static GtkTextTag *
find_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

/* --- blocks ------------------------------------------------------------------------------ */

static void
apply_block (GtkTextBuffer *buffer,
             const RisalahTextBlock *block,
             const GtkTextIter *from,
             const GtkTextIter *to)
{
  g_autofree char *name = NULL;

  switch (block->type)
    {
    case RISALAH_BLOCK_HEADING:
      name = g_strdup_printf ("heading-%u", CLAMP (block->level, 1, N_HEADINGS));
      break;
    case RISALAH_BLOCK_PARAGRAPH:
      name = g_strdup ("paragraph");
      break;
    case RISALAH_BLOCK_LIST_ITEM:
      name = g_strdup_printf ("list-%u", CLAMP (block->level, 1, 4));
      break;
    case RISALAH_BLOCK_TABLE:
      risalah_reader_tables_apply (buffer, from, to);
      break;
    case RISALAH_BLOCK_QUOTE:
      name = g_strdup ("quote");
      break;
    case RISALAH_BLOCK_CAPTION:
      name = g_strdup ("caption");
      break;
    }
  if (name != NULL)
    gtk_text_buffer_apply_tag_by_name (buffer, name, from, to);
  if (block->dropped)
    {
      gtk_text_buffer_apply_tag_by_name (buffer, "dropped", from, to);
      gtk_text_buffer_apply_tag_by_name (buffer, "hidden", from, to);
    }
}

/* The block with its line break, which carries its paragraph's spacing and goes when it is hidden;
 * what is left up to the next block are empty lines, made small. */
static void
apply_blocks (GtkTextBuffer *buffer, const RisalahOffsetMap *map, const RisalahSourceText *text)
{
  for (guint i = 0; i < text->n_blocks; i++)
    {
      const RisalahTextBlock *block = &text->blocks[i];
      gint64 next = i + 1 < text->n_blocks ? (gint64)text->blocks[i + 1].start
                                           : text->n_characters;
      gint64 end = MIN ((gint64)block->end + 1, next);
      GtkTextIter from, to;

      if (block->dropped)
        end = next;
      risalah_reader_text_get_iters (buffer, map, block->start, end, &from, &to);
      apply_block (buffer, block, &from, &to);
      if (end < next)
        {
          risalah_reader_text_get_iters (buffer, map, end, next, &from, &to);
          gtk_text_buffer_apply_tag_by_name (buffer, "gap", &from, &to);
        }
    }
}

/* GtkTextLayout 4.8 keeps the last line's style for a line that begins without a change of tags,
 * also where the line before it is not the last one laid out, so that a paragraph may look like the
 * headline. Two tags that change from line to line, and do nothing else, prevent it. */
static void
alternate_lines (GtkTextBuffer *buffer)
{
  GtkTextIter from, to;
  gboolean odd = FALSE;

  gtk_text_buffer_get_start_iter (buffer, &from);
  do
    {
      to = from;
      gtk_text_iter_forward_line (&to);
      gtk_text_buffer_apply_tag_by_name (buffer, odd ? "line-odd" : "line-even", &from, &to);
      from = to;
      odd = !odd;
    }
  while (!gtk_text_iter_is_end (&from));
}

/* --- public ------------------------------------------------------------------------------ */

/**
 * risalah_reader_text_fill:
 * @buffer: a text buffer
 * @text: a stored text
 *
 * Shows @text in @buffer, laid out by its blocks; what was dropped is hidden.
 *
 * Returns: (transfer full): from offsets in the one to offsets in the other
 */
RisalahOffsetMap *
risalah_reader_text_fill (GtkTextBuffer *buffer, const RisalahSourceText *text)
{
  g_autofree char *display = NULL;
  g_autoptr (GArray) cells = NULL;
  RisalahOffsetMap *map;
  GtkTextIter from, to;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  make_tags (buffer);
  cells = risalah_reader_tables_find_breaks (text);
  map = risalah_offset_map_new (text->text, cells, &display);
  gtk_text_buffer_set_text (buffer, display, -1);
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_apply_tag_by_name (buffer, "body", &from, &to);
  alternate_lines (buffer);
  apply_blocks (buffer, map, text);
  gtk_text_buffer_get_start_iter (buffer, &from);
  gtk_text_buffer_place_cursor (buffer, &from);
  return map;
}

/**
 * risalah_reader_text_mark:
 * @buffer: a buffer that was filled
 * @map: its offsets
 * @open: whose mentions, quotations and matches to mark
 */
void
risalah_reader_text_mark (GtkTextBuffer *buffer,
                          const RisalahOffsetMap *map,
                          const RisalahOpenSource *open)
{
  GtkTextIter from, to;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (map != NULL && open != NULL);

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  for (guint i = 0; i < G_N_ELEMENTS (mark_names); i++)
    gtk_text_buffer_remove_tag_by_name (buffer, mark_names[i], &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "quoted", &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "match", &from, &to);

  for (guint i = 0; open->mentions != NULL && i < open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (open->mentions, RisalahMention, i);

      risalah_reader_text_get_iters (buffer, map, mention->start, mention->end, &from, &to);
      gtk_text_buffer_apply_tag_by_name (buffer, mark_names[mention->kind], &from, &to);
    }
  for (guint i = 0; open->quotations != NULL && i < open->quotations->len; i++)
    {
      const RisalahStoredQuotation *stored = g_ptr_array_index (open->quotations, i);

      if (stored->text != open->text->id)
        continue;
      risalah_reader_text_get_iters (buffer, map, stored->quotation->start,
                                     stored->quotation->end, &from, &to);
      gtk_text_buffer_apply_tag_by_name (buffer, "quoted", &from, &to);
    }
  for (guint i = 0; open->matches != NULL && i < open->matches->len; i++)
    {
      const RisalahMatch *match = &g_array_index (open->matches, RisalahMatch, i);

      risalah_reader_text_get_iters (buffer, map, match->start, match->end, &from, &to);
      gtk_text_buffer_apply_tag_by_name (buffer, "match", &from, &to);
    }
}

/**
 * risalah_reader_text_show_dropped:
 * @buffer: a buffer that was filled
 * @shown: whether what was dropped is shown, struck through, or hidden
 */
void
risalah_reader_text_show_dropped (GtkTextBuffer *buffer, gboolean shown)
{
  GtkTextTag *tag = find_tag (buffer, "hidden");

  if (tag != NULL)
    g_object_set (tag, "invisible", !shown, NULL);
}

/**
 * risalah_reader_text_show_marks:
 * @buffer: a buffer that was filled
 * @shown: whether dates, countries, organisations and speech are marked
 */
void
risalah_reader_text_show_marks (GtkTextBuffer *buffer, gboolean shown)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_names); i++)
    {
      GtkTextTag *tag = find_tag (buffer, mark_names[i]);

      if (tag != NULL)
        g_object_set (tag, "background-set", shown, "underline-set", shown, NULL);
    }
}

static void
set_background (GtkTextBuffer *buffer, const char *name, const char *colour)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, colour);
  g_object_set (find_tag (buffer, name), "background-rgba", &rgba, NULL);
}

/**
 * risalah_reader_text_set_dark:
 * @buffer: a text buffer
 * @dark: whether the window is dark
 * @high_contrast: whether marks must not lean on pale colours
 *
 * Tags know no CSS, so their colours are set here. Each kind of mark also has an underline of its
 * own in high contrast, so that none is told by colour alone.
 */
void
risalah_reader_text_set_dark (GtkTextBuffer *buffer, gboolean dark, gboolean high_contrast)
{
  static const PangoUnderline underlines[] = {
    [RISALAH_MENTION_COUNTRY] = PANGO_UNDERLINE_SINGLE,
    [RISALAH_MENTION_ORGANISATION] = PANGO_UNDERLINE_DOUBLE,
    [RISALAH_MENTION_PERSON] = PANGO_UNDERLINE_SINGLE,
    [RISALAH_MENTION_DATE] = PANGO_UNDERLINE_ERROR,
    [RISALAH_MENTION_QUOTATION] = PANGO_UNDERLINE_NONE,
  };

  make_tags (buffer);
  set_background (buffer, "mark-date", dark ? "rgba(229,165,10,0.38)" : "rgba(245,194,17,0.28)");
  set_background (buffer, "mark-country", dark ? "rgba(46,194,126,0.30)" : "rgba(46,194,126,0.20)");
  set_background (buffer, "mark-organisation",
                  dark ? "rgba(53,132,228,0.38)" : "rgba(53,132,228,0.15)");
  set_background (buffer, "mark-person", dark ? "rgba(192,191,188,0.2)" : "rgba(94,92,100,0.10)");
  set_background (buffer, "mark-quotation",
                  dark ? "rgba(192,97,203,0.25)" : "rgba(192,97,203,0.11)");
  set_background (buffer, "found", dark ? "rgba(245,194,17,0.35)" : "rgba(248,228,92,0.6)");
  set_background (buffer, "found-current", dark ? "rgba(255,120,0,0.75)" : "rgba(255,163,72,0.9)");
  set_background (buffer, "flash", dark ? "rgba(245,194,17,0.5)" : "rgba(249,240,107,0.9)");
  for (guint i = 0; i < G_N_ELEMENTS (mark_names); i++)
    g_object_set (find_tag (buffer, mark_names[i]), "underline",
                  high_contrast ? underlines[i] : PANGO_UNDERLINE_NONE, NULL);
}

/**
 * risalah_reader_text_get_iters:
 * @buffer: a buffer that was filled
 * @map: its offsets
 * @start: first character in the stored text
 * @end: character after the last
 * @from: (out): where it stands in @buffer
 * @to: (out): where it ends
 */
void
risalah_reader_text_get_iters (GtkTextBuffer *buffer,
                               const RisalahOffsetMap *map,
                               gint64 start,
                               gint64 end,
                               GtkTextIter *from,
                               GtkTextIter *to)
{
  gtk_text_buffer_get_iter_at_offset (buffer, from, risalah_offset_map_to_display (map, start));
  gtk_text_buffer_get_iter_at_offset (buffer, to, risalah_offset_map_to_display (map, end));
}

/**
 * risalah_reader_text_mention_at:
 * @open: what is open
 * @offset: a character of the stored text
 *
 * Returns: (transfer none) (nullable): the shortest mention there
 */
const RisalahMention *
risalah_reader_text_mention_at (const RisalahOpenSource *open, gint64 offset)
{
  const RisalahMention *found = NULL;

  for (guint i = 0; open->mentions != NULL && i < open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (open->mentions, RisalahMention, i);

      if (mention->start > offset)
        break;
      if (offset < mention->end
          && (found == NULL || mention->end - mention->start < found->end - found->start))
        found = mention;
    }
  return found;
}
