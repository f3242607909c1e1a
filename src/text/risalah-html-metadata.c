/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <title>, <meta> (Open Graph, Dublin Core and the names that news sites use), JSON-LD
 * (schema.org), microdata, <time> and the canonical address. */

#include "risalah-html-metadata-private.h"

#include <string.h>

#include "risalah-html-page.h"
#include "risalah-lines.h"
#include "risalah-metadata.h"
#include "risalah-mojibake.h"
#include "risalah-stated-date.h"

#define MAX_VALUE 600

static const struct
{
  const char *name;
  RisalahMetadata which;
  RisalahHtmlPlace place;
} meta_names[] = {
  { "og:title", RISALAH_METADATA_TITLE, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "twitter:title", RISALAH_METADATA_TITLE, RISALAH_HTML_PLACE_META },
  { "dc.title", RISALAH_METADATA_TITLE, RISALAH_HTML_PLACE_META },
  { "dcterms.title", RISALAH_METADATA_TITLE, RISALAH_HTML_PLACE_META },
  { "og:site_name", RISALAH_METADATA_PUBLISHER, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "dc.publisher", RISALAH_METADATA_PUBLISHER, RISALAH_HTML_PLACE_META },
  { "dcterms.publisher", RISALAH_METADATA_PUBLISHER, RISALAH_HTML_PLACE_META },
  { "publisher", RISALAH_METADATA_PUBLISHER, RISALAH_HTML_PLACE_META },
  { "application-name", RISALAH_METADATA_PUBLISHER, RISALAH_HTML_PLACE_ELEMENT },
  { "author", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_META },
  { "dc.creator", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_META },
  { "dcterms.creator", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_META },
  { "article:author", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "content_author", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_META },
  { "dtk:author", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_META },
  { "parsely-author", RISALAH_METADATA_BYLINE, RISALAH_HTML_PLACE_META },
  { "article:published_time", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "og:article:published_time", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "og:published_time", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "article.published", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "pubdate", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "publishdate", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "publish-date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "publish_date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "published_date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "published-date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "content_publisheddate", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "content_published_date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "dtk:publishdate", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "parsely-pub-date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "sailthru.date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "cxenseparse:recs:publishtime", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "dc.date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "dc.date.issued", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "dcterms.date", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "dcterms.created", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "dcterms.issued", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_META },
  { "datepublished", RISALAH_METADATA_PUBLISHED, RISALAH_HTML_PLACE_MICRODATA },
  { "og:url", RISALAH_METADATA_URL, RISALAH_HTML_PLACE_OPEN_GRAPH },
  { "twitter:url", RISALAH_METADATA_URL, RISALAH_HTML_PLACE_META },
};

void
risalah_html_found_learn (RisalahHtmlFound *found,
                          RisalahMetadata which,
                          const char *value,
                          RisalahHtmlPlace place)
{
  g_autofree char *text = NULL;
  gsize length;

  if (value == NULL || *value == '\0' || strlen (value) > 4 * MAX_VALUE
      || found->places[which] <= place)
    return;
  if (which == RISALAH_METADATA_PUBLISHED)
    text = risalah_stated_date_from_value (value, found->lexicon);
  else if (which == RISALAH_METADATA_BYLINE)
    text = risalah_tidy_byline (value);
  else
    text = g_strdup (value);
  if (text == NULL)
    return;
  if (which == RISALAH_METADATA_URL && !g_str_has_prefix (text, "http://")
      && !g_str_has_prefix (text, "https://"))
    return;
  length = strlen (text);
  text = risalah_repair_text (g_strdelimit (g_steal_pointer (&text), "\n\r\t\v\f", ' '), &length);
  if (risalah_line_tidy (text, FALSE) == 0 || strlen (text) > MAX_VALUE)
    return;
  g_free (found->values[which]);
  found->values[which] = g_steal_pointer (&text);
  found->places[which] = place;
}

