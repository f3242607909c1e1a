/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translation pairs: begins the other version of a brief, marks one that is there, finds it. */

#include "risalah-translating.h"

#include <glib/gi18n-lib.h>

#include "risalah-brief-error.h"
#include "risalah-briefs.h"
#include "risalah-library.h"
#include "risalah-session-private.h"

typedef struct
{
  char *uid;
  RisalahDocument *document; /* (nullable) */
  gint64 found;              /* the other brief's number */
} PairRequest;

static PairRequest *
pair_request_new (const char *uid, RisalahDocument *document)
{
  PairRequest *request = g_new0 (PairRequest, 1);

  request->uid = g_strdup (uid);
  request->document = document != NULL ? risalah_document_ref (document) : NULL;
  return request;
}

static void
pair_request_free (gpointer data)
{
  PairRequest *request = data;

  g_free (request->uid);
  g_clear_pointer (&request->document, risalah_document_unref);
  g_free (request);
}

static const char *
other_language (RisalahDocument *document)
{
  const char *language = risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE);

  return g_str_equal (language, "en") ? "id" : "en";
}

static gpointer
translate_work (RisalahSession *self, gpointer data, GError **error)
{
  PairRequest *request = data;
  const RisalahTemplate *template =
      risalah_templates_find (risalah_session_get_templates (self),
                              risalah_document_get_field (request->document,
                                                          RISALAH_DOCUMENT_TEMPLATE));
  g_autoptr (RisalahTerms) terms =
      risalah_session_get_terms (self, other_language (request->document), error);
  g_autoptr (RisalahDocument) translation = NULL;

  if (terms == NULL)
    return NULL;
  translation =
      risalah_template_translate_document (template, terms, request->document, request->uid);
  return risalah_session_add_brief (self, translation, error);
}

static gpointer
pair_work (RisalahSession *self, gpointer data, GError **error)
{
  PairRequest *request = data;
  g_autoptr (RisalahOpenBrief) open = risalah_session_open_brief (self, request->found, error);
  g_autoptr (RisalahDocument) paired = NULL;

  if (open == NULL)
    return NULL;
  paired = risalah_document_with_field (risalah_open_brief_get_document (open),
                                        RISALAH_DOCUMENT_TRANSLATION_PAIR, request->uid);
  return risalah_session_save_brief (self, open, paired, error) ? g_steal_pointer (&open) : NULL;
}

static gboolean
find_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  PairRequest *request = data;

  request->found = risalah_briefs_find_uid (connection, request->uid, error);
  return request->found >= 0;
}

static gpointer
open_work (RisalahSession *self, gpointer data, GError **error)
{
  PairRequest *request = data;

  if (*request->uid != '\0'
      && !risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                     find_in_transaction, request, NULL, error))
    return NULL;
  if (request->found > 0)
    return risalah_session_open_brief (self, request->found, error);
  g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_UNSUPPORTED,
                       _ ("The version of this brief in the other language is not in the "
                          "library. Nothing was changed."));
  return NULL;
}

static PairRequest *
open_request_new (RisalahDocument *document)
{
  return pair_request_new (risalah_document_get_field (document, RISALAH_DOCUMENT_TRANSLATION_PAIR),
                           document);
}

/**
 * risalah_session_new_translation_async:
 * @self: a session
 * @uid: UUID of a brief
 * @document: what it says
 * @cancellable: (nullable): stops it before it begins
 *
 * Begins the version of a brief in the other language and stores it, on a worker thread. The brief
 * itself is marked by whoever has it open.
 */
void
risalah_session_new_translation_async (RisalahSession *self,
                                       const char *uid,
                                       RisalahDocument *document,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && uid != NULL && document != NULL);
  risalah_session_run_async (self, risalah_session_new_translation_async, translate_work,
                             pair_request_new (uid, document), pair_request_free, g_object_unref,
                             cancellable, callback, user_data);
}

/**
 * risalah_session_new_translation_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the new brief, or %NULL with an error
 */
RisalahOpenBrief *
risalah_session_new_translation_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_new_translation_async, result, error);
}

/**
 * risalah_session_pair_brief_async:
 * @self: a session
 * @brief: a stored brief's number that nobody edits at the moment
 * @uid: UUID of the brief that it is the other version of
 * @cancellable: (nullable): stops it before it begins
 *
 * Marks a brief as the other-language version of another, on a worker thread.
 */
void
risalah_session_pair_brief_async (RisalahSession *self,
                                  gint64 brief,
                                  const char *uid,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  PairRequest *request;

  g_return_if_fail (RISALAH_IS_SESSION (self) && uid != NULL);

  request = pair_request_new (uid, NULL);
  request->found = brief;
  risalah_session_run_async (self, risalah_session_pair_brief_async, pair_work, request,
                             pair_request_free, g_object_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_pair_brief_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the brief as it is stored now, or %NULL with an error
 */
RisalahOpenBrief *
risalah_session_pair_brief_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_pair_brief_async, result, error);
}

/**
 * risalah_session_open_pair_async:
 * @self: a session
 * @document: a brief
 * @cancellable: (nullable): stops it before it begins
 *
 * Opens the brief that @document is marked as the other version of, on a worker thread.
 */
void
risalah_session_open_pair_async (RisalahSession *self,
                                 RisalahDocument *document,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL);
  risalah_session_run_async (self, risalah_session_open_pair_async, open_work,
                             open_request_new (document), pair_request_free, g_object_unref,
                             cancellable, callback, user_data);
}

/**
 * risalah_session_open_pair_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the other version, or %NULL with an error
 */
RisalahOpenBrief *
risalah_session_open_pair_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_open_pair_async, result, error);
}
