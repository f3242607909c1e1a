/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text's blocks as they are stored, one packed blob. */
#pragma once

#include <glib.h>

#include "risalah-article.h"

G_BEGIN_DECLS

/* @blocks count bytes of @text; the blob counts characters. */
GByteArray   *risalah_blocks_pack       (const char          *text,
                                         gsize                length,
                                         const RisalahBlock  *blocks,
                                         guint                n_blocks);
/* Offsets in characters; %NULL where the blob is damaged. */
RisalahBlock *risalah_blocks_unpack     (const guint8        *data,
                                         gsize                length,
                                         guint               *n_blocks);
gboolean      risalah_blocks_any_dropped (const guint8       *data,
                                         gsize                length);
/* The text without its dropped blocks. */
GString      *risalah_blocks_keep       (const char          *text,
                                         gsize                text_length,
                                         const guint8        *data,
                                         gsize                length);
/* The blob with one block's flag set; %NULL where there is no such block. */
GByteArray   *risalah_blocks_set_dropped (const guint8       *data,
                                         gsize                length,
                                         guint                block,
                                         gboolean             dropped);

/* Little-endian groups of seven bits (LEB128). */
void          risalah_varint_append     (GByteArray          *array,
                                         guint64              value);
gboolean      risalah_varint_read       (const guint8       **at,
                                         const guint8        *end,
                                         guint64             *value);

G_END_DECLS
