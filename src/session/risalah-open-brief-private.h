/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing a document as a new brief, for the session's own transactions. */
#pragma once

#include "risalah-briefs.h"
#include "risalah-document.h"

G_BEGIN_DECLS

gint64 risalah_open_brief_store (RisalahConnection *connection,
                                 const char        *uid,
                                 RisalahDocument   *document,
                                 GError           **error);

G_END_DECLS
