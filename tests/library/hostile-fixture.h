/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-reader as a client has it, and files that must fail there and harm nothing. */
#pragma once

#include <gio/gio.h>
#include <string.h>

#include "risalah-reader-client.h"
#include "risalah-text-error.h"

/* The reader has no limits then. */
#if defined(__SANITIZE_ADDRESS__)
#define RUNS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RUNS_SANITIZED 1
#endif
#endif
#ifndef RUNS_SANITIZED
#define RUNS_SANITIZED 0
#endif

#define GOOD \
  "<html><body><h1>Latihan Bersama Dimulai</h1><p>Menteri Contoh membuka latihan di pelabuhan, kata " \
  "juru bicara, dan berharap cuaca tetap baik.</p></body></html>"

/* Any error of the text floor will do, but there must be one. */
#define SOME_ERROR -1

static RisalahReaderClient *client;

static inline RisalahReaderClient *
client_new (void)
{
  g_autofree char *vocabulary = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *dictionaries = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "dictionaries", NULL);

  return risalah_reader_client_new (g_getenv ("RISALAH_READER"),
                                    (const char *const[]) { vocabulary, NULL }, dictionaries);
}

static inline RisalahArticle *
read_bytes (GBytes *bytes, const char *name, GError **error)
{
  return risalah_reader_client_read (client, bytes, name, NULL, NULL, error);
}

static inline void
assert_next_is_read (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (GOOD, strlen (GOOD));
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahArticle) article = read_bytes (bytes, "baik.html", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (risalah_article_get_metadata (article, RISALAH_METADATA_TITLE), ==, "Latihan Bersama Dimulai");
}

static inline void
assert_fails (GBytes *bytes, const char *name, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahArticle) article = read_bytes (bytes, name, &error);

  g_assert_null (article);
  if (code == SOME_ERROR)
    g_assert_true (error->domain == RISALAH_TEXT_ERROR);
  else
    g_assert_error (error, RISALAH_TEXT_ERROR, code);
  g_assert_nonnull (strstr (error->message, "berkas"));
  g_test_message ("%s", error->message);
  assert_next_is_read ();
}

static inline void
assert_text_fails (const char *text, gsize length, const char *name, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  assert_fails (bytes, name, code);
}

static inline char *
repeat (const char *piece, guint n)
{
  GString *out = g_string_sized_new (strlen (piece) * n + 1);

  while (n-- > 0)
    g_string_append (out, piece);
  return g_string_free (out, FALSE);
}
