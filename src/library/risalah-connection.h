/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread's connection to the library. The functions of the table files take it; none but a
 * RisalahLibraryFunc ever holds one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RisalahConnection RisalahConnection;

/* A new UUID, version 7 of RFC 9562: those made later sort later. */
char   *risalah_uid_new              (void);
/* Microseconds since 1970-01-01 UTC as the connection's clock has it; fixed within a transaction. */
gint64  risalah_connection_get_time  (RisalahConnection *self);

G_END_DECLS
