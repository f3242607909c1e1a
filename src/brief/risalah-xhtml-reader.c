/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a document from the XHTML that risalah_document_to_xhtml() writes, and keeps what a newer
 * version put there. */

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "risalah-brief-error.h"
#include "risalah-document-xhtml.h"
#include "risalah-xhtml-private.h"

static void read_blocks (xmlNode *parent, gboolean boxed, GPtrArray *blocks);

/* Sets what every block may have, and the box, and adds it; takes @block. */
static void
add_block (GPtrArray *blocks,
           RisalahBriefBlock *block,
           xmlNode *node,
           const char *const *known,
           gboolean boxed)
{
  static const char *const common[] = { "id", "lang", "data-section", "data-role", NULL };
  g_autoptr (GPtrArray) except = g_ptr_array_new ();
  g_autofree char *extra = NULL;
  RisalahBriefBlock *(*const setters[]) (RisalahBriefBlock *, const char *) = {
    risalah_brief_block_with_id, risalah_brief_block_with_language,
    risalah_brief_block_with_section, risalah_brief_block_with_role
  };

  for (guint i = 0; common[i] != NULL; i++)
    {
      g_autofree char *value = risalah_xhtml_get_attribute (node, common[i]);
      RisalahBriefBlock *plain = block;

      g_ptr_array_add (except, (gpointer)common[i]);
      if (value == NULL)
        continue;
      block = setters[i](plain, value);
      risalah_brief_block_unref (plain);
    }
  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    g_ptr_array_add (except, (gpointer)known[i]);
  g_ptr_array_add (except, NULL);
  extra = risalah_xhtml_dup_attributes (node, (const char *const *)except->pdata);
  if (*extra != '\0')
    {
      RisalahBriefBlock *plain = block;

      block = risalah_brief_block_with_extra (plain, extra);
      risalah_brief_block_unref (plain);
    }
  if (boxed)
    {
      RisalahBriefBlock *plain = block;

      block = risalah_brief_block_with_boxed (plain, TRUE);
      risalah_brief_block_unref (plain);
    }
  g_ptr_array_add (blocks, block);
}

static void
read_text_block (GPtrArray *blocks,
                 xmlNode *node,
                 RisalahBriefBlockKind kind,
                 guint level,
                 gboolean boxed)
{
  static const char *const subtitle[] = { "class", NULL };
  g_autoptr (RisalahRichText) text = risalah_xhtml_read_inline (node, NULL);

  add_block (blocks, risalah_brief_block_new (kind, level, text), node,
             kind == RISALAH_BRIEF_BLOCK_SUBTITLE ? subtitle : NULL, boxed);
}

static gboolean
is_list (const xmlNode *node)
{
  return risalah_xhtml_is (node, "ul") || risalah_xhtml_is (node, "ol");
}

/* Whether a list holds nothing that our items cannot keep. */
static gboolean
is_plain_list (xmlNode *list)
{
  if (list->properties != NULL)
    return FALSE;
  for (xmlNode *item = list->children; item != NULL; item = item->next)
    {
      gboolean after_list = FALSE;

      if (risalah_xhtml_is_ignorable (item))
        continue;
      if (!risalah_xhtml_is (item, "li"))
        return FALSE;
      for (xmlNode *child = item->children; child != NULL; child = child->next)
        {
          if (is_list (child))
            {
              after_list = TRUE;
              if (!is_plain_list (child))
                return FALSE;
            }
          else if (after_list && !risalah_xhtml_is_ignorable (child))
            return FALSE;
        }
    }
  return TRUE;
}

static void
read_list (GPtrArray *blocks, xmlNode *list, guint level, gboolean boxed)
{
  RisalahBriefBlockKind kind =
      risalah_xhtml_is (list, "ol") ? RISALAH_BRIEF_BLOCK_NUMBERED : RISALAH_BRIEF_BLOCK_BULLET;

  for (xmlNode *item = list->children; item != NULL; item = item->next)
    {
      xmlNode *inner = NULL;

      if (item->type != XML_ELEMENT_NODE)
        continue;
      for (xmlNode *child = item->children; child != NULL && inner == NULL; child = child->next)
        if (is_list (child))
          inner = child;
      if (!risalah_xhtml_has_class (item, "level"))
        {
          g_autoptr (RisalahRichText) text = risalah_xhtml_read_inline (item, inner);

          add_block (blocks, risalah_brief_block_new (kind, level, text), item, NULL, boxed);
        }
      for (; inner != NULL; inner = inner->next)
        if (is_list (inner))
          read_list (blocks, inner, level + 1, boxed);
    }
}

