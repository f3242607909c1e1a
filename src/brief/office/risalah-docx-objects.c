/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and pictures of WordprocessingML. */

#include "risalah-docx-private.h"
#include "risalah-xhtml-private.h"

#define EMU 12700 /* English metric units in a point */

/* By RisalahOfficeTableKind; word/styles.xml says how they look. */
static const char *const styles[] = { "BriefTable", "LetterTable", "KeyMessages",
                                      "LetterheadTable" };

static RisalahOfficeTable *
get_table (RisalahDocx *self)
{
  return &self->tables[self->n_open_tables - 1];
}

/*
 * Puts the paragraph after a table without which the next table would be part of it, and a cell
 * or the text would not be complete.
 */
void
risalah_docx_close_table (RisalahDocx *self)
{
  const RisalahOfficeParagraph empty = { .style = RISALAH_OFFICE_CELL };

  if (!self->after_table)
    return;
  risalah_docx_format.begin_paragraph (self, &empty);
  risalah_docx_format.end_paragraph (self, &empty);
}

void
risalah_docx_begin_table (gpointer writer, const RisalahOfficeTable *table)
{
  RisalahDocx *self = writer;
  GString *xml = self->part->xml;

  risalah_docx_close_table (self);
  g_assert (self->n_open_tables < RISALAH_DOCX_DEPTH);
  self->tables[self->n_open_tables++] = *table;
  g_string_append_printf (
      xml,
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
      "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"%s\" w:firstRow=\"%d\" w:lastRow=\"0\""
      " w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>"
      "<w:tblGrid>",
      styles[table->kind], RISALAH_DOCX_TWIPS (table->edges[table->n_columns]),
      table->has_header ? "0620" : "0600", table->has_header);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (xml, "<w:gridCol w:w=\"%d\"/>",
                            RISALAH_DOCX_TWIPS (table->edges[i + 1] - table->edges[i]));
  g_string_append (xml, "</w:tblGrid>");
}

void
risalah_docx_begin_row (gpointer writer, gboolean is_header)
{
  RisalahDocx *self = writer;
  gboolean is_whole = get_table (self)->kind != RISALAH_OFFICE_BOX;

  g_string_append (self->part->xml, "<w:tr>");
  if (is_whole)
    g_string_append_printf (self->part->xml, "<w:trPr><w:cantSplit/>%s</w:trPr>",
                            is_header ? "<w:tblHeader/>" : "");
}

void
risalah_docx_begin_cell (gpointer writer, guint column)
{
  RisalahDocx *self = writer;
  const RisalahOfficeTable *table = get_table (self);

  g_string_append_printf (self->part->xml,
                          "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>",
                          RISALAH_DOCX_TWIPS (table->edges[column + 1] - table->edges[column]));
}

void
risalah_docx_end_cell (gpointer writer)
{
  RisalahDocx *self = writer;

  risalah_docx_close_table (self);
  g_string_append (self->part->xml, "</w:tc>");
}

void
risalah_docx_end_row (gpointer writer)
{
  g_string_append (((RisalahDocx *)writer)->part->xml, "</w:tr>");
}

void
risalah_docx_end_table (gpointer writer)
{
  RisalahDocx *self = writer;

  self->n_open_tables--;
  self->after_table = TRUE;
  g_string_append (self->part->xml, "</w:tbl>");
}

/* The file of a picture beside the text. */
static guint
add_file (RisalahDocx *self, const RisalahOfficePicture *picture)
{
  g_autofree char *target = g_strdup_printf ("media/image%u.%s", self->n_pictures, picture->type);
  g_autofree char *name = g_strconcat ("word/", target, NULL);
  gsize length;
  const void *data = g_bytes_get_data (picture->bytes, &length);

  risalah_zip_add (self->zip, name, data, length, FALSE);
  return risalah_docx_add_relationship (self->part, "image", target, FALSE);
}

static void
append_names (GString *xml, const char *element, guint number, const RisalahOfficePicture *picture)
{
  g_string_append_printf (xml, "<%s id=\"%u\" name=\"Picture %u\"", element, number, number);
  risalah_xhtml_append_attribute (xml, "descr", picture->alternative);
  risalah_xhtml_append_attribute (xml, "title", picture->title);
  g_string_append (xml, "/>");
}

/*
 * Adds a picture that stands in the line as a letter does.
 */
void
risalah_docx_add_picture (gpointer writer, const RisalahOfficePicture *picture)
{
  RisalahDocx *self = writer;
  GString *xml = self->part->xml;
  guint number = ++self->n_pictures;
  gint64 width = picture->width * EMU, height = picture->height * EMU;

  g_string_append_printf (xml,
                          "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\""
                          " distR=\"0\"><wp:extent cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT "\"/>",
                          width, height);
  append_names (xml, "wp:docPr", number, picture);
  g_string_append (
      xml, "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>"
           "</wp:cNvGraphicFramePr><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
           "<pic:nvPicPr>");
  append_names (xml, "pic:cNvPr", number, picture);
  g_string_append_printf (xml,
                          "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId%u\"/>"
                          "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
                          "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT "\"/></a:xfrm><a:prstGeom prst=\"rect\">"
                          "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
                          "</a:graphic></wp:inline></w:drawing></w:r>",
                          add_file (self, picture), width, height);
}
