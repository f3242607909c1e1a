/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes that sources were read from, kept as they came (compressed by zstd, with SHA-256). */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahOriginal:
 * @id: its number in this library
 * @source: whose original it is
 * @name: the file's name, without its folder; (nullable): %NULL for what was pasted
 * @media_type: (nullable): "text/html"
 * @size: bytes, as they came
 * @created_at: microseconds since 1970 UTC
 */
typedef struct
{
  gint64 id;
  gint64 source;
  char *name;
  char *media_type;
  gint64 size;
  gint64 created_at;
} RisalahOriginal;

void             risalah_original_free         (RisalahOriginal     *self);

/* zstd, as they are stored; for the importer's threads, since it takes longer than storing. */
GBytes          *risalah_originals_compress    (GBytes              *bytes);
void             risalah_originals_hash        (GBytes              *bytes,
                                                guint8               sha256[32]);
/* Returns the id, 0 on an error. @compressed is of risalah_originals_compress(). */
gint64           risalah_originals_add         (RisalahConnection   *connection,
                                                gint64               source,
                                                const char          *name,
                                                const char          *media_type,
                                                gsize                size,
                                                const guint8         sha256[32],
                                                GBytes              *compressed,
                                                GError             **error);
/* Byte for byte what came in; CORRUPT where the SHA-256 differs. */
GBytes          *risalah_originals_get_bytes   (RisalahConnection   *connection,
                                                gint64               id,
                                                GError             **error);
/* (transfer full) (element-type RisalahOriginal): the oldest first. */
GPtrArray       *risalah_originals_list        (RisalahConnection   *connection,
                                                gint64               source,
                                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOriginal, risalah_original_free)

G_END_DECLS
