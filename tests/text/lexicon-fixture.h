/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own lexicon, for tests. */
#pragma once

#include "risalah-lexicon.h"

/* With the tables of @further as an analyst's own, unless it is NULL. */
static inline RisalahLexicon *
open_test_lexicon_with (const char *further)
{
  const char *data = g_getenv ("RISALAH_DATA_DIR");
  g_autofree char *vocabulary = g_build_filename (data, "vocabulary", NULL);
  g_autofree char *dictionaries = g_build_filename (data, "dictionaries", NULL);
  const char *const folders[] = { vocabulary, further, NULL };
  g_autoptr (GError) error = NULL;
  RisalahLexicon *lexicon = risalah_lexicon_open (folders, dictionaries, &error);

  g_assert_no_error (error);
  return lexicon;
}

static inline RisalahLexicon *
open_test_lexicon (void)
{
  return open_test_lexicon_with (NULL);
}
