/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a Word document. Hidden ones are none, nor are the codes of fields. */

#include "risalah-docx-reading-private.h"

#include <string.h>

static gboolean
start_run (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  const RisalahDocxParagraph *paragraph = risalah_docx_get_paragraph (reading);

  risalah_docx_flags_push (reading->hidden);
  *risalah_docx_flags_get (reading->hidden) = paragraph != NULL && paragraph->hides;
  return TRUE;
}

static void
end_run (RisalahDocxReading *reading)
{
  risalah_docx_pop (reading->hidden);
}

static gboolean
start_run_style (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  g_autofree char *id = risalah_office_attributes_dup (attributes, "w:val");
  RisalahDocxStyle style = { .is_hidden = FALSE };

  if (id != NULL && reading->in_paragraph_properties == 0
      && risalah_docx_flags_get (reading->hidden) != NULL)
    {
      risalah_docx_styles_look_up (reading->styles, id, &style);
      *risalah_docx_flags_get (reading->hidden) |= style.is_hidden;
    }
  return TRUE;
}

/* In a paragraph's properties it is the paragraph's mark that is hidden. */
static gboolean
start_vanish (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->in_paragraph_properties == 0 && risalah_docx_flags_get (reading->hidden) != NULL)
    *risalah_docx_flags_get (reading->hidden) = risalah_office_attributes_is_on (attributes);
  return TRUE;
}

static gboolean
start_text (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  reading->in_text = risalah_docx_is_shown (reading);
  return TRUE;
}

static void
end_text (RisalahDocxReading *reading)
{
  reading->in_text = FALSE;
}

/* In a paragraph's properties it says where tabs stop. */
static gboolean
start_tab (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->in_paragraph_properties == 0 && risalah_docx_is_shown (reading))
    risalah_office_flow_add_space (reading->flow);
  return TRUE;
}

static gboolean
start_break (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (risalah_docx_is_shown (reading))
    risalah_office_flow_break_line (reading->flow);
  return TRUE;
}

static gboolean
start_hyphen (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (risalah_docx_is_shown (reading))
    risalah_office_flow_add_text (reading->flow, "-", 1);
  return TRUE;
}

/* A character of a font; those above U+F000 are only that font's, and mostly bullets. */
static gboolean
start_symbol (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  g_autofree char *code = risalah_office_attributes_dup (attributes, "w:char");
  guint64 c = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  char text[6];

  if (c >= 0x20 && c < 0xf000 && g_unichar_validate (c) && risalah_docx_is_shown (reading))
    risalah_office_flow_add_text (reading->flow, text, g_unichar_to_utf8 (c, text));
  return TRUE;
}

static gboolean
start_field_character (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (risalah_office_attributes_has (attributes, "w:fldCharType", "begin"))
    {
      risalah_docx_flags_push (reading->codes);
      *risalah_docx_flags_get (reading->codes) = TRUE;
    }
  else if (risalah_office_attributes_has (attributes, "w:fldCharType", "end"))
    risalah_docx_pop (reading->codes);
  else if (risalah_docx_flags_get (reading->codes) != NULL)
    *risalah_docx_flags_get (reading->codes) = FALSE;
  return TRUE;
}

const RisalahDocxElement risalah_docx_run_elements[] = {
  { "m:t", start_text, end_text },
  { "w:br", start_break, NULL },
  { "w:cr", start_break, NULL },
  { "w:fldChar", start_field_character, NULL },
  { "w:noBreakHyphen", start_hyphen, NULL },
  { "w:ptab", start_tab, NULL },
  { "w:r", start_run, end_run },
  { "w:rStyle", start_run_style, NULL },
  { "w:sym", start_symbol, NULL },
  { "w:t", start_text, end_text },
  { "w:tab", start_tab, NULL },
  { "w:vanish", start_vanish, NULL },
  { NULL, NULL, NULL },
};
