/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format's reader gives to the table in risalah-reading.c: a new format is one file and
 * one line there. */
#pragma once

#include "risalah-reading.h"

G_BEGIN_DECLS

/**
 * RisalahReader:
 * @name: of the format, for the stored text's provenance: "text", "html", "office"
 * @version: raised whenever the same bytes would give another text
 * @needs_limits: whether the bytes are read in risalah-reader only
 * @recognize: how sure the reader is that the bytes are its own, from 0 to 100; content counts
 *   more than the name. @head is the beginning of the bytes
 * @read: reads @bytes; language, boilerplate and what the text says of itself come afterwards
 * @settle: (nullable): has a second look once the boilerplate is marked
 */
typedef struct
{
  const char *name;
  guint version;
  gboolean needs_limits;
  guint (*recognize) (const char *head,
                      gsize length,
                      const char *name,
                      const RisalahReadOptions *options);
  RisalahArticle *(*read) (GBytes *bytes,
                           const char *name,
                           const RisalahLexicon *lexicon,
                           const RisalahReadOptions *options,
                           GError **error);
  void (*settle) (RisalahArticle *article);
} RisalahReader;

extern const RisalahReader risalah_html_reader;
extern const RisalahReader risalah_office_reader;
extern const RisalahReader risalah_plain_reader;

G_END_DECLS
