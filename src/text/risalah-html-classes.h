/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the names on an HTML element say of it. */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahHtmlClass:
 *
 * What data/vocabulary/html-classes.tsv says of an element; several may hold.
 */
typedef enum
{
  RISALAH_HTML_CLASS_DROP = 1 << 0,
  RISALAH_HTML_CLASS_SHORT = 1 << 1,
  RISALAH_HTML_CLASS_KEEP = 1 << 2,
  RISALAH_HTML_CLASS_CAPTION = 1 << 3,
  RISALAH_HTML_CLASS_LEAD = 1 << 4,
} RisalahHtmlClass;

guint    risalah_html_classes_look_up (const RisalahLexicon *lexicon,
                                       const char           *names);

/* For the lexicon. */
gpointer risalah_html_classes_load    (const RisalahLexicon *lexicon,
                                       GError              **error);
void     risalah_html_classes_free    (gpointer              table);

G_END_DECLS
