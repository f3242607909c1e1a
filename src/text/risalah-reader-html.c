/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads HTML: the article's blocks among all of the page's, and what the markup says of it. Text
 * outside the article is kept, dropped, so that the analyst can bring back what was misjudged. */

#include "risalah-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-decode.h"
#include "risalah-html-main.h"
#include "risalah-html-metadata.h"
#include "risalah-html-page.h"
#include "risalah-lines.h"
#include "risalah-stated-date.h"
#include "risalah-text-builder.h"
#include "risalah-text-error.h"

/* As far into a page as browsers look for its character set, and a bit. */
#define CHARSET_BYTES 4096

/* So many blocks around the headline may give the date. */
#define DATE_REACH 8

/* The head without NUL bytes, in which UTF-16 reads like ASCII; (transfer full). */
static char *
squeeze_head (const char *head, gsize length)
{
  char *out = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (head[i] != '\0')
      out[n++] = head[i];
  out[n] = '\0';
  return out;
}

static gboolean
begins_with (const char *text, const char *beginning)
{
  return g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
}

static gboolean
has_html_name (const char *name)
{
  static const char *const endings[] = { ".html", ".htm", ".xhtml", ".shtml",
                                         ".xht",  ".php", ".aspx" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static guint
recognize (const char *head, gsize length, const char *name, const RisalahReadOptions *options)
{
  static const char *const tags[] = {
    "<head",   "<body",  "<title", "<meta", "<script", "<div",    "<article", "<section",   "<main",
    "<header", "<table", "<p>",    "<p ",   "<h1",     "<h2",     "<style",   "<link",      "<span",
    "<ul",     "<ol",    "<a ",    "<img",  "<nav",    "<center", "<font",    "<blockquote"
  };
  g_autofree char *text = squeeze_head (head, length);
  const char *p = text;

  if (g_strcmp0 (options->mime_type, "text/html") == 0
      || g_strcmp0 (options->mime_type, "application/xhtml+xml") == 0)
    return 90;
  for (gboolean again = TRUE; again;)
    {
      again = FALSE;
      while (*p != '\0' && (g_ascii_isspace (*p) || (guchar)*p >= 0x80))
        p++;
      if (g_str_has_prefix (p, "<!--") && strstr (p, "-->") != NULL)
        {
          p = strstr (p, "-->") + 3;
          again = TRUE;
        }
      else if (begins_with (p, "<?xml") && strstr (p, "?>") != NULL)
        {
          p = strstr (p, "?>") + 2;
          again = TRUE;
        }
    }
  if (begins_with (p, "<!doctype html") || begins_with (p, "<html"))
    return 95;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (begins_with (p, tags[i]))
      return 70;
  return has_html_name (name) && strchr (text, '<') != NULL ? 50 : 0;
}

/* The character set that the page itself declares, (transfer full) or %NULL. */
static char *
find_charset (const char *data, gsize length)
{
  g_autofree char *head = g_strndup (data, MIN (length, CHARSET_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *p = lower;

  while (
      (p = strstr (p, "charset")) != NULL
      || (p == NULL
          && (p = g_str_has_prefix (lower, "<?xml") ? strstr (lower, "encoding") : NULL) != NULL))
    {
      gsize n;

      p += strcspn (p, "=\n>");
      if (*p != '=')
        break;
      p += 1 + strspn (p + 1, " \"'");
      n = strcspn (p, " \"'>;/\n?");
      if (n == 0 || n > 40)
        return NULL;
      /* A page that could be read so far is in no 16-bit character set, whatever it says. */
      return g_str_has_prefix (p, "utf-16") ? g_strdup ("utf-8") : g_strndup (p, n);
    }
  return NULL;
}

static RisalahArticle *
build_article (GArray *blocks, const gboolean *main, guint headline, gsize expected)
{
  RisalahTextBuilder *builder = risalah_text_builder_new (expected);

  for (guint i = 0; i < blocks->len; i++)
    {
      const RisalahHtmlBlock *block = &g_array_index (blocks, RisalahHtmlBlock, i);
      RisalahBlockType type = i == headline ? RISALAH_BLOCK_HEADING : block->type;

      risalah_text_builder_add (builder, type, i == headline ? 1 : block->level, !main[i],
                                block->text, block->length);
    }
  return risalah_text_builder_finish (builder);
}

/* The date in a line near the headline, where the markup has none. */
static char *
find_date_near (GArray *blocks, guint headline, const RisalahLexicon *lexicon)
{
  guint from = headline < blocks->len ? headline : 0;

  for (guint k = 0; k <= 2 * DATE_REACH && blocks->len > 0; k++)
    {
      /* Below the headline first, then above it. */
      guint i = k <= DATE_REACH ? from + k : from - (k - DATE_REACH);
      const RisalahHtmlBlock *block;
      char *date;

      if (i >= blocks->len)
        continue;
      block = &g_array_index (blocks, RisalahHtmlBlock, i);
      date = risalah_stated_date_from_line (block->text, block->length, lexicon);
      if (date != NULL)
        return date;
    }
  return NULL;
}

static void
set_metadata (RisalahArticle *article,
              const RisalahHtmlMetadata *metadata,
              GArray *blocks,
              guint headline,
              const RisalahLexicon *lexicon)
{
  for (guint which = 0; which < RISALAH_METADATA_N; which++)
    if (which != RISALAH_METADATA_LANGUAGE && metadata->values[which] != NULL)
      risalah_article_set_metadata (article, which, metadata->values[which], RISALAH_ORIGIN_MARKUP);
  if (headline < blocks->len)
    risalah_article_set_metadata (article, RISALAH_METADATA_TITLE,
                                  g_array_index (blocks, RisalahHtmlBlock, headline).text,
                                  RISALAH_ORIGIN_HEADLINE);
  if (metadata->values[RISALAH_METADATA_PUBLISHED] == NULL)
    {
      g_autofree char *near = find_date_near (blocks, headline, lexicon);
      const char *url = metadata->values[RISALAH_METADATA_URL];
      g_autofree char *of_url =
          near == NULL && url != NULL ? risalah_stated_date_from_url (url) : NULL;

      risalah_article_set_metadata (article, RISALAH_METADATA_PUBLISHED,
                                    near != NULL ? near : of_url, RISALAH_ORIGIN_TEXT);
    }
}

static RisalahArticle *
read_page (const char *html,
           gsize length,
           const char *name,
           const RisalahLexicon *lexicon,
           GError **error)
{
  xmlDoc *document = risalah_html_parse (html, length, name, error);
  g_autoptr (GArray) blocks = NULL;
  g_auto (RisalahHtmlMetadata) metadata = { { NULL } };
  g_autofree gboolean *main = NULL;
  RisalahArticle *article;
  guint headline;

  if (document == NULL)
    return NULL;
  blocks = risalah_html_get_blocks (document, name, lexicon, error);
  if (blocks == NULL)
    {
      xmlFreeDoc (document);
      return NULL;
    }
  risalah_html_find_metadata (&metadata, document, lexicon);
  main = risalah_html_find_main (blocks, metadata.values[RISALAH_METADATA_TITLE], metadata.body,
                                 &headline);
  xmlFreeDoc (document);
  if (blocks->len == 0)
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EMPTY,
                   _ ("“%s” has no text in it."), name);
      return NULL;
    }
  article = build_article (blocks, main, headline, length / 8);
  set_metadata (article, &metadata, blocks, headline, lexicon);
  return article;
}

static RisalahArticle *
read_html (GBytes *bytes,
           const char *name,
           const RisalahLexicon *lexicon,
           const RisalahReadOptions *options,
           GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = NULL;
  g_autofree char *html = NULL;

  declared = options->charset != NULL ? g_strdup (options->charset) : find_charset (data, length);
  html = risalah_decode (bytes, name, declared, &length, error);
  return html != NULL ? read_page (html, length, name, lexicon, error) : NULL;
}

const RisalahReader risalah_html_reader = {
  .name = "html",
  .version = 2,
  .needs_limits = TRUE,
  .recognize = recognize,
  .read = read_html,
};
