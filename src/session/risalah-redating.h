/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A corrected publication date, and every relative date of the article counted from it anew. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

int  risalah_session_set_published        (RisalahSession      *self,
                                           gint64               source,
                                           const char          *edtf,
                                           GError             **error);
void risalah_session_set_published_async  (RisalahSession      *self,
                                           gint64               source,
                                           const char          *edtf,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
int  risalah_session_set_published_finish (RisalahSession      *self,
                                           GAsyncResult        *result,
                                           GError             **error);

G_END_DECLS