/* Reads an object; whether it was one of ours. */
static gboolean
read_object (GPtrArray *blocks, xmlNode *node, gboolean boxed)
{
  static const char *const figure[] = { "class",      "data-media",       "data-from",
                                        "data-to",    "data-filter",      "data-group",
                                        "data-width", "data-alternative", NULL };
  static const char *const media_figure[] = { "data-media",       "data-from",  "data-to",
                                              "data-filter",      "data-group", "data-width",
                                              "data-alternative", NULL };
  static const char *const other[] = { "class", "data-generated", NULL };
  const char *const *known = NULL;
  RisalahBriefBlock *block = NULL;
  RisalahGenerated generated;

  if (risalah_xhtml_is (node, "table"))
    block = risalah_xhtml_read_table (node);
  else if (risalah_xhtml_is (node, "figure"))
    {
      known = risalah_xhtml_has_class (node, "timeline") ? figure : media_figure;
      block = risalah_xhtml_read_figure (node);
    }
  else if (risalah_xhtml_is (node, "hr") && risalah_xhtml_has_class (node, "page-break"))
    {
      known = other;
      block = risalah_brief_block_new_page_break ();
    }
  else if (risalah_xhtml_is (node, "section") && risalah_xhtml_has_class (node, "generated")
           && node->children == NULL)
    {
      g_autofree char *name = risalah_xhtml_get_attribute (node, "data-generated");

      known = other;
      if (risalah_generated_from_string (name, &generated))
        block = risalah_brief_block_new_generated (generated);
    }
  if (block == NULL)
    return FALSE;
  add_block (blocks, block, node, known, boxed);
  return TRUE;
}

/* Reads a block quotation; whether it holds paragraphs and nothing else. */
static gboolean
read_block_quotation (GPtrArray *blocks, xmlNode *node, gboolean boxed)
{
  guint n_paragraphs = 0;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (risalah_xhtml_is_ignorable (child))
        continue;
      if (!risalah_xhtml_is (child, "p") || child->properties != NULL)
        return FALSE;
      n_paragraphs++;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        g_autoptr (RisalahRichText) text = risalah_xhtml_read_inline (child, NULL);

        add_block (blocks, risalah_brief_block_new (RISALAH_BRIEF_BLOCK_QUOTATION, 0, text), node,
                   NULL, boxed);
      }
  return n_paragraphs > 0;
}

/* Reads a heading or a paragraph; whether it was one. */
static gboolean
read_plain (GPtrArray *blocks, xmlNode *node, gboolean boxed)
{
  if (risalah_xhtml_is (node, "h1"))
    read_text_block (blocks, node, RISALAH_BRIEF_BLOCK_TITLE, 0, boxed);
  else if (risalah_xhtml_is (node, "p") && risalah_xhtml_has_class (node, "subtitle"))
    read_text_block (blocks, node, RISALAH_BRIEF_BLOCK_SUBTITLE, 0, boxed);
  else if (risalah_xhtml_is (node, "p"))
    read_text_block (blocks, node, RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, boxed);
  else if (risalah_xhtml_is (node, "h2"))
    read_text_block (blocks, node, RISALAH_BRIEF_BLOCK_HEADING, 1, boxed);
  else if (risalah_xhtml_is (node, "h3"))
    read_text_block (blocks, node, RISALAH_BRIEF_BLOCK_HEADING, 2, boxed);
  else if (risalah_xhtml_is (node, "h4"))
    read_text_block (blocks, node, RISALAH_BRIEF_BLOCK_HEADING, 3, boxed);
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_plain_box (xmlNode *node)
{
  return risalah_xhtml_is (node, "aside") && risalah_xhtml_has_class (node, "key-messages")
         && node->properties->next == NULL;
}

static void
read_block (GPtrArray *blocks, xmlNode *node, gboolean boxed)
{
  g_autofree char *xml = NULL;
  RisalahBriefBlock *unknown;

  if (read_plain (blocks, node, boxed) || read_object (blocks, node, boxed))
    return;
  if (is_list (node) && is_plain_list (node))
    {
      read_list (blocks, node, 1, boxed);
      return;
    }
  if (risalah_xhtml_is (node, "blockquote") && read_block_quotation (blocks, node, boxed))
    return;
  if (!boxed && is_plain_box (node))
    {
      read_blocks (node, TRUE, blocks);
      return;
    }
  xml = risalah_xhtml_dup_element (node);
  unknown = risalah_brief_block_new_unknown (xml);
  g_ptr_array_add (blocks, risalah_brief_block_with_boxed (unknown, boxed));
  risalah_brief_block_unref (unknown);
}

static void
read_blocks (xmlNode *parent, gboolean boxed, GPtrArray *blocks)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        read_block (blocks, child, boxed);
      else if (child->type == XML_TEXT_NODE && !risalah_xhtml_is_ignorable (child))
        {
          RisalahBriefBlock *block =
              risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0,
                                             (const char *)child->content);

          g_ptr_array_add (blocks, risalah_brief_block_with_boxed (block, boxed));
          risalah_brief_block_unref (block);
        }
    }
}

