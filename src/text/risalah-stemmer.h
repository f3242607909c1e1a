/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word stems for Indonesian and English, a function of the folded word alone. */
#pragma once

#include <glib.h>

#include "risalah-lexicon.h"

G_BEGIN_DECLS

#define RISALAH_STEMS_MAX 2

/**
 * RisalahStems:
 * @n: how many stems there are, 0 to %RISALAH_STEMS_MAX; 0 where the word is its own stem
 * @text: the stems, folded and NUL-terminated; in the stemmer until it is next asked
 * @length: their bytes
 *
 * What goes into the index beside a word, and what a finished word of a query looks for in its
 * place.
 */
typedef struct
{
  guint n;
  const char *text[RISALAH_STEMS_MAX];
  gsize length[RISALAH_STEMS_MAX];
} RisalahStems;

/* One thread uses a stemmer at a time; each thread makes its own. */
typedef struct _RisalahStemmer RisalahStemmer;

RisalahStemmer *risalah_stemmer_new             (RisalahLexicon  *lexicon,
                                                 GError         **error);
void            risalah_stemmer_free            (RisalahStemmer  *self);
void            risalah_stemmer_stem            (RisalahStemmer  *self,
                                                 const char      *folded,
                                                 gsize            length,
                                                 RisalahStems    *stems);
const char     *risalah_stemmer_join            (RisalahStemmer  *self,
                                                 const char      *first,
                                                 gsize            first_length,
                                                 const char      *second,
                                                 gsize            second_length);
gboolean        risalah_stemmer_meet            (RisalahStemmer  *self,
                                                 const char      *one,
                                                 const char      *other);
char           *risalah_stemmer_get_fingerprint (RisalahStemmer  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahStemmer, risalah_stemmer_free)

G_END_DECLS
