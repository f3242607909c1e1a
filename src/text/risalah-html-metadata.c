/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <title>, <meta> (Open Graph, Dublin Core and the names that news sites use), JSON-LD
 * (schema.org), microdata, <time> and the canonical address. */

#include "risalah-html-metadata.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "risalah-html-page.h"
#include "risalah-lines.h"
#include "risalah-metadata.h"
#include "risalah-mojibake.h"
#include "risalah-stated-date.h"

/* JSON nested deeper than this describes no article; the parser would recurse into it. */
#define MAX_JSON_DEPTH 64
#define MAX_JSON_BYTES (4 * 1024 * 1024)
#define MAX_VALUE 600

/* Where a value stands, the surest first. */
typedef enum
{
  PLACE_JSON,
  PLACE_OPEN_GRAPH,
  PLACE_MICRODATA,
  PLACE_META,
  PLACE_ELEMENT,
  PLACE_TITLE,
  PLACE_NONE,
} Place;

typedef struct
{
  char *values[RISALAH_METADATA_N];
  Place places[RISALAH_METADATA_N];
  char *body;
  const RisalahLexicon *lexicon;
} Found;

static const struct
{
  const char *name;
  RisalahMetadata which;
  Place place;
} meta_names[] = {
  { "og:title", RISALAH_METADATA_TITLE, PLACE_OPEN_GRAPH },
  { "twitter:title", RISALAH_METADATA_TITLE, PLACE_META },
  { "dc.title", RISALAH_METADATA_TITLE, PLACE_META },
  { "dcterms.title", RISALAH_METADATA_TITLE, PLACE_META },
  { "og:site_name", RISALAH_METADATA_PUBLISHER, PLACE_OPEN_GRAPH },
  { "dc.publisher", RISALAH_METADATA_PUBLISHER, PLACE_META },
  { "dcterms.publisher", RISALAH_METADATA_PUBLISHER, PLACE_META },
  { "publisher", RISALAH_METADATA_PUBLISHER, PLACE_META },
  { "application-name", RISALAH_METADATA_PUBLISHER, PLACE_ELEMENT },
  { "author", RISALAH_METADATA_BYLINE, PLACE_META },
  { "dc.creator", RISALAH_METADATA_BYLINE, PLACE_META },
  { "dcterms.creator", RISALAH_METADATA_BYLINE, PLACE_META },
  { "article:author", RISALAH_METADATA_BYLINE, PLACE_OPEN_GRAPH },
  { "content_author", RISALAH_METADATA_BYLINE, PLACE_META },
  { "dtk:author", RISALAH_METADATA_BYLINE, PLACE_META },
  { "parsely-author", RISALAH_METADATA_BYLINE, PLACE_META },
  { "article:published_time", RISALAH_METADATA_PUBLISHED, PLACE_OPEN_GRAPH },
  { "og:article:published_time", RISALAH_METADATA_PUBLISHED, PLACE_OPEN_GRAPH },
  { "og:published_time", RISALAH_METADATA_PUBLISHED, PLACE_OPEN_GRAPH },
  { "article.published", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "pubdate", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "publishdate", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "publish-date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "publish_date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "published_date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "published-date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "content_publisheddate", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "content_published_date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "dtk:publishdate", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "parsely-pub-date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "sailthru.date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "cxenseparse:recs:publishtime", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "dc.date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "dc.date.issued", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "dcterms.date", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "dcterms.created", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "dcterms.issued", RISALAH_METADATA_PUBLISHED, PLACE_META },
  { "datepublished", RISALAH_METADATA_PUBLISHED, PLACE_MICRODATA },
  { "og:url", RISALAH_METADATA_URL, PLACE_OPEN_GRAPH },
  { "twitter:url", RISALAH_METADATA_URL, PLACE_META },
};

static void
learn (Found *found, RisalahMetadata which, const char *value, Place place)
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
static char *
unescape (const char *text)
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

static void
learn_escaped (Found *found, RisalahMetadata which, const char *value, Place place)
{
  g_autofree char *text = value != NULL ? unescape (value) : NULL;

  learn (found, which, text, place);
}

/* A member's string, or the string of the first element of an array. */
static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* The names of one person or several: a string, an object with a name, or an array of them. */
static void
append_names (JsonNode *node, GString *out)
{
  const char *name = NULL;

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), 8); i++)
        {
          JsonNode *element = json_array_get_element (json_node_get_array (node), i);

          if (!JSON_NODE_HOLDS_ARRAY (element))
            append_names (element, out);
        }
      return;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    name = get_string (json_node_get_object (node), "name");
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  if (name != NULL && *name != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
}