/* Reads a meta element of ours into @document, which it takes; NULL where it is not one. */
static RisalahDocument *
read_meta (RisalahDocument *document, xmlNode *node)
{
  g_autofree char *name = NULL, *content = NULL, *rule = NULL;
  RisalahDocumentField field;
  RisalahDocument *changed;

  if (!risalah_xhtml_is (node, "meta"))
    return NULL;
  name = risalah_xhtml_get_attribute (node, "name");
  content = risalah_xhtml_get_attribute (node, "content");
  rule = risalah_xhtml_get_attribute (node, "data-rule");
  if (name == NULL || content == NULL || !g_str_has_prefix (name, "risalah."))
    return NULL;
  if (g_str_equal (name, "risalah.rule-off") && rule != NULL)
    changed = risalah_document_with_rule_off (document, rule, content);
  else if (risalah_document_field_from_string (name + strlen ("risalah."), &field))
    changed = risalah_document_with_field (document, field, content);
  else
    return NULL;
  risalah_document_unref (document);
  return changed;
}

/* Reads the head; takes @document. */
static RisalahDocument *
read_head (RisalahDocument *document, xmlNode *root, xmlNode *head)
{
  static const char *const known[] = { "lang", NULL };
  g_autofree char *attributes = risalah_xhtml_dup_attributes (root, known);
  g_autoptr (GString) elements = g_string_new (NULL);
  RisalahDocument *whole;

  for (xmlNode *child = head != NULL ? head->children : NULL; child != NULL; child = child->next)
    {
      RisalahDocument *changed;

      if (child->type != XML_ELEMENT_NODE || risalah_xhtml_is (child, "title"))
        continue;
      changed = read_meta (document, child);
      if (changed != NULL)
        document = changed;
      else
        {
          g_autofree char *xml = risalah_xhtml_dup_element (child);

          g_string_append_printf (elements, "%s\n", xml);
        }
    }
  if (*attributes == '\0' && elements->len == 0)
    return document;
  whole = risalah_document_with_head_extra (document, *attributes != '\0' ? attributes : NULL,
                                            elements->len > 0 ? elements->str : NULL);
  risalah_document_unref (document);
  return whole;
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (risalah_xhtml_is (child, name))
      return child;
  return NULL;
}

static void
set_malformed (GError **error)
{
  const xmlError *problem = xmlGetLastError ();

  if (problem != NULL && problem->message != NULL)
    {
      g_autofree char *message = g_strstrip (g_strdup (problem->message));

      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_MALFORMED,
                   _ ("The brief is not well-formed XHTML (line %d: %s). It was left as it is."),
                   problem->line, message);
    }
  else
    g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_MALFORMED,
                         _ ("The brief is not well-formed XHTML. It was left as it is."));
}

/**
 * risalah_document_from_xhtml:
 * @xhtml: what risalah_document_to_xhtml() wrote, perhaps a newer version's
 * @length: its bytes, -1 where it ends with NUL
 *
 * Nothing is loaded from anywhere, and no entity is expanded.
 *
 * Returns: (transfer full): the document, or %NULL with %RISALAH_BRIEF_ERROR_MALFORMED
 */
RisalahDocument *
risalah_document_from_xhtml (const char *xhtml, gssize length, GError **error)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  g_autofree char *language = NULL;
  RisalahDocument *document;
  xmlDoc *xml;
  xmlNode *root, *body;

  g_return_val_if_fail (xhtml != NULL, NULL);

  length = length < 0 ? (gssize)strlen (xhtml) : length;
  xmlResetLastError ();
  xml = length > G_MAXINT ? NULL
                          : xmlReadMemory (xhtml, (int)length, NULL, "UTF-8",
                                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                               | XML_PARSE_NOCDATA);
  root = xml != NULL ? xmlDocGetRootElement (xml) : NULL;
  body = root != NULL && risalah_xhtml_is (root, "html") ? find_child (root, "body") : NULL;
  if (body == NULL)
    {
      set_malformed (error);
      xmlFreeDoc (xml);
      return NULL;
    }
  read_blocks (body, FALSE, blocks);
  language = risalah_xhtml_get_attribute (root, "lang");
  document = risalah_document_new (language != NULL ? language : "id",
                                   (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  document = read_head (document, root, find_child (root, "head"));
  xmlFreeDoc (xml);
  return document;
}
