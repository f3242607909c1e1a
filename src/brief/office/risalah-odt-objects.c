/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and pictures of OpenDocument. */

#include "risalah-odt-private.h"

static const RisalahOfficeTable *
get_table (const RisalahOdt *self)
{
  return &g_array_index (self->tables, RisalahOfficeTable, self->tables->len - 1);
}

static void
append_columns (RisalahOdt *self, const RisalahOfficeTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (GString) content = g_string_new ("><style:table-column-properties");

      risalah_odt_append_points (content, "style:column-width",
                                 table->edges[i + 1] - table->edges[i]);
      g_string_append (content, "/>");
      g_string_append_printf (self->part->body, "<table:table-column table:style-name=\"%s\"/>",
                              risalah_odt_name_style (self, "table-column", content->str));
    }
}

void
risalah_odt_begin_table (gpointer writer, const RisalahOfficeTable *table)
{
  RisalahOdt *self = writer;
  g_autoptr (GString) content = g_string_new ("><style:table-properties table:align=\"left\""
                                              " table:border-model=\"collapsing\"");

  risalah_odt_close_lists (self, 0);
  g_array_append_val (self->tables, *table);
  self->n_tables++;
  self->row = 0;
  risalah_odt_append_points (content, "style:width", table->edges[table->n_columns]);
  g_string_append (content, "/>");
  g_string_append_printf (
      self->part->body, "<table:table table:name=\"Table %u\" table:style-name=\"%s\">",
      self->n_tables, risalah_odt_name_style (self, "table", content->str));
  append_columns (self, table);
}

void
risalah_odt_begin_row (gpointer writer, gboolean is_header)
{
  RisalahOdt *self = writer;
  gboolean is_whole = get_table (self)->kind != RISALAH_OFFICE_BOX;

  if (is_header)
    g_string_append (self->part->body, "<table:table-header-rows>");
  g_string_append_printf (
      self->part->body, "<table:table-row table:style-name=\"%s\">",
      risalah_odt_name_style (self, "table-row",
                              is_whole
                                  ? "><style:table-row-properties fo:keep-together=\"always\"/>"
                                  : "><style:table-row-properties fo:keep-together=\"auto\"/>"));
}

static void
append_padding (GString *content, double across, double down)
{
  risalah_odt_append_points (content, "fo:padding-left", across);
  risalah_odt_append_points (content, "fo:padding-right", across);
  risalah_odt_append_points (content, "fo:padding-top", down);
  risalah_odt_append_points (content, "fo:padding-bottom", down);
}

/* Rules above and below a header, below each row and, darker, below the last. */
static void
append_rules (GString *content, const RisalahOfficeTable *table, guint row)
{
  gboolean is_strong = row + 1 == table->n_rows || (row == 0 && table->has_header);

  if (row == 0)
    g_string_append (content, " fo:border-top=\"1pt solid #000000\"");
  g_string_append (content, is_strong ? " fo:border-bottom=\"0.7pt solid #000000\""
                                      : " fo:border-bottom=\"0.3pt solid #" RISALAH_OFFICE_RULE
                                        "\"");
  append_padding (content, RISALAH_CELL_PADDING, RISALAH_ROW_PADDING);
}

static const char *
name_cell (RisalahOdt *self)
{
  const RisalahOfficeTable *table = get_table (self);
  g_autoptr (GString) content = g_string_new ("><style:table-cell-properties");

  switch (table->kind)
    {
    case RISALAH_OFFICE_TABLE:
      append_rules (content, table, self->row);
      break;
    case RISALAH_OFFICE_LETTER:
      if (self->row + 1 == table->n_rows)
        g_string_append (content, " fo:border-bottom=\"0.7pt solid #000000\"");
      append_padding (content, 0, RISALAH_ROW_PADDING);
      break;
    case RISALAH_OFFICE_BOX:
      g_string_append (content, " fo:background-color=\"#" RISALAH_OFFICE_TINT
                                "\" fo:border-left=\"2.2pt solid #" RISALAH_OFFICE_BAR "\"");
      append_padding (content, RISALAH_BOX_PADDING, RISALAH_BOX_PADDING);
      break;
    case RISALAH_OFFICE_LETTERHEAD:
      g_string_append (content, " fo:border-bottom=\"4.1pt double #000000\""
                                " style:border-line-width-bottom=\"1.6pt 2pt 0.5pt\"");
      append_padding (content, 0, 0);
      break;
    }
  g_string_append (content, "/>");
  return risalah_odt_name_style (self, "table-cell", content->str);
}

void
risalah_odt_begin_cell (gpointer writer, guint column)
{
  RisalahOdt *self = writer;

  g_string_append_printf (
      self->part->body, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">",
      name_cell (self));
}

void
risalah_odt_end_cell (gpointer writer)
{
  RisalahOdt *self = writer;

  risalah_odt_close_lists (self, 0);
  g_string_append (self->part->body, "</table:table-cell>");
}

void
risalah_odt_end_row (gpointer writer)
{
  RisalahOdt *self = writer;
  gboolean is_header = self->row == 0 && get_table (self)->has_header;

  self->row++;
  g_string_append (self->part->body, "</table:table-row>\n");
  if (is_header)
    g_string_append (self->part->body, "</table:table-header-rows>\n");
}

/* A table may stand in the one cell of the box, which is never in a second row. */
void
risalah_odt_end_table (gpointer writer)
{
  RisalahOdt *self = writer;

  self->row = 0;
  g_array_set_size (self->tables, self->tables->len - 1);
  g_string_append (self->part->body, "</table:table>\n");
}

/*
 * Adds a picture that stands in the line as a letter does.
 */
void
risalah_odt_add_picture (gpointer writer, const RisalahOfficePicture *picture)
{
  RisalahOdt *self = writer;
  GString *xml = self->part->body;
  guint number = ++self->n_pictures;
  g_autofree char *name = g_strdup_printf ("Pictures/image%u.%s", number, picture->type);
  g_autofree char *type = g_strconcat ("image/", picture->type, NULL);
  const char *style = risalah_odt_name_style (
      self, "graphic", " style:parent-style-name=\"Graphics\"><style:graphic-properties"
                       " style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"/>");
  gsize length;
  const void *data = g_bytes_get_data (picture->bytes, &length);

  risalah_odt_add_file (self, name, type, data, length);
  g_string_append_printf (xml,
                          "<draw:frame draw:style-name=\"%s\" draw:name=\"Picture %u\""
                          " text:anchor-type=\"as-char\"",
                          style, number);
  risalah_odt_append_points (xml, "svg:width", picture->width);
  risalah_odt_append_points (xml, "svg:height", picture->height);
  g_string_append_printf (xml,
                          "><draw:image xlink:href=\"%s\" xlink:type=\"simple\""
                          " xlink:show=\"embed\" xlink:actuate=\"onLoad\""
                          " draw:mime-type=\"%s\"/>",
                          name, type);
  risalah_office_append_element (xml, "svg:title", picture->title);
  risalah_office_append_element (xml, "svg:desc", picture->alternative);
  g_string_append (xml, "</draw:frame>");
}
