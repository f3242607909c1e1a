/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, lists, runs, links, notes and fields of OpenDocument. */

#include <string.h>

#include "risalah-odt-private.h"
#include "risalah-xhtml-private.h"

/*
 * Closes the lists deeper than @level.
 */
void
risalah_odt_close_lists (RisalahOdt *self, guint level)
{
  while (self->lists->len > level)
    {
      g_string_append (self->part->body, "</text:list-item></text:list>\n");
      g_array_set_size (self->lists, self->lists->len - 1);
    }
}

/* Lists stand within the items of others; numbers that begin anew are a list of their own. */
static void
begin_item (RisalahOdt *self, const RisalahOfficeParagraph *paragraph)
{
  guint level = paragraph->level;

  risalah_odt_close_lists (self, level);
  if (self->lists->len == level
      && (paragraph->starts
          || g_array_index (self->lists, gboolean, level - 1) != paragraph->numbered))
    risalah_odt_close_lists (self, level - 1);
  if (self->lists->len == level)
    g_string_append (self->part->body, "</text:list-item><text:list-item>");
  while (self->lists->len < level)
    {
      g_string_append_printf (self->part->body,
                              "<text:list text:style-name=\"%s\"><text:list-item>",
                              paragraph->numbered ? RISALAH_ODT_NUMBERS : RISALAH_ODT_BULLETS);
      g_array_append_val (self->lists, paragraph->numbered);
    }
}

/* What the paragraph asks for below it, in points: LibreOffice takes away the space above what
 * comes after a table of contents. */
static double
get_space_below (const RisalahOdt *self, const RisalahOfficeParagraph *paragraph)
{
  RisalahBlockSetting heading;

  if (!paragraph->ends_contents)
    return paragraph->below;
  risalah_office_style_take (RISALAH_OFFICE_HEADING_1, self->layout->edition->design, &heading);
  return heading.before;
}

/* One margin alone would take the style's other one away. */
static void
append_spaces (const RisalahOdt *self,
               const RisalahOfficeParagraph *paragraph,
               double below,
               GString *content)
{
  RisalahBlockSetting own;

  risalah_office_style_take (paragraph->style, self->layout->edition->design, &own);
  risalah_odt_append_points (content, "fo:margin-top",
                             paragraph->above > 0 ? paragraph->above : own.before);
  risalah_odt_append_points (content, "fo:margin-bottom", below > 0 ? below : own.after);
}

/* The paragraph's style, or one without a name where the paragraph differs from it. */
static char *
dup_style (RisalahOdt *self, const RisalahOfficeParagraph *paragraph)
{
  g_autofree char *parent = risalah_office_style_dup_open_id (paragraph->style);
  double below = get_space_below (self, paragraph);
  g_autoptr (GString) content = NULL;

  if (!paragraph->keep && !paragraph->page_break && paragraph->above == 0 && below == 0)
    return g_steal_pointer (&parent);
  content = g_string_new (NULL);
  g_string_append_printf (
      content, " style:parent-style-name=\"%s\"><style:paragraph-properties", parent);
  if (paragraph->keep)
    g_string_append (content, " fo:keep-with-next=\"always\"");
  if (paragraph->page_break)
    g_string_append (content, " fo:break-before=\"page\"");
  if (paragraph->above > 0 || below > 0)
    append_spaces (self, paragraph, below, content);
  g_string_append (content, "/>");
  return g_strdup (risalah_odt_name_style (self, "paragraph", content->str));
}

static void
begin_paragraph (gpointer writer, const RisalahOfficeParagraph *paragraph)
{
  RisalahOdt *self = writer;
  GString *xml = self->part->body;
  guint outline = risalah_office_style_get_name (paragraph->style)->outline;
  guint number = paragraph->anchor != NULL
                     ? risalah_office_walk_get_bookmark (self->walk, paragraph->anchor)
                     : 0;
  g_autofree char *style = dup_style (self, paragraph);

  if (paragraph->level > 0)
    begin_item (self, paragraph);
  else
    risalah_odt_close_lists (self, 0);
  if (paragraph->style == RISALAH_OFFICE_CONTENTS_HEADING)
    g_string_append (xml, "<text:index-title text:name=\"Contents Heading\">");
  if (outline > 0)
    g_string_append_printf (xml, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">", style,
                            outline);
  else
    g_string_append_printf (xml, "<text:p text:style-name=\"%s\">", style);
  if (number > 0)
    g_string_append_printf (xml, "<text:bookmark text:name=\"_Ref%u\"/>", number);
}

static void
end_paragraph (gpointer writer, const RisalahOfficeParagraph *paragraph)
{
  RisalahOdt *self = writer;
  gboolean is_heading = risalah_office_style_get_name (paragraph->style)->outline > 0;

  g_string_append (self->part->body, is_heading ? "</text:h>" : "</text:p>");
  if (paragraph->style == RISALAH_OFFICE_CONTENTS_HEADING)
    g_string_append (self->part->body, "</text:index-title>");
  g_string_append_c (self->part->body, '\n');
}

static void
begin_run (gpointer writer, RisalahFace face, const char *language)
{
  RisalahOdt *self = writer;
  g_autoptr (GString) content = g_string_new ("><style:text-properties");
  gsize empty = content->len;

  if ((face & RISALAH_FACE_BOLD) != 0)
    g_string_append (content, " fo:font-weight=\"bold\"");
  if ((face & RISALAH_FACE_ITALIC) != 0)
    g_string_append (content, " fo:font-style=\"italic\"");
  if ((face & RISALAH_FACE_ALERT) != 0)
    g_string_append (content, " fo:color=\"#" RISALAH_OFFICE_ALERT "\"");
  if ((face & RISALAH_FACE_RAISED) != 0)
    g_string_append (content, " style:text-position=\"super 58%\"");
  if (language != NULL)
    risalah_odt_append_language (content, language);
  self->in_span = content->len > empty;
  if (!self->in_span)
    return;
  g_string_append (content, "/>");
  g_string_append_printf (self->part->body, "<text:span text:style-name=\"%s\">",
                          risalah_odt_name_style (self, "text", content->str));
}

