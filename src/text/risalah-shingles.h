/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Near-equal texts: word shingles, MinHash bands that propose a reprint, and what decides it. */
#pragma once

#include <glib.h>

#include "risalah-article.h"

G_BEGIN_DECLS

/* 128 MinHash values in 32 bands of 4: pairs of a Jaccard similarity of 0.7 meet in at least one
 * band with a probability of 0.9998, pairs of 0.5 with 0.87 and pairs of 0.2 with 0.05. */
#define RISALAH_SHINGLES_N_BANDS 32

/* From this Jaccard similarity on two texts may be one story. */
#define RISALAH_SHINGLES_LIKE 0.5

typedef struct _RisalahShingles RisalahShingles;

RisalahShingles *risalah_shingles_new         (const char            *text,
                                               const RisalahBlock    *blocks,
                                               guint                  n_blocks);
RisalahShingles *risalah_shingles_new_for_article (const RisalahArticle *article);
void             risalah_shingles_free        (RisalahShingles       *self);
guint            risalah_shingles_get_size    (const RisalahShingles *self);
const guint64   *risalah_shingles_get_bands   (const RisalahShingles *self,
                                               guint                 *n_bands);
double           risalah_shingles_compare     (const RisalahShingles *self,
                                               const RisalahShingles *other);
gboolean         risalah_shingles_is_reprint  (const RisalahShingles *self,
                                               const RisalahShingles *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahShingles, risalah_shingles_free)

G_END_DECLS
