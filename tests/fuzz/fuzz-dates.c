/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the date finder: spans in order and inside the text, values that are EDTF. */

#include <string.h>

#include "fuzz.h"
#include "risalah-dates.h"

static void
check (const char *text, gsize length, const char *reference, const char *language)
{
  g_autoptr (GArray) mentions = risalah_find_dates_in_text (text, length, fuzz_get_lexicon (), reference,
                                                            language);
  gsize previous = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const RisalahDateMention *mention = &g_array_index (mentions, RisalahDateMention, i);
      g_autoptr (RisalahEdtf) edtf = NULL;

      g_assert_true (mention->start >= previous && mention->start < mention->end && mention->end <= length);
      g_assert_true (g_utf8_validate (text + mention->start, mention->end - mention->start, NULL));
      previous = mention->end;
      if (mention->edtf == NULL)
        continue;
      edtf = risalah_edtf_parse (mention->edtf, NULL);
      g_assert_nonnull (edtf);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *copy = g_strndup ((const char *)data, size);
  g_autofree char *text = g_utf8_make_valid (copy, -1);

  check (text, strlen (text), NULL, NULL);
  check (text, strlen (text), "2024-02-29", "id");
  check (text, strlen (text), "2024-02", "en");
  return 0;
}
