/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's versions, and how a library gets to the newest. */
#pragma once

#include "risalah-connection-private.h"

G_BEGIN_DECLS

/**
 * RisalahMigration:
 *
 * Brings a library from the version before to the one after, inside a transaction.
 */
typedef gboolean (*RisalahMigration) (RisalahConnection *connection, GError **error);

#define RISALAH_SCHEMA_VERSION 1

const RisalahMigration *risalah_schema_get_migrations (void);
/* Runs @migrations from the library's version to @n_migrations, each in one transaction with its
 * version number. Where the library holds something, a backup is made beside it first. */
gboolean                risalah_schema_migrate        (RisalahConnection        *connection,
                                                       const RisalahMigration   *migrations,
                                                       guint                     n_migrations,
                                                       GError                  **error);
/* Reads the first 100 bytes of a file, without SQLite: whether it is a library that this program can
 * open. The file is not touched. */
gboolean                risalah_schema_check_file     (const char               *path,
                                                       gboolean                 *is_empty,
                                                       GError                  **error);

G_END_DECLS
