/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared statements: kept by their connection, lent out, values always bound. */

#include <stdarg.h>

#include "risalah-connection-private.h"

struct _RisalahStatement
{
  RisalahConnection *connection;
  sqlite3_stmt *handle;
  char *sql;
};

/**
 * risalah_connection_prepare:
 * @self: a connection
 * @sql: one statement; never made of what a user typed
 * @error: return location for an error
 *
 * Lends a prepared statement. The same @sql twice at once gives two.
 *
 * Returns: (transfer full) (nullable): the statement
 */
RisalahStatement *
risalah_connection_prepare (RisalahConnection *self, const char *sql, GError **error)
{
  RisalahStatement *statement;
  gpointer key, kept;
  int code;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);
  risalah_connection_assert_thread (self);

  if (g_hash_table_steal_extended (self->statements, sql, &key, &kept))
    return kept;

  statement = g_new0 (RisalahStatement, 1);
  statement->connection = self;
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle,
                             NULL);
  if (code != SQLITE_OK)
    {
      risalah_connection_set_error (self, code, error);
      risalah_statement_finalise (statement);
      return NULL;
    }
  statement->sql = g_strdup (sql);
  return statement;
}

/**
 * risalah_statement_finalise:
 * @self: (transfer full): a statement that nobody has borrowed
 *
 * Frees it for good.
 */
