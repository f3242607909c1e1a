/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files share that read what a page's markup states. */
#pragma once

#include "risalah-html-metadata.h"

G_BEGIN_DECLS

/* Where a value stands, the surest first. */
typedef enum
{
  RISALAH_HTML_PLACE_JSON,
  RISALAH_HTML_PLACE_OPEN_GRAPH,
  RISALAH_HTML_PLACE_MICRODATA,
  RISALAH_HTML_PLACE_META,
  RISALAH_HTML_PLACE_ELEMENT,
  RISALAH_HTML_PLACE_TITLE,
  RISALAH_HTML_PLACE_NONE,
} RisalahHtmlPlace;

typedef struct
{
  char *values[RISALAH_METADATA_N];
  RisalahHtmlPlace places[RISALAH_METADATA_N];
  char *body;
  const RisalahLexicon *lexicon;
} RisalahHtmlFound;

/* Keeps a value where none stands yet at a surer place; in the second the markup's references may
 * be escaped twice. */
void  risalah_html_found_learn         (RisalahHtmlFound *found,
                                        RisalahMetadata   which,
                                        const char       *value,
                                        RisalahHtmlPlace  place);
void  risalah_html_found_learn_escaped (RisalahHtmlFound *found,
                                        RisalahMetadata   which,
                                        const char       *value,
                                        RisalahHtmlPlace  place);
void  risalah_html_found_read_json     (RisalahHtmlFound *found,
                                        xmlNode          *script);
char *risalah_html_unescape            (const char       *text);

G_END_DECLS
