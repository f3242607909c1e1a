/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the reader shows of one source, read in one go from the library. */
#pragma once

#include "risalah-dossiers.h"
#include "risalah-events.h"
#include "risalah-library.h"
#include "risalah-mentions.h"
#include "risalah-query.h"
#include "risalah-quotations.h"
#include "risalah-search.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

G_BEGIN_DECLS

/**
 * RisalahOpenSource:
 * @source: the source
 * @text: the text that is shown
 * @is_current: whether @text is the source's current one
 * @mentions: (element-type RisalahMention): what it mentions, by start
 * @events: (element-type RisalahEvent): with their evidence
 * @quotations: (element-type RisalahStoredQuotation): taken from it
 * @reprints: (element-type RisalahSource): others that tell the same in nearly the same words
 * @dossiers: (element-type RisalahDossier): those that have it
 * @matches: (nullable) (element-type RisalahMatch): what the search found in it
 */
typedef struct
{
  RisalahSource *source;
  RisalahSourceText *text;
  gboolean is_current;
  GArray *mentions;
  GPtrArray *events;
  GPtrArray *quotations;
  GPtrArray *reprints;
  GPtrArray *dossiers;
  GArray *matches;
} RisalahOpenSource;

void            risalah_open_source_free        (RisalahOpenSource       *self);
void            risalah_open_source_load_async  (RisalahLibrary       *library,
                                             gint64                source,
                                             const char           *source_uid,
                                             gint64                text,
                                             const char           *text_uid,
                                             RisalahQuery         *query,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
RisalahOpenSource *risalah_open_source_load_finish (RisalahLibrary       *library,
                                             GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOpenSource, risalah_open_source_free)

G_END_DECLS
