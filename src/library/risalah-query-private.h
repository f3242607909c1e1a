/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parsed query's parts, for search. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-query.h"

G_BEGIN_DECLS

/**
 * RisalahTerm:
 * @words: (element-type utf8): folded words
 * @exact: they must stand one after the other as they are written
 * @prefix: the last word is only begun
 * @excluded: a match must not have it
 * @title: only words of the title count
 * @or_before: an alternative to the term before
 */
typedef struct
{
  GPtrArray *words;
  gboolean exact;
  gboolean prefix;
  gboolean excluded;
  gboolean title;
  gboolean or_before;
} RisalahTerm;

/* (transfer none) (element-type RisalahTerm *) */
GPtrArray *risalah_query_get_terms        (const RisalahQuery  *self);

/* FTS5's MATCH for what must be there; NULL where nothing must. @ranking: written forms count more
 * than stems. */
char      *risalah_query_compile          (const RisalahQuery  *self,
                                           const RisalahLexicon *lexicon,
                                           RisalahStemmer      *stemmer,
                                           gboolean             ranking);
/* For what must not; NULL where nothing is excluded by words. Exact phrases are not in it. */
char      *risalah_query_compile_excluded (const RisalahQuery  *self,
                                           const RisalahLexicon *lexicon,
                                           RisalahStemmer      *stemmer);
/* Whether exact phrases have to be looked up in the stored texts. */
gboolean   risalah_query_has_exact        (const RisalahQuery  *self);

G_END_DECLS
