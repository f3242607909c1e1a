/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a source matches: an auxiliary function of FTS5, risalah_rank (source_fts). */
#pragma once

#include "risalah-columns-private.h"

G_BEGIN_DECLS

gboolean risalah_rank_register (RisalahConnection  *connection,
                                GError            **error);
/* Before each query that uses it: only the first @limit rows that it is called for are ranked. */
void     risalah_rank_prepare  (RisalahConnection  *connection,
                                RisalahColumns     *columns,
                                guint               limit);
void     risalah_ranking_free  (RisalahRanking     *self);

G_END_DECLS
