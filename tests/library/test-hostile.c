/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hostile files: each is its own file's error or is read harmlessly, and the next file is read. */

#include <unistd.h>

#include "hostile-fixture.h"
#include "risalah-decode.h"

/* Reads @html and returns its text; (transfer full). */
static char *
read_harmless (const char *html, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length < 0 ? strlen (html) : (gsize)length);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahArticle) article = read_bytes (bytes, "berkas.html", &error);
  char *text;

  g_assert_no_error (error);
  text = g_strdup (risalah_article_get_text (article, NULL));
  assert_next_is_read ();
  return text;
}

static void
test_entities (void)
{
  g_autoptr (GString) bomb = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"lelah\">");
  g_autofree char *bombed = NULL;
  g_autofree char *external = NULL;

  for (char c = 'b'; c <= 'k'; c++)
    g_string_append_printf (bomb, "<!ENTITY %c \"&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;\">", c, c - 1, c - 1, c - 1,
                            c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
  g_string_append (bomb, "]><html><body><p>Awal cerita ini, kata menteri. &k;</p></body></html>");
  bombed = read_harmless (bomb->str, bomb->len);
  g_assert_cmpuint (strlen (bombed), <, 10000);
  g_assert_nonnull (strstr (bombed, "Awal cerita ini"));

  external = read_harmless ("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y SYSTEM "
                            "\"http://127.0.0.1:9/y\">]><html><body><p>Isi: &x; &y;</p></body></html>", -1);
  g_assert_null (strstr (external, "root:"));
  g_assert_nonnull (strstr (external, "Isi:"));
}

static void
test_nesting (void)
{
  g_autofree char *open = repeat ("<div>", 100000);
  g_autofree char *tables = repeat ("<table><tr><td>", 600);
  g_autofree char *tables_text = NULL;
  g_autofree char *deep = repeat ("<div><span>", 900);
  g_autofree char *html = g_strconcat ("<html><body>", open, "teks", NULL);
  g_autofree char *with_text = g_strconcat (deep, "<p>Teks terdalam, kata menteri, tetap ada.", NULL);
  g_autofree char *text = NULL;
  g_autofree char *json = repeat ("[{\"a\":", 100000);
  g_autofree char *page = g_strconcat ("<script type=\"application/ld+json\">", json, "</script><p>Teks di bawahnya.</p>", NULL);
  g_autofree char *below = NULL;

  assert_text_fails (html, strlen (html), "berkas.html", SOME_ERROR);
  text = read_harmless (with_text, -1);
  g_assert_cmpstr (text, ==, "Teks terdalam, kata menteri, tetap ada.");
  tables_text = g_strconcat (tables, "Sel terdalam.", NULL);
  g_free (text);
  text = read_harmless (tables_text, -1);
  g_assert_cmpstr (text, ==, "Sel terdalam.");
  below = read_harmless (page, -1);
  g_assert_cmpstr (below, ==, "Teks di bawahnya.");
}

static void
test_large (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("risalah-XXXXXX", &path, NULL);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *words = g_malloc (RISALAH_MAX_TEXT_BYTES + 64);

  /* A file without blocks on the disk; its size is all that is looked at. */
  g_assert_cmpint (ftruncate (fd, (off_t)RISALAH_MAX_FILE_BYTES + 1), ==, 0);
  file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  bytes = g_mapped_file_get_bytes (file);
  assert_fails (bytes, "berkas.txt", RISALAH_TEXT_ERROR_TOO_LARGE);
  close (fd);
  unlink (path);

  memset (words, 'a', RISALAH_MAX_TEXT_BYTES + 63);
  memcpy (words, "<html><body><p>", 15);
  assert_text_fails (words, RISALAH_MAX_TEXT_BYTES + 63, "berkas.html", RISALAH_TEXT_ERROR_TOO_LARGE);
}

/* A page that wants more memory than there is: the program gives up or dies, and is replaced. */
static void
test_memory (void)
{
  g_autofree char *html = repeat ("<b><i>x</i></b>", 4 * 1000 * 1000 / 2);

  if (RUNS_SANITIZED)
    {
      g_test_skip ("no limits under a sanitizer");
      return;
    }
  assert_text_fails (html, strlen (html), "berkas.html", RISALAH_TEXT_ERROR_LIMIT);
}

/* A text that takes longer than it may: the program is stopped, and the next is read. */
static void
test_time (void)
{
  g_autofree char *text
      = repeat ("Menteri Contoh bertemu Duta Besar Umpama di Jakarta, 28 Juli 2025.\n\n", 400 * 1000);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  if (RUNS_SANITIZED)
    {
      g_test_skip ("no limits under a sanitizer");
      return;
    }
  g_setenv ("RISALAH_READER_SECONDS", "1", TRUE);
  risalah_reader_client_free (client);
  client = client_new ();
  article = read_bytes (bytes, "berkas.txt", &error);
  g_assert_null (article);
  g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==,
                   "Reading “berkas.txt” took more than 1 seconds and was stopped. "
                   "Nothing of it was kept.");
  assert_next_is_read ();
  g_unsetenv ("RISALAH_READER_SECONDS");
}

static void
test_no_page (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1<html>";
  static const char nul[] = "<html><body><p>Satu\0dua</p></body></html>";
  static const char latin[] = "<html><meta charset=utf-8><body><p>\xe9t\xe9 \xe0 \xe8 \xe9 \xfc \xe4</p></body></html>";
  static const char noise[] = "<\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11";

  assert_text_fails (png, sizeof png - 1, "berkas.html", RISALAH_TEXT_ERROR_BINARY);
  assert_text_fails (nul, sizeof nul - 1, "berkas.html", RISALAH_TEXT_ERROR_BINARY);
  assert_text_fails (latin, sizeof latin - 1, "berkas.html", RISALAH_TEXT_ERROR_ENCODING);
  assert_text_fails (noise, sizeof noise - 1, "berkas.html", RISALAH_TEXT_ERROR_BINARY);
  assert_text_fails ("", 0, "berkas.html", RISALAH_TEXT_ERROR_EMPTY);
  assert_text_fails ("<html><body></body></html>", 26, "berkas.html", RISALAH_TEXT_ERROR_EMPTY);
  assert_text_fails ("", 0, "../../berkas\n\x1b[31m.html", RISALAH_TEXT_ERROR_EMPTY);
}

/* What was cut off in the middle gives what came before the cut. */
static void
test_truncated (void)
{
  for (gsize length = 30; length < strlen (GOOD); length += 7)
    {
      g_autofree char *text = read_harmless (GOOD, length);

      g_assert_true (g_str_has_prefix ("Latihan Bersama Dimulai", text) || g_str_has_prefix (text, "Latihan Bersama Dimulai"));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  client = client_new ();
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/nesting", test_nesting);
  g_test_add_func ("/hostile/large", test_large);
  g_test_add_func ("/hostile/memory", test_memory);
  g_test_add_func ("/hostile/time", test_time);
  g_test_add_func ("/hostile/no-page", test_no_page);
  g_test_add_func ("/hostile/truncated", test_truncated);
  result = g_test_run ();
  risalah_reader_client_free (client);
  return result;
}
