/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, runs, links, notes and fields of WordprocessingML. */

#include <string.h>

#include "risalah-docx-private.h"
#include "risalah-xhtml-private.h"

/* Blanks at the edges are part of the text. */
static void
append_text (GString *xml, const char *text, gsize length)
{
  g_string_append (xml, "<w:t xml:space=\"preserve\">");
  risalah_xhtml_append_text (xml, text, length);
  g_string_append (xml, "</w:t>");
}

/* The list that the item belongs to; numbers that begin anew are a list of their own. */
static guint
get_list (RisalahDocx *self, const RisalahOfficeParagraph *paragraph)
{
  guint *open = &self->open_lists[paragraph->level];

  if (!paragraph->numbered)
    return RISALAH_DOCX_BULLETS;
  if (paragraph->starts || *open == 0)
    {
      g_array_append_val (self->lists, paragraph->level);
      *open = RISALAH_DOCX_NUMBERS + self->lists->len - 1;
    }
  return *open;
}

static void
append_bookmark (RisalahDocx *self, const char *anchor)
{
  guint number = risalah_office_walk_get_bookmark (self->walk, anchor);

  if (number == 0)
    return;
  self->n_bookmarks++;
  g_string_append_printf (self->part->xml,
                          "<w:bookmarkStart w:id=\"%u\" w:name=\"_Ref%u\"/>"
                          "<w:bookmarkEnd w:id=\"%u\"/>",
                          self->n_bookmarks, number, self->n_bookmarks);
}

