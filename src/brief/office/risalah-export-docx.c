/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story as a DOCX file, which Word and its like open. */

#include "risalah-docx-private.h"

/* The short rule above the notes of a page, which Word counts among them. */
static const char separators[]
    = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:pStyle w:val=\"Normal\"/>"
      "<w:spacing w:before=\"120\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
      "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr>"
      "<w:pStyle w:val=\"Normal\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p>"
      "</w:footnote>";

static void
write_text (RisalahDocx *self)
{
  risalah_docx_begin_part (&self->document, "w:document");
  risalah_docx_begin_part (&self->notes, "w:footnotes");
  g_string_append (self->notes.xml, separators);
  self->part = &self->document;
  risalah_docx_add_relationship (self->part, "styles", "styles.xml", FALSE);
  risalah_docx_add_relationship (self->part, "numbering", "numbering.xml", FALSE);
  risalah_docx_add_relationship (self->part, "settings", "settings.xml", FALSE);
  risalah_docx_add_relationship (self->part, "footnotes", "footnotes.xml", FALSE);
  g_string_append (self->part->xml, "<w:body>");
  risalah_office_walk_body (self->walk);
  risalah_docx_close_table (self);
  risalah_docx_append_section (self);
  g_string_append (self->part->xml, "</w:body>");
  risalah_docx_end_part (self, &self->document, "w:document", "word/document.xml");
  risalah_docx_end_part (self, &self->notes, "w:footnotes", "word/footnotes.xml");
}

static GBytes *
make_docx (RisalahLayout *layout, GError **error)
{
  g_autoptr (RisalahZip) zip = risalah_zip_new (layout->edition->date);
  RisalahDocx docx = { .layout = layout, .zip = zip };

  docx.walk = risalah_office_walk_new (layout, &risalah_docx_format, &docx);
  docx.lists = g_array_new (FALSE, FALSE, sizeof (guint));
  risalah_docx_add_package (&docx);
  write_text (&docx);
  risalah_docx_add_styles (&docx);
  risalah_docx_add_numbering (&docx);
  risalah_docx_add_settings (&docx);
  g_array_unref (docx.lists);
  risalah_office_walk_free (docx.walk);
  return risalah_zip_finish (zip, error);
}

/**
 * risalah_export_docx:
 * @edition: what to export
 * @path: where the file is to stand
 * @report: (out) (optional): what was written; cleared by the caller
 * @progress: (nullable): told how far it is
 * @user_data: handed to @progress
 * @cancellable: (nullable): stops it before the file is written
 * @error: RISALAH_BRIEF_ERROR_FONT, RISALAH_BRIEF_ERROR_OUTPUT, or G_IO_ERROR_CANCELLED; an
 *   earlier file at @path is then as it was
 *
 * Writes the brief for Word, with styles, notes and fields of Word's own. It may run on any
 * thread.
 *
 * Returns: whether the file stands at @path, complete
 */
gboolean
risalah_export_docx (RisalahEdition *edition,
                     const char *path,
                     RisalahExportReport *report,
                     RisalahExportProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  return risalah_office_export (edition, make_docx, path, report, progress, user_data, cancellable,
                                error);
}