void
risalah_statement_finalise (RisalahStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

/**
 * risalah_statement_free:
 * @self: (transfer full) (nullable): a borrowed statement
 *
 * Gives it back to its connection.
 */
void
risalah_statement_free (RisalahStatement *self)
{
  RisalahConnection *connection;

  if (self == NULL)
    return;
  connection = self->connection;
  risalah_statement_reset (self);
  if (connection->statements == NULL || g_hash_table_contains (connection->statements, self->sql))
    risalah_statement_finalise (self);
  else
    g_hash_table_insert (connection->statements, self->sql, self);
}

/**
 * risalah_statement_reset:
 * @self: a statement
 *
 * Makes it ready for another run; its values are gone.
 */
void
risalah_statement_reset (RisalahStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

/* The binding functions: @position counts from 1; texts and blobs are not copied and live until the
 * statement is stepped to its end. */

void
risalah_statement_bind_int64 (RisalahStatement *self, int position, gint64 value)
{
  int code = sqlite3_bind_int64 (self->handle, position, value);
  g_assert (code == SQLITE_OK);
}

void
risalah_statement_bind_double (RisalahStatement *self, int position, double value)
{
  int code = sqlite3_bind_double (self->handle, position, value);
  g_assert (code == SQLITE_OK);
}

void
risalah_statement_bind_text (RisalahStatement *self, int position, const char *text, gssize length)
{
  int code = text == NULL
                 ? sqlite3_bind_null (self->handle, position)
                 : sqlite3_bind_text64 (self->handle, position, text,
                                        length >= 0 ? (sqlite3_uint64)length : strlen (text),
                                        SQLITE_STATIC, SQLITE_UTF8);
  g_assert (code == SQLITE_OK);
}

void
risalah_statement_bind_blob (RisalahStatement *self, int position, gconstpointer data, gsize length)
{
  int code =
      sqlite3_bind_blob64 (self->handle, position, data != NULL ? data : "", length, SQLITE_STATIC);
  g_assert (code == SQLITE_OK);
}

void
risalah_statement_bind_null (RisalahStatement *self, int position)
{
  int code = sqlite3_bind_null (self->handle, position);
  g_assert (code == SQLITE_OK);
}

void
risalah_statement_bind_value (RisalahStatement *self, int position, const sqlite3_value *value)
{
  int code = sqlite3_bind_value (self->handle, position, value);
  g_assert (code == SQLITE_OK);
}

/**
 * risalah_statement_dup_value:
 * @self: a statement that stands on a row
 * @column: from 0
 *
 * Returns: (transfer full): the value, freed by sqlite3_value_free()
 */
sqlite3_value *
risalah_statement_dup_value (RisalahStatement *self, int column)
{
  return sqlite3_value_dup (sqlite3_column_value (self->handle, column));
}

/**
 * risalah_statement_step:
 * @self: a statement with its values bound
 * @error: return location for an error
 *
 * Returns: whether there is a row, no more rows, or an error
 */
RisalahStep
risalah_statement_step (RisalahStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return RISALAH_STEP_ROW;
  if (code == SQLITE_DONE)
    return RISALAH_STEP_DONE;
  risalah_connection_set_error (self->connection, code, error);
  return RISALAH_STEP_ERROR;
}

/**
 * risalah_statement_run:
 * @self: a statement with its values bound
 * @error: return location for an error
 *
 * Steps to the end and resets, ready for the next values.
 *
 * Returns: whether it went well
 */
gboolean
risalah_statement_run (RisalahStatement *self, GError **error)
{
  RisalahStep step;

  do
    step = risalah_statement_step (self, error);
  while (step == RISALAH_STEP_ROW);
  sqlite3_reset (self->handle);
  return step == RISALAH_STEP_DONE;
}

/* The reading functions: @column counts from 0; texts and blobs live until the next step. */

gint64
risalah_statement_get_int64 (RisalahStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
risalah_statement_get_double (RisalahStatement *self, int column)
{
  return sqlite3_column_double (self->handle, column);
}

gboolean
risalah_statement_is_null (RisalahStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

const char *
risalah_statement_get_text (RisalahStatement *self, int column, gsize *length)
{
  const char *text = (const char *)sqlite3_column_text (self->handle, column);

  if (length != NULL)
    *length = sqlite3_column_bytes (self->handle, column);
  return text;
}

const guint8 *
risalah_statement_get_blob (RisalahStatement *self, int column, gsize *length)
{
  const guint8 *data = sqlite3_column_blob (self->handle, column);

  *length = sqlite3_column_bytes (self->handle, column);
  return data;
}

static void
bind_arguments (RisalahStatement *self, const char *types, va_list arguments)
{
  for (int position = 1; *types != '\0'; types++, position++)
    switch (*types)
      {
      case 'i':
        risalah_statement_bind_int64 (self, position, va_arg (arguments, gint64));
        break;
      case 't':
        risalah_statement_bind_text (self, position, va_arg (arguments, const char *), -1);
        break;
      case 'd':
        risalah_statement_bind_double (self, position, va_arg (arguments, double));
        break;
      case 'b':
        {
          gconstpointer data = va_arg (arguments, gconstpointer);
          risalah_statement_bind_blob (self, position, data, va_arg (arguments, gsize));
          break;
        }
      case 'n':
        {
          gboolean has = va_arg (arguments, gboolean);
          gint64 value = va_arg (arguments, gint64);
          if (has)
            risalah_statement_bind_int64 (self, position, value);
          else
            risalah_statement_bind_null (self, position);
          break;
        }
      default:
        g_assert_not_reached ();
      }
}

static RisalahStatement *
query_with (RisalahConnection *self,
            GError **error,
            const char *sql,
            const char *types,
            va_list arguments)
{
  RisalahStatement *statement = risalah_connection_prepare (self, sql, error);

  if (statement != NULL)
    bind_arguments (statement, types, arguments);
  return statement;
}

/**
 * risalah_connection_query:
 * @self: a connection
 * @error: return location for an error
 * @sql: one statement
 * @types: what follows, see risalah-connection-private.h
 * @...: the values
 *
 * Returns: (transfer full) (nullable): the statement, ready to be stepped
 */
RisalahStatement *
risalah_connection_query (RisalahConnection *self,
                          GError **error,
                          const char *sql,
                          const char *types,
                          ...)
{
  RisalahStatement *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query_with (self, error, sql, types, arguments);
  va_end (arguments);
  return statement;
}

/**
 * risalah_connection_run:
 * @self: a connection
 * @error: return location for an error
 * @sql: one statement whose rows nobody wants
 * @types: what follows
 * @...: the values
 *
 * Returns: whether it went well
 */
gboolean
risalah_connection_run (RisalahConnection *self,
                        GError **error,
                        const char *sql,
                        const char *types,
                        ...)
{
  g_autoptr (RisalahStatement) statement = NULL;
  va_list arguments;

  va_start (arguments, types);
  statement = query_with (self, error, sql, types, arguments);
  va_end (arguments);
  return statement != NULL && risalah_statement_run (statement, error);
}

/**
 * risalah_connection_change_one:
 * @self: a connection
 * @error: return location for an error
 * @sql: an UPDATE or DELETE of what must be there
 * @types: what follows
 * @...: the values
 *
 * Returns: whether a row was changed
 */
gboolean
risalah_connection_change_one (RisalahConnection *self,
                               GError **error,
                               const char *sql,
                               const char *types,
                               ...)
{
  g_autoptr (RisalahStatement) statement = NULL;
  va_list arguments;

  va_start (arguments, types);
  statement = query_with (self, error, sql, types, arguments);
  va_end (arguments);
  if (statement == NULL || !risalah_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (self->handle) > 0)
    return TRUE;
  risalah_connection_set_error (self, SQLITE_NOTFOUND, error);
  return FALSE;
}

/**
 * risalah_connection_read_int64:
 * @self: a connection
 * @value: (out): the first column of the first row, 0 where there is none
 * @error: return location for an error
 * @sql: one statement
 * @types: what follows
 * @...: the values
 *
 * Returns: whether it went well
 */
gboolean
risalah_connection_read_int64 (RisalahConnection *self,
                               gint64 *value,
                               GError **error,
                               const char *sql,
                               const char *types,
                               ...)
{
  g_autoptr (RisalahStatement) statement = NULL;
  RisalahStep step;
  va_list arguments;

  *value = 0;
  va_start (arguments, types);
  statement = query_with (self, error, sql, types, arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;
  step = risalah_statement_step (statement, error);
  if (step == RISALAH_STEP_ROW)
    *value = risalah_statement_get_int64 (statement, 0);
  return step != RISALAH_STEP_ERROR;
}

/**
 * risalah_connection_read_ids:
 * @statement: a statement with its values bound, whose first column is an id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first column of all rows
 */
GArray *
risalah_connection_read_ids (RisalahStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RisalahStep step;

  while ((step = risalah_statement_step (statement, error)) == RISALAH_STEP_ROW)
    {
      gint64 id = risalah_statement_get_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return step == RISALAH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}
