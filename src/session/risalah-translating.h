/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translation pairs: the version of a brief in the other language. */
#pragma once

#include "risalah-document.h"
#include "risalah-open-brief.h"

G_BEGIN_DECLS

void              risalah_session_new_translation_async  (RisalahSession       *self,
                                                          const char           *uid,
                                                          RisalahDocument      *document,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
RisalahOpenBrief *risalah_session_new_translation_finish (RisalahSession       *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void              risalah_session_pair_brief_async       (RisalahSession       *self,
                                                          gint64                brief,
                                                          const char           *uid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
RisalahOpenBrief *risalah_session_pair_brief_finish      (RisalahSession       *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void              risalah_session_open_pair_async        (RisalahSession       *self,
                                                          RisalahDocument      *document,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
RisalahOpenBrief *risalah_session_open_pair_finish       (RisalahSession       *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
