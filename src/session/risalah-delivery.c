/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes an edition of a document as it was chosen to be, and hands it to the exporters. */

#include "risalah-delivery.h"

#include <string.h>

#include "risalah-document.h"
#include "risalah-edition-gathering-private.h"
#include "risalah-paths.h"
#include "risalah-session-private.h"

typedef struct
{
  RisalahSession *session;
  RisalahDocument *document;
  char *style;
  char *design;
  char *paper;
  char *contents;
  gboolean annex;
  gint64 date;
} EditionRequest;

static const char *const format_names[] = {
  [RISALAH_FORMAT_PDF] = "pdf",     [RISALAH_FORMAT_DOCX] = "docx",
  [RISALAH_FORMAT_ODT] = "odt",     [RISALAH_FORMAT_HTML] = "html",
  [RISALAH_FORMAT_MARKDOWN] = "md", [RISALAH_FORMAT_XHTML] = "xhtml",
};

static void
edition_request_free (gpointer data)
{
  EditionRequest *request = data;

  risalah_document_unref (request->document);
  g_free (request->style);
  g_free (request->design);
  g_free (request->paper);
  g_free (request->contents);
  g_free (request);
}

static const char *
choose (const char *chosen, RisalahDocument *document, RisalahDocumentField field)
{
  return chosen != NULL ? chosen : risalah_document_get_field (document, field);
}

static char *
dup_field (RisalahDocument *document, RisalahDocumentField field)
{
  const char *value = risalah_document_get_field (document, field);

  return *value != '\0' ? g_strdup (value) : NULL;
}

/* Paper, margins and faces, and the letterhead's words; its logo comes from the library. */
static RisalahPageDesign *
create_design (const EditionRequest *request)
{
  RisalahDocument *document = request->document;
  RisalahDesign design = RISALAH_DESIGN_PLAIN;
  RisalahPaper paper = RISALAH_PAPER_A4;
  RisalahPageDesign *made;

  risalah_design_from_string (choose (request->design, document, RISALAH_DOCUMENT_PAGE_DESIGN),
                              &design);
  risalah_paper_from_string (choose (request->paper, document, RISALAH_DOCUMENT_PAPER), &paper);
  made = risalah_page_design_new (design, paper);
  made->institution = dup_field (document, RISALAH_DOCUMENT_INSTITUTION);
  made->unit = dup_field (document, RISALAH_DOCUMENT_UNIT);
  made->address = dup_field (document, RISALAH_DOCUMENT_ADDRESS);
  return made;
}

static gpointer
edition_work (RisalahSession *self, gpointer data, GError **error)
{
  EditionRequest *request = data;
  RisalahDocument *document = request->document;
  const char *language = risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE);
  g_autofree char *font_dir = risalah_paths_get_font_dir ();
  g_autoptr (RisalahTerms) terms = NULL;
  g_autoptr (RisalahEdition) edition = NULL;
  const RisalahCitationStyle *style;

  terms = risalah_session_get_terms (self, *language != '\0' ? language : "id", error);
  if (terms == NULL)
    return NULL;
  edition = risalah_edition_new (document, terms, font_dir);
  style = risalah_citation_style_find (
      choose (request->style, document, RISALAH_DOCUMENT_CITATION_STYLE));
  if (style != NULL)
    edition->style = style;
  g_clear_pointer (&edition->design, risalah_page_design_free);
  edition->design = create_design (request);
  edition->annex = request->annex
                   || *risalah_document_get_field (document, RISALAH_DOCUMENT_SOURCE_ANNEX) != '\0';
  risalah_contents_from_string (choose (request->contents, document, RISALAH_DOCUMENT_CONTENTS),
                                &edition->contents);
  edition->date = request->date != 0 ? request->date : g_get_real_time () / G_USEC_PER_SEC;
  risalah_hyphenation_unref (edition->hyphenation);
  edition->hyphenation = risalah_hyphenation_ref (risalah_session_get_hyphenation (self));
  if (!risalah_edition_gather (edition, self, error))
    return NULL;
  return g_steal_pointer (&edition);
}

