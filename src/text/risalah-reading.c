/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses a reader for the bytes and completes what it read. */

#include "risalah-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-boilerplate.h"
#include "risalah-language.h"
#include "risalah-metadata.h"
#include "risalah-reader-private.h"
#include "risalah-text-error.h"

/* As much as a reader sees of a file to tell whether it is its own. */
#define HEAD_BYTES 4096

/* One line a format. Where two are equally sure the first is taken. */
static const RisalahReader *const readers[] = {
  &risalah_html_reader,
  &risalah_office_reader,
  &risalah_plain_reader,
};

static const RisalahReader *
choose_reader (GBytes *bytes, const char *name, const RisalahReadOptions *options)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const RisalahReader *best = &risalah_plain_reader;
  guint best_sure = 0;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint sure =
          length > 0 ? readers[i]->recognize (data, MIN (length, HEAD_BYTES), name, options) : 0;

      if (sure > best_sure)
        {
          best = readers[i];
          best_sure = sure;
        }
    }
  return best;
}

/* A file's name as it may stand in a message: no control characters, no folders. */
static char *
display_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name != NULL && *name != '\0' ? name : "?");
  char *shown = g_utf8_make_valid (base, -1);

  for (char *p = shown; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return shown;
}

/**
 * risalah_read_article:
 * @bytes: a file's bytes, or pasted ones
 * @name: its name; used in errors, and to choose a reader where the content does not tell
 * @lexicon: what the text floor knows
 * @options: (nullable): what else is known of the bytes
 * @error: return location for a #RisalahTextError
 *
 * Reads an article: decodes, repairs, finds the blocks, marks boilerplate as dropped, and finds
 * what is stated about it. Nothing is fetched and nothing is guessed; unknown stays unknown.
 *
 * Formats for which risalah_reading_needs_limits() is true can take any memory and time that
 * hostile bytes want; risalah-reader reads those within limits.
 *
 * Returns: (transfer full): the article, or %NULL with @error set, naming the file
 */
RisalahArticle *
risalah_read_article (GBytes *bytes,
                      const char *name,
                      const RisalahLexicon *lexicon,
                      const RisalahReadOptions *options,
                      GError **error)
{
  static const RisalahReadOptions nothing = { NULL };
  g_autofree char *shown = NULL;
  g_autoptr (RisalahArticle) article = NULL;
  const RisalahReader *reader;

  g_return_val_if_fail (bytes != NULL && name != NULL && lexicon != NULL, NULL);

  if (options == NULL)
    options = &nothing;
  shown = display_name (name);
  reader = choose_reader (bytes, shown, options);
  article = reader->read (bytes, shown, lexicon, options, error);
  if (article == NULL)
    return NULL;
  risalah_mark_boilerplate (article, lexicon);
  if (reader->settle != NULL)
    reader->settle (article);
  risalah_find_metadata (article, lexicon);
  risalah_identify_languages (article, lexicon, options->language);
  return g_steal_pointer (&article);
}

/**
 * risalah_reading_needs_limits:
 * @bytes: a file's bytes
 * @name: its name
 * @options: (nullable): what else is known of the bytes
 *
 * Returns: whether these bytes have a format whose parser is not trusted with memory and time,
 *   so that they go through risalah-reader
 */
gboolean
risalah_reading_needs_limits (GBytes *bytes, const char *name, const RisalahReadOptions *options)
{
  static const RisalahReadOptions nothing = { NULL };
  g_autofree char *shown = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, TRUE);

  shown = display_name (name);
  return choose_reader (bytes, shown, options != NULL ? options : &nothing)->needs_limits;
}

/**
 * risalah_reading_get_version:
 *
 * The version of all of reading, kept with each stored text: re-reading the same bytes with an
 * equal version gives the same text.
 *
 * Returns: (transfer none): the version, like "2"
 */
const char *
risalah_reading_get_version (void)
{
  return "2";
}
