/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an edition to a file for word processors. It is laid out first: only the pages tell whether
 * there is a table of contents, what its numbers are, and how wide a table's columns. */

#include "risalah-office-private.h"

/*
 * Lays @edition out, has @make make a file of it, and writes that; errors and arguments as of
 * risalah_export_pdf().
 */
gboolean
risalah_office_export (RisalahEdition *edition,
                       RisalahOfficeMakeFunc make,
                       const char *path,
                       RisalahExportReport *report,
                       RisalahExportProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RisalahOutput) output = risalah_output_open (path, error);
  g_autoptr (RisalahLayout) layout = NULL;
  g_autoptr (GBytes) file = NULL;

  if (output == NULL)
    return FALSE;
  layout = risalah_layout_new (edition, error);
  if (layout == NULL
      || !risalah_export_lay_out (layout, progress, user_data, cancellable, error))
    return FALSE;
  file = make (layout, error);
  if (file == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  risalah_output_write (output, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  if (!risalah_output_commit (output, error))
    return FALSE;
  /* Word processors make pages of their own, in faces of their own. */
  risalah_export_report_fill (report, layout->galley->problems);
  if (progress != NULL)
    progress (1, user_data);
  return TRUE;
}
