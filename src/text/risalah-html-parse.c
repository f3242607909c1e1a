/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses HTML with libxml2. Nothing is fetched, no entity is resolved, no script runs. */

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>

#include "risalah-html-page.h"
#include "risalah-text-error.h"

/* Whether the parse ended before the page did. */
static gboolean
was_stopped (htmlParserCtxt *context)
{
  const xmlError *error = xmlCtxtGetLastError (context);

  if (error != NULL && error->code == XML_ERR_NO_MEMORY)
    return TRUE;
#if LIBXML_VERSION >= 21400
  return xmlCtxtIsStopped (context) != 0;
#else
  return context->disableSAX != 0;
#endif
}

/**
 * risalah_html_parse:
 * @html: UTF-8
 * @length: its length in bytes
 * @name: what to call it in an error
 * @error: return location for a #RisalahTextError
 *
 * Parses a page the way libxml2 does, however broken. A parse that stopped is an error and never a
 * short page: libxml2's own limit of 256 nested elements is lifted.
 *
 * Returns: (transfer full): the page, or %NULL with %RISALAH_TEXT_ERROR_MALFORMED or _LIMIT
 */
xmlDoc *
risalah_html_parse (const char *html, gsize length, const char *name, GError **error)
{
  htmlParserCtxt *context = htmlNewParserCtxt ();
  xmlDoc *document = NULL;
  gboolean stopped = TRUE;

  if (context != NULL)
    {
      context->options |= XML_PARSE_HUGE;
      document =
          htmlCtxtReadMemory (context, html, length, NULL, "UTF-8",
                              HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                  | HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC
                                  | HTML_PARSE_NODEFDTD | XML_PARSE_HUGE);
      stopped = was_stopped (context);
      htmlFreeParserCtxt (context);
    }
  if (document != NULL && !stopped)
    return document;
  if (document != NULL)
    xmlFreeDoc (document);
  g_set_error (error, RISALAH_TEXT_ERROR,
               stopped ? RISALAH_TEXT_ERROR_LIMIT : RISALAH_TEXT_ERROR_MALFORMED,
               _ ("The page “%s” could not be read to its end. Nothing of it was kept."), name);
  return NULL;
}
