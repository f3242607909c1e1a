/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dossier that travels as a folder: articles, publishers' grades, reviewed events with their
 * evidence, finished briefs. The example dossier is one; its README.md describes the tables. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

gboolean risalah_dossier_folder_is_one                (const char           *path);

gboolean risalah_session_import_dossier_folder        (RisalahSession       *self,
                                                       const char           *path,
                                                       GPtrArray           **results,
                                                       GCancellable         *cancellable,
                                                       GError              **error);
/* @path NULL is the example dossier. */
void     risalah_session_import_dossier_folder_async  (RisalahSession       *self,
                                                       const char           *path,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
/* (element-type RisalahImportResult) */
GPtrArray *risalah_session_import_dossier_folder_finish (RisalahSession     *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
