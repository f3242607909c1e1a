/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a brief was: its versions, and what somebody else made of it meanwhile. */
#pragma once

#include "risalah-document.h"
#include "risalah-open-brief.h"

G_BEGIN_DECLS

GPtrArray        *risalah_session_list_versions         (RisalahSession       *self,
                                                         gint64                brief,
                                                         GError              **error);
void              risalah_session_list_versions_async   (RisalahSession       *self,
                                                         gint64                brief,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
GPtrArray        *risalah_session_list_versions_finish  (RisalahSession       *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
RisalahDocument  *risalah_session_read_version          (RisalahSession       *self,
                                                         gint64                version,
                                                         GError              **error);
void              risalah_session_read_version_async    (RisalahSession       *self,
                                                         gint64                version,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
RisalahDocument  *risalah_session_read_version_finish   (RisalahSession       *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
void              risalah_session_keep_version_async    (RisalahSession       *self,
                                                         gint64                brief,
                                                         RisalahDocument      *document,
                                                         const char           *name,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean          risalah_session_keep_version_finish   (RisalahSession       *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
void              risalah_session_find_changes_async    (RisalahSession       *self,
                                                         RisalahOpenBrief     *brief,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
RisalahOpenBrief *risalah_session_find_changes_finish   (RisalahSession       *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
