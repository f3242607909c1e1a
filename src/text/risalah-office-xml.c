/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses with libxml2 as the bytes come, so that only the elements that are open take memory. A
 * document type is refused at once: neither format has one, and entities come with it. */

#include "risalah-office-xml.h"

#include <libxml/parser.h>
#include <string.h>

/* Office files nest some dozens of elements; libxml2's own limit is this one or none. */
#define MAX_DEPTH 2000

#define OPEN_DOCUMENT "urn:oasis:names:tc:opendocument:xmlns:"

/* Word's names are the transitional ones, then those of "strict" files. */
static const struct
{
  const char *space;
  const char *prefix;
} spaces[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w" },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc" },
  { "http://schemas.openxmlformats.org/officeDocument/2006/math", "m" },
  { "http://purl.oclc.org/ooxml/officeDocument/math", "m" },
  { "http://schemas.openxmlformats.org/package/2006/relationships", "rel" },
  { "http://purl.org/dc/elements/1.1/", "dc" },
  { "http://purl.org/dc/terms/", "dcterms" },
  { OPEN_DOCUMENT "office:1.0", "office" },
  { OPEN_DOCUMENT "text:1.0", "text" },
  { OPEN_DOCUMENT "table:1.0", "table" },
  { OPEN_DOCUMENT "style:1.0", "style" },
  { OPEN_DOCUMENT "drawing:1.0", "draw" },
  { OPEN_DOCUMENT "meta:1.0", "meta" },
  { OPEN_DOCUMENT "manifest:1.0", "manifest" },
  { OPEN_DOCUMENT "svg-compatible:1.0", "svg" },
};

struct _RisalahOfficeAttributes
{
  const xmlChar **values; /* five pointers each: name, prefix, space, beginning and end of value */
  guint n;
};

struct _RisalahOfficeXml
{
  const RisalahOfficeHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  GString *name;
  guint depth;
  guint unheard; /* the depth of the element that the handler does not want, or 0 */
  gboolean is_broken;
  gboolean is_too_deep;
};

static const char *
find_prefix (const xmlChar *space)
{
  if (space == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strcmp ((const char *)space, spaces[i].space) == 0)
      return spaces[i].prefix;
  return "other";
}

/* The element's name with the prefix that our table has for its space. */
static const char *
set_name (RisalahOfficeXml *self, const xmlChar *local, const xmlChar *space)
{
  const char *prefix = find_prefix (space);

  g_string_assign (self->name, prefix != NULL ? prefix : "");
  if (prefix != NULL)
    g_string_append_c (self->name, ':');
  g_string_append (self->name, (const char *)local);
  return self->name->str;
}

static void
stop (RisalahOfficeXml *self)
{
  self->is_broken = TRUE;
  xmlStopParser (self->parser);
}

static void
start_cb (void *context,
          const xmlChar *local,
          const xmlChar *prefix,
          const xmlChar *space,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  RisalahOfficeXml *self = context;
  RisalahOfficeAttributes given = { .values = attributes, .n = MAX (n_attributes, 0) };

  if (self->is_broken)
    return;
  self->depth++;
  if (self->depth > MAX_DEPTH)
    {
      self->is_too_deep = TRUE;
      stop (self);
    }
  else if (self->unheard == 0
           && !self->handler->start (self->data, set_name (self, local, space), &given))
    self->unheard = self->depth;
}

static void
end_cb (void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space)
{
  RisalahOfficeXml *self = context;

  if (self->is_broken)
    return;
  if (self->unheard == 0 && self->handler->end != NULL)
    self->handler->end (self->data, set_name (self, local, space));
  else if (self->unheard == self->depth)
    self->unheard = 0;
  self->depth--;
}

static void
text_cb (void *context, const xmlChar *text, int length)
{
  RisalahOfficeXml *self = context;

  if (!self->is_broken && self->unheard == 0 && self->handler->text != NULL)
    self->handler->text (self->data, (const char *)text, length);
}

static void
document_type_cb (void *context,
                  const xmlChar *name,
                  const xmlChar *public_id,
                  const xmlChar *system_id)
{
  stop (context);
}

static gboolean
is_well_formed (xmlParserCtxt *parser)
{
#if LIBXML_VERSION >= 21400
  return (xmlCtxtGetStatus (parser) & (XML_STATUS_NOT_WELL_FORMED | XML_STATUS_CATASTROPHIC_ERROR))
         == 0;
#else
  return parser->wellFormed != 0;
#endif
}

/**
 * risalah_office_xml_new:
 * @handler: who hears of the elements
 * @data: for it
 *
 * Returns: (transfer full): a parser that has read nothing yet
 */
