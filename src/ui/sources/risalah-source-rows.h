/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the list of sources. */
#pragma once

#include "risalah-lazy-list.h"
#include "risalah-library.h"
#include "risalah-search.h"
#include "risalah-sources.h"

G_BEGIN_DECLS

/**
 * RisalahSourceRow:
 * @source: the source
 * @snippet: (nullable): the passage that matched; %NULL without words in the query
 *
 * The row of a #RisalahLazyItem.
 */
typedef struct
{
  RisalahSource *source;
  RisalahSnippet *snippet;
} RisalahSourceRow;

void risalah_source_row_free        (gpointer         data);
void risalah_source_rows_load_async (RisalahLibrary  *library,
                                     RisalahQuery    *query,
                                     RisalahLazyList *list,
                                     const gint64    *ids,
                                     guint            n_ids);

G_END_DECLS
