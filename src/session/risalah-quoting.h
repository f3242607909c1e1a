/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a selection in a source to a stored quotation, and whether it still holds. */
#pragma once

#include "risalah-quotation.h"
#include "risalah-session.h"

G_BEGIN_DECLS

RisalahQuotation *risalah_session_quote               (RisalahSession       *self,
                                                       gint64                source,
                                                       const char           *text_uid,
                                                       gint64                start,
                                                       gint64                end,
                                                       GError              **error);
void              risalah_session_quote_async         (RisalahSession       *self,
                                                       gint64                source,
                                                       const char           *text_uid,
                                                       gint64                start,
                                                       gint64                end,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
RisalahQuotation *risalah_session_quote_finish        (RisalahSession       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
