/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the index of words anew, a slice at a time, while the library stays in use. */

#include <glib/gi18n-lib.h>

#include "risalah-index-private.h"
#include "risalah-library-private.h"

#define SLICE 200

typedef struct
{
  gint64 after;
  guint n_done;
  gint64 total;
} Rebuild;

static gboolean
check (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean *outdated = data;
  RisalahIndexState state;

  if (!risalah_index_check (connection, &state, error))
    return FALSE;
  *outdated = state == RISALAH_INDEX_OUTDATED;
  return TRUE;
}

/**
 * risalah_library_check_index:
 * @self: a library
 * @outdated: (out): whether the index has to be rebuilt
 * @error: return location for an error
 *
 * Compares the fingerprint of the index with that of today's words.
 *
 * Returns: whether it could be found out
 */
gboolean
risalah_library_check_index (RisalahLibrary *self, gboolean *outdated, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_LIBRARY (self) && outdated != NULL, FALSE);
  return risalah_library_read_sync (self, RISALAH_LANE_SEARCH, check, outdated, NULL, error);
}

static gboolean
begin (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Rebuild *rebuild = data;

  return risalah_connection_read_int64 (connection, &rebuild->total, error,
                                        "SELECT count (*) FROM source", "")
         && risalah_index_clear (connection, error);
}

/* The last slice also declares the index whole, so that no source slips in between. */
static gboolean
fill (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Rebuild *rebuild = data;

  return risalah_index_fill (connection, &rebuild->after, SLICE, &rebuild->n_done, error)
         && (rebuild->n_done == SLICE || risalah_index_finish (connection, error));
}

/**
 * risalah_library_rebuild_index:
 * @self: a library
 * @progress: (nullable): told how many sources are in
 * @data: for @progress
 * @cancellable: (nullable): stops it; the index then stays outdated
 * @error: return location for an error
 *
 * Returns: whether the index is whole again
 */
gboolean
risalah_library_rebuild_index (RisalahLibrary *self,
                               RisalahProgressFunc progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error)
{
  Rebuild rebuild = { 0 };
  guint64 done = 0;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (self), FALSE);

  if (!risalah_library_write_sync (self, RISALAH_PRIORITY_BULK, begin, &rebuild, cancellable,
                                   error))
    return FALSE;
  do
    {
      if (!risalah_library_write_sync (self, RISALAH_PRIORITY_BULK, fill, &rebuild, cancellable,
                                       error))
        return FALSE;
      done += rebuild.n_done;
      if (progress != NULL)
        progress (done, MAX (done, (guint64)rebuild.total), data);
    }
  while (rebuild.n_done == SLICE);
  return TRUE;
}
