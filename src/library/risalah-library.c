/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open library: opens and closes the file and its threads, and tells in the opener's main
 * context what changed. */

#include "risalah-library.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "risalah-context.h"
#include "risalah-library-private.h"
#include "risalah-schema-private.h"

struct _RisalahLibrary
{
  GObject parent_instance;

  char *path;
  RisalahLexicon *lexicon;
  gboolean read_only;
  GMainContext *context; /* in which it was opened */
  GRWLock holding; /* read: whoever needs a worker, on any thread; written: who ends them all */
  gint is_closed;  /* atomic: nobody else may hold a worker, or who ends them would wait for ever */
  RisalahWorker *writer;
  RisalahWorker *readers[RISALAH_LANE_N];
  gint changed; /* atomic: bits (1 << RisalahFamily) that are not yet told */
};

G_DEFINE_FINAL_TYPE (RisalahLibrary, risalah_library, G_TYPE_OBJECT)

static guint signals[RISALAH_FAMILY_N];

static const char *const signal_names[RISALAH_FAMILY_N] = {
  [RISALAH_FAMILY_SOURCES] = "sources-changed",       [RISALAH_FAMILY_EVENTS] = "events-changed",
  [RISALAH_FAMILY_QUOTATIONS] = "quotations-changed", [RISALAH_FAMILY_BRIEFS] = "briefs-changed",
  [RISALAH_FAMILY_SHELVES] = "shelves-changed",
};

static gboolean
tell_changes_cb (gpointer data)
{
  g_autoptr (RisalahLibrary) self = g_weak_ref_get (data);
  guint changed;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  changed = (guint)g_atomic_int_and ((guint *)&self->changed, 0);
  for (guint i = 0; i < RISALAH_FAMILY_N; i++)
    if ((changed & (1u << i)) != 0)
      g_signal_emit (self, signals[i], 0);
  return G_SOURCE_REMOVE;
}

/* On a worker's thread: many changes in a row are told once. */
static void
changed_cb (guint changed, gpointer data)
{
  RisalahLibrary *self = data;

  if (g_atomic_int_or ((guint *)&self->changed, changed) == 0)
    risalah_context_tell_object (self->context, self, tell_changes_cb);
}

static void
risalah_library_dispose (GObject *object)
{
  risalah_library_close (RISALAH_LIBRARY (object));
  G_OBJECT_CLASS (risalah_library_parent_class)->dispose (object);
}

static void
risalah_library_finalize (GObject *object)
{
  RisalahLibrary *self = RISALAH_LIBRARY (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->lexicon, risalah_lexicon_unref);
  g_free (self->path);
  g_rw_lock_clear (&self->holding);
  G_OBJECT_CLASS (risalah_library_parent_class)->finalize (object);
}

