/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of libraries, for the files of this floor. */
#pragma once

#include "risalah-backup.h"
#include "risalah-connection-private.h"

G_BEGIN_DECLS

/* A copy beside the library, named after the version that it has. */
gboolean risalah_backup_before_migration (RisalahConnection    *connection,
                                          gint64                version,
                                          GError              **error);
/* The library as a read transaction sees it, into a new file that appears whole or not at all. */
gboolean risalah_backup_write            (RisalahConnection    *connection,
                                          const char           *path,
                                          RisalahProgressFunc   progress,
                                          gpointer              data,
                                          GCancellable         *cancellable,
                                          GError              **error);

G_END_DECLS
