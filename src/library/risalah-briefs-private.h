/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files about briefs share. */
#pragma once

#include "risalah-briefs.h"

G_BEGIN_DECLS

void     risalah_briefs_hash         (const char         *body,
                                      guint8              sha256[32]);
gboolean risalah_briefs_keep_version (RisalahConnection  *connection,
                                      gint64              id,
                                      const char         *name,
                                      const char         *reason,
                                      GError            **error);
gboolean risalah_briefs_keep_automatic (RisalahConnection *connection,
                                      gint64              id,
                                      GError            **error);
gboolean risalah_brief_versions_is_stale (gint64          created_at,
                                      gint64              newer,
                                      gint64              now);

G_END_DECLS