static const char *
get_type (JsonObject *object)
{
  static const struct
  {
    const char *name;
    const char *type;
  } types[] = {
    { "NewsArticle", "news" },
    { "ReportageNewsArticle", "news" },
    { "AnalysisNewsArticle", "news" },
    { "LiveBlogPosting", "news" },
    { "OpinionNewsArticle", "opinion" },
    { "BlogPosting", "" },
    { "Article", "" },
    { "Report", "report" },
    { "ScholarlyArticle", "report" },
    { "BackgroundNewsArticle", "explainer" },
    { "PressRelease", "release" },
    { "Legislation", "law" },
  };
  const char *name = get_string (object, "@type");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].name, name) == 0)
      return types[i].type;
  return NULL;
}

static void
learn_article (Found *found, JsonObject *object, const char *type)
{
  g_autoptr (GString) authors = g_string_new (NULL);
  JsonNode *publisher = json_object_get_member (object, "publisher");
  JsonNode *page = json_object_get_member (object, "mainEntityOfPage");
  const char *title = get_string (object, "headline");

  learn_escaped (found, RISALAH_METADATA_TITLE, title != NULL ? title : get_string (object, "name"),
                 PLACE_JSON);
  learn (found, RISALAH_METADATA_PUBLISHED, get_string (object, "datePublished"), PLACE_JSON);
  append_names (json_object_get_member (object, "author"), authors);
  learn_escaped (found, RISALAH_METADATA_BYLINE, authors->str, PLACE_JSON);
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    learn_escaped (found, RISALAH_METADATA_PUBLISHER,
                   get_string (json_node_get_object (publisher), "name"), PLACE_JSON);
  if (page != NULL && JSON_NODE_HOLDS_OBJECT (page))
    learn (found, RISALAH_METADATA_URL, get_string (json_node_get_object (page), "@id"),
           PLACE_JSON);
  else
    learn (found, RISALAH_METADATA_URL, get_string (object, "mainEntityOfPage"), PLACE_JSON);
  learn (found, RISALAH_METADATA_URL, get_string (object, "url"), PLACE_META);
  learn (found, RISALAH_METADATA_TYPE, type, PLACE_JSON);
  if (found->body == NULL && get_string (object, "articleBody") != NULL)
    found->body = unescape (get_string (object, "articleBody"));
}

/* Looks for an article in a node, in its "@graph" and in arrays; no deeper. */
static void
search_json (Found *found, JsonNode *node, guint depth)
{
  if (node == NULL || depth > 3)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), 64); i++)
        search_json (found, json_array_get_element (json_node_get_array (node), i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      const char *type = get_type (object);

      if (type != NULL)
        learn_article (found, object, type);
      search_json (found, json_object_get_member (object, "@graph"), depth + 1);
      search_json (found, json_object_get_member (object, "mainEntity"), depth + 1);
    }
}

/* The parser recurses: what nests deep is not given to it. */
static gboolean
nests_deep (const char *json)
{
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    if (*p == '[' || *p == '{')
      {
        if (++depth > MAX_JSON_DEPTH)
          return TRUE;
      }
    else if ((*p == ']' || *p == '}') && depth > 0)
      depth--;
  return FALSE;
}

static void
read_json (Found *found, xmlNode *script)
{
  g_autoptr (JsonParser) parser = NULL;
  xmlChar *json = xmlNodeGetContent (script);

  /* Line breaks within strings are not allowed and common. */
  if (json != NULL && strlen ((char *)json) < MAX_JSON_BYTES && !nests_deep ((char *)json))
    {
      g_autofree char *text = g_strdelimit (g_strdup ((char *)json), "\n\r\t", ' ');

      parser = json_parser_new_immutable ();
      if (json_parser_load_from_data (parser, text, -1, NULL))
        search_json (found, json_parser_get_root (parser), 0);
    }
  xmlFree (json);
}

