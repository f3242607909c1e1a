/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkTextView wraps lines, not cells: columns are readable only where a row fits into one line of the
 * narrowest window. A row that does not is broken after each of its tabs, by the offset map. */

#include "risalah-reader-tables.h"

#include <string.h>

/* What a line of 300 pixels holds, in characters. */
#define LONGEST_ROW 40
#define GAP 2
#define CHARACTER_WIDTH 7

/* How wide each column is, in characters. */
static GArray *
measure_columns (const char *table, const char *end)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));
  guint column = 0, width = 0;

  for (const char *at = table;; at = g_utf8_next_char (at))
    {
      if (at < end && *at != '\t' && *at != '\n')
        {
          width++;
          continue;
        }
      if (column >= widths->len)
        g_array_set_size (widths, column + 1);
      g_array_index (widths, guint, column) = MAX (g_array_index (widths, guint, column), width);
      if (at >= end)
        return widths;
      column = *at == '\t' ? column + 1 : 0;
      width = 0;
    }
}

static gboolean
fits (const GArray *widths)
{
  guint sum = 0;

  for (guint i = 0; i < widths->len; i++)
    sum += g_array_index (widths, guint, i) + (i > 0 ? GAP : 0);
  return sum <= LONGEST_ROW;
}

/**
 * risalah_reader_tables_find_breaks:
 * @text: a stored text
 *
 * Returns: (transfer full) (element-type gint64): the characters before which a line is to be broken,
 *   in order
 */
GArray *
risalah_reader_tables_find_breaks (const RisalahSourceText *text)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *at = text->text;
  gint64 offset = 0;

  for (guint i = 0; i < text->n_blocks; i++)
    {
      const RisalahTextBlock *block = &text->blocks[i];
      g_autoptr (GArray) widths = NULL;
      const char *end;

      if (block->type != RISALAH_BLOCK_TABLE)
        continue;
      at = g_utf8_offset_to_pointer (at, (gint64)block->start - offset);
      end = g_utf8_offset_to_pointer (at, block->end - block->start);
      widths = measure_columns (at, end);
      for (offset = block->start; at < end; at = g_utf8_next_char (at), offset++)
        if (*at == '\t' && !fits (widths))
          {
            gint64 next = offset + 1;

            g_array_append_val (breaks, next);
          }
    }
  return breaks;
}

/**
 * risalah_reader_tables_make_tags:
 * @buffer: a text buffer
 * @margin: of the text, in pixels
 */
void
risalah_reader_tables_make_tags (GtkTextBuffer *buffer, int margin)
{
  gtk_text_buffer_create_tag (buffer, "table", "scale", 0.9, "left-margin", margin,
                              "pixels-below-lines", 4, NULL);
  gtk_text_buffer_create_tag (buffer, "table-row", "scale", 0.95, "left-margin", margin, "weight",
                              600, "pixels-above-lines", 8, NULL);
  gtk_text_buffer_create_tag (buffer, "table-cell", "scale", 0.95, "left-margin", margin + 24,
                              "pixels-above-lines", 1, NULL);
}

static void
apply_columns (GtkTextBuffer *buffer, const GArray *widths, const GtkTextIter *from,
               const GtkTextIter *to)
{
  PangoTabArray *tabs = pango_tab_array_new (widths->len, TRUE);
  GtkTextTag *tag;
  int at = 0;

  for (guint i = 0; i < widths->len; i++)
    {
      at += CHARACTER_WIDTH * (g_array_index (widths, guint, i) + GAP);
      pango_tab_array_set_tab (tabs, i, PANGO_TAB_LEFT, at);
    }
  tag = gtk_text_buffer_create_tag (buffer, NULL, "tabs", tabs, NULL);
  gtk_text_buffer_apply_tag (buffer, tag, from, to);
  gtk_text_buffer_apply_tag_by_name (buffer, "table", from, to);
  pango_tab_array_free (tabs);
}

/* A line that comes after a tab is a cell, another begins a row. */
static void
apply_lines (GtkTextBuffer *buffer, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter start = *from, end;
  gboolean is_cell = FALSE;

  while (gtk_text_iter_compare (&start, to) < 0)
    {
      GtkTextIter last;

      end = start;
      gtk_text_iter_forward_line (&end);
      if (gtk_text_iter_compare (&end, to) > 0)
        end = *to;
      gtk_text_buffer_apply_tag_by_name (buffer, is_cell ? "table-cell" : "table-row", &start,
                                         &end);
      last = end;
      gtk_text_iter_backward_chars (&last, 2);
      is_cell = gtk_text_iter_get_char (&last) == '\t';
      start = end;
    }
}

/**
 * risalah_reader_tables_apply:
 * @buffer: a text buffer with the tags
 * @from: where a table begins
 * @to: where it ends
 *
 * Gives a table its look.
 */
void
risalah_reader_tables_apply (GtkTextBuffer *buffer, const GtkTextIter *from, const GtkTextIter *to)
{
  g_autofree char *table = gtk_text_buffer_get_text (buffer, from, to, TRUE);

  if (strstr (table, "\t\n") != NULL)
    apply_lines (buffer, from, to);
  else
    {
      g_autoptr (GArray) widths = measure_columns (table, table + strlen (table));

      apply_columns (buffer, widths, from, to);
    }
}
