/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page's markup says of its article. For the HTML reader. */
#pragma once

#include <libxml/tree.h>

#include "risalah-article.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahHtmlMetadata:
 * @values: what the markup states, or %NULL; @RISALAH_METADATA_LANGUAGE is only what it claims
 * @body: (nullable): the article's text, where the page's data repeat it
 */
typedef struct
{
  char *values[RISALAH_METADATA_N];
  char *body;
} RisalahHtmlMetadata;

void risalah_html_find_metadata  (RisalahHtmlMetadata  *self,
                                  xmlDoc               *document,
                                  const RisalahLexicon *lexicon);
void risalah_html_metadata_clear (RisalahHtmlMetadata  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RisalahHtmlMetadata, risalah_html_metadata_clear)

G_END_DECLS
