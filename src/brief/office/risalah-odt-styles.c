/* SPDX-License-Identifier: GPL-3.0-or-later */
/* styles.xml, from the page design. */

#include <string.h>

#include "risalah-odt-private.h"
#include "risalah-xhtml-private.h"

static void
append_text_properties (GString *xml, const RisalahBlockSetting *setting)
{
  g_string_append (xml, "<style:text-properties");
  risalah_xhtml_append_attribute (xml, "style:font-name", setting->family);
  risalah_odt_append_points (xml, "fo:font-size", setting->size);
  g_string_append_printf (xml,
                          " fo:font-weight=\"%s\" fo:font-style=\"%s\" fo:hyphenate=\"%s\"/>",
                          setting->bold ? "bold" : "normal", setting->italic ? "italic" : "normal",
                          setting->hyphenate ? "true" : "false");
}

static const char *
get_alignment (RisalahAlignment alignment)
{
  switch (alignment)
    {
    case RISALAH_ALIGNMENT_JUSTIFIED:
      return "justify";
    case RISALAH_ALIGNMENT_LEFT:
      return "start";
    case RISALAH_ALIGNMENT_CENTRED:
      return "center";
    case RISALAH_ALIGNMENT_RIGHT:
      return "end";
    }
  g_assert_not_reached ();
}

/* The lists' levels say how far their items are indented, unless a style does. */
static void
append_indents (GString *xml, RisalahOfficeStyle style, const RisalahBlockSetting *setting)
{
  if (style == RISALAH_OFFICE_BULLET || style == RISALAH_OFFICE_NUMBERED)
    return;
  risalah_odt_append_points (xml, "fo:margin-left", setting->left);
  risalah_odt_append_points (xml, "fo:margin-right", setting->right);
  risalah_odt_append_points (xml, "fo:text-indent", setting->first_indent);
}

/* A stop at the right edge of the text; of a line of contents with dots before it. */
static void
append_tabs (GString *xml,
             const RisalahPageDesign *design,
             RisalahOfficeStyle style,
             const RisalahBlockSetting *setting)
{
  double width = design->width - design->margin_left - design->margin_right - setting->left;
  gboolean is_contents = style == RISALAH_OFFICE_CONTENTS_1 || style == RISALAH_OFFICE_CONTENTS_2;

  if (!is_contents && style != RISALAH_OFFICE_HEADER)
    return;
  g_string_append (xml, "<style:tab-stops><style:tab-stop style:type=\"right\"");
  risalah_odt_append_points (xml, "style:position", width);
  if (is_contents)
    g_string_append (xml, " style:leader-style=\"dotted\" style:leader-text=\".\"");
  g_string_append (xml, "/></style:tab-stops>");
}

static void
append_paragraph_properties (GString *xml,
                             const RisalahPageDesign *design,
                             RisalahOfficeStyle style,
                             const RisalahBlockSetting *setting)
{
  g_string_append_printf (
      xml, "<style:paragraph-properties fo:text-align=\"%s\" fo:line-height=\"%u%%\"",
      get_alignment (setting->alignment), risalah_office_style_get_line (setting) * 100 / 240);
  risalah_odt_append_points (xml, "fo:margin-top", setting->before);
  risalah_odt_append_points (xml, "fo:margin-bottom", setting->after);
  append_indents (xml, style, setting);
  g_string_append_printf (
      xml, " fo:keep-with-next=\"%s\" fo:keep-together=\"%s\"", setting->sticky ? "always" : "auto",
      risalah_office_style_is_whole (style, setting) ? "always" : "auto");
  if (style == RISALAH_OFFICE_RUNNING_TITLE)
    g_string_append (xml, " fo:border-bottom=\"0.4pt solid #" RISALAH_OFFICE_BAR
                          "\" fo:padding-bottom=\"1pt\"");
  g_string_append (xml, " fo:orphans=\"2\" fo:widows=\"2\">");
  append_tabs (xml, design, style, setting);
  g_string_append (xml, "</style:paragraph-properties>");
}

static void
append_paragraph_style (GString *xml, const RisalahPageDesign *design, RisalahOfficeStyle style)
{
  const RisalahOfficeStyleName *name = risalah_office_style_get_name (style);
  g_autofree char *id = risalah_office_style_dup_open_id (style);
  g_autofree char *parent = risalah_office_style_dup_open_id (name->based_on);
  g_autofree char *next = risalah_office_style_dup_open_id (name->next);
  RisalahBlockSetting setting;

  risalah_office_style_take (style, design, &setting);
  g_string_append_printf (xml, "<style:style style:name=\"%s\" style:display-name=\"%s\"", id,
                          name->open);
  g_string_append_printf (xml, " style:family=\"paragraph\" style:next-style-name=\"%s\"", next);
  if (style != RISALAH_OFFICE_STANDARD)
    g_string_append_printf (xml, " style:parent-style-name=\"%s\"", parent);
  if (name->outline > 0)
    g_string_append_printf (xml, " style:default-outline-level=\"%u\"", name->outline);
  g_string_append_c (xml, '>');
  append_paragraph_properties (xml, design, style, &setting);
  append_text_properties (xml, &setting);
  g_string_append (xml, "</style:style>\n");
}

static void
append_face (GString *xml, const char *family, const char *generic)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", family);

  g_string_append (xml, "<style:font-face");
  risalah_xhtml_append_attribute (xml, "style:name", family);
  risalah_xhtml_append_attribute (xml, "svg:font-family", quoted);
  g_string_append_printf (xml, " style:font-family-generic=\"%s\"/>\n", generic);
}

