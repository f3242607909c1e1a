/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of titles as people of the interface's language expect it, in SQL too:
 * ORDER BY title COLLATE risalah_titles. No index may use it, for the language can change. */
#pragma once

#include "risalah-connection-private.h"

G_BEGIN_DECLS

gboolean risalah_collation_register (RisalahConnection *connection, GError **error);
int      risalah_collation_compare  (RisalahConnection *connection,
                                     const char        *first,
                                     const char        *second);

G_END_DECLS
