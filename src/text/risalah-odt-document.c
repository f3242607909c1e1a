/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads content.xml (ISO/IEC 26300-3, 4 to 9). What was deleted while changes were tracked stands
 * apart and is not text; nor are hidden words and sections, comments, forms, and what a field shows
 * in another program. Tables of contents are kept, dropped. */

#include "risalah-odt-document.h"

#include <string.h>

#include "risalah-odt-style-sheet.h"

/* A cell that is repeated more often fills a sheet and not a table. */
#define MAX_REPEATED 64

typedef struct
{
  RisalahOfficeFlow *flow;
  RisalahOdtStyles *styles;
  GArray *paragraphs; /* (element-type RisalahOfficeParagraph): those that are open */
  GArray *repeated;   /* (element-type guint): of each cell that is open */
  guint lists;
  guint indexes;
  gboolean in_text;
} Reading;

/* Elements of which nothing is text. */
static const char *const unread[] = {
  "office:annotation",
  "office:forms",
  "office:scripts",
  "office:settings",
  "style:footer",
  "style:header",
  "svg:desc",
  "svg:title",
  "table:shapes",
  "table:tracked-changes",
  "text:hidden-paragraph",
  "text:hidden-text",
  "text:note-citation",
  "text:number",
  "text:ruby-text",
  "text:script",
  "text:sequence-decls",
  "text:tracked-changes",
  "text:user-field-decls",
  "text:variable-decls",
  "text:dde-connection-decls",
  "office:font-face-decls",
  "text:alphabetical-index-auto-mark-file",
};

