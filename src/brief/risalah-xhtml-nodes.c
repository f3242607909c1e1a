/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads elements of XHTML, and keeps unknown ones as they are. */

#include "risalah-xhtml-private.h"

static gboolean
is_xhtml (const xmlNode *node)
{
  return node->ns == NULL || g_strcmp0 ((const char *)node->ns->href, RISALAH_XHTML_NAMESPACE) == 0;
}

/* Whether @node is nothing but blanks, a comment or an instruction. */
gboolean
risalah_xhtml_is_ignorable (const xmlNode *node)
{
  return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE || xmlIsBlankNode (node);
}

/* Whether @node is the XHTML element @name. */
gboolean
risalah_xhtml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && is_xhtml (node)
         && g_str_equal ((const char *)node->name, name);
}

/* The value of an attribute, NULL where there is none. */
char *
risalah_xhtml_get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* The value of an attribute as a number, @otherwise where it is none. */
gint64
risalah_xhtml_get_number (xmlNode *node, const char *name, gint64 otherwise)
{
  g_autofree char *value = risalah_xhtml_get_attribute (node, name);
  gint64 number;

  if (value != NULL && g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return number;
  return otherwise;
}

/* Whether the class of @node is @name and nothing else. */
gboolean
risalah_xhtml_has_class (xmlNode *node, const char *name)
{
  g_autofree char *value = risalah_xhtml_get_attribute (node, "class");

  return g_strcmp0 (value, name) == 0;
}

/* The qualified name of @node. */
char *
risalah_xhtml_dup_name (const xmlNode *node)
{
  if (node->ns != NULL && node->ns->prefix != NULL)
    return g_strdup_printf ("%s:%s", node->ns->prefix, node->name);
  return g_strdup ((const char *)node->name);
}

static void
append_namespace (GString *xml, const xmlNs *ns)
{
  g_autofree char *name = NULL;

  if (ns->prefix == NULL)
    name = g_strdup ("xmlns");
  else
    name = g_strdup_printf ("xmlns:%s", ns->prefix);
  risalah_xhtml_append_attribute (xml, name, (const char *)ns->href);
}

static gboolean
is_declared (const GString *xml, const xmlNs *ns)
{
  g_autofree char *declaration = g_strdup_printf (" xmlns:%s=", ns->prefix);

  return strstr (xml->str, declaration) != NULL;
}

static void
append_foreign_attribute (GString *xml, const xmlAttr *attribute, const char *value)
{
  g_autofree char *name = g_strdup_printf ("%s:%s", attribute->ns->prefix, attribute->name);

  if (g_strcmp0 ((const char *)attribute->ns->prefix, "xml") != 0
      && !is_declared (xml, attribute->ns))
    append_namespace (xml, attribute->ns);
  risalah_xhtml_append_attribute (xml, name, value);
}

/* The attributes of @node as XML, each after a space, without those named in @except (nullable);
 * with the declaration of the element's namespace where it is not its parent's. */
char *
risalah_xhtml_dup_attributes (xmlNode *node, const char *const *except)
{
  GString *xml = g_string_new (NULL);
  const xmlNode *parent = node->parent;
  const char *around = RISALAH_XHTML_NAMESPACE;

  if (parent != NULL && parent->type == XML_ELEMENT_NODE && !is_xhtml (parent))
    around = (const char *)parent->ns->href;
  if (node->ns != NULL && g_strcmp0 ((const char *)node->ns->href, around) != 0)
    append_namespace (xml, node->ns);
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value = xmlNodeGetContent ((xmlNode *)attribute);

      if (attribute->ns != NULL && attribute->ns->prefix != NULL)
        append_foreign_attribute (xml, attribute, (const char *)value);
      else if (except == NULL || !g_strv_contains (except, (const char *)attribute->name))
        risalah_xhtml_append_attribute (xml, (const char *)attribute->name, (const char *)value);
      xmlFree (value);
    }
  return g_string_free (xml, FALSE);
}

static void
append_node (GString *xml, xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE)
    {
      g_autofree char *element = risalah_xhtml_dup_element (node);

      g_string_append (xml, element);
    }
  else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    risalah_xhtml_append_text (xml, (const char *)node->content,
                               strlen ((const char *)node->content));
  else if (node->type == XML_COMMENT_NODE)
    g_string_append_printf (xml, "<!--%s-->", node->content);
}

/* What stands within @node, as XML. */
char *
risalah_xhtml_dup_content (xmlNode *node)
{
  GString *xml = g_string_new (NULL);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    append_node (xml, child);
  return g_string_free (xml, FALSE);
}

/* @node and all within it, as XML that can stand in a document of ours. */
char *
risalah_xhtml_dup_element (xmlNode *node)
{
  g_autofree char *name = risalah_xhtml_dup_name (node);
  g_autofree char *attributes = risalah_xhtml_dup_attributes (node, NULL);
  g_autofree char *content = risalah_xhtml_dup_content (node);

  if (*content == '\0')
    return g_strdup_printf ("<%s%s/>", name, attributes);
  return g_strdup_printf ("<%s%s>%s</%s>", name, attributes, content, name);
}