/* Character references that were escaped once too often: "&amp;quot;". */
char *
risalah_html_unescape (const char *text)
{
  static const char *const pairs[][2] = {
    { "&quot;", "\"" }, { "&#39;", "'" },   { "&#039;", "'" },  { "&apos;", "'" },
    { "&lt;", "<" },    { "&gt;", ">" },    { "&nbsp;", " " },  { "&#8220;", "“" },
    { "&#8221;", "”" }, { "&#8217;", "’" }, { "&#8216;", "‘" }, { "&#8211;", "–" },
    { "&amp;", "&" }
  };
  GString *out = g_string_new (text);

  if (strchr (text, '&') != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      g_string_replace (out, pairs[i][0], pairs[i][1], 0);
  return g_string_free (out, FALSE);
}

void
risalah_html_found_learn_escaped (RisalahHtmlFound *found,
                                  RisalahMetadata which,
                                  const char *value,
                                  RisalahHtmlPlace place)
{
  g_autofree char *text = value != NULL ? risalah_html_unescape (value) : NULL;

  risalah_html_found_learn (found, which, text, place);
}

static void
read_meta (RisalahHtmlFound *found, xmlNode *meta)
{
  static const char *const keys[] = { "property", "name", "itemprop" };
  xmlChar *content = xmlGetProp (meta, (const xmlChar *)"content");

  for (guint k = 0; k < G_N_ELEMENTS (keys) && content != NULL; k++)
    {
      xmlChar *name = xmlGetProp (meta, (const xmlChar *)keys[k]);

      for (guint i = 0; name != NULL && i < G_N_ELEMENTS (meta_names); i++)
        if (g_ascii_strcasecmp ((char *)name, meta_names[i].name) == 0)
          risalah_html_found_learn_escaped (found, meta_names[i].which, (char *)content,
                                            meta_names[i].place);
      if (name != NULL && k == 2 && strcmp ((char *)name, "headline") == 0)
        risalah_html_found_learn_escaped (found, RISALAH_METADATA_TITLE, (char *)content,
                                          RISALAH_HTML_PLACE_MICRODATA);
      xmlFree (name);
    }
  xmlFree (content);
}

static gboolean
has_word (const xmlChar *names, const char *word)
{
  g_auto (GStrv) words = names != NULL ? g_strsplit_set ((const char *)names, " \t\n", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *)words, word);
}

/* Microdata, links and <time>. */
static void
read_attributes (RisalahHtmlFound *found, xmlNode *element)
{
  xmlChar *property = xmlGetProp (element, (const xmlChar *)"itemprop");
  xmlChar *relation = xmlGetProp (element, (const xmlChar *)"rel");
  xmlChar *datetime = xmlGetProp (element, (const xmlChar *)"datetime");

  if (property != NULL && has_word (property, "datePublished"))
    {
      g_autofree char *text = risalah_html_get_text (element);
      xmlChar *content = xmlGetProp (element, (const xmlChar *)"content");

      risalah_html_found_learn (found, RISALAH_METADATA_PUBLISHED,
                                datetime != NULL  ? (char *)datetime
                                : content != NULL ? (char *)content
                                                  : text,
                                RISALAH_HTML_PLACE_MICRODATA);
      xmlFree (content);
    }
  else if (property != NULL && has_word (property, "headline"))
    {
      g_autofree char *text = risalah_html_get_text (element);

      risalah_html_found_learn (found, RISALAH_METADATA_TITLE, text, RISALAH_HTML_PLACE_MICRODATA);
    }
  if ((property != NULL && has_word (property, "author"))
      || (relation != NULL && has_word (relation, "author")))
    {
      g_autofree char *text = risalah_html_get_text (element);

      if (strlen (text) < 80)
        risalah_html_found_learn (found, RISALAH_METADATA_BYLINE, text, RISALAH_HTML_PLACE_ELEMENT);
    }
  if (relation != NULL && has_word (relation, "canonical"))
    {
      xmlChar *address = xmlGetProp (element, (const xmlChar *)"href");

      risalah_html_found_learn (found, RISALAH_METADATA_URL, (char *)address,
                                RISALAH_HTML_PLACE_JSON);
      xmlFree (address);
    }
  if (datetime != NULL && strcmp ((const char *)element->name, "time") == 0)
    {
      xmlChar *pubdate = xmlGetProp (element, (const xmlChar *)"pubdate");
      xmlChar *names = xmlGetProp (element, (const xmlChar *)"class");

      risalah_html_found_learn (found, RISALAH_METADATA_PUBLISHED, (char *)datetime,
                                pubdate != NULL || has_word (names, "entry-date")
                                        || has_word (names, "published")
                                    ? RISALAH_HTML_PLACE_MICRODATA
                                    : RISALAH_HTML_PLACE_ELEMENT);
      xmlFree (pubdate);
      xmlFree (names);
    }
  xmlFree (property);
  xmlFree (relation);
  xmlFree (datetime);
}

