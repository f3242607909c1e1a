/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query's filters, ready to be asked of many rows. */
#pragma once

#include "risalah-columns-private.h"

G_BEGIN_DECLS

typedef struct _RisalahFilters RisalahFilters;

RisalahFilters *risalah_filters_new   (RisalahColumns           *columns,
                                       const RisalahLexicon     *lexicon,
                                       const RisalahQuery       *query);
void            risalah_filters_free  (RisalahFilters           *self);
gboolean        risalah_filters_admit (const RisalahFilters     *self,
                                       const RisalahColumnsRow  *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahFilters, risalah_filters_free)

G_END_DECLS
