/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, creating and saving briefs: between the library's XHTML and the editor's document. */

#include "risalah-open-brief.h"

#include <glib/gi18n-lib.h>

#include "risalah-brief-defaults.h"
#include "risalah-brief-error.h"
#include "risalah-briefs.h"
#include "risalah-document-xhtml.h"
#include "risalah-document.h"
#include "risalah-library.h"
#include "risalah-open-brief-private.h"
#include "risalah-session-private.h"

struct _RisalahOpenBrief
{
  GObject parent_instance;

  gint64 id;
  char *uid;
  gint64 revision;
  gint64 modified; /* microseconds since 1970 UTC */
  gboolean had_conflict;
  RisalahDocument *document;
};

G_DEFINE_FINAL_TYPE (RisalahOpenBrief, risalah_open_brief, G_TYPE_OBJECT)

/* What one of the operations below is asked, and what it gives back. */
typedef struct
{
  gint64 id;
  char *template_id;
  char *title;
  char *language;
  RisalahBriefDefaults *defaults; /* as they were when the brief was asked for */
  RisalahOpenBrief *brief;
  RisalahDocument *document;
  char *body;
  GPtrArray *uses; /* (element-type RisalahBriefUse) */
  RisalahBriefRecord *record;
} BriefRequest;

static void
risalah_open_brief_finalize (GObject *object)
{
  RisalahOpenBrief *self = RISALAH_OPEN_BRIEF (object);

  g_free (self->uid);
  g_clear_pointer (&self->document, risalah_document_unref);
  G_OBJECT_CLASS (risalah_open_brief_parent_class)->finalize (object);
}

static void
risalah_open_brief_class_init (RisalahOpenBriefClass *class)
{
  G_OBJECT_CLASS (class)->finalize = risalah_open_brief_finalize;
}

static void
risalah_open_brief_init (RisalahOpenBrief *self)
{
}

static void
brief_request_free (gpointer data)
{
  BriefRequest *request = data;

  g_free (request->template_id);
  g_free (request->title);
  g_free (request->language);
  risalah_brief_defaults_free (request->defaults);
  g_clear_object (&request->brief);
  g_clear_pointer (&request->document, risalah_document_unref);
  g_free (request->body);
  g_clear_pointer (&request->uses, g_ptr_array_unref);
  g_clear_pointer (&request->record, risalah_brief_record_free);
  g_free (request);
}

static RisalahOpenBrief *
open_brief_new (gint64 id,
                const char *uid,
                gint64 revision,
                gint64 modified,
                RisalahDocument *document)
{
  RisalahOpenBrief *self = g_object_new (RISALAH_TYPE_OPEN_BRIEF, NULL);

  self->id = id;
  self->uid = g_strdup (uid);
  self->revision = revision;
  self->modified = modified;
  self->document = risalah_document_ref (document);
  return self;
}

/* Notes each place of the document that leads back to a source. */
static gboolean
note_use_cb (RisalahDocument *document,
             const RisalahPosition *at,
             const RisalahMark *mark,
             gpointer user_data)
{
  GPtrArray *uses = user_data;
  RisalahBriefUse *use;

  if (mark->kind != RISALAH_MARK_QUOTATION && mark->kind != RISALAH_MARK_CITATION)
    return TRUE;
  use = g_new0 (RisalahBriefUse, 1);
  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (mark->quotation);

      use->quotation_uid = g_strdup (quotation->uid);
      use->source_uid = g_strdup (quotation->source_uid);
      use->text_uid = g_strdup (quotation->text_uid);
      use->start = quotation->start;
      use->end = quotation->end;
    }
  else
    {
      use->source_uid = g_strdup (mark->citation->source_uid);
      use->text_uid = g_strdup (mark->citation->text_uid);
      use->start = mark->citation->start;
      use->end = mark->citation->end;
    }
  g_ptr_array_add (uses, use);
  return TRUE;
}

static GPtrArray *
list_uses (RisalahDocument *document)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_use_free);

  risalah_document_foreach_mark (document, note_use_cb, uses);
  return uses;
}

static const char *
get_title (RisalahDocument *document)
{
  const char *title = risalah_document_get_title (document);

  return title != NULL ? title : "";
}

