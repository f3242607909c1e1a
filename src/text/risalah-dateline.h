/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Datelines: the place, publisher and date that stand before an article's first sentence. */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahDateline:
 * @place: (nullable): the place, "Jakarta"
 * @publisher: (nullable): the publisher, "CNN Indonesia", "Genews.co.id"
 * @published: (nullable): the day, in EDTF
 * @agency: (nullable): a credited agency's name
 * @end: the first byte of the sentence itself; 0 where there is no dateline
 */
typedef struct
{
  char *place;
  char *publisher;
  char *published;
  char *agency;
  gsize end;
} RisalahDateline;

gboolean    risalah_dateline_parse (RisalahDateline      *self,
                                    const char           *paragraph,
                                    gsize                 length,
                                    const RisalahLexicon *lexicon);
void        risalah_dateline_clear (RisalahDateline      *self);
const char *risalah_find_agency    (const char           *name,
                                    gsize                 length,
                                    const RisalahLexicon *lexicon);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RisalahDateline, risalah_dateline_clear)

G_END_DECLS