static void
risalah_library_class_init (RisalahLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = risalah_library_dispose;
  object_class->finalize = risalah_library_finalize;

  for (guint i = 0; i < RISALAH_FAMILY_N; i++)
    signals[i] = g_signal_new (signal_names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
risalah_library_init (RisalahLibrary *self)
{
  g_rw_lock_init (&self->holding);
}

/* Makes the file, for its owner alone, before SQLite would make it for others too. */
static gboolean
create_file (const char *path, GError **error)
{
  int descriptor = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (descriptor >= 0)
    {
      close (descriptor);
      return TRUE;
    }
  if (errno != EEXIST)
    {
      int saved_errno = errno;
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                   _ ("The library “%s” could not be made: %s."), name, g_strerror (saved_errno));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (RisalahLibrary *self, RisalahLibraryFlags flags, GError **error)
{
  gboolean is_empty;

  if ((flags & RISALAH_LIBRARY_CREATE) != 0 && !create_file (self->path, error))
    return FALSE;
  if (!risalah_schema_check_file (self->path, &is_empty, error))
    return FALSE;
  if (is_empty && (flags & RISALAH_LIBRARY_CREATE) == 0)
    {
      g_autofree char *name = g_filename_display_name (self->path);

      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY,
                   _ ("“%s” is empty and not a Risalah library. It was left as it is."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_writer (RisalahLibrary *self, GError **error)
{
  g_autoptr (RisalahLock) lock = risalah_lock_new (self->path, error);
  RisalahConnection *connection;
  gboolean migrated;

  if (lock == NULL || !risalah_lock_take (lock, NULL, error))
    return FALSE;
  connection = risalah_connection_open (self->path, FALSE, self->lexicon, error);
  if (connection == NULL)
    return FALSE;
  migrated = risalah_schema_migrate (connection, risalah_schema_get_migrations (),
                                     RISALAH_SCHEMA_VERSION, error);
  risalah_lock_release (lock);
  if (!migrated)
    {
      risalah_connection_close (connection);
      return FALSE;
    }
  /* SQLite gives the WAL and its index the mode of the library. */
  g_chmod (self->path, 0600);
  self->writer = risalah_worker_new (connection, g_steal_pointer (&lock), TRUE, changed_cb, self);
  return TRUE;
}

static gboolean
open_readers (RisalahLibrary *self, GError **error)
{
  for (guint i = 0; i < RISALAH_LANE_N; i++)
    {
      RisalahConnection *connection =
          risalah_connection_open (self->path, TRUE, self->lexicon, error);
      gint64 version;

      if (connection == NULL)
        return FALSE;
      if (!risalah_connection_read_int64 (connection, &version, error, "PRAGMA user_version", "")
          || version != RISALAH_SCHEMA_VERSION)
        {
          g_autofree char *name = g_filename_display_name (self->path);

          if (error != NULL && *error == NULL)
            g_set_error (error, RISALAH_LIBRARY_ERROR,
                         version > RISALAH_SCHEMA_VERSION ? RISALAH_LIBRARY_ERROR_NEWER
                                                          : RISALAH_LIBRARY_ERROR_FAILED,
                         _ ("The library “%s” was written by another version of Risalah. It was "
                            "left as it is; open it once with write access, so that it can be "
                            "brought up to date."),
                         name);
          risalah_connection_close (connection);
          return FALSE;
        }
      self->readers[i] =
          risalah_worker_new (connection, NULL, self->read_only && i == RISALAH_LANE_ROWS,
                              changed_cb, self);
    }
  return TRUE;
}

static RisalahLibrary *
open_in_context (const char *path,
                 RisalahLibraryFlags flags,
                 RisalahLexicon *lexicon,
                 GMainContext *context,
                 GError **error)
{
  g_autoptr (RisalahLibrary) self = g_object_new (RISALAH_TYPE_LIBRARY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->lexicon = risalah_lexicon_ref (lexicon);
  self->read_only = (flags & RISALAH_LIBRARY_READ_ONLY) != 0;
  self->context = g_main_context_ref (context);
  if (!check_file (self, flags, error) || (!self->read_only && !open_writer (self, error))
      || !open_readers (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * risalah_library_open:
 * @path: the file
 * @flags: how
 * @lexicon: what cuts words into stems
 * @error: return location for an error
 *
 * Opens a library: refuses what is none or is newer than this program and leaves it untouched,
 * makes a missing one where asked to, and brings an older one to today's schema after a backup.
 *
 * Returns: (transfer full) (nullable): the library
 */
RisalahLibrary *
risalah_library_open (const char *path,
                      RisalahLibraryFlags flags,
                      RisalahLexicon *lexicon,
                      GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (path != NULL && lexicon != NULL, NULL);
  g_return_val_if_fail ((flags & RISALAH_LIBRARY_CREATE) == 0
                            || (flags & RISALAH_LIBRARY_READ_ONLY) == 0,
                        NULL);
  return open_in_context (path, flags, lexicon, context, error);
}

typedef struct
{
  char *path;
  RisalahLibraryFlags flags;
  RisalahLexicon *lexicon;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  risalah_lexicon_unref (opening->lexicon);
  g_free (opening);
}

static gpointer
open_work (GTask *task, gpointer data, GError **error)
{
  Opening *opening = data;

  return open_in_context (opening->path, opening->flags, opening->lexicon,
                          g_task_get_context (task), error);
}

/**
 * risalah_library_open_async:
 * @path: the file
 * @flags: how
 * @lexicon: what cuts words into stems
 * @cancellable: (nullable): drops the library once it is open
 * @callback: told when it is open
 * @user_data: for @callback
 *
 * risalah_library_open() on a thread of its own.
 */
void
risalah_library_open_async (const char *path,
                            RisalahLibraryFlags flags,
                            RisalahLexicon *lexicon,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening;

  g_return_if_fail (path != NULL && lexicon != NULL);

  g_task_set_source_tag (task, risalah_library_open_async);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->flags = flags;
  opening->lexicon = risalah_lexicon_ref (lexicon);
  g_task_set_task_data (task, opening, (GDestroyNotify)opening_free);
  risalah_context_run_task (task, open_work, g_object_unref);
}

/**
 * risalah_library_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the library
 */
RisalahLibrary *
risalah_library_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * risalah_library_close:
 * @self: a library
 *
 * Finishes the jobs that wait, also those that other threads wait for, and closes the file. Blocks;
 * later jobs fail.
 */
void
risalah_library_close (RisalahLibrary *self)
{
  RisalahWorker *readers[RISALAH_LANE_N], *writer;

  g_return_if_fail (RISALAH_IS_LIBRARY (self));

  g_atomic_int_set (&self->is_closed, TRUE);
  g_rw_lock_writer_lock (&self->holding);
  for (guint i = 0; i < RISALAH_LANE_N; i++)
    readers[i] = g_steal_pointer (&self->readers[i]);
  writer = g_steal_pointer (&self->writer);
  g_rw_lock_writer_unlock (&self->holding);
  for (guint i = 0; i < RISALAH_LANE_N; i++)
    g_clear_pointer (&readers[i], risalah_worker_free);
  g_clear_pointer (&writer, risalah_worker_free);
}

/**
 * risalah_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file
 */
const char *
risalah_library_get_path (RisalahLibrary *self)
{
  g_return_val_if_fail (RISALAH_IS_LIBRARY (self), NULL);
  return self->path;
}

/**
 * risalah_library_get_lexicon:
 * @self: a library
 *
 * Returns: (transfer none): its lexicon
 */
RisalahLexicon *
risalah_library_get_lexicon (RisalahLibrary *self)
{
  g_return_val_if_fail (RISALAH_IS_LIBRARY (self), NULL);
  return self->lexicon;
}

static void
set_refused (RisalahLibrary *self, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (g_atomic_int_get (&self->is_closed))
    g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                 _ ("The library “%s” is closed. Nothing was changed."), name);
  else
    g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                 _ ("The library “%s” can only be read. Nothing was changed."), name);
}

static RisalahWorker *
hold (RisalahLibrary *self, RisalahWorker **worker, GError **error)
{
  if (!g_atomic_int_get (&self->is_closed))
    {
      g_rw_lock_reader_lock (&self->holding);
      if (*worker != NULL)
        return *worker;
      g_rw_lock_reader_unlock (&self->holding);
    }
  set_refused (self, error);
  return NULL;
}

/**
 * risalah_library_hold_writer:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the thread that writes, which does not end before
 *   risalah_library_let_go()
 */
RisalahWorker *
risalah_library_hold_writer (RisalahLibrary *self, GError **error)
{
  return hold (self, &self->writer, error);
}

/**
 * risalah_library_hold_reader:
 * @self: a library
 * @lane: for what
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): a thread that reads, which does not end before
 *   risalah_library_let_go()
 */
RisalahWorker *
risalah_library_hold_reader (RisalahLibrary *self, RisalahLane lane, GError **error)
{
  return hold (self, &self->readers[lane], error);
}

/**
 * risalah_library_let_go:
 * @self: a library of which this thread holds a worker
 */
void
risalah_library_let_go (RisalahLibrary *self)
{
  g_rw_lock_reader_unlock (&self->holding);
}

/* In a job of the writer that somebody waits for: whether it should end soon. */
gboolean
risalah_library_is_writer_wanted (RisalahLibrary *self)
{
  return risalah_worker_is_wanted (self->writer);
}