/* Stores @document as a new brief with @uid; returns its number, 0 on an error. */
gint64
risalah_open_brief_store (RisalahConnection *connection,
                          const char *uid,
                          RisalahDocument *document,
                          GError **error)
{
  g_autofree char *body = risalah_document_to_xhtml (document);
  g_autoptr (GPtrArray) uses = list_uses (document);

  return risalah_briefs_add (connection, uid, get_title (document),
                             risalah_document_get_field (document, RISALAH_DOCUMENT_TEMPLATE),
                             risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE), body,
                             uses, error);
}

static gboolean
add_in_transaction (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  BriefRequest *request = data;
  g_autofree char *uid = risalah_uid_new ();
  gint64 id = risalah_open_brief_store (connection, uid, request->document, error);

  if (id == 0)
    return FALSE;
  request->brief = open_brief_new (id, uid, 1, risalah_connection_get_time (connection),
                                   request->document);
  return TRUE;
}

static gpointer
add_work (RisalahSession *self, gpointer data, GError **error)
{
  BriefRequest *request = data;

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
choose_language (const BriefRequest *request)
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
  BriefRequest *request = data;
  const char *language = choose_language (request);
  const RisalahTemplate *template
      = risalah_templates_find (risalah_session_get_templates (self), request->template_id);
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
  request->document = apply_defaults (
      risalah_template_new_document (template, terms, request->title,
                                     risalah_session_get_today (self)),
      request->defaults);
  return add_work (self, request, error);
}

static gboolean
get_in_transaction (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  BriefRequest *request = data;

  request->record = risalah_briefs_get (connection, request->id, error);
  return request->record != NULL;
}

static gpointer
open_work (RisalahSession *self, gpointer data, GError **error)
{
  BriefRequest *request = data;
  g_autoptr (RisalahDocument) document = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  get_in_transaction, request, NULL, error))
    return NULL;
  document = risalah_document_from_xhtml (request->record->body, -1, error);
  if (document == NULL)
    return NULL;
  return open_brief_new (request->record->id, request->record->uid, request->record->revision,
                         request->record->modified_at, document);
}

static gboolean
save_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  BriefRequest *request = data;
  gboolean had_conflict = FALSE;
  gint64 revision = risalah_briefs_save (
      connection, request->brief->id, request->brief->revision, get_title (request->document),
      risalah_document_get_field (request->document, RISALAH_DOCUMENT_LANGUAGE), request->body,
      request->uses, &had_conflict, error);

  if (revision == 0)
    return FALSE;
  request->brief->revision = revision;
  request->brief->modified = risalah_connection_get_time (connection);
  request->brief->had_conflict = had_conflict;
  return TRUE;
}

static gpointer
save_work (RisalahSession *self, gpointer data, GError **error)
{
  BriefRequest *request = data;
  g_autoptr (RisalahDocument) before = NULL;

  request->body = risalah_document_to_xhtml (request->document);
  request->uses = list_uses (request->document);
  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   save_in_transaction, request, NULL, error))
    return NULL;
  before = request->brief->document;
  request->brief->document = risalah_document_ref (request->document);
  return g_object_ref (request->brief);
}

static gpointer
run_now (RisalahSession *self, RisalahSessionWork work, BriefRequest *request, GError **error)
{
  gpointer result = work (self, request, error);

  brief_request_free (request);
  return result;
}

static BriefRequest *
new_request (RisalahSession *self,
             const char *template_id,
             const char *title,
             const char *language)
{
  BriefRequest *request = g_new0 (BriefRequest, 1);

  request->defaults = risalah_brief_defaults_copy (risalah_session_get_brief_defaults (self));
  request->template_id = g_strdup (template_id);
  request->title = g_strdup (title);
  request->language = g_strdup (language);
  return request;
}

static BriefRequest *
document_request (RisalahOpenBrief *brief, RisalahDocument *document)
{
  BriefRequest *request = g_new0 (BriefRequest, 1);

  request->brief = brief != NULL ? g_object_ref (brief) : NULL;
  request->document = risalah_document_ref (document);
  return request;
}

static BriefRequest *
id_request (gint64 id)
{
  BriefRequest *request = g_new0 (BriefRequest, 1);

  request->id = id;
  return request;
}

