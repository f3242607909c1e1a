/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example dossier: articles, reviewed events and two finished briefs, all invented. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

gboolean risalah_session_import_example        (RisalahSession       *self,
                                                GPtrArray           **results,
                                                GCancellable         *cancellable,
                                                GError              **error);
void     risalah_session_import_example_async  (RisalahSession       *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean risalah_session_import_example_finish (RisalahSession       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