static void
append_paragraph_properties (RisalahDocx *self, const RisalahOfficeParagraph *paragraph)
{
  GString *xml = self->part->xml;
  g_autofree char *style = risalah_office_style_dup_word_id (paragraph->style);

  g_string_append_printf (xml, "<w:pPr><w:pStyle w:val=\"%s\"/>", style);
  if (paragraph->keep)
    g_string_append (xml, "<w:keepNext/>");
  if (paragraph->page_break)
    g_string_append (xml, "<w:pageBreakBefore/>");
  if (paragraph->level > 0)
    g_string_append_printf (xml,
                            "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                            paragraph->level - 1, get_list (self, paragraph));
  if (paragraph->above > 0 || paragraph->below > 0)
    g_string_append (xml, "<w:spacing");
  if (paragraph->above > 0)
    g_string_append_printf (xml, " w:before=\"%d\"", RISALAH_DOCX_TWIPS (paragraph->above));
  if (paragraph->below > 0)
    g_string_append_printf (xml, " w:after=\"%d\"", RISALAH_DOCX_TWIPS (paragraph->below));
  if (paragraph->above > 0 || paragraph->below > 0)
    g_string_append (xml, "/>");
  g_string_append (xml, "</w:pPr>");
}

/* A mark of a field; its kinds are "begin", "separate" and "end". */
static void
append_field_mark (GString *xml, const char *kind)
{
  g_string_append_printf (xml, "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>", kind);
}

/* Begins a field with what computes it; its value, as it is now, comes next. */
static void
begin_field (GString *xml, const char *instruction)
{
  append_field_mark (xml, "begin");
  g_string_append_printf (
      xml, "<w:r><w:instrText xml:space=\"preserve\"> %s </w:instrText></w:r>", instruction);
  append_field_mark (xml, "separate");
}

static void
begin_paragraph (gpointer writer, const RisalahOfficeParagraph *paragraph)
{
  RisalahDocx *self = writer;

  self->after_table = FALSE;
  g_string_append (self->part->xml, "<w:p>");
  append_paragraph_properties (self, paragraph);
  if (paragraph->anchor != NULL)
    append_bookmark (self, paragraph->anchor);
  if (paragraph->begins_contents)
    begin_field (self->part->xml, "TOC \\o &quot;1-2&quot; \\h \\z \\u");
}

static void
end_paragraph (gpointer writer, const RisalahOfficeParagraph *paragraph)
{
  RisalahDocx *self = writer;

  if (paragraph->ends_contents)
    append_field_mark (self->part->xml, "end");
  g_string_append (self->part->xml, "</w:p>");
}

static void
begin_run (gpointer writer, RisalahFace face, const char *language)
{
  RisalahDocx *self = writer;
  GString *xml = self->part->xml;
  gsize before;

  g_string_append (xml, "<w:r><w:rPr>");
  before = xml->len;
  if (self->in_link)
    g_string_append (xml, "<w:rStyle w:val=\"Hyperlink\"/>");
  if ((face & RISALAH_FACE_BOLD) != 0)
    g_string_append (xml, "<w:b/>");
  if ((face & RISALAH_FACE_ITALIC) != 0)
    g_string_append (xml, "<w:i/>");
  if ((face & RISALAH_FACE_ALERT) != 0)
    g_string_append (xml, "<w:color w:val=\"" RISALAH_OFFICE_ALERT "\"/>");
  if ((face & RISALAH_FACE_RAISED) != 0)
    g_string_append (xml, "<w:vertAlign w:val=\"superscript\"/>");
  if (language != NULL)
    {
      g_autofree char *locale = risalah_office_dup_locale (language);

      g_string_append (xml, "<w:lang");
      risalah_xhtml_append_attribute (xml, "w:val", locale);
      g_string_append (xml, "/>");
    }
  if (xml->len == before)
    g_string_truncate (xml, before - strlen ("<w:rPr>"));
  else
    g_string_append (xml, "</w:rPr>");
}

static void
add_text (gpointer writer, const char *text, gsize length)
{
  append_text (((RisalahDocx *)writer)->part->xml, text, length);
}

static void
add_sign (gpointer writer, RisalahOfficeSign sign)
{
  RisalahDocx *self = writer;

  switch (sign)
    {
    case RISALAH_OFFICE_TAB:
      g_string_append (self->part->xml, "<w:tab/>");
      break;
    case RISALAH_OFFICE_LINE_BREAK:
      g_string_append (self->part->xml, "<w:br/>");
      break;
    case RISALAH_OFFICE_SOFT_HYPHEN:
      g_string_append (self->part->xml, "<w:softHyphen/>");
      break;
    case RISALAH_OFFICE_SPACE:
      append_text (self->part->xml, " ", 1);
      break;
    }
}

static void
end_run (gpointer writer)
{
  g_string_append (((RisalahDocx *)writer)->part->xml, "</w:r>");
}

static void
begin_link (gpointer writer, const char *target)
{
  RisalahDocx *self = writer;

  self->in_link = TRUE;
  if (*target == '#')
    g_string_append_printf (self->part->xml,
                            "<w:hyperlink w:anchor=\"_Ref%u\" w:history=\"1\">",
                            risalah_office_walk_get_bookmark (self->walk, target + 1));
  else
    g_string_append_printf (
        self->part->xml, "<w:hyperlink r:id=\"rId%u\" w:history=\"1\">",
        risalah_docx_add_relationship (self->part, "hyperlink", target, TRUE));
}

static void
end_link (gpointer writer)
{
  RisalahDocx *self = writer;

  self->in_link = FALSE;
  g_string_append (self->part->xml, "</w:hyperlink>");
}

/* The mark in the text, and the note in a part of its own. */
static void
add_note (gpointer writer, guint note)
{
  RisalahDocx *self = writer;
  RisalahDocxPart *part = self->part;

  g_string_append_printf (part->xml,
                          "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
                          "<w:footnoteReference w:id=\"%u\"/></w:r>",
                          note + 1);
  self->part = &self->notes;
  g_string_append_printf (self->part->xml,
                          "<w:footnote w:id=\"%u\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/>"
                          "</w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
                          "<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
                          note + 1);
  risalah_office_walk_note (self->walk, note);
  g_string_append (self->part->xml, "</w:p></w:footnote>");
  self->part = part;
}

static void
add_field (gpointer writer, RisalahOfficeField field, const char *target, guint value)
{
  RisalahDocx *self = writer;
  GString *xml = self->part->xml;
  g_autofree char *page_of = NULL;

  switch (field)
    {
    case RISALAH_OFFICE_PAGE:
      begin_field (xml, "PAGE");
      break;
    case RISALAH_OFFICE_N_PAGES:
      begin_field (xml, "NUMPAGES");
      break;
    case RISALAH_OFFICE_PAGE_OF:
      page_of = g_strdup_printf ("PAGEREF _Ref%u \\h",
                                 risalah_office_walk_get_bookmark (self->walk, target + 1));
      begin_field (xml, page_of);
      break;
    }
  g_string_append_printf (xml, "<w:r><w:t>%u</w:t></w:r>", value);
  append_field_mark (xml, "end");
}

/* A part of the document that Word offers to update. */
static void
begin_contents (gpointer writer)
{
  g_string_append (((RisalahDocx *)writer)->part->xml,
                   "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                   "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
}

static void
end_contents (gpointer writer)
{
  g_string_append (((RisalahDocx *)writer)->part->xml, "</w:sdtContent></w:sdt>");
}

const RisalahOfficeFormat risalah_docx_format = {
  .begin_paragraph = begin_paragraph,
  .end_paragraph = end_paragraph,
  .begin_run = begin_run,
  .add_text = add_text,
  .add_sign = add_sign,
  .end_run = end_run,
  .begin_link = begin_link,
  .end_link = end_link,
  .add_note = add_note,
  .add_field = add_field,
  .add_picture = risalah_docx_add_picture,
  .begin_contents = begin_contents,
  .end_contents = end_contents,
  .begin_table = risalah_docx_begin_table,
  .begin_row = risalah_docx_begin_row,
  .begin_cell = risalah_docx_begin_cell,
  .end_cell = risalah_docx_end_cell,
  .end_row = risalah_docx_end_row,
  .end_table = risalah_docx_end_table,
};
