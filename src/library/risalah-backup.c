/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies by SQLite's backup interface: consistent while the library is in use, and on the way back
 * into the very file that everybody has open. */

#include "risalah-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "risalah-library-private.h"
#include "risalah-schema-private.h"

#define PAGES_A_STEP 256

typedef struct
{
  const char *path;
  RisalahProgressFunc progress;
  gpointer progress_data;
  sqlite3 *other;
} Copying;

/* Copies all pages of @from into @to, both open. */
static int
copy_pages (sqlite3 *to, sqlite3 *from, const Copying *copying, GCancellable *cancellable)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    return sqlite3_errcode (to);
  do
    {
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (copying->progress != NULL)
        {
          guint64 total = (guint64)sqlite3_backup_pagecount (backup);
          copying->progress (total - (guint64)sqlite3_backup_remaining (backup), total,
                             copying->progress_data);
        }
      if (g_cancellable_is_cancelled (cancellable))
        code = SQLITE_INTERRUPT;
    }
  while (code == SQLITE_OK);
  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static gboolean
set_file_error (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RISALAH_LIBRARY_ERROR,
               number == ENOSPC ? RISALAH_LIBRARY_ERROR_FULL : RISALAH_LIBRARY_ERROR_FAILED,
               _ ("The copy “%s” could not be written: %s. The library itself is unchanged."), name,
               g_strerror (number));
  return FALSE;
}

/* Nobody else sees the copy before it is published: it needs no lock, no journal and no shared
 * memory. */
static int
keep_to_itself (sqlite3 *copy)
{
  return sqlite3_exec (copy,
                       "PRAGMA locking_mode = EXCLUSIVE;"
                       "PRAGMA journal_mode = OFF;"
                       "PRAGMA synchronous = OFF",
                       NULL, NULL, NULL);
}

/* A copy is one file that needs nothing beside it. */
static int
settle (sqlite3 *copy)
{
  return sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

static gboolean
set_copy_error (const char *path, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return FALSE;
    }
  return set_file_error (path,
                         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO,
                         error);
}

/* Into another file system: whole in a temporary file there before the name points to it. */
static gboolean
carry_over (const char *whole, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", path);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  g_autoptr (GFile) file = g_file_new_for_path (whole);
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (GError) cause = NULL;

  if (descriptor < 0)
    return set_file_error (path, errno, error);
  output = g_unix_output_stream_new (descriptor, TRUE);
  input = g_file_read (file, cancellable, &cause);
  if (input == NULL
      || g_output_stream_splice (output, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_NONE,
                                 cancellable, &cause)
             < 0)
    set_copy_error (path, cause, error);
  else if (fsync (descriptor) != 0 || g_rename (temporary, path) != 0)
    set_file_error (path, errno, error);
  else
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

/* What was written is on the disk before the name points to it. */
static gboolean
publish (const char *whole, const char *path, GCancellable *cancellable, GError **error)
{
  int descriptor = open (whole, O_RDONLY | O_CLOEXEC);
  gboolean written = descriptor >= 0 && fsync (descriptor) == 0;
  int number = errno;

  if (descriptor >= 0)
    close (descriptor);
  if (!written)
    return set_file_error (path, number, error);
  if (g_rename (whole, path) == 0)
    return TRUE;
  return errno == EXDEV ? carry_over (whole, path, cancellable, error)
                        : set_file_error (path, errno, error);
}

/**
 * risalah_backup_write:
 * @connection: a connection
 * @path: where the copy goes; a file that is there is replaced once the copy is whole
 * @progress: (nullable): told about pages
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: whether the copy is there
 */
gboolean
risalah_backup_write (RisalahConnection *connection,
                      const char *path,
                      RisalahProgressFunc progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  Copying copying = { path, progress, data, NULL };
  /* Beside the library: SQLite writes neither through the document portal nor safely on a network.
   */
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", connection->path);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean published = FALSE;
  sqlite3 *copy = NULL;
  int code;

  if (descriptor < 0)
    return set_file_error (path, errno, error);
  close (descriptor);
  code = sqlite3_open_v2 (temporary, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    code = keep_to_itself (copy);
  if (code == SQLITE_OK)
    code = copy_pages (copy, connection->handle, &copying, cancellable);
  if (code == SQLITE_OK)
    code = settle (copy);
  sqlite3_close_v2 (copy);
  if (code == SQLITE_OK)
    published = publish (temporary, path, cancellable, error);
  g_unlink (temporary); /* already gone where it took the name of the copy */
  if (code == SQLITE_OK)
    return published;
  if ((code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR
      || (code & 0xff) == SQLITE_CANTOPEN)
    return set_file_error (path, (code & 0xff) == SQLITE_FULL ? ENOSPC : EIO, error);
  risalah_connection_set_error (connection, code, error);
  return FALSE;
}

/* "library.risalah" and "before-restore" give "library-before-restore-20251122-101500.risalah". */
static char *
name_beside (const char *path, const char *what)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  gsize length =
      g_str_has_suffix (path, ".risalah") ? strlen (path) - strlen (".risalah") : strlen (path);
  char *name = NULL;

  for (guint i = 0; name == NULL || g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *number = i > 0 ? g_strdup_printf ("-%u", i + 1) : g_strdup ("");
      g_free (name);
      name = g_strdup_printf ("%.*s-%s-%s%s.risalah", (int)length, path, what, stamp, number);
    }
  return name;
}

/**
 * risalah_backup_before_migration:
 * @connection: a connection, the lock file held
 * @version: of the library
 * @error: return location for an error
 *
 * Returns: whether a copy stands beside the library
 */
gboolean
risalah_backup_before_migration (RisalahConnection *connection, gint64 version, GError **error)
{
  g_autofree char *what = g_strdup_printf ("version-%" G_GINT64_FORMAT, version);
  g_autofree char *path = name_beside (connection->path, what);

  return risalah_backup_write (connection, path, NULL, NULL, NULL, error);
}

static gboolean
write_copy (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Copying *copying = data;

  return risalah_backup_write (connection, copying->path, copying->progress, copying->progress_data,
                               cancellable, error);
}

static gboolean
refuse_same_file (RisalahLibrary *self, const char *path, GError **error)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  if (g_strcmp0 (canonical, risalah_library_get_path (self)) != 0)
    return TRUE;
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                       _ ("This is the library itself. Choose another file."));
  return FALSE;
}