RisalahOfficeXml *
risalah_office_xml_new (const RisalahOfficeHandler *handler, gpointer data)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = start_cb,
                        .endElementNs = end_cb,
                        .characters = text_cb,
                        .ignorableWhitespace = text_cb,
                        .cdataBlock = text_cb,
                        .internalSubset = document_type_cb };
  RisalahOfficeXml *self;

  g_return_val_if_fail (handler != NULL && handler->start != NULL, NULL);

  self = g_new0 (RisalahOfficeXml, 1);
  self->handler = handler;
  self->data = data;
  self->name = g_string_new (NULL);
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  self->is_broken = self->parser == NULL;
  /* The limits are ours: on depth here, on bytes where the package is unpacked. */
  if (self->parser != NULL)
    xmlCtxtUseOptions (self->parser,
                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return self;
}

/**
 * risalah_office_xml_free:
 * @self: (transfer full) (nullable): a parser
 */
void
risalah_office_xml_free (RisalahOfficeXml *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
  g_string_free (self->name, TRUE);
  g_free (self);
}

/**
 * risalah_office_xml_feed:
 * @self: a parser
 * @bytes: the next bytes
 * @length: how many, up to %G_MAXINT
 *
 * Returns: whether it is well-formed so far
 */
gboolean
risalah_office_xml_feed (RisalahOfficeXml *self, const char *bytes, gsize length)
{
  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  if (self->is_broken)
    return FALSE;
  xmlParseChunk (self->parser, bytes, (int)length, 0);
  self->is_broken |= !is_well_formed (self->parser);
  return !self->is_broken;
}

/**
 * risalah_office_xml_finish:
 * @self: a parser that was fed all bytes
 *
 * Returns: whether it was well-formed to its end
 */
gboolean
risalah_office_xml_finish (RisalahOfficeXml *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_broken)
    return FALSE;
  xmlParseChunk (self->parser, NULL, 0, 1);
  self->is_broken |= !is_well_formed (self->parser) || self->depth > 0;
  return !self->is_broken;
}

/**
 * risalah_office_xml_is_too_deep:
 * @self: a parser
 *
 * Returns: whether it broke off because its elements are nested too deep
 */
gboolean
risalah_office_xml_is_too_deep (const RisalahOfficeXml *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_too_deep;
}

/* Whether @name is the prefix of @space and @local with a colon between. */
static gboolean
is_named (const char *name, const xmlChar *space, const xmlChar *local)
{
  const char *prefix = find_prefix (space);
  gsize n = prefix != NULL ? strlen (prefix) : 0;

  if (prefix != NULL && (strncmp (name, prefix, n) != 0 || name[n++] != ':'))
    return FALSE;
  return strcmp (name + n, (const char *)local) == 0;
}

/**
 * risalah_office_attributes_dup:
 * @self: an element's attributes
 * @name: of one, like "w:val" or "Target"
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
risalah_office_attributes_dup (const RisalahOfficeAttributes *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const xmlChar **attribute = self->values + 5 * i;

      if (is_named (name, attribute[2], attribute[0]))
        return g_strndup ((const char *)attribute[3], attribute[4] - attribute[3]);
    }
  return NULL;
}

/**
 * risalah_office_attributes_get_number:
 * @self: an element's attributes
 * @name: of one
 * @otherwise: what it is where there is none
 *
 * Returns: its value as a number
 */
gint
risalah_office_attributes_get_number (const RisalahOfficeAttributes *self,
                                      const char *name,
                                      gint otherwise)
{
  g_autofree char *value = risalah_office_attributes_dup (self, name);

  return value != NULL ? (gint)CLAMP (g_ascii_strtoll (value, NULL, 10), G_MININT, G_MAXINT)
                       : otherwise;
}

/**
 * risalah_office_attributes_has:
 * @self: an element's attributes
 * @name: of one
 * @value: what it may be
 *
 * Returns: whether it is there and is @value
 */
gboolean
risalah_office_attributes_has (const RisalahOfficeAttributes *self,
                               const char *name,
                               const char *value)
{
  g_autofree char *given = risalah_office_attributes_dup (self, name);

  return g_strcmp0 (given, value) == 0;
}

/**
 * risalah_office_attributes_is_on:
 * @self: the attributes of one of Word's switches, like <w:vanish/>
 *
 * Returns: whether it switches on, as it does without a value
 */
gboolean
risalah_office_attributes_is_on (const RisalahOfficeAttributes *self)
{
  g_autofree char *value = risalah_office_attributes_dup (self, "w:val");

  return value == NULL
         || !(strcmp (value, "0") == 0 || strcmp (value, "false") == 0
              || strcmp (value, "off") == 0);
}
