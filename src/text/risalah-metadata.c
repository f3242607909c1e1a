/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what an article's first and last lines state of it. A reader's markup comes before; what
 * is known already stays. */

#include "risalah-metadata-private.h"

#include <string.h>

#include "risalah-dateline.h"
#include "risalah-lines.h"
#include "risalah-source-types.h"
#include "risalah-stated-date.h"

/* A full paragraph, in bytes: the article's own lines stand before the first. */
#define FULL_PARAGRAPH 100

/* So many blocks at the end may state something. */
#define TAIL_BLOCKS 4

const char *
risalah_metadata_finder_get_line (const RisalahMetadataFinder *finder, guint i, gsize *length)
{
  *length = finder->blocks[i].end - finder->blocks[i].start;
  return finder->text + finder->blocks[i].start;
}

/* Whether a value is known from something surer than the file's properties. */
gboolean
risalah_metadata_finder_is_known (const RisalahMetadataFinder *finder, RisalahMetadata which)
{
  return risalah_article_get_origin (finder->article, which) < RISALAH_ORIGIN_FILE;
}

/* Sets a value that is not known yet. */
void
risalah_metadata_finder_learn (const RisalahMetadataFinder *finder,
                               RisalahMetadata which,
                               const char *value,
                               RisalahOrigin origin)
{
  if (value != NULL && !risalah_metadata_finder_is_known (finder, which))
    risalah_article_set_metadata (finder->article, which, value, origin);
}

/* The value of "name: value" in any case, quotation marks taken off; (transfer full) or %NULL. */
char *
risalah_metadata_finder_get_field (const char *line, gsize length, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize n = strlen (names[i]);
      g_autofree char *value = NULL;
      gsize end;

      if (n + 1 >= length || g_ascii_strncasecmp (line, names[i], n) != 0)
        continue;
      while (n < length && line[n] == ' ')
        n++;
      if (n >= length || (line[n] != ':' && line[n] != '|'))
        continue;
      value = g_strndup (line + n + 1, length - n - 1);
      g_strstrip (value);
      end = strlen (value);
      if (end >= 2 && (value[0] == '"' || value[0] == '\'') && value[end - 1] == value[0])
        {
          value[end - 1] = '\0';
          return g_strdup (value + 1);
        }
      return *value != '\0' ? g_steal_pointer (&value) : NULL;
    }
  return NULL;
}

/* The place before a date on a line of their own, "CANBERRA, 1 June 1972", or the publisher. */
static void
learn_place (const RisalahMetadataFinder *finder, const char *line, gsize length)
{
  g_autofree char *with_dash = g_strdup_printf ("%.*s – X", (int)length, line);
  g_auto (RisalahDateline) dateline = { NULL };

  if (!risalah_dateline_parse (&dateline, with_dash, strlen (with_dash), finder->lexicon))
    return;
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_PLACE, dateline.place,
                                 RISALAH_ORIGIN_TEXT);
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_PUBLISHER, dateline.publisher,
                                 RISALAH_ORIGIN_TEXT);
}

static gboolean
learn_date_line (const RisalahMetadataFinder *finder, guint i)
{
  static const char *const names[] = { "date",        "tanggal", "published", "publish date",
                                       "diterbitkan", "tarikh",  "publikasi", NULL };
  gsize length;
  const char *line = risalah_metadata_finder_get_line (finder, i, &length);
  g_autofree char *field = NULL;
  g_autofree char *date = NULL;

  if (finder->blocks[i].type == RISALAH_BLOCK_TABLE || i == finder->title)
    return FALSE;
  field = risalah_metadata_finder_get_field (line, length, names);
  date = field != NULL ? risalah_stated_date_from_value (field, finder->lexicon)
                       : risalah_stated_date_from_line (line, length, finder->lexicon);
  if (date == NULL || (finder->blocks[i].dropped && field == NULL))
    return FALSE;
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_PUBLISHED, date,
                                 field != NULL ? RISALAH_ORIGIN_MARKUP : RISALAH_ORIGIN_TEXT);
  if (!finder->blocks[i].dropped)
    learn_place (finder, line, length);
  if (finder->blocks[i].type == RISALAH_BLOCK_HEADING)
    risalah_article_set_block (finder->article, i, RISALAH_BLOCK_PARAGRAPH, 0, NULL);
  return TRUE;
}

/* The address in a field that is named for one: "URL: …", "| Link | … |". */
static const char *
find_address (const char *line, gsize length)
{
  static const char *const names[] = { "url",    "link",   "tautan",   "sumber",
                                       "source", "alamat", "permalink" };
  const char *end = line + length;

  for (const char *p = line; p < end;)
    {
      const char *next = memchr (p, '\n', end - p);
      gsize n = (next != NULL ? next : end) - p;
      const char *found = g_strstr_len (p, n, "http");

      if (found != NULL && found - p < 40)
        {
          g_autofree char *before = g_ascii_strdown (p, found - p);

          for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            if (strstr (before, names[i]) != NULL && strpbrk (before, ":|") != NULL)
              return found;
        }
      p = next != NULL ? next + 1 : end;
    }
  return NULL;
}

