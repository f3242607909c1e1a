/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own lexicon, for tests. */
#pragma once

#include "risalah-lexicon.h"

static inline RisalahLexicon *
open_test_lexicon (void)
{
  g_autofree char *vocabulary = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *dictionaries = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "dictionaries", NULL);
  g_autoptr (GError) error = NULL;
  RisalahLexicon *lexicon
    = risalah_lexicon_open ((const char *const[]) { vocabulary, NULL }, dictionaries, &error);

  g_assert_no_error (error);
  return lexicon;
}
