/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Character sets: marks, declarations, detection, and what is no text. */

#include <glib.h>
#include <string.h>

#include "risalah-decode.h"
#include "risalah-text-error.h"

#define SENTENCE "Menteri Rámon berkata: “Anggaran naik 5 € – itu saja,” di São Paulo."

static char *
decode (const char *data, gsize length, const char *declared, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return risalah_decode (bytes, "berkas.txt", declared, &length, error);
}

/* Converts @text to @charset by iconv, another program than the one under test. */
static void
assert_detected (const char *text, const char *charset, const char *mark, const char *declared)
{
  g_autoptr (GError) error = NULL;
  gsize written;
  g_autofree char *converted = g_convert (text, -1, charset, "UTF-8", NULL, &written, &error);
  g_autofree char *decoded = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *)mark, strlen (mark));
  g_byte_array_append (bytes, (const guint8 *)converted, written);
  decoded = decode ((const char *)bytes->data, bytes->len, declared, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, text);
}

static void
test_marks (void)
{
  assert_detected (SENTENCE, "UTF-8", "\xef\xbb\xbf", NULL);
  assert_detected (SENTENCE, "UTF-16LE", "\xff\xfe", NULL);
  assert_detected (SENTENCE, "UTF-16BE", "\xfe\xff", NULL);
  assert_detected (SENTENCE, "UTF-16LE", "\xff\xfe", "windows-1252");
}

static void
test_declared (void)
{
  assert_detected (SENTENCE, "WINDOWS-1252", "", "iso-8859-1");
  assert_detected ("Kerja sama pertahanan 中国 dan Indonesia.", "GB18030", "", "gb2312");
  assert_detected ("Çalışma grubu İstanbul’da toplandı.", "WINDOWS-1254", "", "ISO-8859-9");
}

static void
test_detected (void)
{
  assert_detected (SENTENCE, "UTF-8", "", NULL);
  assert_detected (SENTENCE, "UTF-16LE", "", NULL);
  assert_detected (SENTENCE, "UTF-16BE", "", NULL);
  assert_detected (SENTENCE, "WINDOWS-1252", "", NULL);
  assert_detected ("Biaya di São Tomé: seratus ribu, kata Señor Peña.", "ISO-8859-1", "", NULL);
  assert_detected ("Biaya di São Tomé: 5 €, kata Señor Peña.", "ISO-8859-15", "", NULL);
  assert_detected ("Menteri Pertahanan menyebut 中国国防部 dan 印度尼西亚国防部 dalam pidatonya.",
                   "GB18030", "", NULL);
}

static void
assert_fails (const char *data, gsize length, const char *declared, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = decode (data, length, declared, &error);

  g_assert_null (text);
  g_assert_error (error, RISALAH_TEXT_ERROR, code);
  g_assert_nonnull (strstr (error->message, "berkas.txt"));
}

static void
test_no_text (void)
{
  assert_fails ("", 0, NULL, RISALAH_TEXT_ERROR_EMPTY);
  assert_fails ("\x89PNG\r\n\x1a\n0000", 12, NULL, RISALAH_TEXT_ERROR_BINARY);
  assert_fails ("Satu\0dua tiga empat lima", 24, NULL, RISALAH_TEXT_ERROR_BINARY);
  assert_fails ("a\x01\x02\x03\x04\x05\x06\x07", 8, NULL, RISALAH_TEXT_ERROR_BINARY);
}

/* One broken character in a long page is shown as such; many break what was declared. */
static void
test_broken (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 400; i++)
    g_string_append (long_text, "Kerja sama. ");
  g_string_append (long_text, "\xe2\x80");
  text = decode (long_text->str, long_text->len, "utf-8", &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_prefix (text, "Kerja sama. "));

  assert_fails ("\xe9t\xe9 \xe0 \xe8 \xe9 \xfc", 11, "utf-8", RISALAH_TEXT_ERROR_ENCODING);
}

static void
test_too_large (void)
{
  g_autofree char *data = g_malloc0 (RISALAH_MAX_TEXT_BYTES + 1);

  memset (data, 'a', RISALAH_MAX_TEXT_BYTES + 1);
  assert_fails (data, RISALAH_MAX_TEXT_BYTES + 1, NULL, RISALAH_TEXT_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decode/marks", test_marks);
  g_test_add_func ("/decode/declared", test_declared);
  g_test_add_func ("/decode/detected", test_detected);
  g_test_add_func ("/decode/no-text", test_no_text);
  g_test_add_func ("/decode/broken", test_broken);
  g_test_add_func ("/decode/too-large", test_too_large);
  return g_test_run ();
}
