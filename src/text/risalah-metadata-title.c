/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline: where the text itself says which line it is. */

#include "risalah-metadata-private.h"

#include "risalah-lines.h"
#include "risalah-stated-date.h"

/* Whether a block can be a headline's: not dropped, shaped like one, and no line of its own kind.
 */
static gboolean
may_be_title (const RisalahMetadataFinder *finder, guint i)
{
  gsize length;
  const char *line = risalah_metadata_finder_get_line (finder, i, &length);
  g_autofree char *date = NULL;

  if (finder->blocks[i].dropped || finder->blocks[i].type == RISALAH_BLOCK_TABLE
      || finder->blocks[i].type == RISALAH_BLOCK_LIST_ITEM
      || finder->blocks[i].type == RISALAH_BLOCK_CAPTION)
    return FALSE;
  if (finder->blocks[i].type != RISALAH_BLOCK_HEADING && !risalah_line_is_heading (line, length))
    return FALSE;
  date = risalah_stated_date_from_line (line, length, finder->lexicon);
  return date == NULL;
}

/* A word or two over the headline, or the name of the kind of text: "Nasional", "SIARAN PERS". */
static gboolean
is_kicker (const RisalahMetadataFinder *finder, guint i)
{
  static const char *const kinds[] = {
    "siaran pers",     "press release", "media release", "rilis pers", "news",
    "for immediate",   "opini",         "opinion",       "berita",     "kolom",
    "kenyataan media", "nasional",      "internasional", "statement"
  };
  gsize length;
  const char *line = risalah_metadata_finder_get_line (finder, i, &length);
  guint words = 1;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    if (length < 60 && g_ascii_strncasecmp (line, kinds[k], strlen (kinds[k])) == 0
        && length < strlen (kinds[k]) + 24)
      return TRUE;
  for (gsize k = 0; k < length; k++)
    words += line[k] == ' ';
  return words <= 2 || length < 12;
}

/* The headline: the first line before the body that can be one, kickers passed over. */
static guint
find_title (const RisalahMetadataFinder *finder)
{
  guint end = MIN (finder->body, finder->n);
  guint first = end > RISALAH_METADATA_HEAD_BLOCKS ? end - RISALAH_METADATA_HEAD_BLOCKS : 0;
  guint kicker = finder->n;

  for (guint i = first; i < end; i++)
    {
      if (!may_be_title (finder, i))
        continue;
      if (!is_kicker (finder, i))
        return i;
      if (kicker == finder->n)
        kicker = i;
    }
  return kicker;
}

void
risalah_metadata_finder_learn_title (RisalahMetadataFinder *finder)
{
  static const char *const names[] = { "title", "judul", "headline", NULL };
  gsize length;
  const char *line;
  g_autofree char *field = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < MIN (finder->n, RISALAH_METADATA_HEAD_BLOCKS) && field == NULL; i++)
    if (line = risalah_metadata_finder_get_line (finder, i, &length),
        (field = risalah_metadata_finder_get_field (line, length, names)) != NULL)
      {
        risalah_metadata_finder_learn (finder, RISALAH_METADATA_TITLE, field,
                                       RISALAH_ORIGIN_MARKUP);
        risalah_article_set_dropped (finder->article, i, FALSE);
        risalah_article_set_block (finder->article, i, RISALAH_BLOCK_HEADING, 1, NULL);
        finder->title = i;
        return;
      }
  if (risalah_metadata_finder_is_known (finder, RISALAH_METADATA_TITLE))
    {
      /* The markup gave it; where it stands in the text the reader has marked. */
      for (guint i = 0; i < finder->n && finder->title == finder->n; i++)
        if (!finder->blocks[i].dropped && finder->blocks[i].type == RISALAH_BLOCK_HEADING
            && finder->blocks[i].level == 1)
          finder->title = i;
      return;
    }
  finder->title = find_title (finder);
  if (finder->title >= finder->body)
    return;
  line = risalah_metadata_finder_get_line (finder, finder->title, &length);
  line += strspn (line, "#* ");
  title = g_strndup (line, finder->text + finder->blocks[finder->title].end - line);
  g_strchomp (g_strdelimit (title, "*", ' '));
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_TITLE, title, RISALAH_ORIGIN_HEADLINE);
  risalah_article_set_block (finder->article, finder->title, RISALAH_BLOCK_HEADING, 1, NULL);
}
