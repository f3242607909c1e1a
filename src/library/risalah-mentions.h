/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text mentions, one packed blob a text. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahMentionKind:
 * @RISALAH_MENTION_COUNTRY: the key is its ISO 3166 code
 * @RISALAH_MENTION_ORGANISATION: the key is that of the vocabulary
 * @RISALAH_MENTION_PERSON: the key is the full name
 * @RISALAH_MENTION_DATE: the key is EDTF, "" for a vague one
 * @RISALAH_MENTION_QUOTATION: speech; the key is the speaker, "" where unknown
 */
typedef enum
{
  RISALAH_MENTION_COUNTRY,
  RISALAH_MENTION_ORGANISATION,
  RISALAH_MENTION_PERSON,
  RISALAH_MENTION_DATE,
  RISALAH_MENTION_QUOTATION,
} RisalahMentionKind;

/**
 * RisalahMention:
 * @kind: of what
 * @start: first character in the stored text
 * @end: character after the last
 * @key: an interned string (g_intern_string())
 */
typedef struct
{
  RisalahMentionKind kind;
  gint64 start;
  gint64 end;
  const char *key;
} RisalahMention;

/* (element-type RisalahMention), by start. Setting them also sets the source's countries and topics
 * where the text is its current one. */
gboolean  risalah_mentions_set  (RisalahConnection  *connection,
                                 gint64              text,
                                 GArray             *mentions,
                                 GError            **error);
GArray   *risalah_mentions_get  (RisalahConnection  *connection,
                                 gint64              text,
                                 GError            **error);

G_END_DECLS
