/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a library to today's schema, one numbered step after the other, and refuses what is no
 * library or is newer than this program. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "risalah-backup-private.h"
#include "risalah-schema-private.h"

/* SQLite's file header, "Database File Format" section 1.3: where its fields begin. */
#define HEADER_LENGTH         100
#define HEADER_USER_VERSION   60
#define HEADER_APPLICATION_ID 68

static guint32
read_big_endian (const guint8 *at)
{
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static gboolean
refuse_newer (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NEWER,
               _ ("The library “%s” was written by a newer Risalah. It was left as it is; open it "
                  "with that version."),
               name);
  return FALSE;
}

static gboolean
refuse (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY,
               _ ("“%s” is not a Risalah library. It was left as it is."), name);
  return FALSE;
}

/* The header of the file; *@length is shorter where the file is. */
static gboolean
read_header (const char *path, guint8 header[HEADER_LENGTH], gssize *length, GError **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  int saved_errno = errno;

  *length = -1;
  if (descriptor >= 0)
    {
      *length = read (descriptor, header, HEADER_LENGTH);
      saved_errno = errno;
      close (descriptor);
    }
  if (*length < 0)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, RISALAH_LIBRARY_ERROR,
                   saved_errno == ENOENT ? RISALAH_LIBRARY_ERROR_NOT_FOUND
                                         : RISALAH_LIBRARY_ERROR_FAILED,
                   _ ("The library “%s” could not be opened: %s."), name, g_strerror (saved_errno));
      return FALSE;
    }
  return TRUE;
}

/**
 * risalah_schema_check_file:
 * @path: a file
 * @is_empty: (out): it has no bytes at all, as one that was just made
 * @error: return location for an error
 *
 * Looks at the header without opening the file through SQLite, which would touch it.
 *
 * Returns: whether it may be opened as a library
 */
gboolean
risalah_schema_check_file (const char *path, gboolean *is_empty, GError **error)
{
  guint8 header[HEADER_LENGTH];
  gssize length;

  if (!read_header (path, header, &length, error))
    return FALSE;
  *is_empty = length == 0;
  if (length == 0)
    return TRUE;
  if (length < HEADER_LENGTH || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (path, error);
  /* A library whose very first transaction was cut off has neither number yet. */
  if (read_big_endian (header + HEADER_APPLICATION_ID) != RISALAH_APPLICATION_ID
      && (read_big_endian (header + HEADER_APPLICATION_ID) != 0
          || read_big_endian (header + HEADER_USER_VERSION) != 0))
    return refuse (path, error);
  if (read_big_endian (header + HEADER_USER_VERSION) > RISALAH_SCHEMA_VERSION)
    return refuse_newer (path, error);
  return TRUE;
}

static gboolean
migrate_one (RisalahConnection *connection, RisalahMigration migration, guint to, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u", to);
  g_autofree char *identity =
      g_strdup_printf ("PRAGMA application_id = %d", RISALAH_APPLICATION_ID);

  if (risalah_connection_begin (connection, TRUE, error))
    {
      if (migration (connection, error) && risalah_connection_execute (connection, version, error)
          && risalah_connection_execute (connection, identity, error)
          && risalah_connection_commit (connection, error))
        return TRUE;
      risalah_connection_roll_back (connection);
    }
  return FALSE;
}

/* An empty file takes its page size and becomes WAL; both last. */
static gboolean
prepare_new_file (RisalahConnection *connection, GError **error)
{
  gint64 n_tables;

  if (!risalah_connection_read_int64 (connection, &n_tables, error,
                                      "SELECT count (*) FROM sqlite_schema", ""))
    return FALSE;
  if (n_tables > 0)
    return refuse (connection->path, error);
  return risalah_connection_execute (connection, "PRAGMA page_size = 16384", error)
         && risalah_connection_execute (connection, "PRAGMA journal_mode = WAL", error);
}

/**
 * risalah_schema_migrate:
 * @connection: a writing connection, outside any transaction, the lock file held
 * @migrations: (array length=n_migrations): what leads to each version
 * @n_migrations: the version to reach
 * @error: return location for an error
 *
 * Brings the library there. On an error it stands at the last version that was reached whole.
 *
 * Returns: whether it is there
 */
gboolean
risalah_schema_migrate (RisalahConnection *connection,
                        const RisalahMigration *migrations,
                        guint n_migrations,
                        GError **error)
{
  gint64 version;

  if (!risalah_connection_read_int64 (connection, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (version > n_migrations)
    return refuse_newer (connection->path, error);
  if (version == 0 && !prepare_new_file (connection, error))
    return FALSE;
  if (version > 0 && version < n_migrations
      && !risalah_backup_before_migration (connection, version, error))
    return FALSE;
  for (guint i = version; i < n_migrations; i++)
    if (!migrate_one (connection, migrations[i], i + 1, error))
      return FALSE;
  return TRUE;
}
