/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document in WordprocessingML: paper, margins, heads and feet, settings. */

#include "risalah-docx-private.h"

static void
add_header (RisalahDocx *self, gboolean first, const char *name)
{
  RisalahDocxPart part, *before = self->part;

  risalah_docx_begin_part (&part, "w:hdr");
  self->part = &part;
  risalah_office_walk_header (self->walk, first);
  risalah_docx_end_part (self, &part, "w:hdr", name);
  self->part = before;
}

static void
add_footer (RisalahDocx *self, const char *name)
{
  RisalahDocxPart part, *before = self->part;

  risalah_docx_begin_part (&part, "w:ftr");
  self->part = &part;
  risalah_office_walk_footer (self->walk);
  risalah_docx_end_part (self, &part, "w:ftr", name);
  self->part = before;
}

static void
append_reference (RisalahDocx *self, const char *kind, const char *page, const char *target)
{
  g_string_append_printf (self->part->xml, "<w:%sReference w:type=\"%s\" r:id=\"rId%u\"/>", kind,
                          page,
                          risalah_docx_add_relationship (self->part, kind, target, FALSE));
}

/*
 * Appends what says of the text's pages how they are, and adds their heads and feet.
 */
void
risalah_docx_append_section (RisalahDocx *self)
{
  const RisalahPageDesign *design = self->layout->edition->design;

  add_header (self, TRUE, "word/header1.xml");
  add_header (self, FALSE, "word/header2.xml");
  add_footer (self, "word/footer1.xml");
  add_footer (self, "word/footer2.xml");
  g_string_append (self->part->xml, "<w:sectPr>");
  append_reference (self, "header", "first", "header1.xml");
  append_reference (self, "header", "default", "header2.xml");
  append_reference (self, "footer", "first", "footer1.xml");
  append_reference (self, "footer", "default", "footer2.xml");
  g_string_append_printf (
      self->part->xml,
      "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\""
      " w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>",
      RISALAH_DOCX_TWIPS (design->width), RISALAH_DOCX_TWIPS (design->height),
      RISALAH_DOCX_TWIPS (design->margin_top), RISALAH_DOCX_TWIPS (design->margin_right),
      RISALAH_DOCX_TWIPS (design->margin_bottom), RISALAH_DOCX_TWIPS (design->margin_left),
      RISALAH_DOCX_TWIPS (risalah_page_design_get_head (design)),
      RISALAH_DOCX_TWIPS (risalah_page_design_get_foot (design)
                          - RISALAH_PAGE_NUMBER_SIZE * 1.2));
}

/*
 * Adds word/settings.xml: the manners of Word 2013 and later; words are divided in paragraphs
 * whose styles do not forbid it.
 */
void
risalah_docx_add_settings (RisalahDocx *self)
{
  RisalahDocxPart part;

  risalah_docx_begin_part (&part, "w:settings");
  g_string_append (
      part.xml,
      "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:autoHyphenation/>"
      "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:footnotePr><w:footnote w:id=\"-1\"/>"
      "<w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting "
      "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
      "w:val=\"15\"/></w:compat>");
  risalah_docx_end_part (self, &part, "w:settings", "word/settings.xml");
}
