/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index's tokenizer, and the same cutting for texts outside the index. */
#pragma once

#include "risalah-connection-private.h"

G_BEGIN_DECLS

/* Before a text in an FTS5 query: look for the words as they are written, not for their stems. */
#define RISALAH_SURFACE_MARK "\001"

gboolean     risalah_fts_tokenizer_register (RisalahConnection *connection, GError **error);
fts5_api    *risalah_fts_get_api            (RisalahConnection *connection, GError **error);

G_END_DECLS
