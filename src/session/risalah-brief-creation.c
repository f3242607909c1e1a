/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New briefs: from a template with what the analyst prefers, or from a document. */

#include <glib/gi18n-lib.h>

#include "risalah-brief-defaults.h"
#include "risalah-brief-error.h"
#include "risalah-library.h"
#include "risalah-open-brief-private.h"
#include "risalah-session-private.h"

typedef struct
{
  char *template_id;
  char *title;
  char *language;
  RisalahBriefDefaults *defaults; /* as they were when the brief was asked for */
  RisalahDocument *document;
  RisalahOpenBrief *brief;
} CreateRequest;

static void
create_request_free (gpointer data)
{
  CreateRequest *request = data;

  g_free (request->template_id);
  g_free (request->title);
  g_free (request->language);
  risalah_brief_defaults_free (request->defaults);
  g_clear_pointer (&request->document, risalah_document_unref);
  g_clear_object (&request->brief);
  g_free (request);
}

static gboolean
add_in_transaction (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  CreateRequest *request = data;
  g_autofree char *uid = risalah_uid_new ();
  gint64 id = risalah_open_brief_store (connection, uid, request->document, error);

  if (id == 0)
    return FALSE;
  request->brief = risalah_open_brief_new (id, uid, 1, risalah_connection_get_time (connection),
                                           request->document);
  return TRUE;
}

static gpointer
add_work (RisalahSession *self, gpointer data, GError **error)
{
  CreateRequest *request = data;

  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   add_in_transaction, request, NULL, error))
    return NULL;
  return g_steal_pointer (&request->brief);
}

/* The template's document with what the analyst's preferences say instead. */
static RisalahDocument *
apply_defaults (RisalahDocument *document, const RisalahBriefDefaults *defaults)
{
  const struct
  {
    RisalahDocumentField field;
    const char *value;
  } fields[] = {
    { RISALAH_DOCUMENT_CITATION_STYLE, defaults->citation_style },
    { RISALAH_DOCUMENT_PAGE_DESIGN, defaults->page_design },
    { RISALAH_DOCUMENT_PAPER, defaults->paper },
    { RISALAH_DOCUMENT_AUTHOR, defaults->author },
    { RISALAH_DOCUMENT_UNIT, defaults->unit },
    { RISALAH_DOCUMENT_INSTITUTION, defaults->institution },
    { RISALAH_DOCUMENT_ADDRESS, defaults->address },
    { RISALAH_DOCUMENT_LOGO, defaults->logo },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL && *fields[i].value != '\0')
      {
        g_autoptr (RisalahDocument) before = document;

        document = risalah_document_with_field (before, fields[i].field, fields[i].value);
      }
  return document;
}

static const char *
choose_language (const CreateRequest *request)
{
  if (request->language != NULL)
    return request->language;
  if (request->defaults->language != NULL && *request->defaults->language != '\0')
    return request->defaults->language;
  return "id";
}

static gpointer
new_work (RisalahSession *self, gpointer data, GError **error)
{
  CreateRequest *request = data;
  const char *language = choose_language (request);
  const RisalahTemplate *template =
      risalah_templates_find (risalah_session_get_templates (self), request->template_id);
  g_autoptr (RisalahTerms) terms = NULL;

  if (template == NULL)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_TEMPLATE,
                   _ ("There is no template “%s”; no brief was made."), request->template_id);
      return NULL;
    }
  terms = risalah_session_get_terms (self, language, error);
  if (terms == NULL)
    return NULL;
  request->document =
      apply_defaults (risalah_template_new_document (template, terms, request->title,
                                                     risalah_session_get_today (self)),
                      request->defaults);
  return add_work (self, request, error);
}

static gpointer
run_now (RisalahSession *self, RisalahSessionWork work, CreateRequest *request, GError **error)
{
  gpointer result = work (self, request, error);

  create_request_free (request);
  return result;
}

static CreateRequest *
create_request_new (RisalahSession *self,
                    const char *template_id,
                    const char *title,
                    const char *language)
{
  CreateRequest *request = g_new0 (CreateRequest, 1);

  request->defaults = risalah_brief_defaults_copy (risalah_session_get_brief_defaults (self));
  request->template_id = g_strdup (template_id);
  request->title = g_strdup (title);
  request->language = g_strdup (language);
  return request;
}

/**
 * risalah_session_new_brief:
 * @self: a session
 * @template_id: "T1" to "T5"
 * @title: (nullable): its title; %NULL for the template's name
 * @language: (nullable): "id" or "en"; %NULL for the session's default
 *
 * Makes a brief from a template, with the session's defaults, and stores it. Blocks.
 *
 * Returns: (transfer full): the brief, or %NULL with a #RisalahBriefError or #RisalahLibraryError
 */
RisalahOpenBrief *
risalah_session_new_brief (RisalahSession *self,
                           const char *template_id,
                           const char *title,
                           const char *language,
                           GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self) && template_id != NULL, NULL);
  return run_now (self, new_work, create_request_new (self, template_id, title, language), error);
}

/**
 * risalah_session_new_brief_async:
 * @self: a session
 * @template_id: "T1" to "T5"
 * @title: (nullable): its title
 * @language: (nullable): "id" or "en"
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_new_brief() on a worker thread.
 */
void
risalah_session_new_brief_async (RisalahSession *self,
                                 const char *template_id,
                                 const char *title,
                                 const char *language,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && template_id != NULL);
  risalah_session_run_async (self, risalah_session_new_brief_async, new_work,
                             create_request_new (self, template_id, title, language),
                             create_request_free, g_object_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_new_brief_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the brief, or %NULL with an error
 */
RisalahOpenBrief *
risalah_session_new_brief_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_new_brief_async, result, error);
}

/**
 * risalah_session_add_brief:
 * @self: a session
 * @document: a document
 *
 * Stores a document as a new brief. Blocks.
 *
 * Returns: (transfer full): the brief, or %NULL with a #RisalahLibraryError
 */
RisalahOpenBrief *
risalah_session_add_brief (RisalahSession *self, RisalahDocument *document, GError **error)
{
  CreateRequest *request;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && document != NULL, NULL);

  request = g_new0 (CreateRequest, 1);
  request->document = risalah_document_ref (document);
  return run_now (self, add_work, request, error);
}
