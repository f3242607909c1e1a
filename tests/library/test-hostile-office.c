/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hostile and broken files of word processors: each is its own file's error, in a sentence that says
 * what to do, and never a short article. */

#include "../text/office-fixture.h"
#include "hostile-fixture.h"

#define MEGABYTE (1024 * 1024)

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* Fails with a message that begins with the file's name and goes on with @says. */
static void
assert_says (GBytes *given, const char *name, int code, const char *says)
{
  g_autoptr (GBytes) bytes = given;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahArticle) article = read_bytes (bytes, name, &error);
  g_autofree char *message = g_strdup_printf ("“%s” %s", name, says);

  g_assert_null (article);
  g_assert_error (error, RISALAH_TEXT_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  assert_next_is_read ();
}

static void
assert_damaged (GBytes *bytes, const char *name)
{
  assert_says (bytes, name, RISALAH_TEXT_ERROR_MALFORMED,
               "is damaged and could not be read to its end. Nothing of it was kept.");
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = office_docx (P ("Teks."), NULL, NULL, NULL);

  for (gsize length = 4; length < g_bytes_get_size (whole); length += 41)
    assert_damaged (g_bytes_new_from_bytes (whole, 0, length), "berkas.docx");
}

/* A bit that fell over is noticed by the sum of its part, or the text is the same. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) whole = office_docx (P ("Teks yang utuh dan tidak berubah."), NULL, NULL, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);
  guint n_failed = 0;

  for (gsize i = 4; i < length; i += 3)
    {
      guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (copy, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (RisalahArticle) article = NULL;

      copy[i] ^= 1 << (i % 8);
      article = read_bytes (bytes, "berkas.docx", &error);
      n_failed += article == NULL;
      if (article == NULL)
        g_assert_true (error->domain == RISALAH_TEXT_ERROR);
      else
        g_assert_cmpstr (risalah_article_get_text (article, NULL), ==, "Teks yang utuh dan tidak berubah.");
    }
  g_assert_cmpuint (n_failed, >, 20);
  assert_next_is_read ();
}

/* A package whose document holds @n megabytes of what @filling repeats; (transfer full). */
static GBytes *
make_bomb (const char *before, char filling, guint n, const char *after)
{
  gsize size = 16 * MEGABYTE;
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *chunk = g_strnfill (MEGABYTE, filling);
  void *data = g_malloc (size);
  gsize used;

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_set_options (archive, "compression-level=1"), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, data, size, &used), ==, ARCHIVE_OK);
  office_add_part (archive, "[Content_Types].xml", "<Types/>", 8);
  archive_entry_set_pathname (entry, "word/document.xml");
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, before, strlen (before));
  while (n-- > 0)
    g_assert_cmpint (archive_write_data (archive, chunk, MEGABYTE), ==, MEGABYTE);
  archive_write_data (archive, after, strlen (after));
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_entry_free (entry);
  archive_write_free (archive);
  return g_bytes_new_take (data, used);
}

static void
test_bombs (void)
{
  g_autoptr (GBytes) text
      = make_bomb (OFFICE_DOCX "<w:p><w:r><w:t>", 'a', 65, "</w:t></w:r></w:p>" OFFICE_DOCX_END);

  assert_says (make_bomb (OFFICE_DOCX, ' ', 257, OFFICE_DOCX_END), "berkas.docx", RISALAH_TEXT_ERROR_TOO_LARGE,
               "unpacks to more than 256 MB and was not read.");
  assert_fails (text, "berkas.docx", RISALAH_TEXT_ERROR_TOO_LARGE);
}

static void
test_broken_parts (void)
{
  const char *nothing[] = { "[Content_Types].xml", "<Types/>", NULL };
  const char *styles = "<w:styles><w:style></w:styles>";

  assert_damaged (office_zip (nothing), "berkas.docx");
  assert_damaged (office_docx (P ("Awal yang baik.") "<w:p><w:r>", NULL, NULL, NULL), "berkas.docx");
  assert_damaged (office_docx (P ("Awal yang baik.") "&tidakada;", NULL, NULL, NULL), "berkas.docx");
  assert_damaged (office_docx (P ("Awal yang baik."), styles, NULL, NULL), "berkas.docx");
  assert_damaged (office_docx (P ("Awal yang baik."), NULL, "<w:footnotes>", NULL), "berkas.docx");
  assert_damaged (office_odt ("<text:p>Awal yang baik.</text:p><text:list>", NULL, NULL), "berkas.odt");
  assert_says (office_docx ("", NULL, NULL, NULL), "berkas.docx", RISALAH_TEXT_ERROR_EMPTY, "has no text in it.");
}

