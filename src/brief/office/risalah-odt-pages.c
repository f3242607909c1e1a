/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a text in OpenDocument: paper, margins, heads and feet. */

#include "risalah-odt-private.h"

#define FOOT_RULE 120.0 /* above the notes, in points */

/* How far above the paper's lower edge the page number's line ends. */
static double
get_foot (const RisalahPageDesign *design)
{
  return risalah_page_design_get_foot (design) - RISALAH_PAGE_NUMBER_SIZE * 1.2;
}

static void
append_page_properties (const RisalahPageDesign *design, GString *xml)
{
  double width = design->width - design->margin_left - design->margin_right;

  g_string_append (xml, "<style:page-layout-properties style:print-orientation=\"portrait\"");
  risalah_odt_append_millimetres (xml, "fo:page-width", design->width);
  risalah_odt_append_millimetres (xml, "fo:page-height", design->height);
  risalah_odt_append_millimetres (xml, "fo:margin-left", design->margin_left);
  risalah_odt_append_millimetres (xml, "fo:margin-right", design->margin_right);
  risalah_odt_append_millimetres (xml, "fo:margin-top", risalah_page_design_get_head (design));
  risalah_odt_append_millimetres (xml, "fo:margin-bottom", get_foot (design));
  g_string_append_printf (xml,
                          "><style:footnote-sep style:line-style=\"solid\""
                          " style:adjustment=\"left\" style:color=\"#000000\""
                          " style:rel-width=\"%d%%\"",
                          (int)(FOOT_RULE / width * 100 + 0.5));
  risalah_odt_append_points (xml, "style:width", 0.5);
  risalah_odt_append_points (xml, "style:distance-before-sep", RISALAH_FOOT_GAP * 0.58);
  risalah_odt_append_points (xml, "style:distance-after-sep", RISALAH_FOOT_GAP * 0.42);
  g_string_append (xml, "/></style:page-layout-properties>\n");
}

/*
 * Appends the layout of the pages: between paper and text there is room for head and foot, so that
 * the text stands where it stands on our pages.
 */
void
risalah_odt_append_layout (RisalahOdt *self, GString *xml)
{
  const RisalahPageDesign *design = self->layout->edition->design;
  double head = design->margin_top - risalah_page_design_get_head (design);
  double foot = design->margin_bottom - get_foot (design);
  double number = RISALAH_PAGE_NUMBER_SIZE * 1.2;

  g_string_append (xml, "<style:page-layout style:name=\"Brief\">");
  append_page_properties (design, xml);
  g_string_append (xml, "<style:header-style><style:header-footer-properties");
  risalah_odt_append_points (xml, "fo:min-height", head);
  g_string_append (xml, " fo:margin-bottom=\"0pt\"/></style:header-style>"
                        "<style:footer-style><style:header-footer-properties");
  risalah_odt_append_points (xml, "fo:min-height", number);
  risalah_odt_append_points (xml, "fo:margin-top", foot - number);
  g_string_append (xml, "/></style:footer-style></style:page-layout>\n");
}

static void
append_header (RisalahOdt *self, const char *element, gboolean first)
{
  g_string_append_printf (self->part->body, "<style:%s>", element);
  risalah_office_walk_header (self->walk, first);
  g_string_append_printf (self->part->body, "</style:%s>\n", element);
}

static void
append_footer (RisalahOdt *self, const char *element)
{
  g_string_append_printf (self->part->body, "<style:%s>", element);
  risalah_office_walk_footer (self->walk);
  g_string_append_printf (self->part->body, "</style:%s>\n", element);
}

/*
 * Appends to the part what stands on every page, and what stands on the first.
 */
void
risalah_odt_append_pages (RisalahOdt *self)
{
  g_string_append (self->part->body,
                   "<style:master-page style:name=\"Standard\" style:page-layout-name=\"Brief\">");
  append_header (self, "header", FALSE);
  append_header (self, "header-first", TRUE);
  append_footer (self, "footer");
  append_footer (self, "footer-first");
  g_string_append (self->part->body, "</style:master-page>\n");
}
