/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked for among the sources and what was found: the state behind the list, no widget. */
#pragma once

#include "risalah-lazy-list.h"
#include "risalah-library.h"
#include "risalah-search.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_SOURCE_SEARCH (risalah_source_search_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSourceSearch, risalah_source_search, RISALAH, SOURCE_SEARCH, GObject)

RisalahSourceSearch *risalah_source_search_new        (RisalahLibrary      *library);
RisalahLazyList     *risalah_source_search_get_list   (RisalahSourceSearch *self);
void                 risalah_source_search_set_text   (RisalahSourceSearch *self,
                                                       const char          *text);
const char          *risalah_source_search_get_text   (RisalahSourceSearch *self);
void                 risalah_source_search_set_sort   (RisalahSourceSearch *self,
                                                       RisalahSort          sort);
void                 risalah_source_search_set_filter (RisalahSourceSearch *self,
                                                       RisalahField         field,
                                                       const char          *value,
                                                       gboolean             active);
gboolean             risalah_source_search_has_filter (RisalahSourceSearch *self,
                                                       RisalahField         field,
                                                       const char          *value);
const char * const  *risalah_source_search_get_filters (RisalahSourceSearch *self,
                                                       RisalahField         field);
void                 risalah_source_search_clear      (RisalahSourceSearch *self);
gboolean             risalah_source_search_is_narrowed (RisalahSourceSearch *self);
gboolean             risalah_source_search_is_settled (RisalahSourceSearch *self);
RisalahSearchResult *risalah_source_search_get_result (RisalahSourceSearch *self);
gint64               risalah_source_search_get_n_sources (RisalahSourceSearch *self);
const GError        *risalah_source_search_get_error  (RisalahSourceSearch *self);

G_END_DECLS
