/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passage to quote or cite where none was selected: what proves an event, what a search found. */
#pragma once

#include "risalah-query.h"
#include "risalah-quotation.h"
#include "risalah-session.h"

G_BEGIN_DECLS

RisalahQuotation *risalah_session_find_evidence       (RisalahSession       *self,
                                                       gint64                event,
                                                       gboolean              store,
                                                       GError              **error);
void              risalah_session_find_evidence_async (RisalahSession       *self,
                                                       gint64                event,
                                                       gboolean              store,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
RisalahQuotation *risalah_session_find_match          (RisalahSession       *self,
                                                       gint64                source,
                                                       RisalahQuery         *query,
                                                       gboolean              store,
                                                       GError              **error);
void              risalah_session_find_match_async    (RisalahSession       *self,
                                                       gint64                source,
                                                       RisalahQuery         *query,
                                                       gboolean              store,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
RisalahQuotation *risalah_session_find_passage_finish (RisalahSession       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
