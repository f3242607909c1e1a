/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to SQLite as Risalah wants it: its settings read back, its errors worded for the
 * analyst, one thread, and transactions that tell what they changed. */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "risalah-collation-private.h"
#include "risalah-columns-private.h"
#include "risalah-connection-private.h"
#include "risalah-fts-tokenizer-private.h"
#include "risalah-index-private.h"
#include "risalah-mentions-private.h"
#include "risalah-rank-private.h"
#include "risalah-source-changes-private.h"

#define STEPS_BETWEEN_LOOKS 2000
#define BUSY_MILLISECONDS   10000
/* What a WAL keeps of the room that an import made it take. */
#define WAL_BYTES (16 * 1024 * 1024)

static const char *const family_names[RISALAH_FAMILY_N] = {
  [RISALAH_FAMILY_SOURCES] = "sources",       [RISALAH_FAMILY_EVENTS] = "events",
  [RISALAH_FAMILY_QUOTATIONS] = "quotations", [RISALAH_FAMILY_BRIEFS] = "briefs",
  [RISALAH_FAMILY_SHELVES] = "shelves",
};

/**
 * risalah_connection_set_error:
 * @self: a connection
 * @code: SQLite's result code
 * @error: return location for an error
 *
 * Words SQLite's last error for the analyst.
 */
void
risalah_connection_set_error (RisalahConnection *self, int code, GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);
  g_autofree char *name = g_filename_display_basename (self->path);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_BUSY,
          _ ("The library “%s” is in use by another program. Nothing was changed; try again "
             "in a moment."),
          name);
      break;
    case SQLITE_FULL:
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FULL,
                   _ ("There is no room left for the library “%s”. What was stored before is kept; "
                      "this change was not made."),
                   name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
                   _ ("The library “%s” is damaged (%s). It was left as it is; a backup can be "
                      "restored."),
                   name, detail);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                           _ ("Stopped. Nothing of this step was stored."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("This would contradict what the library “%s” holds (%s). Nothing was changed."), name,
          detail);
      break;
    case SQLITE_NOTFOUND:
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
                   _ ("It is not, or no longer, in the library “%s”. Nothing was changed."), name);
      break;
    case SQLITE_READONLY:
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                   _ ("The library “%s” can only be read. Nothing was changed."), name);
      break;
    default:
      g_set_error (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
          _ ("The library “%s” could not be read or written (%s). This change was not made."), name,
          detail);
    }
}

