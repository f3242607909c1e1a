/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the parts of a Word document in the order in which they need one another: styles, notes,
 * text. */

#include "risalah-docx-document.h"

#include "risalah-docx-reading-private.h"
#include "risalah-docx-relations.h"

static gboolean
read_text (RisalahOfficePackage *package,
           const char *part,
           const RisalahDocxRelations *relations,
           RisalahDocxReading *reading,
           GError **error)
{
  static const char *const notes[] = { "footnotes", "endnotes" };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      const char *found = risalah_docx_relations_find (relations, notes[i]);

      if (found != NULL && risalah_office_package_has (package, found)
          && !risalah_office_package_read (package, found, &risalah_docx_handler, reading, error))
        return FALSE;
    }
  if (!risalah_office_package_read (package, part, &risalah_docx_handler, reading, error))
    return FALSE;
  if (reading->is_document)
    return TRUE;
  risalah_office_package_set_other (package, error);
  return FALSE;
}

/**
 * risalah_docx_document_read:
 * @package: a package
 * @part: its main part, like "word/document.xml"
 * @flow: where the paragraphs go
 * @error: return location for a #RisalahTextError
 *
 * Returns: whether all of the text was read
 */
gboolean
risalah_docx_document_read (RisalahOfficePackage *package,
                            const char *part,
                            RisalahOfficeFlow *flow,
                            GError **error)
{
  g_autoptr (RisalahDocxRelations) relations = NULL;
  g_autoptr (RisalahDocxStyles) styles = risalah_docx_styles_new ();
  g_auto (RisalahDocxReading) reading = { NULL };
  const char *found;

  g_return_val_if_fail (package != NULL && part != NULL && flow != NULL, FALSE);

  risalah_docx_reading_init (&reading, flow, styles);
  relations = risalah_docx_relations_new (package, part);
  found = risalah_docx_relations_find (relations, "styles");
  if (found != NULL && risalah_office_package_has (package, found)
      && !risalah_docx_styles_read (styles, package, found, error))
    return FALSE;
  return read_text (package, part, relations, &reading, error);
}
