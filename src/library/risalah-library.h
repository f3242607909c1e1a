/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open library: one SQLite file, one thread that writes it, and threads that only read it. */
#pragma once

#include <gio/gio.h>

#include "risalah-connection.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahLibraryFlags:
 * @RISALAH_LIBRARY_READ_WRITE: the file must be there
 * @RISALAH_LIBRARY_CREATE: a missing file is made
 * @RISALAH_LIBRARY_READ_ONLY: nothing is written, the schema included
 */
typedef enum
{
  RISALAH_LIBRARY_READ_WRITE = 0,
  RISALAH_LIBRARY_CREATE = 1 << 0,
  RISALAH_LIBRARY_READ_ONLY = 1 << 1,
} RisalahLibraryFlags;

/**
 * RisalahPriority:
 * @RISALAH_PRIORITY_ANALYST: an act of the analyst: goes first, and is on the disk (synchronous
 *   FULL) when it returns
 * @RISALAH_PRIORITY_BULK: part of an import, which can be done again (synchronous NORMAL)
 */
typedef enum
{
  RISALAH_PRIORITY_ANALYST,
  RISALAH_PRIORITY_BULK,
} RisalahPriority;

/**
 * RisalahLane:
 * @RISALAH_LANE_ROWS: short reads: rows of a list, one source's text
 * @RISALAH_LANE_SEARCH: reads that may take longer; a row never waits for them
 */
typedef enum
{
  RISALAH_LANE_ROWS,
  RISALAH_LANE_SEARCH,
  RISALAH_LANE_N,
} RisalahLane;

/**
 * RisalahLibraryFunc:
 * @connection: the connection of the thread that it is called on
 * @data: what the caller gave
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * A job of a library's thread. A writing job runs in one transaction, which is rolled back where it
 * returns %FALSE; a reading job sees one state of the library from its beginning to its end.
 *
 * Returns: whether it did its work
 */
typedef gboolean (*RisalahLibraryFunc) (RisalahConnection *connection,
                                        gpointer           data,
                                        GCancellable      *cancellable,
                                        GError           **error);

/**
 * RisalahListFunc:
 * @connection: the connection of the thread that it is called on
 * @error: return location for an error
 *
 * Reads a whole list, as risalah_briefs_list() does.
 *
 * Returns: (transfer full) (nullable): the list, which frees its items
 */
typedef GPtrArray *(*RisalahListFunc) (RisalahConnection  *connection,
                                       GError            **error);

/**
 * RisalahProgressFunc:
 * @done: how much is done
 * @total: of how much
 * @data: what the caller gave
 *
 * Called on the thread that does the work.
 */
typedef void (*RisalahProgressFunc) (guint64  done,
                                     guint64  total,
                                     gpointer data);

#define RISALAH_TYPE_LIBRARY (risalah_library_get_type ())
G_DECLARE_FINAL_TYPE (RisalahLibrary, risalah_library, RISALAH, LIBRARY, GObject)

/* Signals "sources-changed", "events-changed", "quotations-changed", "briefs-changed" and
 * "shelves-changed" (tags, dossiers, publishers), without arguments, in the main
 * context in which the library was opened: after our own acts and after those of other
 * processes. */

RisalahLibrary *risalah_library_open          (const char           *path,
                                               RisalahLibraryFlags   flags,
                                               RisalahLexicon       *lexicon,
                                               GError              **error);
void            risalah_library_open_async    (const char           *path,
                                               RisalahLibraryFlags   flags,
                                               RisalahLexicon       *lexicon,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
RisalahLibrary *risalah_library_open_finish   (GAsyncResult         *result,
                                               GError              **error);
void            risalah_library_close         (RisalahLibrary       *self);

const char     *risalah_library_get_path      (RisalahLibrary       *self);
RisalahLexicon *risalah_library_get_lexicon   (RisalahLibrary       *self);
gboolean        risalah_library_write_sync    (RisalahLibrary       *self,
                                               RisalahPriority       priority,
                                               RisalahLibraryFunc    func,
                                               gpointer              data,
                                               GCancellable         *cancellable,
                                               GError              **error);
void            risalah_library_write_async   (RisalahLibrary       *self,
                                               RisalahPriority       priority,
                                               RisalahLibraryFunc    func,
                                               gpointer              data,
                                               GDestroyNotify        destroy,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        risalah_library_write_finish  (RisalahLibrary       *self,
                                               GAsyncResult         *result,
                                               GError              **error);
gboolean        risalah_library_read_sync     (RisalahLibrary       *self,
                                               RisalahLane           lane,
                                               RisalahLibraryFunc    func,
                                               gpointer              data,
                                               GCancellable         *cancellable,
                                               GError              **error);
void            risalah_library_read_async    (RisalahLibrary       *self,
                                               RisalahLane           lane,
                                               RisalahLibraryFunc    func,
                                               gpointer              data,
                                               GDestroyNotify        destroy,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        risalah_library_read_finish   (RisalahLibrary       *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void            risalah_library_list_async    (RisalahLibrary       *self,
                                               RisalahListFunc       list,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray      *risalah_library_list_finish   (RisalahLibrary       *self,
                                               GAsyncResult         *result,
                                               GError              **error);
/* In a callback of the _async functions: the data given there, alive as long as @result. */
gpointer        risalah_library_get_job_data  (GAsyncResult         *result);

/* The index of words. These block; for a worker thread or the command line. */

/* @outdated: the words of the index were cut by other rules than today's, or a rebuild was cut
 * short: searches find less than there is until it is rebuilt. */
gboolean        risalah_library_check_index   (RisalahLibrary       *self,
                                               gboolean             *outdated,
                                               GError              **error);
gboolean        risalah_library_rebuild_index (RisalahLibrary       *self,
                                               RisalahProgressFunc   progress,
                                               gpointer              data,
                                               GCancellable         *cancellable,
                                               GError              **error);

G_END_DECLS
