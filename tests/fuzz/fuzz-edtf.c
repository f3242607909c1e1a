/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes EDTF: what is read is written as it was read, and its bounds are in order. */

#include <string.h>

#include "fuzz.h"
#include "risalah-edtf.h"

/* Gives each key back, so that every pattern is one without parts. */
static const char *
lookup (const char *key, gpointer user_data)
{
  return NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  g_autofree char *words = NULL;
  g_autoptr (RisalahEdtf) edtf = NULL;
  g_autoptr (RisalahEdtf) again = NULL;
  gsize offset = 0;
  gint64 earliest;
  gint64 latest;

  edtf = risalah_edtf_parse_at (text, &offset, &error);
  if (edtf == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (offset, <=, strlen (text));
      return 0;
    }
  written = risalah_edtf_to_string (edtf);
  again = risalah_edtf_parse (written, NULL);
  g_assert_nonnull (again);
  g_assert_true (risalah_edtf_equal (edtf, again));
  g_assert_cmpint (risalah_edtf_compare (edtf, again), ==, 0);
  if (risalah_edtf_get_earliest (edtf, &earliest) && risalah_edtf_get_latest (edtf, &latest))
    g_assert_cmpint (earliest, <=, latest);
  g_assert_cmpint (risalah_edtf_get_level (edtf), <=, 2);
  words = risalah_edtf_to_words (edtf, RISALAH_EDTF_MOD_LATE, lookup, NULL);
  g_assert_nonnull (words);
  return 0;
}