static void
add_text (gpointer writer, const char *text, gsize length)
{
  risalah_xhtml_append_text (((RisalahOdt *)writer)->part->body, text, length);
}

static void
add_sign (gpointer writer, RisalahOfficeSign sign)
{
  RisalahOdt *self = writer;

  switch (sign)
    {
    case RISALAH_OFFICE_TAB:
      g_string_append (self->part->body, "<text:tab/>");
      break;
    case RISALAH_OFFICE_LINE_BREAK:
      g_string_append (self->part->body, "<text:line-break/>");
      break;
    case RISALAH_OFFICE_SOFT_HYPHEN:
      g_string_append (self->part->body, "\xC2\xAD");
      break;
    case RISALAH_OFFICE_SPACE:
      g_string_append (self->part->body, "<text:s/>");
      break;
    }
}

static void
end_run (gpointer writer)
{
  RisalahOdt *self = writer;

  if (self->in_span)
    g_string_append (self->part->body, "</text:span>");
}

static void
begin_link (gpointer writer, const char *target)
{
  RisalahOdt *self = writer;
  g_autofree char *place = NULL;

  if (*target == '#')
    place = g_strdup_printf ("#_Ref%u", risalah_office_walk_get_bookmark (self->walk, target + 1));
  g_string_append (self->part->body, "<text:a xlink:type=\"simple\"");
  risalah_xhtml_append_attribute (self->part->body, "xlink:href", place != NULL ? place : target);
  g_string_append (self->part->body, " text:style-name=\"Internet_20_link\""
                                     " text:visited-style-name=\"Visited_20_Internet_20_Link\">");
}

static void
end_link (gpointer writer)
{
  g_string_append (((RisalahOdt *)writer)->part->body, "</text:a>");
}

static void
add_note (gpointer writer, guint note)
{
  RisalahOdt *self = writer;

  g_string_append_printf (self->part->body,
                          "<text:note text:id=\"ftn%u\" text:note-class=\"footnote\">"
                          "<text:note-citation>%u</text:note-citation><text:note-body>"
                          "<text:p text:style-name=\"Footnote\"><text:s/>",
                          note + 1, note + 1);
  risalah_office_walk_note (self->walk, note);
  g_string_append (self->part->body, "</text:p></text:note-body></text:note>");
}

static void
add_field (gpointer writer, RisalahOfficeField field, const char *target, guint value)
{
  GString *xml = ((RisalahOdt *)writer)->part->body;

  switch (field)
    {
    case RISALAH_OFFICE_PAGE:
      g_string_append_printf (
          xml, "<text:page-number text:select-page=\"current\">%u</text:page-number>", value);
      break;
    case RISALAH_OFFICE_N_PAGES:
      g_string_append_printf (xml, "<text:page-count>%u</text:page-count>", value);
      break;
    case RISALAH_OFFICE_PAGE_OF: /* the table of contents computes it as a whole */
      g_string_append_printf (xml, "%u", value);
      break;
    }
}

static void
append_contents_level (GString *xml, guint level, RisalahOfficeStyle style)
{
  g_autofree char *name = risalah_office_style_dup_open_id (style);

  g_string_append_printf (xml,
                          "<text:table-of-content-entry-template text:outline-level=\"%u\""
                          " text:style-name=\"%s\"><text:index-entry-link-start/>"
                          "<text:index-entry-text/><text:index-entry-tab-stop"
                          " style:type=\"right\" style:leader-char=\".\"/>"
                          "<text:index-entry-page-number/><text:index-entry-link-end/>"
                          "</text:table-of-content-entry-template>",
                          level, name);
}

static void
begin_contents (gpointer writer)
{
  RisalahOdt *self = writer;
  GString *xml = self->part->body;
  const char *title = risalah_terms_get (self->layout->edition->terms, "page.contents");

  risalah_odt_close_lists (self, 0);
  g_string_append (xml, "<text:table-of-content text:name=\"Contents\">"
                        "<text:table-of-content-source text:outline-level=\"2\">"
                        "<text:index-title-template text:style-name=\"Contents_20_Heading\">");
  risalah_xhtml_append_text (xml, title, strlen (title));
  g_string_append (xml, "</text:index-title-template>");
  append_contents_level (xml, 1, RISALAH_OFFICE_CONTENTS_1);
  append_contents_level (xml, 2, RISALAH_OFFICE_CONTENTS_2);
  g_string_append (xml, "</text:table-of-content-source><text:index-body>\n");
}

static void
end_contents (gpointer writer)
{
  g_string_append (((RisalahOdt *)writer)->part->body,
                   "</text:index-body></text:table-of-content>\n");
}

const RisalahOfficeFormat risalah_odt_format = {
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
  .add_picture = risalah_odt_add_picture,
  .begin_contents = begin_contents,
  .end_contents = end_contents,
  .begin_table = risalah_odt_begin_table,
  .begin_row = risalah_odt_begin_row,
  .begin_cell = risalah_odt_begin_cell,
  .end_cell = risalah_odt_end_cell,
  .end_row = risalah_odt_end_row,
  .end_table = risalah_odt_end_table,
};