/* An address in a dropped line or table of fields, and the day in it. */
static void
learn_address (const RisalahMetadataFinder *finder, guint i)
{
  gsize length;
  const char *line = risalah_metadata_finder_get_line (finder, i, &length);
  const char *found = finder->blocks[i].dropped ? find_address (line, length) : NULL;
  g_autofree char *url = NULL;
  g_autofree char *date = NULL;
  gsize n = 0;

  if (found == NULL
      || (!g_str_has_prefix (found, "http://") && !g_str_has_prefix (found, "https://")))
    return;
  while (found + n < line + length && !g_ascii_isspace (found[n])
         && strchr ("|<>\")", found[n]) == NULL)
    n++;
  url = g_strndup (found, n);
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_URL, url, RISALAH_ORIGIN_TEXT);
  date = risalah_stated_date_from_url (url);
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_PUBLISHED, date, RISALAH_ORIGIN_TEXT);
}

static void
learn_head (const RisalahMetadataFinder *finder)
{
  guint end =
      finder->body < finder->n ? finder->body + 1 : MIN (finder->n, RISALAH_METADATA_HEAD_BLOCKS);
  guint first = end > RISALAH_METADATA_HEAD_BLOCKS ? end - RISALAH_METADATA_HEAD_BLOCKS : 0;

  for (guint i = first; i < end; i++)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (finder, i, &length);

      if (!learn_date_line (finder, i) && i != finder->title && i < finder->body)
        {
          gsize next_length = 0;
          const char *next =
              i + 1 < end ? risalah_metadata_finder_get_line (finder, i + 1, &next_length) : line;
          g_autofree char *date =
              risalah_stated_date_from_line (next, next_length, finder->lexicon);

          risalah_metadata_finder_learn_byline (finder, i, date != NULL);
        }
    }
  for (guint i = 0; i < MIN (finder->n, RISALAH_METADATA_HEAD_BLOCKS); i++)
    learn_address (finder, i);
}

/* The dateline of the first paragraph, or of one soon after it where a standfirst comes first. */
static void
learn_dateline (const RisalahMetadataFinder *finder)
{
  guint tried = 0;

  for (guint i = 0; i < finder->n && tried < 4; i++)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (finder, i, &length);
      g_auto (RisalahDateline) dateline = { NULL };

      if (finder->blocks[i].dropped || i == finder->title
          || finder->blocks[i].type != RISALAH_BLOCK_PARAGRAPH || length < FULL_PARAGRAPH / 2)
        continue;
      tried++;
      if (!risalah_dateline_parse (&dateline, line, length, finder->lexicon))
        continue;
      risalah_metadata_finder_learn (finder, RISALAH_METADATA_PLACE, dateline.place,
                                     RISALAH_ORIGIN_DATELINE);
      risalah_metadata_finder_learn (finder, RISALAH_METADATA_PUBLISHER, dateline.publisher,
                                     RISALAH_ORIGIN_DATELINE);
      risalah_metadata_finder_learn (finder, RISALAH_METADATA_PUBLISHED, dateline.published,
                                     RISALAH_ORIGIN_DATELINE);
      risalah_metadata_finder_learn (finder, RISALAH_METADATA_AGENCY, dateline.agency,
                                     RISALAH_ORIGIN_DATELINE);
      return;
    }
}

/* The credit at the end of a line: "… tahun ini. (ANTARA)", "— Bernama", "Sumber: Reuters". */
static const char *
find_credit (const RisalahMetadataFinder *finder, const char *line, gsize length)
{
  static const char *const openers[] = { "(", "— ", "– ", "-- ", "- ", "umber: ", "ource: ", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      const char *open = g_strrstr_len (line, length, openers[i]);
      const char *name;
      gsize n;
      const char *agency;

      if (open == NULL || line + length - open > 40)
        continue;
      name = open + strlen (openers[i]);
      n = 0;
      while (name + n < line + length && strchr ("/).,", name[n]) == NULL)
        n++;
      agency = risalah_find_agency (name, n, finder->lexicon);
      if (agency == NULL && (n = strcspn (name, " )/.\n")) > 0)
        agency = risalah_find_agency (name, n, finder->lexicon);
      if (agency != NULL)
        return agency;
    }
  return NULL;
}

