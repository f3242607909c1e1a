/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's collation, registered with SQLite: capitals among small letters, é beside e. */

#include "risalah-collation-private.h"

#include <unicode/ucol.h>

static int
compare_cb (void *data, int n_first, const void *first, int n_second, const void *second)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucol_strcollUTF8 (data, first, n_first, second, n_second, &status);
}

static void
close_cb (void *data)
{
  ucol_close (data);
}

/**
 * risalah_collation_register:
 * @connection: a connection being opened, which keeps the collator
 * @error: return location for an error
 *
 * Makes the collation risalah_titles known, in the interface's language; ICU's root order stands in
 * for a language that it does not know.
 *
 * Returns: whether SQLite knows it
 */
gboolean
risalah_collation_register (RisalahConnection *connection, GError **error)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *language = g_get_language_names ()[0];
  int code = SQLITE_NOMEM;

  connection->collator = ucol_open (g_str_equal (language, "C") ? "" : language, &status);
  if (U_SUCCESS (status))
    code = sqlite3_create_collation_v2 (connection->handle, "risalah_titles", SQLITE_UTF8,
                                        connection->collator, compare_cb, close_cb);
  if (code == SQLITE_OK)
    return TRUE;
  g_clear_pointer (&connection->collator, ucol_close);
  risalah_connection_set_error (connection, code, error);
  return FALSE;
}

/**
 * risalah_collation_compare:
 * @connection: an open connection
 * @first: a title
 * @second: another
 *
 * Compares titles in the order of risalah_titles.
 *
 * Returns: less than, equal to or greater than 0, as @first comes before, with or after @second
 */
int
risalah_collation_compare (RisalahConnection *connection, const char *first, const char *second)
{
  return compare_cb (connection->collator, -1, first, -1, second);
}
