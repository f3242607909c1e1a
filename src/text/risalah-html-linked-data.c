/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page states of its article in JSON-LD, with the words of schema.org. */

#include "risalah-html-metadata-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* JSON nested deeper than this describes no article; the parser would recurse into it. */
#define MAX_JSON_DEPTH 64
#define MAX_JSON_BYTES (4 * 1024 * 1024)

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
learn_article (RisalahHtmlFound *found, JsonObject *object, const char *type)
{
  g_autoptr (GString) authors = g_string_new (NULL);
  JsonNode *publisher = json_object_get_member (object, "publisher");
  JsonNode *page = json_object_get_member (object, "mainEntityOfPage");
  const char *title = get_string (object, "headline");

  risalah_html_found_learn_escaped (found, RISALAH_METADATA_TITLE,
                                    title != NULL ? title : get_string (object, "name"),
                                    RISALAH_HTML_PLACE_JSON);
  risalah_html_found_learn (found, RISALAH_METADATA_PUBLISHED, get_string (object, "datePublished"),
                            RISALAH_HTML_PLACE_JSON);
  append_names (json_object_get_member (object, "author"), authors);
  risalah_html_found_learn_escaped (found, RISALAH_METADATA_BYLINE, authors->str,
                                    RISALAH_HTML_PLACE_JSON);
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    risalah_html_found_learn_escaped (found, RISALAH_METADATA_PUBLISHER,
                                      get_string (json_node_get_object (publisher), "name"),
                                      RISALAH_HTML_PLACE_JSON);
  if (page != NULL && JSON_NODE_HOLDS_OBJECT (page))
    risalah_html_found_learn (found, RISALAH_METADATA_URL,
                              get_string (json_node_get_object (page), "@id"),
                              RISALAH_HTML_PLACE_JSON);
  else
    risalah_html_found_learn (found, RISALAH_METADATA_URL, get_string (object, "mainEntityOfPage"),
                              RISALAH_HTML_PLACE_JSON);
  risalah_html_found_learn (found, RISALAH_METADATA_URL, get_string (object, "url"),
                            RISALAH_HTML_PLACE_META);
  risalah_html_found_learn (found, RISALAH_METADATA_TYPE, type, RISALAH_HTML_PLACE_JSON);
  if (found->body == NULL && get_string (object, "articleBody") != NULL)
    found->body = risalah_html_unescape (get_string (object, "articleBody"));
}

/* Looks for an article in a node, in its "@graph" and in arrays; no deeper. */
static void
search_json (RisalahHtmlFound *found, JsonNode *node, guint depth)
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

void
risalah_html_found_read_json (RisalahHtmlFound *found, xmlNode *script)
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
