/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a query's words in a text outside the index: for snippets, marks and exact phrases. */
#pragma once

#include "risalah-query-private.h"

G_BEGIN_DECLS

typedef struct _RisalahMatcher RisalahMatcher;

/* A match, in bytes of the text; @term counts the query's words and phrases. */
typedef struct
{
  gsize start;
  gsize end;
  guint term;
} RisalahByteMatch;

/* @lexicon: (nullable): other names of the glossary's terms match too; not for a confirmation. */
RisalahMatcher *risalah_matcher_new        (const RisalahQuery  *query,
                                            const RisalahLexicon *lexicon,
                                            RisalahStemmer      *stemmer);
void            risalah_matcher_free       (RisalahMatcher      *self);
/* Adds the matches in @text[start..end) to @matches; stops after @limit of them. */
void            risalah_matcher_find       (RisalahMatcher      *self,
                                            const char          *text,
                                            gsize                start,
                                            gsize                end,
                                            guint                limit,
                                            GArray              *matches);
/* Begins the confirmation of a source; then every text of it; then the answer. */
void            risalah_matcher_begin      (RisalahMatcher      *self);
void            risalah_matcher_look       (RisalahMatcher      *self,
                                            const char          *text,
                                            gsize                start,
                                            gsize                end);
gboolean        risalah_matcher_confirms   (RisalahMatcher      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahMatcher, risalah_matcher_free)

G_END_DECLS
