/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between bytes, in which the text floor counts, and characters, in which everybody else does. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RisalahOffsets RisalahOffsets;

RisalahOffsets *risalah_offsets_new           (const char           *text,
                                               gsize                 length);
void            risalah_offsets_free          (RisalahOffsets       *self);
gint64          risalah_offsets_to_characters (const RisalahOffsets *self,
                                               gsize                 byte);
gsize           risalah_offsets_to_bytes      (const RisalahOffsets *self,
                                               gint64                character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOffsets, risalah_offsets_free)

G_END_DECLS