static EditionRequest *
edition_request_new (RisalahDocument *document, const RisalahDelivery *delivery)
{
  EditionRequest *request = g_new0 (EditionRequest, 1);

  request->document = risalah_document_ref (document);
  if (delivery != NULL)
    {
      request->style = g_strdup (delivery->style);
      request->design = g_strdup (delivery->design);
      request->paper = g_strdup (delivery->paper);
      request->contents = g_strdup (delivery->contents);
      request->annex = delivery->annex;
      request->date = delivery->date;
    }
  return request;
}

/**
 * risalah_session_create_edition:
 * @self: a session
 * @document: a brief's document
 * @delivery: (nullable): what was chosen for it
 *
 * Gathers what a document needs to be laid out. Blocks; what it returns needs the library no more.
 *
 * Returns: (transfer full): the edition, or %NULL with an error
 */
RisalahEdition *
risalah_session_create_edition (RisalahSession *self,
                                RisalahDocument *document,
                                const RisalahDelivery *delivery,
                                GError **error)
{
  EditionRequest *request;
  RisalahEdition *edition;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && document != NULL, NULL);

  request = edition_request_new (document, delivery);
  edition = edition_work (self, request, error);
  edition_request_free (request);
  return edition;
}

/**
 * risalah_session_create_edition_async:
 * @self: a session
 * @document: a brief's document
 * @delivery: (nullable): what was chosen for it
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_create_edition() on a worker thread.
 */
void
risalah_session_create_edition_async (RisalahSession *self,
                                      RisalahDocument *document,
                                      const RisalahDelivery *delivery,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL);
  risalah_session_run_async (self, risalah_session_create_edition_async, edition_work,
                             edition_request_new (document, delivery), edition_request_free,
                             (GDestroyNotify)risalah_edition_unref, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_create_edition_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the edition, or %NULL with an error
 */
RisalahEdition *
risalah_session_create_edition_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_create_edition_async, result, error);
}

/**
 * risalah_edition_export:
 * @edition: an edition
 * @format: as what
 * @path: (type filename): the file, which appears whole or not at all
 * @report: (out) (optional): pages and problems
 * @progress: (nullable) (scope call): called as it goes
 * @cancellable: (nullable): stops it
 *
 * Writes an edition. Blocks.
 *
 * Returns: %TRUE, or %FALSE with a #RisalahBriefError or a #GIOErrorEnum
 */
gboolean
risalah_edition_export (RisalahEdition *edition,
                        RisalahFormat format,
                        const char *path,
                        RisalahExportReport *report,
                        RisalahExportProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  switch (format)
    {
    case RISALAH_FORMAT_PDF:
      return risalah_export_pdf (edition, path, report, progress, user_data, cancellable, error);
    case RISALAH_FORMAT_DOCX:
      return risalah_export_docx (edition, path, report, progress, user_data, cancellable, error);
    case RISALAH_FORMAT_ODT:
      return risalah_export_odt (edition, path, report, progress, user_data, cancellable, error);
    case RISALAH_FORMAT_HTML:
      return risalah_export_html (edition, path, report, progress, user_data, cancellable, error);
    case RISALAH_FORMAT_MARKDOWN:
      return risalah_export_markdown (edition, path, report, progress, user_data, cancellable,
                                      error);
    case RISALAH_FORMAT_XHTML:
      return risalah_export_xhtml (edition, path, report, progress, user_data, cancellable, error);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * risalah_format_from_string:
 * @name: a format's name: "pdf", "docx", "odt", "html", "md" or "xhtml"
 * @format: (out): the format
 *
 * Returns: whether there is one of that name
 */
gboolean
risalah_format_from_string (const char *name, RisalahFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (strcmp (name, format_names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_format_to_string:
 * @format: a format
 *
 * Returns: (transfer none): its name, which is also the ending of its files
 */
const char *
risalah_format_to_string (RisalahFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (format_names), NULL);
  return format_names[format];
}
