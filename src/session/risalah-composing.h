/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting stored quotations and citations into a brief that nobody edits at the moment. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

gboolean risalah_session_append_quotation (RisalahSession  *self,
                                           gint64           brief,
                                           gint64           quotation,
                                           guint            section,
                                           GError         **error);
gboolean risalah_session_append_citation  (RisalahSession  *self,
                                           gint64           brief,
                                           gint64           source,
                                           gint64           start,
                                           gint64           end,
                                           GError         **error);

G_END_DECLS
