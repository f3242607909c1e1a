/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open brief, and how one is opened: from the library's XHTML to the editor's document. */

#include "risalah-open-brief.h"

#include "risalah-document-xhtml.h"
#include "risalah-library.h"
#include "risalah-open-brief-private.h"
#include "risalah-session-private.h"

G_DEFINE_FINAL_TYPE (RisalahOpenBrief, risalah_open_brief, G_TYPE_OBJECT)

static void
risalah_open_brief_finalize (GObject *object)
{
  RisalahOpenBrief *self = RISALAH_OPEN_BRIEF (object);

  g_free (self->uid);
  g_clear_pointer (&self->document, risalah_document_unref);
  g_clear_object (&self->conflict);
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

/*
 * risalah_open_brief_new:
 *
 * Returns: (transfer full): the brief @id as the library holds it
 */
RisalahOpenBrief *
risalah_open_brief_new (gint64 id,
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

typedef struct
{
  gint64 id;
  RisalahBriefRecord *record;
} OpenRequest;

static void
open_request_free (gpointer data)
{
  OpenRequest *request = data;

  g_clear_pointer (&request->record, risalah_brief_record_free);
  g_free (request);
}

static gboolean
get_in_transaction (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  OpenRequest *request = data;

  request->record = risalah_briefs_get (connection, request->id, error);
  return request->record != NULL;
}

static gpointer
open_work (RisalahSession *self, gpointer data, GError **error)
{
  OpenRequest *request = data;
  g_autoptr (RisalahDocument) document = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  get_in_transaction, request, NULL, error))
    return NULL;
  document = risalah_document_from_xhtml (request->record->body, -1, error);
  if (document == NULL)
    return NULL;
  return risalah_open_brief_new (request->record->id, request->record->uid,
                                 request->record->revision, request->record->modified_at, document);
}

static OpenRequest *
open_request_new (gint64 id)
{
  OpenRequest *request = g_new0 (OpenRequest, 1);

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
 * risalah_open_brief_get_conflict:
 * @self: an open brief
 *
 * Returns: (transfer none) (nullable): the brief as somebody else saved it before our last save,
 *   which made a version of it; %NULL where nobody did
 */
RisalahOpenBrief *
risalah_open_brief_get_conflict (RisalahOpenBrief *self)
{
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (self), NULL);
  return self->conflict;
}

/**
 * risalah_open_brief_follow:
 * @self: an open brief that is not being saved
 * @theirs: the same brief as somebody else saved it
 *
 * Takes their revision for the one that was read, so that a save of what was made from it is none
 * over it.
 */
void
risalah_open_brief_follow (RisalahOpenBrief *self, RisalahOpenBrief *theirs)
{
  g_autoptr (RisalahDocument) before = NULL;

  g_return_if_fail (RISALAH_IS_OPEN_BRIEF (self) && RISALAH_IS_OPEN_BRIEF (theirs));
  g_return_if_fail (self->id == theirs->id);

  before = self->document;
  self->document = risalah_document_ref (theirs->document);
  self->revision = theirs->revision;
  self->modified = theirs->modified;
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
  OpenRequest *request;
  RisalahOpenBrief *brief;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  request = open_request_new (id);
  brief = open_work (self, request, error);
  open_request_free (request);
  return brief;
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
  risalah_session_run_async (self, risalah_session_open_brief_async, open_work,
                             open_request_new (id), open_request_free, g_object_unref, cancellable,
                             callback, user_data);
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
