/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small facts about a source's text and address: its label, its words, the key of its address. */

#include <string.h>

#include "risalah-sources-private.h"

#define LABEL_CHARACTERS 80

/**
 * risalah_source_make_label:
 * @title: (nullable): its title
 * @text: its text
 * @blocks: (array length=n_blocks) (nullable): its blocks, offsets in bytes; what is dropped labels
 *   nothing
 * @n_blocks: how many
 *
 * Returns: (transfer full): the title, or the first words up to 80 characters and "…"
 */
char *
risalah_source_make_label (const char *title,
                           const char *text,
                           const RisalahBlock *blocks,
                           guint n_blocks)
{
  const char *from = text, *end, *cut;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  for (guint i = 0; i < n_blocks; i++)
    if (!blocks[i].dropped && blocks[i].end > blocks[i].start)
      {
        from = text + blocks[i].start;
        break;
      }
  from += strspn (from, " \t\n");
  end = from + strcspn (from, "\n\t");
  cut = from;
  for (guint i = 0; cut < end && i < LABEL_CHARACTERS; i++)
    cut = g_utf8_next_char (cut);
  if (cut >= end)
    return g_strndup (from, end - from);
  while (cut > from && *cut != ' ')
    cut--;
  if (cut == from)
    cut = g_utf8_offset_to_pointer (from, LABEL_CHARACTERS);
  {
    g_autofree char *words = g_strndup (from, cut - from);
    return g_strconcat (words, "…", NULL);
  }
}

/**
 * risalah_source_count_words:
 * @text: a text
 * @length: its bytes
 *
 * Counts runs without blanks: what ranking needs of a text's length.
 *
 * Returns: how many there are
 */
guint
risalah_source_count_words (const char *text, gsize length)
{
  gboolean inside = FALSE;
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';

      n += inside && blank;
      inside = !blank;
    }
  return n + inside;
}

/**
 * risalah_source_canonical_url:
 * @url: (nullable): an address
 *
 * Takes away what does not name the article: scheme, "www.", fragment, campaign parameters and a
 * last slash. The front page of a site names no article.
 *
 * Returns: (transfer full) (nullable): what is left, %NULL where it names no article
 */
char *
risalah_source_canonical_url (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GString) canonical = NULL;
  g_autofree char *host = NULL;
  g_auto (GStrv) parameters = NULL;
  const char *path;
  char separator = '?';

  if (url == NULL
      || (uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL)) == NULL
      || g_uri_get_host (uri) == NULL)
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_uri_get_path (uri);
  canonical = g_string_new (g_str_has_prefix (host, "www.") ? host + 4 : host);
  g_string_append (canonical, path);
  while (canonical->len > 0 && canonical->str[canonical->len - 1] == '/')
    g_string_truncate (canonical, canonical->len - 1);
  if (g_uri_get_query (uri) != NULL)
    parameters = g_strsplit (g_uri_get_query (uri), "&", -1);
  for (char **at = parameters; at != NULL && *at != NULL; at++)
    if (**at != '\0' && !g_str_has_prefix (*at, "utm_") && !g_str_has_prefix (*at, "fbclid=")
        && !g_str_has_prefix (*at, "gclid="))
      {
        g_string_append_c (canonical, separator);
        g_string_append (canonical, *at);
        separator = '&';
      }
  if (strpbrk (canonical->str, "/?") == NULL)
    return NULL;
  return g_string_free (g_steal_pointer (&canonical), FALSE);
}

/**
 * risalah_source_key_of_url:
 * @url: (nullable): an address
 *
 * Returns: a number for its canonical form (64-bit FNV-1a), 0 where there is none; what has the
 * same number is compared itself
 */
gint64
risalah_source_key_of_url (const char *url)
{
  g_autofree char *canonical = risalah_source_canonical_url (url);
  guint64 hash = 14695981039346656037u;

  if (canonical == NULL)
    return 0;
  for (const char *at = canonical; *at != '\0'; at++)
    hash = (hash ^ (guchar)*at) * 1099511628211u;
  return (gint64)hash;
}
