/* SPDX-License-Identifier: GPL-3.0-or-later */
/* word/styles.xml and word/numbering.xml, from the page design. */

#include <string.h>

#include "risalah-docx-private.h"
#include "risalah-xhtml-private.h"

#define HALF_POINTS(points)   ((guint)((points)*2 + 0.5))
#define EIGHTH_POINTS(points) ((guint)((points)*8 + 0.5))

/* What a table has around it and between its rows, in points and greys. */
typedef struct
{
  const char *id;
  const char *name;
  double top;
  double bottom;
  const char *bottom_kind;
  double inside;
  double left;
  const char *tint;
  double padding_left;
  double padding_top;
} TableStyle;

static const TableStyle table_styles[] = {
  { "BriefTable", "Brief Table", 1, 0.7, "single", 0.3, 0, NULL, RISALAH_CELL_PADDING,
    RISALAH_ROW_PADDING },
  { "LetterTable", "Letter Table", 0, 0.7, "single", 0, 0, NULL, 0, RISALAH_ROW_PADDING },
  { "KeyMessages", "Key Messages", 0, 0, NULL, 0, 2.2, RISALAH_OFFICE_TINT, RISALAH_BOX_PADDING,
    RISALAH_BOX_PADDING },
  { "LetterheadTable", "Letterhead Table", 0, 0.75, "double", 0, 0, NULL, 0, 0 },
};

/* The bundled faces are twins of what every Word has, letter for letter as wide. */
static const char *
get_twin (const char *family)
{
  if (strcmp (family, "Liberation Serif") == 0)
    return "Times New Roman";
  if (strcmp (family, "Liberation Sans") == 0)
    return "Arial";
  return family;
}

static void
append_face (GString *xml, const RisalahBlockSetting *setting)
{
  const char *family = get_twin (setting->family);

  g_string_append (xml, "<w:rFonts");
  risalah_xhtml_append_attribute (xml, "w:ascii", family);
  risalah_xhtml_append_attribute (xml, "w:hAnsi", family);
  risalah_xhtml_append_attribute (xml, "w:eastAsia", family);
  risalah_xhtml_append_attribute (xml, "w:cs", family);
  g_string_append_printf (xml, "/><w:b w:val=\"%d\"/><w:i w:val=\"%d\"/>", setting->bold,
                          setting->italic);
  g_string_append_printf (xml, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>",
                          HALF_POINTS (setting->size), HALF_POINTS (setting->size));
}

/* A stop at the right edge of the text; of a line of contents with dots before it. */
static void
append_tabs (GString *xml, const RisalahPageDesign *design, RisalahOfficeStyle style)
{
  double width = design->width - design->margin_left - design->margin_right;
  gboolean is_contents = style == RISALAH_OFFICE_CONTENTS_1 || style == RISALAH_OFFICE_CONTENTS_2;

  if (is_contents || style == RISALAH_OFFICE_HEADER)
    g_string_append_printf (xml, "<w:tabs><w:tab w:val=\"right\"%s w:pos=\"%d\"/></w:tabs>",
                            is_contents ? " w:leader=\"dot\"" : "", RISALAH_DOCX_TWIPS (width));
}

static const char *
get_alignment (RisalahAlignment alignment)
{
  switch (alignment)
    {
    case RISALAH_ALIGNMENT_JUSTIFIED:
      return "both";
    case RISALAH_ALIGNMENT_LEFT:
      return "left";
    case RISALAH_ALIGNMENT_CENTRED:
      return "center";
    case RISALAH_ALIGNMENT_RIGHT:
      return "right";
    }
  g_assert_not_reached ();
}

