/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edition as a file. It is written beside its place and then renamed: whole, or not at all. */
#pragma once

#include <gio/gio.h>

#include "risalah-edition.h"

G_BEGIN_DECLS

/**
 * RisalahExportProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: what was given with it
 *
 * Called on the thread that exports, at most once a page.
 */
typedef void (*RisalahExportProgressFunc) (double fraction, gpointer user_data);

/**
 * RisalahExportReport:
 * @n_pages: how many pages the file has, 0 where it has none
 * @problems: (nullable): what the analyst should know, a sentence each: characters without a
 *   glyph, pictures left out
 */
typedef struct
{
  guint n_pages;
  GStrv problems;
} RisalahExportReport;

gboolean risalah_export_pdf          (RisalahEdition             *edition,
                                      const char                 *path,
                                      RisalahExportReport        *report,
                                      RisalahExportProgressFunc   progress,
                                      gpointer                    user_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);
gboolean risalah_export_docx         (RisalahEdition             *edition,
                                      const char                 *path,
                                      RisalahExportReport        *report,
                                      RisalahExportProgressFunc   progress,
                                      gpointer                    user_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);
gboolean risalah_export_odt          (RisalahEdition             *edition,
                                      const char                 *path,
                                      RisalahExportReport        *report,
                                      RisalahExportProgressFunc   progress,
                                      gpointer                    user_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);
gboolean risalah_export_html         (RisalahEdition             *edition,
                                      const char                 *path,
                                      RisalahExportReport        *report,
                                      RisalahExportProgressFunc   progress,
                                      gpointer                    user_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);
gboolean risalah_export_markdown     (RisalahEdition             *edition,
                                      const char                 *path,
                                      RisalahExportReport        *report,
                                      RisalahExportProgressFunc   progress,
                                      gpointer                    user_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);
gboolean risalah_export_xhtml        (RisalahEdition             *edition,
                                      const char                 *path,
                                      RisalahExportReport        *report,
                                      RisalahExportProgressFunc   progress,
                                      gpointer                    user_data,
                                      GCancellable               *cancellable,
                                      GError                    **error);
void     risalah_export_report_clear (RisalahExportReport        *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RisalahExportReport, risalah_export_report_clear)

G_END_DECLS
