/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving briefs: the editor's document as the library's XHTML, with what it quotes and cites. */

#include "risalah-document-xhtml.h"
#include "risalah-library.h"
#include "risalah-open-brief-private.h"
#include "risalah-session-private.h"

typedef struct
{
  RisalahOpenBrief *brief;
  RisalahDocument *document;
  char *body;
  GPtrArray *uses;            /* (element-type RisalahBriefUse) */
  RisalahBriefRecord *theirs; /* (nullable) what is written over */
} SaveRequest;

static void
save_request_free (gpointer data)
{
  SaveRequest *request = data;

  g_object_unref (request->brief);
  risalah_document_unref (request->document);
  g_free (request->body);
  g_clear_pointer (&request->uses, g_ptr_array_unref);
  g_clear_pointer (&request->theirs, risalah_brief_record_free);
  g_free (request);
}

static SaveRequest *
save_request_new (RisalahOpenBrief *brief, RisalahDocument *document)
{
  SaveRequest *request = g_new0 (SaveRequest, 1);

  request->brief = g_object_ref (brief);
  request->document = risalah_document_ref (document);
  return request;
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

/*
 * risalah_open_brief_store:
 * @connection: a connection in a writing transaction
 * @uid: the brief's UUID
 * @document: what it says
 *
 * Stores a document as a new brief.
 *
 * Returns: its number, 0 on an error
 */
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
save_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  SaveRequest *request = data;
  RisalahOpenBrief *brief = request->brief;
  g_autoptr (RisalahBriefRecord) stored = risalah_briefs_get (connection, brief->id, error);
  gboolean had_conflict = FALSE;
  gint64 revision;

  if (stored == NULL)
    return FALSE;
  revision =
      risalah_briefs_save (connection, brief->id, brief->revision, get_title (request->document),
                           risalah_document_get_field (request->document,
                                                       RISALAH_DOCUMENT_LANGUAGE),
                           request->body, request->uses, &had_conflict, error);
  if (revision == 0)
    return FALSE;
  brief->revision = revision;
  brief->modified = risalah_connection_get_time (connection);
  if (had_conflict)
    request->theirs = g_steal_pointer (&stored);
  return TRUE;
}

/* Theirs may be one that we cannot read; it is a version all the same. */
static RisalahOpenBrief *
dup_conflict (const RisalahBriefRecord *theirs)
{
  g_autoptr (RisalahDocument) document =
      theirs != NULL ? risalah_document_from_xhtml (theirs->body, -1, NULL) : NULL;

  return document != NULL ? risalah_open_brief_new (theirs->id, theirs->uid, theirs->revision,
                                                    theirs->modified_at, document)
                          : NULL;
}

static gpointer
save_work (RisalahSession *self, gpointer data, GError **error)
{
  SaveRequest *request = data;
  RisalahOpenBrief *brief = request->brief;
  g_autoptr (RisalahDocument) before = NULL;

  request->body = risalah_document_to_xhtml (request->document);
  request->uses = list_uses (request->document);
  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   save_in_transaction, request, NULL, error))
    return NULL;
  before = brief->document;
  brief->document = risalah_document_ref (request->document);
  g_clear_object (&brief->conflict);
  brief->conflict = dup_conflict (request->theirs);
  return g_object_ref (brief);
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
  SaveRequest *request;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && RISALAH_IS_OPEN_BRIEF (brief), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  request = save_request_new (brief, document);
  saved = save_work (self, request, error);
  save_request_free (request);
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
                             save_request_new (brief, document), save_request_free, g_object_unref,
                             cancellable, callback, user_data);
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
  g_autoptr (RisalahOpenBrief) saved =
      risalah_session_run_finish (self, risalah_session_save_brief_async, result, error);

  return saved != NULL;
}
