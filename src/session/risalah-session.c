/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session: a library, the lexicon, the templates and the words that are printed. */

#include "risalah-session-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "risalah-brief-defaults.h"
#include "risalah-context.h"
#include "risalah-event-history.h"
#include "risalah-library-error.h"
#include "risalah-library.h"
#include "risalah-paths.h"
#include "risalah-vocabulary.h"

struct _RisalahSession
{
  GObject parent_instance;

  RisalahLexicon *lexicon;
  RisalahLibrary *library;
  RisalahEventHistory *event_history;
  RisalahTemplates *templates;
  GMutex terms_lock;
  GHashTable *terms; /* language → RisalahTerms, guarded by terms_lock */
  RisalahHyphenation *hyphenation;
  char *today;
  RisalahBriefDefaults *brief_defaults; /* never NULL */
};

G_DEFINE_FINAL_TYPE (RisalahSession, risalah_session, G_TYPE_OBJECT)

typedef struct
{
  RisalahSessionWork work;
  gpointer data;
  GDestroyNotify free_data;
} Run;

typedef struct
{
  char *path;
  gboolean create;
} OpenRequest;

static void
run_free (gpointer data)
{
  Run *run = data;

  if (run->free_data != NULL && run->data != NULL)
    run->free_data (run->data);
  g_free (run);
}

static void
open_request_free (gpointer data)
{
  OpenRequest *request = data;

  g_free (request->path);
  g_free (request);
}

static gpointer
run_work (GTask *task, gpointer data, GError **error)
{
  Run *run = data;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error))
    return NULL;
  return run->work (g_task_get_source_object (task), run->data, error);
}

static gpointer
open_work (GTask *task, gpointer data, GError **error)
{
  OpenRequest *request = data;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error))
    return NULL;
  return risalah_session_open (request->path, request->create, error);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Makes the folder of the default library, which nobody but the analyst may look into. */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
               _ ("The folder “%s” for the library could not be made: %s."), folder,
               g_strerror (code));
  return FALSE;
}

/* The words of the index are cut by the program's own rules; where these changed since it was
 * written, it is made anew before anything is searched or imported. */
static gboolean
refresh_index (RisalahLibrary *library, GError **error)
{
  gboolean outdated = FALSE;

  return risalah_library_check_index (library, &outdated, error)
         && (!outdated || risalah_library_rebuild_index (library, NULL, NULL, NULL, error));
}

static void
risalah_session_dispose (GObject *object)
{
  RisalahSession *self = RISALAH_SESSION (object);

  risalah_session_close (self);
  G_OBJECT_CLASS (risalah_session_parent_class)->dispose (object);
}

static void
risalah_session_finalize (GObject *object)
{
  RisalahSession *self = RISALAH_SESSION (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->lexicon, risalah_lexicon_unref);
  g_clear_pointer (&self->templates, risalah_templates_unref);
  g_clear_pointer (&self->terms, g_hash_table_unref);
  g_clear_pointer (&self->hyphenation, risalah_hyphenation_unref);
  g_mutex_clear (&self->terms_lock);
  g_free (self->today);
  risalah_brief_defaults_free (self->brief_defaults);
  G_OBJECT_CLASS (risalah_session_parent_class)->finalize (object);
}

static void
risalah_session_class_init (RisalahSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = risalah_session_dispose;
  object_class->finalize = risalah_session_finalize;
}

static void
risalah_session_init (RisalahSession *self)
{
  g_autofree char *dictionary_dir = risalah_paths_get_dictionary_dir ();

  g_mutex_init (&self->terms_lock);
  self->terms =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)risalah_terms_unref);
  self->hyphenation = risalah_hyphenation_new (dictionary_dir);
  self->today = dup_today ();
  self->brief_defaults = risalah_brief_defaults_new ();
}

/**
 * risalah_session_open:
 * @path: (nullable) (type filename): a library's file; %NULL for the default one
 * @create: whether a library that is not there is made
 *
 * Opens a library with everything that is needed to work in it. Blocks.
 *
 * Returns: (transfer full): the session, or %NULL with a #RisalahLibraryError, a #RisalahTextError
 *   or a #RisalahBriefError
 */
