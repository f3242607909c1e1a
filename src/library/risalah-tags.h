/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags of sources. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/* "Latihan" and "latihan" are one tag, written as it was first. */
gboolean  risalah_tags_add     (RisalahConnection  *connection,
                                gint64              source,
                                const char         *tag,
                                GError            **error);
gboolean  risalah_tags_remove  (RisalahConnection  *connection,
                                gint64              source,
                                const char         *tag,
                                GError            **error);
gboolean  risalah_tags_rename  (RisalahConnection  *connection,
                                const char         *tag,
                                const char         *new_name,
                                GError            **error);
/* (transfer full) (array zero-terminated=1): all tags in use, in order. */
char    **risalah_tags_list    (RisalahConnection  *connection,
                                GError            **error);

G_END_DECLS
