/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offsets between a stored text and the text that the reader shows lead there and back. */

#include <string.h>

#include "risalah-offset-map.h"

static char *
long_paragraph (guint sentences)
{
  GString *text = g_string_new ("Judul\n");

  for (guint i = 0; i < sentences; i++)
    g_string_append_printf (text, "Kalimat ke-%u tentang kerja sama — “pertahanan” keduanya. ", i);
  g_string_append (text, "\nAkhir.");
  return g_string_free (text, FALSE);
}

static void
test_short (void)
{
  g_autofree char *display = NULL;
  g_autoptr (RisalahOffsetMap) map = risalah_offset_map_new ("Satu.\nDua — tiga.", NULL, &display);

  g_assert_cmpstr (display, ==, "Satu.\nDua — tiga.");
  for (gint64 i = 0; i < 18; i++)
    {
      g_assert_cmpint (risalah_offset_map_to_display (map, i), ==, i);
      g_assert_cmpint (risalah_offset_map_to_stored (map, i), ==, i);
    }
}

static void
test_long (void)
{
  g_autofree char *text = long_paragraph (900);
  g_autofree char *display = NULL;
  g_autoptr (RisalahOffsetMap) map = risalah_offset_map_new (text, NULL, &display);
  gint64 length = g_utf8_strlen (text, -1);
  gint64 added = g_utf8_strlen (display, -1) - length;

  g_assert_cmpint (added, >, 5);
  for (gint64 i = 0; i < length; i += 97)
    {
      gint64 shown = risalah_offset_map_to_display (map, i);

      g_assert_cmpuint (g_utf8_get_char (g_utf8_offset_to_pointer (text, i)), ==,
                        g_utf8_get_char (g_utf8_offset_to_pointer (display, shown)));
      g_assert_cmpint (risalah_offset_map_to_stored (map, shown), ==, i);
    }
}

/* Without sentences and without blanks, as in broken OCR, it is still broken. */
static void
test_unbroken (void)
{
  g_autofree char *text = g_strnfill (50000, 'a');
  g_autofree char *display = NULL;
  g_autoptr (RisalahOffsetMap) map = risalah_offset_map_new (text, NULL, &display);
  g_auto (GStrv) lines = g_strsplit (display, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpuint (strlen (*line), <=, 10000);
  g_assert_cmpint (risalah_offset_map_to_stored (map, strlen (display)), ==, 50000);
}

/* Broken where it is told to, but not once more where a line begins. */
static void
test_wanted (void)
{
  static const gint64 wanted[] = { 2, 6, 11 };
  g_autofree char *display = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RisalahOffsetMap) map = NULL;

  g_array_append_vals (cells, wanted, G_N_ELEMENTS (wanted));
  map = risalah_offset_map_new ("ä\tbb\ncc\tdd\ne\tf", cells, &display);
  g_assert_cmpstr (display, ==, "ä\t\nbb\nc\nc\tdd\ne\tf");
  g_assert_cmpint (risalah_offset_map_to_display (map, 1), ==, 1);
  g_assert_cmpint (risalah_offset_map_to_display (map, 2), ==, 3);
  g_assert_cmpint (risalah_offset_map_to_stored (map, 3), ==, 2);
  g_assert_cmpint (risalah_offset_map_to_stored (map, 8), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offset-map/short", test_short);
  g_test_add_func ("/offset-map/long", test_long);
  g_test_add_func ("/offset-map/unbroken", test_unbroken);
  g_test_add_func ("/offset-map/wanted", test_wanted);
  return g_test_run ();
}
