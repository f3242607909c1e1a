/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-reader: reads one file after the other from standard input and answers with an article
 * or an error, within limits of memory and time. What it crashes on is that file's error: the
 * caller starts another. */

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <locale.h>
#include <sys/resource.h>
#include <unistd.h>

#include "risalah-article-bytes.h"
#include "risalah-config.h"
#include "risalah-decode.h"
#include "risalah-lexicon.h"
#include "risalah-reader-frames.h"
#include "risalah-reading.h"

/* A sanitizer's shadow memory is larger than any limit worth having. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_LIMITS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_LIMITS 0
#endif
#endif
#ifndef HAS_LIMITS
#define HAS_LIMITS 1
#endif

/* No options are longer than this. */
#define MAX_OPTIONS_BYTES (64 * 1024)

static gboolean
read_all (void *data, gsize length)
{
  guint8 *at = data;

  while (length > 0)
    {
      gssize n = read (STDIN_FILENO, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
write_all (gconstpointer data, gsize length)
{
  const guint8 *at = data;

  while (length > 0)
    {
      gssize n = write (STDOUT_FILENO, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= n;
    }
  return TRUE;
}

static void
set_limit (int resource, rlim_t value)
{
  struct rlimit limit;

  if (getrlimit (resource, &limit) == 0
      && (limit.rlim_max == RLIM_INFINITY || value < limit.rlim_max))
    {
      limit.rlim_cur = value;
      setrlimit (resource, &limit);
    }
}

/* The limits that hold for the whole process: memory, and no file is ever written. */
static void
set_limits (void)
{
  if (!HAS_LIMITS)
    return;
  set_limit (RLIMIT_AS, RISALAH_READER_MEMORY_BYTES);
  set_limit (RLIMIT_FSIZE, 0);
  set_limit (RLIMIT_CORE, 0);
}

/* Gives the next file its processor time: RLIMIT_CPU counts from the start of the process. */
static void
allow_time (void)
{
  struct rusage used;

  if (HAS_LIMITS && getrusage (RUSAGE_SELF, &used) == 0)
    set_limit (RLIMIT_CPU,
               used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + risalah_reader_get_cpu_seconds ());
}

static gboolean
answer (guint32 status, GBytes *payload)
{
  guint8 frame[RISALAH_FRAME_BYTES];
  gsize length;
  gconstpointer data = g_bytes_get_data (payload, &length);

  risalah_frame_write (frame, status, length);
  return write_all (frame, sizeof frame) && write_all (data, length);
}

static gboolean
read_one (RisalahLexicon *lexicon, GVariant *variant, GBytes *bytes)
{
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) failure = NULL;
  RisalahReadOptions options;
  const char *name;

  if (!risalah_frame_get_options (variant, &name, &options))
    return FALSE;
  article = risalah_read_article (bytes, name, lexicon, &options, &error);
  if (article != NULL)
    {
      payload = risalah_article_to_bytes (article);
      return answer (RISALAH_FRAME_ARTICLE, payload);
    }
  failure = risalah_frame_new_error (error);
  payload = g_variant_get_data_as_bytes (failure);
  return answer (RISALAH_FRAME_ERROR, payload);
}

/* Reads a request and answers it; %FALSE when the caller has gone or makes no sense. */
static gboolean
serve (RisalahLexicon *lexicon)
{
  guint8 frame[RISALAH_FRAME_BYTES];
  guint32 options_length;
  guint32 length;
  gpointer options_data;
  gpointer data;
  g_autoptr (GVariant) options = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!read_all (frame, sizeof frame))
    return FALSE;
  risalah_frame_read (frame, &options_length, &length);
  if (options_length > MAX_OPTIONS_BYTES || length > RISALAH_MAX_FILE_BYTES)
    return FALSE;

  allow_time ();
  options_data = g_malloc (options_length + 1);
  data = g_malloc (length + 1);
  options =
      g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE ("(ssss)"), options_data,
                                                   options_length, FALSE, g_free, options_data));
  bytes = g_bytes_new_take (data, length);
  return read_all (options_data, options_length) && read_all (data, length)
         && read_one (lexicon, options, bytes);
}

/* What libxml2 has to say of a page is said in the error, if at all. */
static void G_GNUC_PRINTF (2, 3) ignore_message (void *context, const char *format, ...) {}

/* Arguments: the dictionaries' folder, then the vocabulary's folders. */
int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("RISALAH_LOCALE_DIR");
  g_autoptr (RisalahLexicon) lexicon = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : RISALAH_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (argc < 3)
    {
      g_printerr (_ ("Usage: %s DICTIONARIES VOCABULARY…\n"), "risalah-reader");
      return 2;
    }
  lexicon = risalah_lexicon_open ((const char *const *)argv + 2, argv[1], &error);
  if (lexicon == NULL)
    {
      g_printerr ("risalah-reader: %s\n", error->message);
      return 3;
    }
  xmlSetGenericErrorFunc (NULL, ignore_message);
  set_limits ();
  while (serve (lexicon))
    ;
  return 0;
}
