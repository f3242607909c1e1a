/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index as the source tables keep it. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-library.h"

G_BEGIN_DECLS

/**
 * RisalahIndexState:
 *
 * Whether the index was cut by the same rules as today's words are.
 */
typedef enum
{
  RISALAH_INDEX_CURRENT,
  RISALAH_INDEX_OUTDATED,
} RisalahIndexState;

gboolean risalah_index_register (RisalahConnection *connection,
                                GError            **error);
gboolean risalah_index_create  (RisalahConnection  *connection,
                                GError            **error);
gboolean risalah_index_check   (RisalahConnection  *connection,
                                RisalahIndexState  *state,
                                GError            **error);
/* Takes a source's words out, as its row and text stand now. */
gboolean risalah_index_remove  (RisalahConnection  *connection,
                                gint64              source,
                                GError            **error);
gboolean risalah_index_add     (RisalahConnection  *connection,
                                gint64              source,
                                GError            **error);
/* Settings for many inserts at once, and back. */
gboolean risalah_index_set_bulk (RisalahConnection *connection,
                                gboolean            bulk,
                                GError            **error);
/* One slice of merging; @more says whether there is more to merge. */
gboolean risalah_index_merge   (RisalahConnection  *connection,
                                gboolean           *more,
                                GError            **error);
/* The steps of a rebuild, each in a transaction of its own. */
gboolean risalah_index_clear   (RisalahConnection  *connection,
                                GError            **error);
gboolean risalah_index_fill    (RisalahConnection  *connection,
                                gint64             *after,
                                guint               n_sources,
                                guint              *n_done,
                                GError            **error);
gboolean risalah_index_finish  (RisalahConnection  *connection,
                                GError            **error);

G_END_DECLS
