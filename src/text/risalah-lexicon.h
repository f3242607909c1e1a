/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text floor knows: an immutable set of tables, opened once by the caller. */
#pragma once

#include <glib.h>

#include "risalah-table.h"

G_BEGIN_DECLS

typedef struct _RisalahLexicon RisalahLexicon;

RisalahLexicon     *risalah_lexicon_open           (const char * const   *vocabulary_dirs,
                                                    const char           *dictionary_dir,
                                                    GError              **error);
RisalahLexicon     *risalah_lexicon_ref            (RisalahLexicon       *self);
void                risalah_lexicon_unref          (RisalahLexicon       *self);
const RisalahTable *risalah_lexicon_get_table      (const RisalahLexicon *self,
                                                    const char           *name);
const char         *risalah_lexicon_get_dictionary_dir (const RisalahLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahLexicon, risalah_lexicon_unref)

G_END_DECLS
