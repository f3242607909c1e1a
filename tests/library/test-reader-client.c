/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-reader at the other end: articles and errors come through, and a dead program is
 * replaced. */

#include <gio/gio.h>
#include <string.h>

#include "risalah-reader-client.h"
#include "risalah-text-error.h"

#define TEXT "Latihan Bersama Dimulai\n\nMenteri Contoh membuka latihan “Garis Contoh” di pelabuhan hari ini.\n"

static RisalahReaderClient *
new_client (const char *program)
{
  g_autofree char *vocabulary = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *dictionaries = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "dictionaries", NULL);

  return risalah_reader_client_new (program, (const char *const[]) { vocabulary, NULL }, dictionaries);
}

static void
assert_reads (RisalahReaderClient *client)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahArticle) article
    = risalah_reader_client_read (client, bytes, "latihan.txt", NULL, NULL, &error);
  const RisalahBlock *blocks;
  guint n_blocks;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (risalah_article_get_text (article, NULL), "Latihan Bersama Dimulai\n"));
  blocks = risalah_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpint (blocks[0].type, ==, RISALAH_BLOCK_HEADING);
  g_assert_cmpuint (blocks[1].end, ==, strlen (risalah_article_get_text (article, NULL)));
}

static void
assert_empty_fails (RisalahReaderClient *client)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (risalah_reader_client_read (client, bytes, "kosong.txt", NULL, NULL, &error));
  g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "kosong.txt"));
}

static gpointer
read_many (gpointer client)
{
  for (int i = 0; i < 50; i++)
    {
      assert_reads (client);
      assert_empty_fails (client);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (RisalahReaderClient) client = new_client (g_getenv ("RISALAH_READER"));
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reading", read_many, client);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
assert_fails (const char *program, GQuark domain, int code)
{
  g_autoptr (RisalahReaderClient) client = new_client (program);
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (risalah_reader_client_read (client, bytes, "latihan.txt", NULL, NULL, &error));
      g_assert_error (error, domain, code);
    }
}

static void
test_death (void)
{
  assert_fails ("/bin/false", RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_LIMIT);
  assert_fails ("/nonexistent/risalah-reader", G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT);
}

static void
test_cancelled (void)
{
  g_autoptr (RisalahReaderClient) client = new_client (g_getenv ("RISALAH_READER"));
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (risalah_reader_client_read (client, bytes, "latihan.txt", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_reads (client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-client/threads", test_threads);
  g_test_add_func ("/reader-client/death", test_death);
  g_test_add_func ("/reader-client/cancelled", test_cancelled);
  return g_test_run ();
}