static void
append_paragraph_properties (GString *xml,
                             const RisalahPageDesign *design,
                             RisalahOfficeStyle style,
                             const RisalahBlockSetting *setting)
{
  guint outline = risalah_office_style_get_name (style)->outline;

  g_string_append (xml, "<w:pPr>");
  g_string_append_printf (xml, "<w:keepNext w:val=\"%d\"/><w:keepLines w:val=\"%d\"/>",
                          setting->sticky, risalah_office_style_is_whole (style, setting));
  if (style == RISALAH_OFFICE_RUNNING_TITLE)
    g_string_append_printf (xml,
                            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"%u\" w:space=\"1\""
                            " w:color=\"" RISALAH_OFFICE_BAR "\"/></w:pBdr>",
                            EIGHTH_POINTS (0.4));
  append_tabs (xml, design, style);
  g_string_append_printf (xml, "<w:suppressAutoHyphens w:val=\"%d\"/>", !setting->hyphenate);
  g_string_append_printf (
      xml, "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%u\" w:lineRule=\"auto\"/>",
      RISALAH_DOCX_TWIPS (setting->before), RISALAH_DOCX_TWIPS (setting->after),
      risalah_office_style_get_line (setting));
  g_string_append_printf (
      xml, "<w:ind w:left=\"%d\" w:right=\"%d\" w:%s=\"%d\"/><w:jc w:val=\"%s\"/>",
      RISALAH_DOCX_TWIPS (setting->left), RISALAH_DOCX_TWIPS (setting->right),
      setting->first_indent < 0 ? "hanging" : "firstLine",
      RISALAH_DOCX_TWIPS (ABS (setting->first_indent)), get_alignment (setting->alignment));
  if (outline > 0)
    g_string_append_printf (xml, "<w:outlineLvl w:val=\"%u\"/>", outline - 1);
  g_string_append (xml, "</w:pPr>");
}

static void
append_paragraph_style (GString *xml, const RisalahPageDesign *design, RisalahOfficeStyle style)
{
  const RisalahOfficeStyleName *name = risalah_office_style_get_name (style);
  g_autofree char *id = risalah_office_style_dup_word_id (style);
  g_autofree char *based_on = risalah_office_style_dup_word_id (name->based_on);
  g_autofree char *next = risalah_office_style_dup_word_id (name->next);
  RisalahBlockSetting setting;

  risalah_office_style_take (style, design, &setting);
  g_string_append_printf (xml,
                          "<w:style w:type=\"paragraph\"%s%s w:styleId=\"%s\">"
                          "<w:name w:val=\"%s\"/>",
                          style == RISALAH_OFFICE_STANDARD ? " w:default=\"1\"" : "",
                          name->is_ours ? " w:customStyle=\"1\"" : "", id, name->word);
  if (style != RISALAH_OFFICE_STANDARD)
    g_string_append_printf (xml, "<w:basedOn w:val=\"%s\"/>", based_on);
  g_string_append_printf (xml, "<w:next w:val=\"%s\"/><w:qFormat/>", next);
  append_paragraph_properties (xml, design, style, &setting);
  g_string_append (xml, "<w:rPr>");
  append_face (xml, &setting);
  g_string_append (xml, "</w:rPr></w:style>\n");
}

static void
append_border (GString *xml, const char *edge, const char *kind, double points, const char *colour)
{
  if (points > 0)
    g_string_append_printf (xml,
                            "<w:%s w:val=\"%s\" w:sz=\"%u\" w:space=\"0\" w:color=\"%s\"/>", edge,
                            kind, MAX (2, EIGHTH_POINTS (points)), colour);
}

static void
append_table_style (GString *xml, const TableStyle *style)
{
  gboolean has_header = style->inside > 0;

  g_string_append_printf (xml,
                          "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"%s\">"
                          "<w:name w:val=\"%s\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>"
                          "<w:tblBorders>",
                          style->id, style->name);
  append_border (xml, "top", "single", style->top, "000000");
  append_border (xml, "left", "single", style->left, RISALAH_OFFICE_BAR);
  append_border (xml, "bottom", style->bottom_kind, style->bottom, "000000");
  append_border (xml, "insideH", "single", style->inside, RISALAH_OFFICE_RULE);
  g_string_append_printf (xml,
                          "</w:tblBorders><w:tblCellMar><w:top w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:left w:w=\"%d\" w:type=\"dxa\"/><w:bottom w:w=\"%d\""
                          " w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar>"
                          "</w:tblPr>",
                          RISALAH_DOCX_TWIPS (style->padding_top),
                          RISALAH_DOCX_TWIPS (style->padding_left),
                          RISALAH_DOCX_TWIPS (style->padding_top),
                          RISALAH_DOCX_TWIPS (style->padding_left));
  if (style->tint != NULL)
    g_string_append_printf (
        xml, "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/></w:tcPr>",
        style->tint);
  if (has_header)
    {
      g_string_append (xml, "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr>"
                            "<w:tcBorders>");
      append_border (xml, "bottom", "single", style->bottom, "000000");
      g_string_append (xml, "</w:tcBorders></w:tcPr></w:tblStylePr>");
    }
  g_string_append (xml, "</w:style>\n");
}