static int
look_at_cancellable_cb (gpointer data)
{
  RisalahConnection *self = data;
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* Sets a pragma and reads it back, since SQLite passes over one that it cannot set. */
static gboolean
set_pragma (RisalahConnection *self, const char *name, gint64 value, GError **error)
{
  g_autofree char *write = g_strdup_printf ("PRAGMA %s = %" G_GINT64_FORMAT, name, value);
  g_autofree char *read = g_strdup_printf ("PRAGMA %s", name);
  gint64 now;

  if (!risalah_connection_execute (self, write, error)
      || !risalah_connection_read_int64 (self, &now, error, read, ""))
    return FALSE;
  if (now == value)
    return TRUE;
  risalah_connection_set_error (self, SQLITE_ERROR, error);
  return FALSE;
}

static gboolean
configure (RisalahConnection *self, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, look_at_cancellable_cb, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return set_pragma (self, "foreign_keys", 1, error)
         && set_pragma (self, "trusted_schema", 0, error)
         && set_pragma (self, "cache_size", -65536, error)
         && set_pragma (self, "journal_size_limit", WAL_BYTES, error)
         && set_pragma (self, "temp_store", 2, error)
         && risalah_fts_tokenizer_register (self, error) && risalah_index_register (self, error)
         && risalah_rank_register (self, error) && risalah_collation_register (self, error);
}

/* A library on a medium that cannot be written has no room for WAL's shared memory; where nothing
 * waits in a WAL, the file by itself is the whole library. */
static int
open_immutable (RisalahConnection *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  GStatBuf status;

  if (g_stat (wal, &status) == 0 && status.st_size > 0)
    return SQLITE_CANTOPEN;
  sqlite3_close_v2 (self->handle);
  escaped = g_uri_escape_string (self->path, "/", FALSE);
  uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  return sqlite3_open_v2 (uri, &self->handle,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

/**
 * risalah_connection_open:
 * @path: a library that is there
 * @read_only: never write
 * @lexicon: what cuts words into stems
 * @error: return location for an error
 *
 * Opens a connection. It belongs to the calling thread until @owner of it is set.
 *
 * Returns: (transfer full) (nullable): the connection
 */
RisalahConnection *
risalah_connection_open (const char *path,
                         gboolean read_only,
                         RisalahLexicon *lexicon,
                         GError **error)
{
  RisalahConnection *self = g_new0 (RisalahConnection, 1);
  int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
  int code;

  self->path = g_strdup (path);
  self->read_only = read_only;
  self->lexicon = risalah_lexicon_ref (lexicon);
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL);
  if (read_only && (code & 0xff) == SQLITE_CANTOPEN)
    code = open_immutable (self);
  if (code != SQLITE_OK)
    risalah_connection_set_error (self, code, error);
  if (code != SQLITE_OK || !configure (self, error))
    {
      risalah_connection_close (self);
      return NULL;
    }
  return self;
}

/**
 * risalah_connection_close:
 * @self: (transfer full): a connection, all statements given back
 */
void
risalah_connection_close (RisalahConnection *self)
{
  GHashTable *statements = g_steal_pointer (&self->statements);
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    risalah_statement_finalise (statement);
  g_hash_table_unref (statements);
  g_clear_pointer (&self->source_changes, risalah_source_changes_free);
  g_clear_pointer (&self->columns, risalah_columns_free);
  g_clear_pointer (&self->entities, risalah_entities_free);
  sqlite3_close_v2 (self->handle);
  g_clear_pointer (&self->ranking, risalah_ranking_free);
  g_clear_pointer (&self->stemmer, risalah_stemmer_free);
  g_clear_error (&self->stemmer_error);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->lexicon, risalah_lexicon_unref);
  g_free (self->path);
  g_free (self);
}

/**
 * risalah_connection_get_stemmer:
 * @self: a connection
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the stemmer of the connection's thread
 */
RisalahStemmer *
risalah_connection_get_stemmer (RisalahConnection *self, GError **error)
{
  if (self->stemmer == NULL && self->stemmer_error == NULL)
    self->stemmer = risalah_stemmer_new (self->lexicon, &self->stemmer_error);
  if (self->stemmer == NULL && error != NULL)
    g_propagate_error (error, g_error_copy (self->stemmer_error));
  return self->stemmer;
}

/**
 * risalah_connection_execute:
 * @self: a connection
 * @sql: statements, constant or built from an allow-list
 * @error: return location for an error
 *
 * Returns: whether all went well
 */
gboolean
risalah_connection_execute (RisalahConnection *self, const char *sql, GError **error)
{
  int code;

  risalah_connection_assert_thread (self);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    risalah_connection_set_error (self, code, error);
  return code == SQLITE_OK;
}

/**
 * risalah_connection_begin:
 * @self: a connection
 * @writing: whether it will write
 * @error: return location for an error
 *
 * Begins a transaction.
 *
 * Returns: whether it began
 */
gboolean
risalah_connection_begin (RisalahConnection *self, gboolean writing, GError **error)
{
  self->changed = 0;
  self->source_serial = 0;
  self->index_time = 0;
  self->time = g_get_real_time ();
  if (risalah_connection_run (self, error, writing ? "BEGIN IMMEDIATE" : "BEGIN", ""))
    return TRUE;
  self->time = 0;
  return FALSE;
}

/* Tells other processes which families changed. */
static gboolean
count_changes (RisalahConnection *self, GError **error)
{
  for (guint i = 0; i < RISALAH_FAMILY_N; i++)
    if ((self->changed & (1u << i)) != 0
        && !risalah_connection_run (self, error,
                                    "UPDATE change SET serial = serial + 1 WHERE family = ?", "t",
                                    family_names[i]))
      return FALSE;
  return TRUE;
}

/**
 * risalah_connection_commit:
 * @self: a connection in a transaction
 * @error: return location for an error
 *
 * Brings counts and index in line with the sources that changed, and commits. On an error the
 * transaction still stands, to be rolled back.
 *
 * Returns: whether it is committed
 */
gboolean
risalah_connection_commit (RisalahConnection *self, GError **error)
{
  if (self->source_changes != NULL && !risalah_source_changes_flush (self, error))
    return FALSE;
  if (self->changed != 0 && !count_changes (self, error))
    return FALSE;
  if (!risalah_connection_run (self, error, "COMMIT", ""))
    return FALSE;
  self->time = 0;
  return TRUE;
}

/**
 * risalah_connection_roll_back:
 * @self: a connection
 *
 * Undoes the transaction that runs, if one does.
 */
void
risalah_connection_roll_back (RisalahConnection *self)
{
  self->cancellable = NULL;
  if (self->source_changes != NULL)
    risalah_source_changes_forget (self->source_changes);
  /* Ids that were given out in it are given out again. */
  g_clear_pointer (&self->entities, risalah_entities_free);
  self->changed = 0;
  self->time = 0;
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * risalah_connection_touch:
 * @self: a connection in a writing transaction
 * @family: what changes
 */
void
risalah_connection_touch (RisalahConnection *self, RisalahFamily family)
{
  risalah_connection_assert_thread (self);
  self->changed |= 1u << family;
}

/**
 * risalah_connection_poll:
 * @self: a connection
 * @serials: (inout): what was last seen of each family
 * @changed: (out): bits of the families with another number now
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
risalah_connection_poll (RisalahConnection *self,
                         gint64 serials[RISALAH_FAMILY_N],
                         guint *changed,
                         GError **error)
{
  *changed = 0;
  for (guint i = 0; i < RISALAH_FAMILY_N; i++)
    {
      gint64 serial;

      if (!risalah_connection_read_int64 (self, &serial, error,
                                          "SELECT serial FROM change WHERE family = ?", "t",
                                          family_names[i]))
        return FALSE;
      if (serial != serials[i])
        *changed |= 1u << i;
      serials[i] = serial;
    }
  return TRUE;
}

/**
 * risalah_connection_get_time:
 * @self: a connection
 *
 * Returns: microseconds since 1970-01-01 UTC, the same all through a transaction
 */
gint64
risalah_connection_get_time (RisalahConnection *self)
{
  return self->time != 0 ? self->time : g_get_real_time ();
}

/**
 * risalah_connection_get_last_id:
 * @self: a connection
 *
 * Returns: the number that the row last inserted was given
 */
gint64
risalah_connection_get_last_id (RisalahConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * risalah_uid_new:
 *
 * Makes a UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random ones, so
 * that an index of them grows at its end.
 *
 * Returns: (transfer full): 36 characters in lower case
 */
char *
risalah_uid_new (void)
{
  guint64 milliseconds = (guint64)g_get_real_time () / 1000;
  guint32 one = g_random_int (), two = g_random_int (), three = g_random_int ();

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x", (guint32)(milliseconds >> 16),
                          (guint32)(milliseconds & 0xffff), one & 0xfff,
                          0x8000 | ((one >> 16) & 0x3fff), two & 0xffff, three);
}