/**
 * risalah_open_brief_get_id:
 * @self: an open brief
 *
 * Returns: its number in the library
 */
gint64
risalah_open_brief_get_id (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), 0);
  return self->id;
}

/**
 * risalah_open_brief_get_uid:
 * @self: an open brief
 *
 * Returns: (transfer none): its UUID
 */
const char *
risalah_open_brief_get_uid (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), NULL);
  return self->uid;
}

/**
 * risalah_open_brief_get_document:
 * @self: an open brief
 *
 * Returns: (transfer none): its document as it was read or last saved
 */
RisalahDocument *
risalah_open_brief_get_document (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), NULL);
  return self->document;
}

/**
 * risalah_open_brief_get_revision:
 * @self: an open brief
 *
 * Returns: the revision that was read or last saved
 */
gint64
risalah_open_brief_get_revision (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), 0);
  return self->revision;
}

/**
 * risalah_open_brief_get_modified:
 * @self: an open brief
 *
 * Returns: when the revision that was read or last saved was stored, in microseconds since 1970 UTC
 */
gint64
risalah_open_brief_get_modified (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), 0);
  return self->modified;
}

/**
 * risalah_open_brief_had_conflict:
 * @self: an open brief
 *
 * Returns: whether the last save met one of somebody else's
 */
gboolean
risalah_open_brief_had_conflict (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), FALSE);
  return self->had_conflict;
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
  return run_now (self, new_work, new_request (self, template_id, title, language), error);
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
                             new_request (self, template_id, title, language),
                             brief_request_free, g_object_unref, cancellable, callback, user_data);
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
  g_return_val_if_fail (RISALAH_IS_SESSION (self) && document != NULL, NULL);
  return run_now (self, add_work, document_request (NULL, document), error);
}

/**
 * risalah_session_open_brief:
 * @self: a session
 * @id: its number in the library
 *
 * Reads a brief. Blocks.
 *
 * Returns: (transfer full): the brief, or %NULL with a #RisalahLibraryError or #RisalahBriefError
 */
RisalahOpenBrief *
risalah_session_open_brief (RisalahSession *self, gint64 id, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return run_now (self, open_work, id_request (id), error);
}

/**
 * risalah_session_open_brief_async:
 * @self: a session
 * @id: its number in the library
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_open_brief() on a worker thread.
 */
void
risalah_session_open_brief_async (RisalahSession *self,
                                  gint64 id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_open_brief_async, open_work, id_request (id),
                             brief_request_free, g_object_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_open_brief_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the brief, or %NULL with an error
 */
RisalahOpenBrief *
risalah_session_open_brief_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_open_brief_async, result, error);
}

/**
 * risalah_session_save_brief:
 * @self: a session
 * @brief: an open brief
 * @document: what it is now
 *
 * Stores the document as the brief's next revision. Blocks.
 *
 * Returns: %TRUE once it is on the disk, or %FALSE with a #RisalahLibraryError
 */
gboolean
risalah_session_save_brief (RisalahSession *self,
                            RisalahOpenBrief *brief,
                            RisalahDocument *document,
                            GError **error)
{
  g_autoptr (RisalahOpenBrief) saved = NULL;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && RISALAH_IS_OPEN_BRIEF (brief), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);
  saved = run_now (self, save_work, document_request (brief, document), error);
  return saved != NULL;
}

/**
 * risalah_session_save_brief_async:
 * @self: a session
 * @brief: an open brief
 * @document: what it is now
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_save_brief() on a worker thread.
 */
void
risalah_session_save_brief_async (RisalahSession *self,
                                  RisalahOpenBrief *brief,
                                  RisalahDocument *document,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && RISALAH_IS_OPEN_BRIEF (brief));
  g_return_if_fail (document != NULL);
  risalah_session_run_async (self, risalah_session_save_brief_async, save_work,
                             document_request (brief, document), brief_request_free,
                             g_object_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_save_brief_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: %TRUE once it is on the disk, or %FALSE with an error
 */
gboolean
risalah_session_save_brief_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (RisalahOpenBrief) saved
      = risalah_session_run_finish (self, risalah_session_save_brief_async, result, error);

  return saved != NULL;
}
