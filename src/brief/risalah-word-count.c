/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts words: what stands between blanks and holds a letter or a digit. */

#include "risalah-word-count.h"

#include <string.h>

/**
 * risalah_count_words:
 * @text: UTF-8
 * @length: its bytes, -1 where it ends with NUL
 *
 * Counts as word processors do: "kerja-sama" is one word, a dash between blanks is none.
 *
 * Returns: how many words
 */
guint
risalah_count_words (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize)strlen (text) : length);
  gboolean in_word = FALSE;
  guint n_words = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = (guchar)*at < 0x80 ? (guchar)*at : g_utf8_get_char (at);

      if (character < 0x80 ? g_ascii_isspace (character) : g_unichar_isspace (character))
        in_word = FALSE;
      else if (!in_word
               && (character < 0x80 ? g_ascii_isalnum (character) : g_unichar_isalnum (character)))
        {
          in_word = TRUE;
          n_words++;
        }
    }
  return n_words;
}
