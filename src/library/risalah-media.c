/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "media". */

#include "risalah-media.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-connection-private.h"
#include "risalah-originals.h"

static char *
to_hexadecimal (const guint8 sha256[32])
{
  GString *text = g_string_sized_new (64);

  for (guint i = 0; i < 32; i++)
    g_string_append_printf (text, "%02x", sha256[i]);
  return g_string_free (text, FALSE);
}

static gboolean
from_hexadecimal (const char *text, guint8 sha256[32])
{
  if (strlen (text) != 64)
    return FALSE;
  for (guint i = 0; i < 32; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]), low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      sha256[i] = (guint8)(high << 4 | low);
    }
  return TRUE;
}

/**
 * risalah_media_add:
 * @connection: a connection in a writing transaction
 * @bytes: a picture
 * @media_type: "image/png" or "image/jpeg"
 * @name: (nullable): the file's name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its SHA-256 in lower-case hexadecimal
 */
char *
risalah_media_add (RisalahConnection *connection,
                   GBytes *bytes,
                   const char *media_type,
                   const char *name,
                   GError **error)
{
  guint8 sha256[32];
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  risalah_originals_hash (bytes, sha256);
  risalah_connection_touch (connection, RISALAH_FAMILY_BRIEFS);
  return risalah_connection_run (
             connection, error,
             "INSERT OR IGNORE INTO media (sha256, media_type, name, created_at,"
             " data) VALUES (?, ?, ?, ?, ?)",
             "bttib", (gconstpointer)sha256, sizeof sha256, media_type, name,
             risalah_connection_get_time (connection), data, size)
             ? to_hexadecimal (sha256)
             : NULL;
}

/**
 * risalah_media_get:
 * @connection: a connection
 * @sha256: in hexadecimal, as a brief names it
 * @media_type: (out) (optional) (transfer full): what it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture's bytes
 */
GBytes *
risalah_media_get (RisalahConnection *connection,
                   const char *sha256,
                   char **media_type,
                   GError **error)
{
  g_autoptr (RisalahStatement) row = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint8 wanted[32] = { 0 }, found[32];
  const guint8 *data;
  RisalahStep step;
  gsize size;

  if (from_hexadecimal (sha256, wanted))
    row = risalah_connection_query (connection, error,
                                    "SELECT data, media_type FROM media WHERE sha256 = ?", "b",
                                    (gconstpointer)wanted, sizeof wanted);
  step = row != NULL ? risalah_statement_step (row, error) : RISALAH_STEP_DONE;
  if (step == RISALAH_STEP_DONE && (error == NULL || *error == NULL))
    risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
  if (step != RISALAH_STEP_ROW)
    return NULL;
  data = risalah_statement_get_blob (row, 0, &size);
  bytes = g_bytes_new (data, size);
  risalah_originals_hash (bytes, found);
  if (memcmp (found, wanted, sizeof found) != 0)
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
                           _ ("A stored picture is damaged. It was left as it is; a backup can be "
                              "restored."));
      return NULL;
    }
  if (media_type != NULL)
    *media_type = g_strdup (risalah_statement_get_text (row, 1, NULL));
  return g_steal_pointer (&bytes);
}
