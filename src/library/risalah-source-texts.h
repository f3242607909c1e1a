/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of sources: written once, never changed; only a block may be dropped or taken back. */
#pragma once

#include <glib-object.h>

#include "risalah-article.h"
#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahTextBlock:
 *
 * A #RisalahBlock whose @start and @end count characters of the stored text.
 */
typedef RisalahBlock RisalahTextBlock;

/**
 * RisalahSourceText:
 * @id: its number in this library
 * @uid: its UUID
 * @source: the source whose text it is
 * @original: the original that it was read from, an id of risalah-originals.h; 0 for pasted words
 * @reader: name and version of what read it
 * @text: every cleaned line, UTF-8 in NFC
 * @length: bytes of @text
 * @n_characters: Unicode characters of @text
 * @blocks: (array length=n_blocks): in order, offsets in characters
 * @created_at: microseconds since 1970 UTC
 *
 * An immutable, reference-counted record.
 */
typedef struct
{
  gint64 id;
  char *uid;
  gint64 source;
  gint64 original;
  char *reader;
  char *text;
  gsize length;
  gint64 n_characters;
  RisalahTextBlock *blocks;
  guint n_blocks;
  gint64 created_at;
} RisalahSourceText;

#define RISALAH_TYPE_SOURCE_TEXT (risalah_source_text_get_type ())

GType              risalah_source_text_get_type     (void);
RisalahSourceText *risalah_source_text_ref          (RisalahSourceText    *self);
void               risalah_source_text_unref        (RisalahSourceText    *self);
/* As an article with byte offsets and the source's metadata left unknown, for analysis. */
RisalahArticle    *risalah_source_text_to_article   (RisalahSourceText    *self);

/* The SHA-256 beside the text is compared each time: CORRUPT where it differs. */
RisalahSourceText *risalah_source_texts_get         (RisalahConnection    *connection,
                                                     gint64                id,
                                                     GError              **error);
RisalahSourceText *risalah_source_texts_get_current (RisalahConnection    *connection,
                                                     gint64                source,
                                                     GError              **error);
RisalahSourceText *risalah_source_texts_get_by_uid  (RisalahConnection    *connection,
                                                     const char           *uid,
                                                     GError              **error);
/* (transfer full) (element-type gint64): ids, the oldest first. */
GArray            *risalah_source_texts_list        (RisalahConnection    *connection,
                                                     gint64                source,
                                                     GError              **error);
/* Adds a text and makes it current; returns its id, 0 on an error. */
gint64             risalah_source_texts_add         (RisalahConnection    *connection,
                                                     gint64                source,
                                                     gint64                original,
                                                     const RisalahArticle *article,
                                                     const char           *reader,
                                                     GError              **error);
gboolean           risalah_source_texts_set_dropped (RisalahConnection    *connection,
                                                     gint64                id,
                                                     guint                 block,
                                                     gboolean              dropped,
                                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahSourceText, risalah_source_text_unref)

G_END_DECLS
