/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a brief with all that the library knows of its sources. */
#pragma once

#include "risalah-check.h"
#include "risalah-session.h"

G_BEGIN_DECLS

/* (element-type RisalahFinding), in the document's order. */
GPtrArray      *risalah_session_check_document        (RisalahSession       *self,
                                                       RisalahDocument      *document,
                                                       GError              **error);
void            risalah_session_check_document_async  (RisalahSession       *self,
                                                       RisalahDocument      *document,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
GPtrArray      *risalah_session_check_document_finish (RisalahSession       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
/* Checks a stored brief and keeps the count of its problems. */
GPtrArray      *risalah_session_check_brief           (RisalahSession       *self,
                                                       gint64                brief,
                                                       GError              **error);

G_END_DECLS
