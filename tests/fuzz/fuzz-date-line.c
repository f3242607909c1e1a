/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the lines, values, addresses and datelines that may state a date. */

#include <string.h>

#include "fuzz.h"
#include "risalah-dateline.h"
#include "risalah-stated-date.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const RisalahLexicon *lexicon = fuzz_get_lexicon ();
  g_autofree char *copy = g_strndup ((const char *)data, size);
  g_autofree char *line = g_utf8_make_valid (copy, -1);
  gsize length = strlen (line);
  g_autofree char *of_line = risalah_stated_date_from_line (line, length, lexicon);
  g_autofree char *of_value = risalah_stated_date_from_value (line, lexicon);
  g_autofree char *of_url = risalah_stated_date_from_url (line);
  g_auto (RisalahDateline) dateline = { NULL };

  g_assert_true (of_line == NULL || strlen (of_line) == strlen ("2025-01-01"));
  g_assert_true (of_value == NULL || g_utf8_validate (of_value, -1, NULL));
  g_assert_true (of_url == NULL || strlen (of_url) == strlen ("2025-01-01"));
  if (risalah_dateline_parse (&dateline, line, length, lexicon))
    g_assert_true (dateline.end <= length);
  return 0;
}
