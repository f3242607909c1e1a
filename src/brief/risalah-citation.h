/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citation styles: how a source is named in the text, in a note and in the bibliography. */
#pragma once

#include "risalah-reference.h"
#include "risalah-runs.h"
#include "risalah-terms.h"

G_BEGIN_DECLS

typedef struct _RisalahCitationStyle RisalahCitationStyle;
typedef struct _RisalahCitations RisalahCitations;

/**
 * RisalahCiting:
 * @source_uid: which source is cited
 * @paragraph: the paragraph counted by Risalah from 1, 0 where none is named
 * @locator: (nullable): the place as the analyst typed it: "hlm. 4", "Pasal 3"; goes before
 *   @paragraph
 * @second_hand: (nullable): the work that the source itself quotes: "Kementerian Pertahanan, 2019"
 * @prefix: (nullable): the analyst's words before it: "lihat"
 * @suffix: (nullable): the analyst's words after it
 * @suppress_author: leaves out the author, where the sentence has just named it (author–date)
 *
 * One source within a citation.
 */
typedef struct
{
  const char *source_uid;
  guint paragraph;
  const char *locator;
  const char *second_hand;
  const char *prefix;
  const char *suffix;
  gboolean suppress_author;
} RisalahCiting;

const RisalahCitationStyle *risalah_citation_style_find      (const char                 *name);
const RisalahCitationStyle *risalah_citation_style_get_nth   (guint                       index);
gboolean                    risalah_citation_style_has_notes (const RisalahCitationStyle *self);

RisalahCitations *risalah_citations_new           (const RisalahCitationStyle *style,
                                                   RisalahTerms               *terms,
                                                   GPtrArray                  *references);
void              risalah_citations_free          (RisalahCitations           *self);
RisalahRuns      *risalah_citations_cite          (RisalahCitations           *self,
                                                   const RisalahCiting        *citings,
                                                   guint                       n_citings);
guint             risalah_citations_get_n_entries (const RisalahCitations     *self);
const char       *risalah_citations_get_entry_uid (const RisalahCitations     *self,
                                                   guint                       index);
RisalahRuns      *risalah_citations_get_entry     (const RisalahCitations     *self,
                                                   guint                       index);
char             *risalah_reference_make_key      (const RisalahReference     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahCitations, risalah_citations_free)

G_END_DECLS
