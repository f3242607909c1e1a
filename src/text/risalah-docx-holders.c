/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds the paragraphs of a Word document: tables, notes, form controls, and alternatives for
 * programs of different age. */

#include "risalah-docx-reading-private.h"

#include <string.h>

static gboolean
start_alternatives (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  risalah_docx_flags_push (reading->alternatives);
  return TRUE;
}

static void
end_alternatives (RisalahDocxReading *reading)
{
  risalah_docx_pop (reading->alternatives);
}

/* The first alternative is taken, the others say the same for older programs. */
static gboolean
start_alternative (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  gboolean *taken = risalah_docx_flags_get (reading->alternatives);

  if (taken == NULL)
    return TRUE;
  if (*taken)
    return FALSE;
  *taken = TRUE;
  return TRUE;
}

static gboolean
start_control (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  risalah_docx_flags_push (reading->controls);
  return TRUE;
}

static void
end_control (RisalahDocxReading *reading)
{
  risalah_docx_pop (reading->controls);
}

static gboolean
start_placeholder (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (risalah_docx_flags_get (reading->controls) != NULL)
    *risalah_docx_flags_get (reading->controls) = risalah_office_attributes_is_on (attributes);
  return TRUE;
}

static gboolean
start_control_content (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  return risalah_docx_flags_get (reading->controls) == NULL
         || !*risalah_docx_flags_get (reading->controls);
}

static gboolean
start_table (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  risalah_office_flow_begin_table (reading->flow);
  return TRUE;
}

static void
end_table (RisalahDocxReading *reading)
{
  risalah_office_flow_end_table (reading->flow);
}

static gboolean
start_row (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  risalah_office_flow_begin_row (reading->flow);
  return TRUE;
}

static gboolean
start_cell (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  guint columns = 1;

  risalah_office_flow_begin_cell (reading->flow);
  g_array_append_val (reading->columns, columns);
  return TRUE;
}

static gboolean
start_span (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  if (reading->columns->len > 0)
    g_array_index (reading->columns, guint, reading->columns->len - 1) =
        MAX (risalah_office_attributes_get_number (attributes, "w:val", 1), 1);
  return TRUE;
}

static void
end_cell (RisalahDocxReading *reading)
{
  risalah_office_flow_end_cell (reading->flow,
                                g_array_index (reading->columns, guint, reading->columns->len - 1));
  risalah_docx_pop (reading->columns);
}

static char *
get_key (const char *kind, const RisalahOfficeAttributes *attributes)
{
  g_autofree char *number = risalah_office_attributes_dup (attributes, "w:id");

  return g_strconcat (kind, " ", number, NULL);
}

/* A note; those with a type are the lines above notes. */
static gboolean
start_note (RisalahDocxReading *reading,
            const char *kind,
            const RisalahOfficeAttributes *attributes)
{
  g_autofree char *type = risalah_office_attributes_dup (attributes, "w:type");

  if ((type != NULL && strcmp (type, "normal") != 0) || reading->note != NULL)
    return FALSE;
  reading->note = get_key (kind, attributes);
  risalah_office_flow_begin_note (reading->flow);
  return TRUE;
}

static gboolean
start_footnote (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  return start_note (reading, "footnote", attributes);
}

static gboolean
start_endnote (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  return start_note (reading, "endnote", attributes);
}

static void
end_note (RisalahDocxReading *reading)
{
  g_hash_table_replace (reading->notes, g_steal_pointer (&reading->note),
                        risalah_office_flow_end_note (reading->flow));
}

/* Each note comes where it is referred to first. */
static void
add_note (RisalahDocxReading *reading, const char *kind, const RisalahOfficeAttributes *attributes)
{
  g_autofree char *key = get_key (kind, attributes);
  g_autofree char *owned = NULL;
  gpointer note;

  if (risalah_docx_is_shown (reading)
      && g_hash_table_steal_extended (reading->notes, key, (gpointer *)&owned, &note))
    risalah_office_flow_add_note (reading->flow, note);
}

static gboolean
start_footnote_reference (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  add_note (reading, "footnote", attributes);
  return TRUE;
}

static gboolean
start_endnote_reference (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  add_note (reading, "endnote", attributes);
  return TRUE;
}

const RisalahDocxElement risalah_docx_holder_elements[] = {
  { "mc:AlternateContent", start_alternatives, end_alternatives },
  { "mc:Choice", start_alternative, NULL },
  { "mc:Fallback", start_alternative, NULL },
  { "w:endnote", start_endnote, end_note },
  { "w:endnoteReference", start_endnote_reference, NULL },
  { "w:footnote", start_footnote, end_note },
  { "w:footnoteReference", start_footnote_reference, NULL },
  { "w:gridSpan", start_span, NULL },
  { "w:sdt", start_control, end_control },
  { "w:sdtContent", start_control_content, NULL },
  { "w:showingPlcHdr", start_placeholder, NULL },
  { "w:tbl", start_table, end_table },
  { "w:tc", start_cell, end_cell },
  { "w:tr", start_row, NULL },
  { NULL, NULL, NULL },
};
