/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages that a brief leads back to, as their sources hold them now. */
#pragma once

#include "risalah-document.h"
#include "risalah-session.h"

G_BEGIN_DECLS

/**
 * RisalahPassage:
 * @source: (nullable): what the source is called, with its publisher; %NULL where the library does
 *   not know it
 * @words: (nullable): the words of the passage; %NULL where a whole source is cited, or the text
 *   cannot be read
 * @following: (nullable): the clause that follows in the source
 * @verdict: whether a quotation's words stand where it says
 * @moved: (nullable): the quotation where its words stand now, with %RISALAH_VERDICT_MOVED
 *
 * One quotation or citation of the document.
 */
typedef struct
{
  char *source;
  char *words;
  char *following;
  RisalahVerdict verdict;
  RisalahQuotation *moved;
} RisalahPassage;

/**
 * RisalahPassages:
 *
 * Immutable and ref-counted.
 */
typedef struct _RisalahPassages RisalahPassages;

RisalahPassages *risalah_passages_ref              (RisalahPassages       *self);
void             risalah_passages_unref            (RisalahPassages       *self);
const RisalahPassage *
                 risalah_passages_find_quotation   (const RisalahPassages *self,
                                                    const char            *uid);
const RisalahPassage *
                 risalah_passages_find_citation    (const RisalahPassages *self,
                                                    const char            *id);
guint            risalah_passages_count_not_exact  (const RisalahPassages *self);

RisalahPassages *risalah_session_read_passages        (RisalahSession       *self,
                                                       RisalahDocument      *document,
                                                       GError              **error);
void             risalah_session_read_passages_async  (RisalahSession       *self,
                                                       RisalahDocument      *document,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
RisalahPassages *risalah_session_read_passages_finish (RisalahSession       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahPassages, risalah_passages_unref)

G_END_DECLS
