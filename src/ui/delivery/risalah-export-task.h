/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing an edition as a file while the window goes on. */
#pragma once

#include "risalah-delivery.h"

G_BEGIN_DECLS

void     risalah_export_task_run    (gpointer                    owner,
                                     RisalahEdition             *edition,
                                     RisalahFormat               format,
                                     GFile                      *file,
                                     RisalahExportProgressFunc   progress,
                                     GCancellable               *cancellable,
                                     GAsyncReadyCallback         callback,
                                     gpointer                    user_data);
gboolean risalah_export_task_finish (GAsyncResult               *result,
                                     RisalahExportReport        *report,
                                     GError                    **error);

G_END_DECLS
