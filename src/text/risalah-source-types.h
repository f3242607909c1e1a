/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of source a text is. */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

const char *risalah_source_types_find (const RisalahLexicon *lexicon,
                                       const char           *line,
                                       gboolean              is_title);

/* For the lexicon. */
gpointer    risalah_source_types_load (const RisalahLexicon *lexicon,
                                       GError              **error);
void        risalah_source_types_free (gpointer              types);

G_END_DECLS