static gboolean
is_unread (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (unread); i++)
    if (strcmp (name, unread[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A list of what the document holds: of its headings, its figures, its words. */
static gboolean
is_index (const char *name)
{
  return strcmp (name, "text:table-of-content") == 0
         || strcmp (name, "text:illustration-index") == 0 || strcmp (name, "text:table-index") == 0
         || strcmp (name, "text:object-index") == 0 || strcmp (name, "text:user-index") == 0
         || strcmp (name, "text:alphabetical-index") == 0;
}

static gboolean
start_paragraph (Reading *reading, const char *name, const RisalahOfficeAttributes *attributes)
{
  g_autofree char *style = risalah_office_attributes_dup (attributes, "text:style-name");
  RisalahOfficeParagraph what = { .type = RISALAH_BLOCK_PARAGRAPH };

  if (risalah_odt_styles_is_hidden (reading->styles, "paragraph", style))
    return FALSE;
  if (strcmp (name, "text:h") == 0)
    {
      what.type = RISALAH_BLOCK_HEADING;
      what.level =
          CLAMP (risalah_office_attributes_get_number (attributes, "text:outline-level", 1), 1, 6);
    }
  else
    risalah_odt_styles_judge (reading->styles, style, &what);
  if (what.type == RISALAH_BLOCK_PARAGRAPH && reading->lists > 0)
    {
      what.type = RISALAH_BLOCK_LIST_ITEM;
      what.level = MIN (reading->lists, 6);
    }
  what.dropped = reading->indexes > 0;
  g_array_append_val (reading->paragraphs, what);
  risalah_office_flow_begin_paragraph (reading->flow);
  return TRUE;
}

static void
end_paragraph (Reading *reading)
{
  guint last = reading->paragraphs->len - 1;

  risalah_office_flow_end_paragraph (reading->flow, &g_array_index (reading->paragraphs,
                                                                    RisalahOfficeParagraph, last));
  g_array_set_size (reading->paragraphs, last);
}

static gboolean
start_span (Reading *reading, const RisalahOfficeAttributes *attributes)
{
  g_autofree char *style = risalah_office_attributes_dup (attributes, "text:style-name");

  return !risalah_odt_styles_is_hidden (reading->styles, "text", style);
}

static gboolean
start_cell (Reading *reading, const RisalahOfficeAttributes *attributes)
{
  guint repeated =
      CLAMP (risalah_office_attributes_get_number (attributes, "table:number-columns-repeated", 1),
             1, MAX_REPEATED);

  g_array_append_val (reading->repeated, repeated);
  risalah_office_flow_begin_cell (reading->flow);
  return TRUE;
}

static void
end_cell (Reading *reading)
{
  guint last = reading->repeated->len - 1;

  risalah_office_flow_end_cell (reading->flow, g_array_index (reading->repeated, guint, last));
  g_array_set_size (reading->repeated, last);
}

static gboolean
is_cell (const char *name)
{
  return strcmp (name, "table:table-cell") == 0 || strcmp (name, "table:covered-table-cell") == 0;
}

static gboolean
is_paragraph (const char *name)
{
  return strcmp (name, "text:p") == 0 || strcmp (name, "text:h") == 0;
}

/* An element inside the text. */
static gboolean
start_text (Reading *reading, const char *name, const RisalahOfficeAttributes *attributes)
{
  if (is_unread (name))
    return FALSE;
  if (is_paragraph (name))
    return start_paragraph (reading, name, attributes);
  if (strcmp (name, "text:span") == 0)
    return start_span (reading, attributes);
  if (strcmp (name, "text:section") == 0)
    return !risalah_office_attributes_has (attributes, "text:display", "none");
  if (is_cell (name))
    return start_cell (reading, attributes);
  if (strcmp (name, "text:s") == 0 || strcmp (name, "text:tab") == 0)
    risalah_office_flow_add_space (reading->flow);
  else if (strcmp (name, "text:line-break") == 0)
    risalah_office_flow_break_line (reading->flow);
  else if (strcmp (name, "text:list") == 0)
    reading->lists++;
  else if (strcmp (name, "text:note-body") == 0)
    risalah_office_flow_begin_note (reading->flow);
  else if (strcmp (name, "table:table") == 0)
    risalah_office_flow_begin_table (reading->flow);
  else if (strcmp (name, "table:table-row") == 0)
    risalah_office_flow_begin_row (reading->flow);
  else
    reading->indexes += is_index (name);
  return TRUE;
}

static gboolean
start_cb (gpointer data, const char *name, const RisalahOfficeAttributes *attributes)
{
  Reading *reading = data;

  if (reading->in_text)
    return start_text (reading, name, attributes);
  if (strcmp (name, "office:text") == 0)
    {
      reading->in_text = TRUE;
      return TRUE;
    }
  if (strcmp (name, "office:document-content") == 0 || strcmp (name, "office:body") == 0)
    return TRUE;
  return risalah_odt_styles_start (reading->styles, name, attributes);
}

static void
end_cb (gpointer data, const char *name)
{
  Reading *reading = data;

  if (!reading->in_text)
    return;
  if (is_paragraph (name))
    end_paragraph (reading);
  else if (is_cell (name))
    end_cell (reading);
  else if (strcmp (name, "text:list") == 0)
    reading->lists--;
  else if (strcmp (name, "text:note-body") == 0)
    risalah_office_flow_add_note (reading->flow, risalah_office_flow_end_note (reading->flow));
  else if (strcmp (name, "table:table") == 0)
    risalah_office_flow_end_table (reading->flow);
  else
    reading->indexes -= is_index (name);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Reading *reading = data;

  if (reading->paragraphs->len > 0)
    risalah_office_flow_add_text (reading->flow, text, length);
}

/* --- a password -------------------------------------------------------------------------- */

static gboolean
start_manifest_cb (gpointer data, const char *name, const RisalahOfficeAttributes *attributes)
{
  gboolean *encrypted = data;

  *encrypted |= strcmp (name, "manifest:encryption-data") == 0;
  return TRUE;
}

static gboolean
is_encrypted (RisalahOfficePackage *package)
{
  static const RisalahOfficeHandler handler = { .start = start_manifest_cb };
  const char *manifest = "META-INF/manifest.xml";
  gboolean encrypted = FALSE;

  if (risalah_office_package_has (package, manifest))
    risalah_office_package_read (package, manifest, &handler, &encrypted, NULL);
  return encrypted;
}

/**
 * risalah_odt_document_read:
 * @package: a package
 * @name: what to call it in an error
 * @flow: where the paragraphs go
 * @error: return location for a #RisalahTextError
 *
 * Returns: whether all of the text was read
 */
gboolean
risalah_odt_document_read (RisalahOfficePackage *package,
                           const char *name,
                           RisalahOfficeFlow *flow,
                           GError **error)
{
  static const RisalahOfficeHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (RisalahOdtStyles) styles = risalah_odt_styles_new ();
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (RisalahOfficeParagraph));
  g_autoptr (GArray) repeated = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = {
    .flow = flow, .styles = styles, .paragraphs = paragraphs, .repeated = repeated
  };

  g_return_val_if_fail (package != NULL && name != NULL && flow != NULL, FALSE);

  if (is_encrypted (package))
    {
      risalah_office_package_set_encrypted (name, error);
      return FALSE;
    }
  if (risalah_office_package_has (package, "styles.xml")
      && !risalah_office_package_read (package, "styles.xml", &handler, &reading, error))
    return FALSE;
  if (!risalah_office_package_read (package, RISALAH_ODT_CONTENT, &handler, &reading, error))
    return FALSE;
  if (reading.in_text)
    return TRUE;
  risalah_office_package_set_other (package, error);
  return FALSE;
}
