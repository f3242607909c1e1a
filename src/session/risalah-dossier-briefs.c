/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefs of a dossier folder: XHTML that names articles and words becomes a stored brief that
 * holds identifiers and offsets. */

#include "risalah-dossier-folder-private.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "risalah-brief-error.h"
#include "risalah-document-xhtml.h"
#include "risalah-open-brief-private.h"
#include "risalah-quotations.h"
#include "risalah-table.h"

typedef struct
{
  RisalahConnection *connection;
  GHashTable *articles;   /* file name → RisalahDossierArticle */
  GHashTable *quotations; /* uid → RisalahQuotation */
} Brief;

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

static void
set_attribute (xmlNode *node, const char *name, const char *value)
{
  xmlSetProp (node, (const xmlChar *)name, (const xmlChar *)value);
}

static void
set_number (xmlNode *node, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  set_attribute (node, name, text);
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

/* The exact words: everything within @node but what the analyst put in. */
static void
append_words (xmlNode *node, GString *words)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      g_string_append (words, (const char *)child->content);
    else if (child->type == XML_ELEMENT_NODE && !is_element (child, "ins"))
      append_words (child, words);
}

static void
set_passage (xmlNode *node, const RisalahQuotation *quotation)
{
  set_attribute (node, "data-source", quotation->source_uid);
  set_attribute (node, "data-text", quotation->text_uid);
  set_number (node, "data-start", quotation->start);
  set_number (node, "data-end", quotation->end);
}

static RisalahQuotation *
make_quotation (const Brief *brief, xmlNode *node, const char *uid, GError **error)
{
  g_autofree char *name = dup_attribute (node, "data-source");
  g_autofree char *voice = dup_attribute (node, "data-voice");
  g_autofree char *credibility = dup_attribute (node, "data-credibility");
  g_autoptr (GString) words = g_string_new (NULL);
  const RisalahDossierArticle *article =
      g_hash_table_lookup (brief->articles, name != NULL ? name : "");
  RisalahQuotation *quotation;
  gint64 start, end;

  append_words (node, words);
  if (!risalah_dossier_article_find_words (article, name != NULL ? name : "", words->str, &start,
                                           &end, error))
    return NULL;
  quotation = risalah_quotation_new (article->source_uid, article->text->uid, article->text->text,
                                     start, end);
  g_free (quotation->uid);
  quotation->uid = g_strdup (uid);
  quotation->speaker = dup_attribute (node, "data-speaker");
  quotation->language = dup_attribute (node, "lang");
  quotation->voice = risalah_voice_from_string (voice);
  quotation->credibility = credibility != NULL ? g_ascii_strtoull (credibility, NULL, 10) : 0;
  return quotation;
}

static gboolean
resolve_quotation (const Brief *brief, xmlNode *node, GError **error)
{
  g_autofree char *uid = dup_attribute (node, "data-quotation");
  RisalahQuotation *quotation;
  g_autoptr (RisalahStoredQuotation) stored = NULL;

  if (uid == NULL)
    return TRUE;
  quotation = make_quotation (brief, node, uid, error);
  if (quotation == NULL)
    return FALSE;
  g_hash_table_insert (brief->quotations, quotation->uid, quotation);
  set_passage (node, quotation);
  set_attribute (node, "data-prefix", quotation->prefix);
  set_attribute (node, "data-suffix", quotation->suffix);
  stored = risalah_quotations_get_by_uid (brief->connection, uid, NULL);
  return stored != NULL || risalah_quotations_add (brief->connection, quotation, error) != 0;
}

static gboolean
resolve_citation (const Brief *brief, xmlNode *node, GError **error)
{
  g_autofree char *name = dup_attribute (node, "data-source");
  g_autofree char *uid = dup_attribute (node, "data-quotation");
  g_autofree char *words = dup_attribute (node, "data-words");
  const RisalahDossierArticle *article =
      g_hash_table_lookup (brief->articles, name != NULL ? name : "");
  const RisalahQuotation *quotation =
      uid != NULL ? g_hash_table_lookup (brief->quotations, uid) : NULL;
  gint64 start, end;

  if (quotation != NULL)
    set_passage (node, quotation);
  if (quotation != NULL || article == NULL)
    return TRUE;
  set_attribute (node, "data-source", article->source_uid);
  if (words == NULL)
    return TRUE;
  if (!risalah_dossier_article_find_words (article, name, words, &start, &end, error))
    return FALSE;
  set_attribute (node, "data-text", article->text->uid);
  set_number (node, "data-start", start);
  set_number (node, "data-end", end);
  xmlUnsetProp (node, (const xmlChar *)"data-words");
  return TRUE;
}

/* Quotations come before the citations that name them, as they stand in the text. */
static gboolean
resolve_below (const Brief *brief, xmlNode *parent, GError **error)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (is_element (node, "cite") ? !resolve_citation (brief, node, error)
                                    : !resolve_quotation (brief, node, error))
        return FALSE;
      if (!resolve_below (brief, node, error))
        return FALSE;
    }
  return TRUE;
}

static char *
resolve_file (const Brief *brief, const char *path, GError **error)
{
  g_autofree char *xhtml = NULL;
  char *resolved = NULL;
  gsize length;
  xmlDoc *xml;
  xmlChar *bytes;
  int size;

  if (!g_file_get_contents (path, &xhtml, &length, error))
    return NULL;
  xml = xmlReadMemory (xhtml, length, NULL, "UTF-8",
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (xml == NULL)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_MALFORMED,
                   _ ("The brief “%s” is not well-formed XHTML and was not read."), path);
      return NULL;
    }
  if (resolve_below (brief, (xmlNode *)xml, error))
    {
      xmlDocDumpMemoryEnc (xml, &bytes, &size, "UTF-8");
      resolved = g_strndup ((const char *)bytes, size);
      xmlFree (bytes);
    }
  xmlFreeDoc (xml);
  return resolved;
}

static gboolean
store_brief (const Brief *brief, const char *uid, const char *path, GError **error)
{
  g_autofree char *xhtml = resolve_file (brief, path, error);
  g_autoptr (RisalahDocument) document = NULL;

  if (xhtml == NULL)
    return FALSE;
  document = risalah_document_from_xhtml (xhtml, -1, error);
  return document != NULL
         && risalah_open_brief_store (brief->connection, uid, document, error) != 0;
}

gboolean
risalah_dossier_briefs_store (RisalahConnection *connection,
                              const char *folder,
                              GHashTable *articles,
                              GError **error)
{
  g_autofree char *table_path = g_build_filename (folder, "briefs.tsv", NULL);
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autoptr (GHashTable) quotations =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)risalah_quotation_free);
  Brief brief = { connection, articles, quotations };

  if (!g_file_test (table_path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!risalah_table_add_file (table, table_path, error))
    return FALSE;
  for (guint i = 0; i < risalah_table_get_n_rows (table); i++)
    {
      const char *uid = risalah_table_get (table, i, 0);
      g_autofree char *path = g_build_filename (folder, risalah_table_get (table, i, 1), NULL);

      if (risalah_briefs_find_uid (connection, uid, NULL) <= 0
          && !store_brief (&brief, uid, path, error))
        return FALSE;
    }
  return TRUE;
}
