/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shingles and texts, for the files that store sources. */
#pragma once

#include "risalah-article.h"
#include "risalah-reprints.h"

G_BEGIN_DECLS

gboolean risalah_reprints_store            (RisalahConnection      *connection,
                                            gint64                  source,
                                            const RisalahShingles  *shingles,
                                            GError                **error);
gboolean risalah_reprints_group            (RisalahConnection      *connection,
                                            gint64                  source,
                                            gint64                  other,
                                            gboolean                by_analyst,
                                            GError                **error);
gboolean risalah_source_texts_make_current (RisalahConnection      *connection,
                                            gint64                  source,
                                            gint64                  text,
                                            const RisalahArticle   *article,
                                            GError                **error);

G_END_DECLS
