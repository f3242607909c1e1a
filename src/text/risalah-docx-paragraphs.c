/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraphs of a Word document: what each is, by its own properties and its style's. */

#include "risalah-docx-reading-private.h"

#include <string.h>

static gboolean
start_paragraph (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  RisalahDocxParagraph paragraph = { .outline = -1, .numbering = -1, .depth = -1 };

  risalah_office_flow_begin_paragraph (reading->flow);
  g_array_append_val (reading->paragraphs, paragraph);
  return TRUE;
}

/* What the paragraph is, by its own properties and its style's. */
static RisalahOfficeParagraph
judge (const RisalahDocxReading *reading, const RisalahDocxParagraph *paragraph)
{
  RisalahDocxStyle style = { .paragraph = { .type = RISALAH_BLOCK_PARAGRAPH }, .list_level = 1 };

  if (paragraph->style != NULL)
    risalah_docx_styles_look_up (reading->styles, paragraph->style, &style);
  if (paragraph->outline >= 0 && paragraph->outline < 9)
    {
      style.paragraph.type = RISALAH_BLOCK_HEADING;
      style.paragraph.level = MIN (paragraph->outline + 1, 6);
    }
  if (paragraph->numbering >= 0)
    style.in_list = paragraph->numbering > 0;
  if (style.in_list && style.paragraph.type == RISALAH_BLOCK_PARAGRAPH)
    {
      style.paragraph.type = RISALAH_BLOCK_LIST_ITEM;
      style.paragraph.level =
          paragraph->depth >= 0 ? MIN (paragraph->depth, 5) + 1 : style.list_level;
    }
  style.paragraph.goes_on = paragraph->goes_on;
  return style.paragraph;
}

static void
end_paragraph (RisalahDocxReading *reading)
{
  RisalahDocxParagraph *paragraph = risalah_docx_get_paragraph (reading);
  RisalahOfficeParagraph what;

  if (paragraph == NULL)
    return;
  what = judge (reading, paragraph);
  risalah_office_flow_end_paragraph (reading->flow, &what);
  risalah_docx_pop (reading->paragraphs);
  /* A field's result may go on in the next paragraph, its code does not. */
  for (guint i = 0; i < reading->codes->len; i++)
    g_array_index (reading->codes, gboolean, i) = FALSE;
}

static gboolean
start_paragraph_properties (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  reading->in_paragraph_properties++;
  return TRUE;
}

static void
end_paragraph_properties (RisalahDocxReading *reading)
{
  reading->in_paragraph_properties--;
}

static gboolean
start_paragraph_style (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  RisalahDocxParagraph *paragraph = risalah_docx_get_paragraph (reading);
  RisalahDocxStyle style = { .is_hidden = FALSE };

  if (paragraph == NULL || paragraph->style != NULL)
    return TRUE;
  paragraph->style = risalah_office_attributes_dup (attributes, "w:val");
  if (paragraph->style != NULL)
    risalah_docx_styles_look_up (reading->styles, paragraph->style, &style);
  paragraph->hides = style.is_hidden;
  return TRUE;
}

static gboolean
start_outline (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->in_paragraph_properties > 0 && risalah_docx_get_paragraph (reading) != NULL)
    risalah_docx_get_paragraph (reading)->outline =
        risalah_office_attributes_get_number (attributes, "w:val", -1);
  return TRUE;
}

static gboolean
start_numbering (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->in_paragraph_properties > 0 && risalah_docx_get_paragraph (reading) != NULL)
    risalah_docx_get_paragraph (reading)->numbering =
        risalah_office_attributes_get_number (attributes, "w:val", -1);
  return TRUE;
}

static gboolean
start_depth (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->in_paragraph_properties > 0 && risalah_docx_get_paragraph (reading) != NULL)
    risalah_docx_get_paragraph (reading)->depth =
        risalah_office_attributes_get_number (attributes, "w:val", -1);
  return TRUE;
}

/* Deleted text; on a paragraph's mark it says that the next paragraph continues this one. */
static gboolean
start_deleted (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->in_paragraph_properties > 0 && risalah_docx_get_paragraph (reading) != NULL)
    risalah_docx_get_paragraph (reading)->goes_on = TRUE;
  return FALSE;
}

const RisalahDocxElement risalah_docx_paragraph_elements[] = {
  { "w:del", start_deleted, NULL },
  { "w:ilvl", start_depth, NULL },
  { "w:moveFrom", start_deleted, NULL },
  { "w:numId", start_numbering, NULL },
  { "w:outlineLvl", start_outline, NULL },
  { "w:p", start_paragraph, end_paragraph },
  { "w:pPr", start_paragraph_properties, end_paragraph_properties },
  { "w:pStyle", start_paragraph_style, NULL },
  { NULL, NULL, NULL },
};