/**
 * risalah_library_backup:
 * @self: a library
 * @path: where the copy goes
 * @bytes: (out) (optional): its size
 * @progress: (nullable): told about pages
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a copy of one state of the library while it stays in use. The copy can be opened as a
 * library, and appears whole or not at all.
 *
 * Returns: whether it is there
 */
gboolean
risalah_library_backup (RisalahLibrary *self,
                        const char *path,
                        gint64 *bytes,
                        RisalahProgressFunc progress,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  Copying copying = { path, progress, data, NULL };
  GStatBuf status;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (self) && path != NULL, FALSE);

  if (!refuse_same_file (self, path, error)
      || !risalah_library_read_sync (self, RISALAH_LANE_SEARCH, write_copy, &copying, cancellable,
                                     error))
    return FALSE;
  if (bytes != NULL)
    *bytes = g_stat (path, &status) == 0 ? (gint64)status.st_size : 0;
  return TRUE;
}

/* Outside a transaction: the backup interface takes its own on the live file. */
static gboolean
read_back (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Copying *copying = data;
  int code = copy_pages (connection->handle, copying->other, copying, cancellable);

  if (code != SQLITE_OK)
    risalah_connection_set_error (connection, code, error);
  return code == SQLITE_OK;
}

/* Other connections see the whole library as changed, and read their columns anew. */
static gboolean
after_restore (RisalahConnection *connection,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  gint64 *serials = data;
  g_autofree char *mark =
      g_strdup_printf ("%" G_GINT64_FORMAT, risalah_connection_get_time (connection));

  for (guint i = 0; i < RISALAH_FAMILY_N; i++)
    risalah_connection_touch (connection, i);
  return risalah_connection_run (connection, error,
                                 "UPDATE change SET serial = max (serial, ?) + 1", "i", *serials)
         && risalah_connection_run (connection, error,
                                    "INSERT INTO setting VALUES ('purged', ?)"
                                    " ON CONFLICT DO UPDATE SET value = excluded.value",
                                    "t", mark);
}

static gboolean
read_highest_serial (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  return risalah_connection_read_int64 (connection, data, error, "SELECT max (serial) FROM change",
                                        "");
}

static gboolean
migrate (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_schema_migrate (connection, risalah_schema_get_migrations (),
                                 RISALAH_SCHEMA_VERSION, error);
}

static gboolean
restore_from (RisalahLibrary *self,
              Copying *copying,
              char **kept,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *aside = name_beside (risalah_library_get_path (self), "before-restore");
  gint64 serial;

  if (risalah_library_hold_writer (self, error) == NULL)
    return FALSE;
  risalah_library_let_go (self);
  if (!risalah_library_read_sync (self, RISALAH_LANE_ROWS, read_highest_serial, &serial,
                                  cancellable, error)
      || !risalah_library_backup (self, aside, NULL, NULL, NULL, cancellable, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_strdup (aside);
  /* A restore that is stopped half-way is rolled back by SQLite: the library is what it was. */
  return risalah_library_write_bare (self, read_back, copying, cancellable, error)
         && risalah_library_write_bare (self, migrate, NULL, NULL, error)
         && risalah_library_write_sync (self, RISALAH_PRIORITY_ANALYST, after_restore, &serial,
                                        NULL, error);
}

/**
 * risalah_library_restore:
 * @self: a library
 * @path: a backup, or another library
 * @kept: (out) (optional) (nullable) (transfer full): where the present state was set aside
 * @progress: (nullable): told about pages
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Makes the library what @path holds, in place: whoever has it open sees the restored state.
 *
 * Returns: whether it is restored
 */
gboolean
risalah_library_restore (RisalahLibrary *self,
                         const char *path,
                         char **kept,
                         RisalahProgressFunc progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  Copying copying = { path, progress, data, NULL };
  gboolean is_empty, restored;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (self) && path != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  if (!refuse_same_file (self, path, error) || !risalah_schema_check_file (path, &is_empty, error))
    return FALSE;
  if (is_empty
      || sqlite3_open_v2 (path, &copying.other, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL)
             != SQLITE_OK
      || sqlite3_exec (copying.other, "SELECT count (*) FROM source", NULL, NULL, NULL)
             != SQLITE_OK)
    {
      g_autofree char *name = g_filename_display_name (path);

      sqlite3_close_v2 (copying.other);
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY,
                   _ ("“%s” is not a Risalah library, or is damaged. Your library is unchanged."),
                   name);
      return FALSE;
    }
  restored = restore_from (self, &copying, kept, cancellable, error);
  sqlite3_close_v2 (copying.other);
  return restored;
}