static void
append_defaults (GString *xml, const RisalahEdition *edition)
{
  g_autofree char *locale = risalah_office_dup_locale (risalah_terms_get_language (edition->terms));
  RisalahBlockSetting setting;

  risalah_office_style_take (RISALAH_OFFICE_STANDARD, edition->design, &setting);
  g_string_append (xml, "<w:docDefaults><w:rPrDefault><w:rPr>");
  append_face (xml, &setting);
  g_string_append (xml, "<w:lang");
  risalah_xhtml_append_attribute (xml, "w:val", locale);
  risalah_xhtml_append_attribute (xml, "w:eastAsia", locale);
  g_string_append (xml, "/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr>"
                        "</w:pPrDefault></w:docDefaults>\n");
}

static const char other_styles[]
    = "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
      "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
      "</w:style>\n"
      "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">"
      "<w:name w:val=\"footnote reference\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>"
      "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\n"
      "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
      "<w:basedOn w:val=\"DefaultParagraphFont\"/></w:style>\n"
      "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\">"
      "<w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>\n"
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr>"
      "<w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>\n";

/*
 * Adds word/styles.xml.
 */
void
risalah_docx_add_styles (RisalahDocx *self)
{
  const RisalahEdition *edition = self->layout->edition;
  RisalahDocxPart part;

  risalah_docx_begin_part (&part, "w:styles");
  append_defaults (part.xml, edition);
  for (guint i = 0; i < RISALAH_OFFICE_N_STYLES; i++)
    append_paragraph_style (part.xml, edition->design, (RisalahOfficeStyle)i);
  g_string_append (part.xml, other_styles);
  for (guint i = 0; i < G_N_ELEMENTS (table_styles); i++)
    append_table_style (part.xml, &table_styles[i]);
  risalah_docx_end_part (self, &part, "w:styles", "word/styles.xml");
}

static void
append_level (GString *xml, guint level, gboolean numbered)
{
  g_string_append_printf (xml,
                          "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>"
                          "<w:lvlText w:val=\"",
                          level - 1, numbered ? "decimal" : "bullet");
  if (numbered)
    g_string_append_printf (xml, "%%%u.", level);
  else
    g_string_append (xml, risalah_story_get_bullet (level));
  g_string_append_printf (xml,
                          "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\""
                          " w:hanging=\"%d\"/></w:pPr></w:lvl>",
                          RISALAH_DOCX_TWIPS (RISALAH_LIST_INDENT * level),
                          RISALAH_DOCX_TWIPS (RISALAH_LABEL_WIDTH));
}

static void
append_list_kind (GString *xml, guint id, gboolean numbered)
{
  g_string_append_printf (xml,
                          "<w:abstractNum w:abstractNumId=\"%u\"><w:multiLevelType "
                          "w:val=\"multilevel\"/>",
                          id);
  for (guint level = 1; level <= RISALAH_OFFICE_LIST_LEVELS; level++)
    append_level (xml, level, numbered);
  g_string_append (xml, "</w:abstractNum>\n");
}

/*
 * Adds word/numbering.xml: each list with numbers begins at one.
 */
void
risalah_docx_add_numbering (RisalahDocx *self)
{
  RisalahDocxPart part;

  risalah_docx_begin_part (&part, "w:numbering");
  append_list_kind (part.xml, RISALAH_DOCX_BULLETS, FALSE);
  append_list_kind (part.xml, RISALAH_DOCX_NUMBERS, TRUE);
  g_string_append_printf (part.xml, "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/></w:num>",
                          RISALAH_DOCX_BULLETS, RISALAH_DOCX_BULLETS);
  for (guint i = 0; i < self->lists->len; i++)
    g_string_append_printf (part.xml,
                            "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/>"
                            "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride w:val=\"1\"/>"
                            "</w:lvlOverride></w:num>",
                            RISALAH_DOCX_NUMBERS + i, RISALAH_DOCX_NUMBERS,
                            g_array_index (self->lists, guint, i) - 1);
  risalah_docx_end_part (self, &part, "w:numbering", "word/numbering.xml");
}
