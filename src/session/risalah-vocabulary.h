/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabulary that comes with Risalah, with the analyst's own additions. */
#pragma once

#include "risalah-lexicon.h"

G_BEGIN_DECLS

RisalahLexicon *risalah_vocabulary_open (GError **error);

G_END_DECLS
