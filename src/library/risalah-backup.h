/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consistent copies of a library while it is in use, and the way back. */
#pragma once

#include "risalah-library.h"

G_BEGIN_DECLS

/* Both block; for a worker thread or the command line. */

/* @path appears whole or not at all; @bytes (nullable) is its size. */
gboolean risalah_library_backup  (RisalahLibrary       *self,
                                  const char           *path,
                                  gint64               *bytes,
                                  RisalahProgressFunc   progress,
                                  gpointer              data,
                                  GCancellable         *cancellable,
                                  GError              **error);
/* The library becomes what @path holds; what it held is first set aside, in a file beside it whose
 * path @kept (out) (transfer full) (nullable) gets. */
gboolean risalah_library_restore (RisalahLibrary       *self,
                                  const char           *path,
                                  char                **kept,
                                  RisalahProgressFunc   progress,
                                  gpointer              data,
                                  GCancellable         *cancellable,
                                  GError              **error);

G_END_DECLS
