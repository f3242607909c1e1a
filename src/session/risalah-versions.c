/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a brief, read and kept; and what somebody else saved since. */

#include "risalah-versions.h"

#include "risalah-document-xhtml.h"
#include "risalah-library.h"
#include "risalah-open-brief-private.h"
#include "risalah-session-private.h"

typedef struct
{
  gint64 brief;
  gint64 version;
  gint64 revision;           /* the one that we know of, 0 where none is asked for */
  RisalahDocument *document; /* (nullable) what is kept */
  char *name;
  GPtrArray *versions;
  RisalahBriefRecord *record; /* (nullable) the brief as somebody else saved it */
  char *body;
} VersionRequest;

static VersionRequest *
version_request_new (gint64 brief, gint64 version)
{
  VersionRequest *request = g_new0 (VersionRequest, 1);

  request->brief = brief;
  request->version = version;
  return request;
}

static void
version_request_free (gpointer data)
{
  VersionRequest *request = data;

  g_clear_pointer (&request->document, risalah_document_unref);
  g_clear_pointer (&request->versions, g_ptr_array_unref);
  g_clear_pointer (&request->record, risalah_brief_record_free);
  g_free (request->name);
  g_free (request->body);
  g_free (request);
}

static gpointer
run_now (RisalahSession *self, RisalahSessionWork work, VersionRequest *request, GError **error)
{
  gpointer result = work (self, request, error);

  version_request_free (request);
  return result;
}

static gboolean
list_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  VersionRequest *request = data;

  request->versions = risalah_briefs_list_versions (connection, request->brief, error);
  return request->versions != NULL;
}

static gpointer
list_work (RisalahSession *self, gpointer data, GError **error)
{
  VersionRequest *request = data;

  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  list_in_transaction, request, NULL, error))
    return NULL;
  return g_steal_pointer (&request->versions);
}

static gboolean
read_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  VersionRequest *request = data;

  request->body = risalah_briefs_get_version (connection, request->version, error);
  return request->body != NULL;
}

static gpointer
read_work (RisalahSession *self, gpointer data, GError **error)
{
  VersionRequest *request = data;

  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  read_in_transaction, request, NULL, error))
    return NULL;
  return risalah_document_from_xhtml (request->body, -1, error);
}

static gboolean
keep_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  VersionRequest *request = data;
  const char *title = risalah_document_get_title (request->document);

  return risalah_briefs_keep_document (connection, request->brief, title != NULL ? title : "",
                                       request->body, request->name, error)
         != 0;
}

static gpointer
keep_work (RisalahSession *self, gpointer data, GError **error)
{
  VersionRequest *request = data;

  request->body = risalah_document_to_xhtml (request->document);
  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   keep_in_transaction, request, NULL, error))
    return NULL;
  return g_object_ref (self);
}

static VersionRequest *
keep_request_new (gint64 brief, RisalahDocument *document, const char *name)
{
  VersionRequest *request = version_request_new (brief, 0);

  request->document = risalah_document_ref (document);
  request->name = g_strdup (name);
  return request;
}

static gboolean
find_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  VersionRequest *request = data;
  g_autoptr (RisalahBriefRecord) record = risalah_briefs_get (connection, request->brief, error);

  if (record == NULL)
    return FALSE;
  if (record->revision != request->revision)
    request->record = g_steal_pointer (&record);
  return TRUE;
}

static gpointer
find_work (RisalahSession *self, gpointer data, GError **error)
{
  VersionRequest *request = data;
  const RisalahBriefRecord *record;
  g_autoptr (RisalahDocument) document = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  find_in_transaction, request, NULL, error)
      || request->record == NULL)
    return NULL;
  record = request->record;
  document = risalah_document_from_xhtml (record->body, -1, error);
  if (document == NULL)
    return NULL;
  return risalah_open_brief_new (record->id, record->uid, record->revision, record->modified_at,
                                 document);
}

static VersionRequest *
find_request_new (RisalahOpenBrief *brief)
{
  VersionRequest *request = version_request_new (risalah_open_brief_get_id (brief), 0);

  request->revision = risalah_open_brief_get_revision (brief);
  return request;
}

/**
 * risalah_session_list_versions:
 * @self: a session
 * @brief: a brief's number in the library
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type RisalahBriefVersion): its versions, the latest first, or
 *   %NULL with a #RisalahLibraryError
 */
GPtrArray *
risalah_session_list_versions (RisalahSession *self, gint64 brief, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return run_now (self, list_work, version_request_new (brief, 0), error);
}

/**
 * risalah_session_list_versions_async:
 * @self: a session
 * @brief: a brief's number in the library
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_list_versions() on a worker thread.
 */
void
risalah_session_list_versions_async (RisalahSession *self,
                                     gint64 brief,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_list_versions_async, list_work,
                             version_request_new (brief, 0), version_request_free,
                             (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_list_versions_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type RisalahBriefVersion): the versions, or %NULL with an error
 */
GPtrArray *
risalah_session_list_versions_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_list_versions_async, result, error);
}

/**
 * risalah_session_read_version:
 * @self: a session
 * @version: a version's number in the library
 *
 * Blocks.
 *
 * Returns: (transfer full): what the brief was then, or %NULL with a #RisalahLibraryError or
 *   #RisalahBriefError
 */
RisalahDocument *
risalah_session_read_version (RisalahSession *self, gint64 version, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return run_now (self, read_work, version_request_new (0, version), error);
}

/**
 * risalah_session_read_version_async:
 * @self: a session
 * @version: a version's number in the library
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_read_version() on a worker thread.
 */
void
risalah_session_read_version_async (RisalahSession *self,
                                    gint64 version,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_read_version_async, read_work,
                             version_request_new (0, version), version_request_free,
                             (GDestroyNotify)risalah_document_unref, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_read_version_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): what the brief was then, or %NULL with an error
 */
RisalahDocument *
risalah_session_read_version_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_read_version_async, result, error);
}

/**
 * risalah_session_keep_version_async:
 * @self: a session
 * @brief: a brief's number in the library
 * @document: what is kept
 * @name: what the version is called
 * @cancellable: (nullable): stops it before it begins
 *
 * Keeps a named version, on a worker thread.
 */
void
risalah_session_keep_version_async (RisalahSession *self,
                                    gint64 brief,
                                    RisalahDocument *document,
                                    const char *name,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL && name != NULL);
  risalah_session_run_async (self, risalah_session_keep_version_async, keep_work,
                             keep_request_new (brief, document, name), version_request_free,
                             g_object_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_keep_version_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: %TRUE once it is on the disk, or %FALSE with an error
 */
gboolean
risalah_session_keep_version_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (RisalahSession) kept =
      risalah_session_run_finish (self, risalah_session_keep_version_async, result, error);

  return kept != NULL;
}

/**
 * risalah_session_find_changes_async:
 * @self: a session
 * @brief: an open brief
 * @cancellable: (nullable): stops it before it begins
 *
 * Looks for what somebody else saved since @brief was read or last saved, on a worker thread.
 */
void
risalah_session_find_changes_async (RisalahSession *self,
                                    RisalahOpenBrief *brief,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && RISALAH_IS_OPEN_BRIEF (brief));
  risalah_session_run_async (self, risalah_session_find_changes_async, find_work,
                             find_request_new (brief), version_request_free, g_object_unref,
                             cancellable, callback, user_data);
}

/**
 * risalah_session_find_changes_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the brief as somebody else saved it
 */
RisalahOpenBrief *
risalah_session_find_changes_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_find_changes_async, result, error);
}
