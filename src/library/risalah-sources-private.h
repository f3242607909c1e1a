/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sources come in: for the importer. */
#pragma once

#include "risalah-sources.h"

G_BEGIN_DECLS

/* A new source with what @article says of itself, without a text; returns its id, 0 on an error.
 * @name: (nullable): labels one that has neither title nor words. */
gint64   risalah_sources_add            (RisalahConnection     *connection,
                                         const RisalahArticle  *article,
                                         const char            *name,
                                         GError               **error);
gboolean risalah_sources_set_words      (RisalahConnection     *connection,
                                         gint64                 id,
                                         gint64                 text,
                                         guint                  words,
                                         const char            *label,
                                         GError               **error);
/* Keys, sorted and unique; the source's derived columns. */
gboolean risalah_sources_set_derived    (RisalahConnection     *connection,
                                         gint64                 id,
                                         const char            *column,
                                         GPtrArray             *keys,
                                         GError               **error);
char    *risalah_source_make_label      (const char            *title,
                                         const char            *text,
                                         const RisalahBlock    *blocks,
                                         guint                  n_blocks);
guint    risalah_source_count_words     (const char            *text,
                                         gsize                  length);
gint64   risalah_source_key_of_url      (const char            *url);
char    *risalah_source_canonical_url   (const char            *url);
gint64   risalah_publishers_take        (RisalahConnection     *connection,
                                         const char            *name,
                                         GError               **error);
char    *risalah_fold_name              (const char            *name);

G_END_DECLS
