/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stemmer knows from data/vocabulary/stems.tsv and stopwords.tsv, compiled once. */
#pragma once

#include "risalah-lexicon.h"
#include "risalah-stemmer.h"

G_BEGIN_DECLS

/* Tells whether a word is a root, which affixes are taken off to find. */
typedef gboolean (*RisalahRootTest) (const char *word, gpointer user_data);

typedef struct _RisalahStemTable RisalahStemTable;

gpointer            risalah_stem_table_load    (const RisalahLexicon   *lexicon,
                                                GError                **error);
void                risalah_stem_table_free    (gpointer                self);
const char * const *risalah_stem_table_lookup  (const RisalahStemTable *self,
                                                const char             *word);
gboolean            risalah_stem_table_is_stop (const RisalahStemTable *self,
                                                const char             *word);
gboolean            risalah_stem_table_may_join (const RisalahStemTable *self,
                                                const char             *second,
                                                gsize                   length);
const char         *risalah_stem_table_join    (const RisalahStemTable *self,
                                                const char             *first,
                                                const char             *second);
const char         *risalah_stem_table_get_checksum (const RisalahStemTable *self);

const char         *risalah_stemmer_get_table_checksum (const RisalahStemmer *self);
gboolean            risalah_stemmer_strip_affixes (const char          *word,
                                                RisalahRootTest         is_root,
                                                gpointer                user_data,
                                                char                   *root);

G_END_DECLS
