/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader's text has line breaks that the stored text has not. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RisalahOffsetMap RisalahOffsetMap;

RisalahOffsetMap *risalah_offset_map_new          (const char             *text,
                                                   const GArray           *wanted,
                                                   char                  **display);
void              risalah_offset_map_free         (RisalahOffsetMap       *self);
gint64            risalah_offset_map_to_display   (const RisalahOffsetMap *self,
                                                   gint64                  stored);
gint64            risalah_offset_map_to_stored    (const RisalahOffsetMap *self,
                                                   gint64                  displayed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOffsetMap, risalah_offset_map_free)

G_END_DECLS