RisalahSession *
risalah_session_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (RisalahSession) self = g_object_new (RISALAH_TYPE_SESSION, NULL);
  g_autofree char *default_path = risalah_paths_get_default_library ();
  g_autofree char *document_dir = risalah_paths_get_document_dir ();

  if (path == NULL)
    path = default_path;
  if (create && g_str_equal (path, default_path) && !make_folder (path, error))
    return NULL;
  self->lexicon = risalah_vocabulary_open (error);
  if (self->lexicon == NULL)
    return NULL;
  self->templates = risalah_templates_open (document_dir, error);
  if (self->templates == NULL)
    return NULL;
  self->library =
      risalah_library_open (path, create ? RISALAH_LIBRARY_CREATE : RISALAH_LIBRARY_READ_WRITE,
                            self->lexicon, error);
  if (self->library == NULL || !refresh_index (self->library, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * risalah_session_open_async:
 * @path: (nullable) (type filename): a library's file; %NULL for the default one
 * @create: whether a library that is not there is made
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_open() on a worker thread.
 */
void
risalah_session_open_async (const char *path,
                            gboolean create,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenRequest *request = g_new0 (OpenRequest, 1);

  request->path = g_strdup (path);
  request->create = create;
  g_task_set_source_tag (task, risalah_session_open_async);
  g_task_set_task_data (task, request, open_request_free);
  risalah_context_run_task (task, open_work, g_object_unref);
}

/**
 * risalah_session_open_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): the session, or %NULL with an error
 */
RisalahSession *
risalah_session_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, risalah_session_open_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * risalah_session_close:
 * @self: a session
 *
 * Closes the library after its last write. What still runs on a thread fails at its next step, and
 * the session can only be let go afterwards.
 */
void
risalah_session_close (RisalahSession *self)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));

  if (self->library != NULL)
    risalah_library_close (self->library);
  g_clear_object (&self->event_history);
}

/**
 * risalah_session_get_library:
 * @self: a session
 *
 * Returns: (transfer none): its library
 */
RisalahLibrary *
risalah_session_get_library (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return self->library;
}

/**
 * risalah_session_get_lexicon:
 * @self: a session
 *
 * Returns: (transfer none): its vocabulary
 */
RisalahLexicon *
risalah_session_get_lexicon (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return self->lexicon;
}

/**
 * risalah_session_get_event_history:
 * @self: an open session
 *
 * Returns: (transfer none): what was done to events since it was opened
 */
RisalahEventHistory *
risalah_session_get_event_history (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  if (self->event_history == NULL)
    self->event_history = risalah_event_history_new (self->library);
  return self->event_history;
}

/**
 * risalah_session_get_today:
 * @self: a session
 *
 * Returns: (transfer none): the day that new briefs carry, EDTF
 */
const char *
risalah_session_get_today (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return self->today;
}

/**
 * risalah_session_set_today:
 * @self: a session
 * @edtf: a day
 *
 * Sets the day, for tests and for documents that must come out the same.
 */
void
risalah_session_set_today (RisalahSession *self, const char *edtf)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && edtf != NULL);
  g_free (self->today);
  self->today = g_strdup (edtf);
}

/**
 * risalah_session_get_brief_defaults:
 * @self: a session
 *
 * Returns: (transfer none): what new briefs begin with, until it is set again
 */
const RisalahBriefDefaults *
risalah_session_get_brief_defaults (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return self->brief_defaults;
}

/**
 * risalah_session_set_brief_defaults:
 * @self: a session
 * @defaults: what new briefs begin with from now on; copied
 *
 * To be called on the thread that makes briefs.
 */
void
risalah_session_set_brief_defaults (RisalahSession *self, const RisalahBriefDefaults *defaults)
{
  RisalahBriefDefaults *copy;

  g_return_if_fail (RISALAH_IS_SESSION (self) && defaults != NULL);
  copy = risalah_brief_defaults_copy (defaults);
  risalah_brief_defaults_free (self->brief_defaults);
  self->brief_defaults = copy;
}

/**
 * risalah_session_get_templates:
 * @self: a session
 *
 * Returns: (transfer none): the templates T1 to T5
 */
RisalahTemplates *
risalah_session_get_templates (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  return self->templates;
}

/**
 * risalah_session_get_terms:
 * @self: a session
 * @language: "id" or "en"
 * @error: a #GFileError or RISALAH_TEXT_ERROR_VOCABULARY
 *
 * On any thread; they are opened once.
 *
 * Returns: (transfer full) (nullable): the words of documents in @language
 */
RisalahTerms *
risalah_session_get_terms (RisalahSession *self, const char *language, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *document_dir = risalah_paths_get_document_dir ();
  RisalahTerms *terms;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && language != NULL, NULL);

  locker = g_mutex_locker_new (&self->terms_lock);
  terms = g_hash_table_lookup (self->terms, language);
  if (terms == NULL)
    {
      terms = risalah_terms_open (document_dir, language, error);
      if (terms == NULL)
        return NULL;
      g_hash_table_insert (self->terms, g_strdup (language), terms);
    }
  return risalah_terms_ref (terms);
}

/*
 * Returns: (transfer none): the hyphenation dictionaries that all layouts share
 */
RisalahHyphenation *
risalah_session_get_hyphenation (RisalahSession *self)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  return self->hyphenation;
}

/* Runs @work on a worker thread; @data is freed when the operation is over. */
void
risalah_session_run_async (RisalahSession *self,
                           gpointer source_tag,
                           RisalahSessionWork work,
                           gpointer data,
                           GDestroyNotify free_data,
                           GDestroyNotify free_result,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->work = work;
  run->data = data;
  run->free_data = free_data;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, run, run_free);
  risalah_context_run_task (task, run_work, free_result);
}

/* The result of risalah_session_run_async(): (transfer full). */
gpointer
risalah_session_run_finish (RisalahSession *self,
                            gpointer source_tag,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