/* "<!-- saved from url=(0042)https://… -->" of a page that a browser saved. */
static void
read_comment (RisalahHtmlFound *found, const xmlNode *comment)
{
  const char *text = strstr ((const char *)comment->content, "saved from url=(");
  const char *address = text != NULL ? strchr (text, ')') : NULL;
  g_autofree char *url = NULL;

  if (address == NULL)
    return;
  url = g_strndup (address + 1, strcspn (address + 1, " \n\t"));
  risalah_html_found_learn (found, RISALAH_METADATA_URL, url, RISALAH_HTML_PLACE_META);
}

static void
read_element (RisalahHtmlFound *found, xmlNode *element)
{
  const char *name = (const char *)element->name;

  if (strcmp (name, "meta") == 0)
    read_meta (found, element);
  else if (strcmp (name, "title") == 0)
    {
      xmlChar *text = xmlNodeGetContent (element);

      if (element->parent != NULL && strcmp ((const char *)element->parent->name, "svg") != 0)
        risalah_html_found_learn (found, RISALAH_METADATA_TITLE, (char *)text,
                                  RISALAH_HTML_PLACE_TITLE);
      xmlFree (text);
    }
  else if (strcmp (name, "script") == 0)
    {
      xmlChar *type = xmlGetProp (element, (const xmlChar *)"type");

      if (type != NULL && strcmp ((char *)type, "application/ld+json") == 0)
        risalah_html_found_read_json (found, element);
      xmlFree (type);
    }
  else if (strcmp (name, "html") == 0)
    {
      xmlChar *language = xmlGetProp (element, (const xmlChar *)"lang");

      risalah_html_found_learn (found, RISALAH_METADATA_LANGUAGE, (char *)language,
                                RISALAH_HTML_PLACE_ELEMENT);
      xmlFree (language);
    }
  else if (element->properties != NULL)
    for (const xmlAttr *attribute = element->properties; attribute != NULL;
         attribute = attribute->next)
      if (strcmp ((const char *)attribute->name, "itemprop") == 0
          || strcmp ((const char *)attribute->name, "rel") == 0
          || strcmp ((const char *)attribute->name, "datetime") == 0)
        {
          read_attributes (found, element);
          break;
        }
}

/* Takes the site's name off a page's title: "Headline - Site", "Headline | Site | Section". */
static void
cut_site_name (char *title, const char *site)
{
  static const char *const dashes[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · " };

  for (guint pass = 0; pass < 3; pass++)
    {
      char *cut = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
        {
          char *found = g_strrstr (title, dashes[i]);

          if (found != NULL && (cut == NULL || found > cut))
            cut = found;
        }
      /* A short end is the site's; a long one may be the headline's own second half. */
      if (cut == NULL || (guint)(cut - title) < 12
          || (strlen (cut) > 36 && (site == NULL || strstr (cut, site) == NULL)))
        return;
      *cut = '\0';
    }
}

/**
 * risalah_html_find_metadata:
 * @self: (out caller-allocates): what is found
 * @document: a page
 * @lexicon: what the text floor knows
 *
 * Reads what the markup states. A date keeps the day that is written, whatever its time zone.
 */
void
risalah_html_find_metadata (RisalahHtmlMetadata *self,
                            xmlDoc *document,
                            const RisalahLexicon *lexicon)
{
  RisalahHtmlFound found = { .lexicon = lexicon };

  g_return_if_fail (self != NULL && document != NULL && lexicon != NULL);

  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    found.places[i] = RISALAH_HTML_PLACE_NONE;
  for (xmlNode *node = document->children; node != NULL;)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_element (&found, node);
      else if (node->type == XML_COMMENT_NODE && node->content != NULL)
        read_comment (&found, node);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
      node = node != NULL ? node->next : NULL;
    }
  if (found.places[RISALAH_METADATA_TITLE] != RISALAH_HTML_PLACE_NONE
      && found.places[RISALAH_METADATA_TITLE] != RISALAH_HTML_PLACE_JSON
      && found.places[RISALAH_METADATA_TITLE] != RISALAH_HTML_PLACE_MICRODATA)
    cut_site_name (found.values[RISALAH_METADATA_TITLE], found.values[RISALAH_METADATA_PUBLISHER]);
  memcpy (self->values, found.values, sizeof self->values);
  self->body = found.body;
}

/**
 * risalah_html_metadata_clear:
 * @self: metadata
 */
void
risalah_html_metadata_clear (RisalahHtmlMetadata *self)
{
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    g_clear_pointer (&self->values[i], g_free);
  g_clear_pointer (&self->body, g_free);
}
