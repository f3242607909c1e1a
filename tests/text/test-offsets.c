/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes and characters, against GLib's own count, over every character of a mixed text. */

#include <glib.h>
#include <string.h>

#include "risalah-offsets.h"

static void
check_all (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (RisalahOffsets) offsets = risalah_offsets_new (text, length);
  gint64 character = 0;

  for (const char *at = text;; at = g_utf8_next_char (at), character++)
    {
      g_assert_cmpint (risalah_offsets_to_characters (offsets, at - text), ==, character);
      g_assert_cmpuint (risalah_offsets_to_bytes (offsets, character), ==, at - text);
      if (*at == '\0')
        break;
    }
  g_assert_cmpuint (risalah_offsets_to_bytes (offsets, character + 100), ==, length);
  g_assert_cmpint (risalah_offsets_to_characters (offsets, length + 100), ==, character);
}

static void
test_mixed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  check_all ("");
  check_all ("a");
  for (guint i = 0; i < 700; i++)
    {
      g_string_append (text, i % 7 == 0 ? "—" : i % 5 == 0 ? "é" : i % 11 == 0 ? "𠀋" : "x");
      if (i % 50 == 0)
        check_all (text->str);
    }
  check_all (text->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offsets/mixed", test_mixed);
  return g_test_run ();
}
