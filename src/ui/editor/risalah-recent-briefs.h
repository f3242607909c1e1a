/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefs that were worked on last, for a menu. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void risalah_recent_briefs_fill (GMenu     *menu,
                                 GPtrArray *briefs);

G_END_DECLS