static void
learn_tail (const RisalahMetadataFinder *finder)
{
  guint seen = 0;
  guint end = finder->n;

  /* Dropped lines give a credit where they stand right after the text. */
  while (end > 0 && finder->blocks[end - 1].dropped)
    end--;
  for (guint i = MIN (finder->n, end + TAIL_BLOCKS); i-- > 0 && seen < TAIL_BLOCKS;)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (finder, i, &length);

      if (i <= finder->body)
        break;
      risalah_metadata_finder_learn (finder, RISALAH_METADATA_AGENCY,
                                     find_credit (finder, line, length), RISALAH_ORIGIN_TEXT);
      if (finder->blocks[i].dropped)
        continue;
      seen++;
      if (!risalah_metadata_finder_is_known (finder, RISALAH_METADATA_PUBLISHED))
        learn_date_line (finder, i);
    }
  if (finder->body < finder->n)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (finder, finder->body, &length);

      risalah_metadata_finder_learn (finder, RISALAH_METADATA_AGENCY,
                                     find_credit (finder, line, length), RISALAH_ORIGIN_TEXT);
    }
}

/* A page may hold its whole article in one line with the credit before an appeal to follow. */
static gboolean
has_credit_inside (const RisalahMetadataFinder *finder, const char **agency)
{
  for (guint i = finder->body; i < finder->n; i++)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (finder, i, &length);
      const char *p = line;

      while ((p = g_strstr_len (p, line + length - p, ". — ")) != NULL)
        {
          p += strlen (". — ");
          *agency = risalah_find_agency (p, strcspn (p, " .)\n"), finder->lexicon);
          if (*agency != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static void
learn_type (const RisalahMetadataFinder *finder)
{
  const char *title = risalah_article_get_metadata (finder->article, RISALAH_METADATA_TITLE);
  guint end = MIN (MIN (finder->body, finder->n), RISALAH_METADATA_HEAD_BLOCKS);

  if (title != NULL)
    risalah_metadata_finder_learn (finder, RISALAH_METADATA_TYPE,
                                   risalah_source_types_find (finder->lexicon, title, TRUE),
                                   RISALAH_ORIGIN_TEXT);
  for (guint i = 0; i < end && !risalah_metadata_finder_is_known (finder, RISALAH_METADATA_TYPE);
       i++)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (finder, i, &length);
      g_autofree char *copy = length <= FULL_PARAGRAPH * 2 ? g_strndup (line, length) : NULL;

      if (copy != NULL)
        risalah_metadata_finder_learn (finder, RISALAH_METADATA_TYPE,
                                       risalah_source_types_find (finder->lexicon, copy, FALSE),
                                       RISALAH_ORIGIN_TEXT);
    }
  /* A dateline and a credited agency are what news has. */
  if (risalah_article_get_origin (finder->article, RISALAH_METADATA_PLACE)
          == RISALAH_ORIGIN_DATELINE
      || risalah_metadata_finder_is_known (finder, RISALAH_METADATA_AGENCY))
    risalah_metadata_finder_learn (finder, RISALAH_METADATA_TYPE, "news", RISALAH_ORIGIN_TEXT);
}

/**
 * risalah_find_metadata:
 * @article: an article whose boilerplate is marked
 * @lexicon: what the text floor knows
 *
 * Sets what the article's own lines state and nobody has set yet, and makes its headline a heading
 * of the first level. Nothing is concluded from the body.
 */
void
risalah_find_metadata (RisalahArticle *article, const RisalahLexicon *lexicon)
{
  RisalahMetadataFinder finder = { .article = article, .lexicon = lexicon };
  const char *agency = NULL;

  g_return_if_fail (article != NULL && lexicon != NULL);

  finder.text = risalah_article_get_text (article, NULL);
  finder.blocks = risalah_article_get_blocks (article, &finder.n);
  finder.title = finder.n;
  for (finder.body = 0; finder.body < finder.n; finder.body++)
    {
      gsize length;
      const char *line = risalah_metadata_finder_get_line (&finder, finder.body, &length);
      RisalahBlockType type = finder.blocks[finder.body].type;

      if (!finder.blocks[finder.body].dropped && length >= FULL_PARAGRAPH
          && type != RISALAH_BLOCK_TABLE && type != RISALAH_BLOCK_HEADING
          && type != RISALAH_BLOCK_CAPTION && !risalah_line_is_heading (line, length))
        break;
    }
  if (finder.body < finder.n)
    risalah_metadata_finder_learn_title (&finder);
  learn_head (&finder);
  learn_dateline (&finder);
  learn_tail (&finder);
  if (!risalah_metadata_finder_is_known (&finder, RISALAH_METADATA_AGENCY)
      && has_credit_inside (&finder, &agency))
    risalah_metadata_finder_learn (&finder, RISALAH_METADATA_AGENCY, agency, RISALAH_ORIGIN_TEXT);
  learn_type (&finder);
}
