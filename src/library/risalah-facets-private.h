/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a source can be filtered and counted by, read from its row. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-query.h"

G_BEGIN_DECLS

/* The columns that risalah_facets_for_each() reads, the first ones of its statement. */
#define RISALAH_FACET_COLUMNS \
  "s.id, s.earliest, p.name, coalesce (s.reliability, p.reliability), s.language, s.type," \
  " s.countries, s.kinds, s.topics"
#define RISALAH_FACET_TABLES "source s LEFT JOIN publisher p ON p.id = s.publisher"
#define RISALAH_FACET_N_COLUMNS 9

/* Stands for a value that is not known. */
#define RISALAH_FACET_NONE "none"

typedef void (*RisalahFacetFunc) (RisalahField field, const char *value, gpointer data);

void     risalah_facets_for_each       (RisalahStatement   *row,
                                        RisalahFacetFunc    func,
                                        gpointer            data);
/* Tags and dossiers. */
gboolean risalah_facets_for_each_shelf (RisalahConnection  *connection,
                                        gint64              source,
                                        RisalahFacetFunc    func,
                                        gpointer            data,
                                        GError            **error);

G_END_DECLS
