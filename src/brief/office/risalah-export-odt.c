/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story as an ODT file, which LibreOffice, Word and their like open. */

#include <string.h>

#include "risalah-odt-private.h"

static const char type[] = "application/vnd.oasis.opendocument.text";

static GBytes *
make_odt (RisalahLayout *layout, GError **error)
{
  g_autoptr (RisalahZip) zip = risalah_zip_new (layout->edition->date);
  g_autoptr (GString) manifest = g_string_new (NULL);
  RisalahOdt odt = { .layout = layout, .zip = zip, .manifest = manifest };
  RisalahOdtPart content;

  risalah_zip_add (zip, "mimetype", type, strlen (type), FALSE);
  odt.walk = risalah_office_walk_new (layout, &risalah_odt_format, &odt);
  odt.lists = g_array_new (FALSE, FALSE, sizeof (gboolean));
  odt.tables = g_array_new (FALSE, FALSE, sizeof (RisalahOfficeTable));
  risalah_odt_part_init (&content);
  odt.part = &content;
  risalah_office_walk_body (odt.walk);
  risalah_odt_close_lists (&odt, 0);
  risalah_odt_add_content (&odt, &content);
  risalah_odt_add_styles (&odt);
  risalah_odt_add_package (&odt);
  risalah_odt_part_clear (&content);
  g_array_unref (odt.tables);
  g_array_unref (odt.lists);
  risalah_office_walk_free (odt.walk);
  return risalah_zip_finish (zip, error);
}

/**
 * risalah_export_odt:
 * @edition: what to export
 * @path: where the file is to stand
 * @report: (out) (optional): what was written; cleared by the caller
 * @progress: (nullable): told how far it is
 * @user_data: handed to @progress
 * @cancellable: (nullable): stops it before the file is written
 * @error: RISALAH_BRIEF_ERROR_FONT, RISALAH_BRIEF_ERROR_OUTPUT, or G_IO_ERROR_CANCELLED; an
 *   earlier file at @path is then as it was
 *
 * Writes the brief as OpenDocument text, with styles, notes and fields that can be worked with. It
 * may run on any thread.
 *
 * Returns: whether the file stands at @path, complete
 */
gboolean
risalah_export_odt (RisalahEdition *edition,
                    const char *path,
                    RisalahExportReport *report,
                    RisalahExportProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  return risalah_office_export (edition, make_odt, path, report, progress, user_data, cancellable,
                                error);
}
