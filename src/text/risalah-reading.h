/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in: a file's bytes, of any format that Risalah reads, become an article. */
#pragma once

#include <glib.h>

#include "risalah-article.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahReadOptions:
 * @charset: (nullable): the character set that came with the bytes from outside
 * @mime_type: (nullable): the content type that came with the bytes, "text/html" for a pasted page
 * @language: (nullable): ISO 639-1, the language of a text too short to tell
 *
 * What the caller knows of the bytes beside their name.
 */
typedef struct
{
  const char *charset;
  const char *mime_type;
  const char *language;
} RisalahReadOptions;

RisalahArticle *risalah_read_article        (GBytes                   *bytes,
                                             const char               *name,
                                             const RisalahLexicon     *lexicon,
                                             const RisalahReadOptions *options,
                                             GError                  **error);
gboolean        risalah_reading_needs_limits (GBytes                   *bytes,
                                             const char               *name,
                                             const RisalahReadOptions *options);
const char     *risalah_reading_get_version (void);

G_END_DECLS