static void
append_faces (GString *xml, const RisalahPageDesign *design)
{
  g_string_append (xml, "<office:font-face-decls>\n");
  append_face (xml, design->text_family,
               strstr (design->text_family, "Sans") != NULL ? "swiss" : "roman");
  if (strcmp (design->heading_family, design->text_family) != 0)
    append_face (xml, design->heading_family, "swiss");
  g_string_append (xml, "</office:font-face-decls>\n");
}

static void
append_level (GString *xml, guint level, gboolean numbered)
{
  g_string_append_printf (xml, "<text:list-level-style-%s text:level=\"%u\"",
                          numbered ? "number" : "bullet", level);
  if (numbered)
    g_string_append (xml, " style:num-format=\"1\" style:num-suffix=\".\"");
  else
    risalah_xhtml_append_attribute (xml, "text:bullet-char", risalah_story_get_bullet (level));
  g_string_append (xml, "><style:list-level-properties"
                        " text:list-level-position-and-space-mode=\"label-alignment\">"
                        "<style:list-level-label-alignment text:label-followed-by=\"listtab\"");
  risalah_odt_append_points (xml, "text:list-tab-stop-position", level * RISALAH_LIST_INDENT);
  risalah_odt_append_points (xml, "fo:margin-left", level * RISALAH_LIST_INDENT);
  risalah_odt_append_points (xml, "fo:text-indent", -RISALAH_LABEL_WIDTH);
  g_string_append_printf (xml, "/></style:list-level-properties></text:list-level-style-%s>",
                          numbered ? "number" : "bullet");
}

static void
append_list_style (GString *xml, const char *name, const char *shown, gboolean numbered)
{
  g_string_append_printf (xml, "<text:list-style style:name=\"%s\" style:display-name=\"%s\">",
                          name, shown);
  for (guint level = 1; level <= RISALAH_OFFICE_LIST_LEVELS; level++)
    append_level (xml, level, numbered);
  g_string_append (xml, "</text:list-style>\n");
}

static const char other_styles[]
    = "<style:style style:name=\"Footnote_20_Symbol\" style:display-name=\"Footnote Symbol\""
      " style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/>"
      "</style:style>\n"
      "<style:style style:name=\"Footnote_20_anchor\" style:display-name=\"Footnote anchor\""
      " style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/>"
      "</style:style>\n"
      "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\""
      " style:family=\"text\"/>\n"
      "<style:style style:name=\"Visited_20_Internet_20_Link\""
      " style:display-name=\"Visited Internet Link\" style:family=\"text\"/>\n"
      "<style:style style:name=\"Graphics\" style:family=\"graphic\"/>\n"
      "<text:notes-configuration text:note-class=\"footnote\""
      " text:citation-style-name=\"Footnote_20_Symbol\""
      " text:citation-body-style-name=\"Footnote_20_anchor\" style:num-format=\"1\""
      " text:start-value=\"0\" text:footnotes-position=\"page\""
      " text:start-numbering-at=\"document\"/>\n";

static void
append_defaults (GString *xml, const RisalahEdition *edition)
{
  RisalahBlockSetting setting;

  risalah_office_style_take (RISALAH_OFFICE_STANDARD, edition->design, &setting);
  g_string_append (xml, "<style:default-style style:family=\"paragraph\"><style:text-properties");
  risalah_xhtml_append_attribute (xml, "style:font-name", setting.family);
  risalah_odt_append_points (xml, "fo:font-size", setting.size);
  risalah_odt_append_language (xml, risalah_terms_get_language (edition->terms));
  g_string_append (xml, " fo:hyphenation-remain-char-count=\"2\""
                        " fo:hyphenation-push-char-count=\"3\"/></style:default-style>\n");
}

/*
 * Adds styles.xml, the pages with their heads and feet included.
 */
void
risalah_odt_add_styles (RisalahOdt *self)
{
  const RisalahEdition *edition = self->layout->edition;
  g_autoptr (GString) xml = g_string_new (NULL);
  RisalahOdtPart part, *before = self->part;

  risalah_odt_part_init (&part);
  self->part = &part;
  risalah_odt_append_pages (self);
  risalah_odt_begin_document (xml, "office:document-styles");
  append_faces (xml, edition->design);
  g_string_append (xml, "<office:styles>\n");
  append_defaults (xml, edition);
  for (guint i = 0; i < RISALAH_OFFICE_N_STYLES; i++)
    append_paragraph_style (xml, edition->design, (RisalahOfficeStyle)i);
  g_string_append (xml, other_styles);
  append_list_style (xml, RISALAH_ODT_BULLETS, "Brief Bullets", FALSE);
  append_list_style (xml, RISALAH_ODT_NUMBERS, "Brief Numbers", TRUE);
  g_string_append (xml, "</office:styles>\n<office:automatic-styles>\n");
  risalah_odt_append_layout (self, xml);
  g_string_append_len (xml, part.automatic->str, part.automatic->len);
  g_string_append (xml, "</office:automatic-styles>\n<office:master-styles>\n");
  g_string_append_len (xml, part.body->str, part.body->len);
  g_string_append (xml, "</office:master-styles></office:document-styles>\n");
  risalah_odt_add_file (self, "styles.xml", "text/xml", xml->str, xml->len);
  risalah_odt_part_clear (&part);
  self->part = before;
}
