/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for exported files, and other people's tools to look at them. */

#include "export-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "risalah-export.h"

static char *folder;

char *
export_fixture_path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* What a tool prints; NULL where it fails. */
char *
export_fixture_run (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *out = NULL, *error = NULL;
  va_list rest;
  int status = 1;

  va_start (rest, first);
  for (const char *at = first; at != NULL; at = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer)at);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **)arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                &error, &status, NULL);
  if (!g_spawn_check_wait_status (status, NULL))
    {
      g_test_message ("%s: %s", first, error);
      return NULL;
    }
  return g_steal_pointer (&out);
}

char *
export_fixture_export_pdf (RisalahEdition *edition, const char *name, guint *n_pages)
{
  g_auto (RisalahExportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  char *path = export_fixture_path_of (name);

  risalah_export_pdf (edition, path, &report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (n_pages != NULL)
    *n_pages = report.n_pages;
  return path;
}

/* A picture of one colour. */
GBytes *
export_fixture_make_picture (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x3366ccff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL);
  return g_bytes_new_take (data, length);
}

/* A PNG header that promises 20,000 × 20,000 pixels, and next to nothing after it. */
static GBytes *
make_giant (void)
{
  static const guint8 header[] = { 0x89, 'P',  'N',  'G', '\r', '\n', 0x1a, '\n', 0,    0,    0,
                                   13,   'I',  'H',  'D', 'R',  0,    0,    0x4e, 0x20, 0,    0,
                                   0x4e, 0x20, 8,    2,   0,    0,    0,    0x6c, 0x12, 0xd1, 0x6e,
                                   0,    0,    0x10, 0,   'I',  'D',  'A',  'T',  0x78, 0x9c };

  return g_bytes_new_static (header, sizeof header);
}

/* By the first letter of its hash: a picture, two that cannot be read, none. */
GBytes *
export_fixture_get_media_cb (const char *hash, gpointer user_data)
{
  if (*hash == 'a')
    return export_fixture_make_picture (400, 200);
  if (*hash == 'b')
    return g_bytes_new_static ("not a picture", 13);
  if (*hash == 'c')
    return make_giant ();
  return NULL;
}

/* A figure for each letter. */
RisalahEdition *
export_fixture_new_edition_with_pictures (const char *hashes)
{
  g_autoptr (GString) xhtml = g_string_new (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1>");
  RisalahEdition *edition;

  for (; *hashes != '\0'; hashes++)
    {
      g_autofree char *hash = g_strnfill (64, *hashes);

      g_string_append_printf (xhtml,
                              "<figure data-media='%s' data-alternative='Peta'>"
                              "<figcaption>Peta teluk</figcaption></figure>",
                              hash);
    }
  g_string_append (xhtml, "</body></html>");
  edition = fixture_new_edition (xhtml->str);
  edition->get_media = export_fixture_get_media_cb;
  return edition;
}

/* Words in one line, as a search would see them. */
char *
export_fixture_squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (line, FALSE);
}

void
export_fixture_assert_contains (const char *text, const char *words)
{
  if (text == NULL || strstr (text, words) == NULL)
    g_error ("“%s” does not stand in: %s", words, text);
}

/* The folder of the tests that run. */
const char *
export_fixture_get_folder (void)
{
  return folder;
}

/* Runs the tests in a folder of their own, which stays where one fails. */
int
export_fixture_run_tests (void)
{
  int status;

  folder = g_dir_make_tmp ("risalah-export-XXXXXX", NULL);
  status = g_test_run ();
  if (status == 0)
    g_free (export_fixture_run ("rm", "-rf", folder, NULL));
  g_clear_pointer (&folder, g_free);
  return status;
}
