/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every fuzz target has: libFuzzer's entry point, and the checks on an article. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "risalah-article.h"
#include "risalah-lexicon.h"

int                   LLVMFuzzerTestOneInput (const uint8_t        *data,
                                              size_t                size);

const RisalahLexicon *fuzz_get_lexicon       (void);
void                  fuzz_check_article     (const RisalahArticle *article);