static void
test_entities (void)
{
  g_autoptr (GString) bomb = g_string_new ("<!DOCTYPE x [<!ENTITY a \"lelah\">");
  g_autofree char *external = g_strconcat ("<!DOCTYPE x [<!ENTITY k SYSTEM 'file:///etc/passwd'>]>",
                                           strchr (OFFICE_DOCX, '>') + 1, P ("&k;"), OFFICE_DOCX_END, NULL);
  const char *parts[] = { "[Content_Types].xml", "<Types/>", "word/document.xml", NULL, NULL };

  for (char c = 'b'; c <= 'k'; c++)
    g_string_append_printf (bomb, "<!ENTITY %c \"&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;\">", c, c - 1, c - 1, c - 1,
                            c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
  g_string_append_printf (bomb, "]>%s%s%s", strchr (OFFICE_DOCX, '>') + 1, P ("&k;"), OFFICE_DOCX_END);
  parts[3] = bomb->str;
  assert_damaged (office_zip (parts), "berkas.docx");
  parts[3] = external;
  assert_damaged (office_zip (parts), "berkas.docx");
}

static char *
nest (const char *open, guint n, const char *inner, const char *close)
{
  g_autofree char *before = repeat (open, n);
  g_autofree char *after = repeat (close, n);

  return g_strconcat (before, inner, after, NULL);
}

static void
assert_innermost (GBytes *given)
{
  g_autoptr (GBytes) bytes = given;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahArticle) article = read_bytes (bytes, "berkas", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (risalah_article_get_text (article, NULL), ==, "Teks terdalam.");
}

static void
test_nesting (void)
{
  const char *inner = P ("Teks terdalam.");
  g_autofree char *controls = nest ("<w:sdt><w:sdtContent>", 400, inner, "</w:sdtContent></w:sdt>");
  g_autofree char *tables = nest ("<w:tbl><w:tr><w:tc>", 400, inner, "</w:tc></w:tr></w:tbl>");
  g_autofree char *lists = nest ("<text:list><text:list-item>", 400, "<text:p>Teks terdalam.</text:p>",
                                 "</text:list-item></text:list>");
  g_autofree char *endless = nest ("<w:ins>", 100000, inner, "</w:ins>");
  g_autoptr (GBytes) too_deep = office_docx (endless, NULL, NULL, NULL);

  assert_innermost (office_docx (controls, NULL, NULL, NULL));
  assert_innermost (office_docx (tables, NULL, NULL, NULL));
  assert_innermost (office_odt (lists, NULL, NULL));
  assert_fails (too_deep, "berkas.docx", RISALAH_TEXT_ERROR_MALFORMED);
}

#define OLE       "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define PASSWORD  "is protected by a password and was not read. Save it without the password and add it again."
#define NO_OFFICE "holds neither a Word document nor an OpenDocument text and was not read."

static void
test_encrypted (void)
{
  static const char ole[] = OLE "\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0";
  const char *old[] = { "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "\x01\x02\x03",
                        "META-INF/manifest.xml",
                        "<manifest:manifest" OFFICE_ODT_SPACES "><manifest:file-entry manifest:full-path='content.xml'>"
                        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>", NULL };
  const char *whole[] = { "mimetype", "application/vnd.oasis.opendocument.text", "encrypted-package", "\x01\x02", 
                          old[4], old[5], NULL };

  assert_says (g_bytes_new_static (ole, sizeof ole), "berkas.docx", RISALAH_TEXT_ERROR_ENCRYPTED, PASSWORD);
  assert_says (office_zip (old), "berkas.odt", RISALAH_TEXT_ERROR_ENCRYPTED, PASSWORD);
  assert_says (office_zip (whole), "berkas.odt", RISALAH_TEXT_ERROR_ENCRYPTED, PASSWORD);
}

static void
test_others (void)
{
  static const char word[] = OLE "\0\0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0";
  static const char sheet[] = OLE "\0\0W\0o\0r\0k\0b\0o\0o\0k\0\0\0";
  const char *pictures[] = { "gambar/satu.png", "\x89PNG", NULL };
  const char *table[] = { "[Content_Types].xml", "<Types/>", "_rels/.rels", OFFICE_DOCX_PACKAGE, "word/document2.xml",
                          "<workbook/>", NULL };
  const char *calc[] = { "content.xml", OFFICE_ODT "<office:body><office:spreadsheet/></office:body>"
                         "</office:document-content>", NULL };

  assert_says (g_bytes_new_static (word, sizeof word), "berkas.doc", RISALAH_TEXT_ERROR_BINARY,
               "is in Word’s old format (.doc) and was not read. Open it in Word or LibreOffice, save it as .docx "
               "and add that.");
  assert_says (g_bytes_new_static (sheet, sizeof sheet), "berkas.doc", RISALAH_TEXT_ERROR_BINARY,
               "is not a text and was not read.");
  assert_says (office_zip (pictures), "berkas.docx", RISALAH_TEXT_ERROR_BINARY, NO_OFFICE);
  assert_says (office_zip (table), "berkas.docx", RISALAH_TEXT_ERROR_BINARY, NO_OFFICE);
  assert_says (office_zip (calc), "berkas.odt", RISALAH_TEXT_ERROR_BINARY, NO_OFFICE);
  /* No zip file at all: what it is counts, and not its name. */
  assert_text_fails ("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f", 10, "berkas.docx", RISALAH_TEXT_ERROR_BINARY);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  client = client_new ();
  g_test_add_func ("/hostile-office/truncated", test_truncated);
  g_test_add_func ("/hostile-office/flipped", test_flipped);
  g_test_add_func ("/hostile-office/bombs", test_bombs);
  g_test_add_func ("/hostile-office/broken-parts", test_broken_parts);
  g_test_add_func ("/hostile-office/entities", test_entities);
  g_test_add_func ("/hostile-office/nesting", test_nesting);
  g_test_add_func ("/hostile-office/encrypted", test_encrypted);
  g_test_add_func ("/hostile-office/others", test_others);
  result = g_test_run ();
  risalah_reader_client_free (client);
  return result;
}