static void
read_meta (Found *found, xmlNode *meta)
{
  static const char *const keys[] = { "property", "name", "itemprop" };
  xmlChar *content = xmlGetProp (meta, (const xmlChar *)"content");

  for (guint k = 0; k < G_N_ELEMENTS (keys) && content != NULL; k++)
    {
      xmlChar *name = xmlGetProp (meta, (const xmlChar *)keys[k]);

      for (guint i = 0; name != NULL && i < G_N_ELEMENTS (meta_names); i++)
        if (g_ascii_strcasecmp ((char *)name, meta_names[i].name) == 0)
          learn_escaped (found, meta_names[i].which, (char *)content, meta_names[i].place);
      if (name != NULL && k == 2 && strcmp ((char *)name, "headline") == 0)
        learn_escaped (found, RISALAH_METADATA_TITLE, (char *)content, PLACE_MICRODATA);
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
read_attributes (Found *found, xmlNode *element)
{
  xmlChar *property = xmlGetProp (element, (const xmlChar *)"itemprop");
  xmlChar *relation = xmlGetProp (element, (const xmlChar *)"rel");
  xmlChar *datetime = xmlGetProp (element, (const xmlChar *)"datetime");

  if (property != NULL && has_word (property, "datePublished"))
    {
      g_autofree char *text = risalah_html_get_text (element);
      xmlChar *content = xmlGetProp (element, (const xmlChar *)"content");

      learn (found, RISALAH_METADATA_PUBLISHED,
             datetime != NULL  ? (char *)datetime
             : content != NULL ? (char *)content
                               : text,
             PLACE_MICRODATA);
      xmlFree (content);
    }
  else if (property != NULL && has_word (property, "headline"))
    {
      g_autofree char *text = risalah_html_get_text (element);

      learn (found, RISALAH_METADATA_TITLE, text, PLACE_MICRODATA);
    }
  if ((property != NULL && has_word (property, "author"))
      || (relation != NULL && has_word (relation, "author")))
    {
      g_autofree char *text = risalah_html_get_text (element);

      if (strlen (text) < 80)
        learn (found, RISALAH_METADATA_BYLINE, text, PLACE_ELEMENT);
    }
  if (relation != NULL && has_word (relation, "canonical"))
    {
      xmlChar *address = xmlGetProp (element, (const xmlChar *)"href");

      learn (found, RISALAH_METADATA_URL, (char *)address, PLACE_JSON);
      xmlFree (address);
    }
  if (datetime != NULL && strcmp ((const char *)element->name, "time") == 0)
    {
      xmlChar *pubdate = xmlGetProp (element, (const xmlChar *)"pubdate");
      xmlChar *names = xmlGetProp (element, (const xmlChar *)"class");

      learn (found, RISALAH_METADATA_PUBLISHED, (char *)datetime,
             pubdate != NULL || has_word (names, "entry-date") || has_word (names, "published")
                 ? PLACE_MICRODATA
                 : PLACE_ELEMENT);
      xmlFree (pubdate);
      xmlFree (names);
    }
  xmlFree (property);
  xmlFree (relation);
  xmlFree (datetime);
}

/* "<!-- saved from url=(0042)https://… -->" of a page that a browser saved. */
static void
read_comment (Found *found, const xmlNode *comment)
{
  const char *text = strstr ((const char *)comment->content, "saved from url=(");
  const char *address = text != NULL ? strchr (text, ')') : NULL;
  g_autofree char *url = NULL;

  if (address == NULL)
    return;
  url = g_strndup (address + 1, strcspn (address + 1, " \n\t"));
  learn (found, RISALAH_METADATA_URL, url, PLACE_META);
}

static void
read_element (Found *found, xmlNode *element)
{
  const char *name = (const char *)element->name;

  if (strcmp (name, "meta") == 0)
    read_meta (found, element);
  else if (strcmp (name, "title") == 0)
    {
      xmlChar *text = xmlNodeGetContent (element);

      if (element->parent != NULL && strcmp ((const char *)element->parent->name, "svg") != 0)
        learn (found, RISALAH_METADATA_TITLE, (char *)text, PLACE_TITLE);
      xmlFree (text);
    }
  else if (strcmp (name, "script") == 0)
    {
      xmlChar *type = xmlGetProp (element, (const xmlChar *)"type");

      if (type != NULL && strcmp ((char *)type, "application/ld+json") == 0)
        read_json (found, element);
      xmlFree (type);
    }
  else if (strcmp (name, "html") == 0)
    {
      xmlChar *language = xmlGetProp (element, (const xmlChar *)"lang");

      learn (found, RISALAH_METADATA_LANGUAGE, (char *)language, PLACE_ELEMENT);
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
  Found found = { .lexicon = lexicon };

  g_return_if_fail (self != NULL && document != NULL && lexicon != NULL);

  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    found.places[i] = PLACE_NONE;
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
  if (found.places[RISALAH_METADATA_TITLE] != PLACE_NONE
      && found.places[RISALAH_METADATA_TITLE] != PLACE_JSON
      && found.places[RISALAH_METADATA_TITLE] != PLACE_MICRODATA)
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
