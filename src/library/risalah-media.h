/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and logos of briefs, by the SHA-256 of their bytes. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/* Stores @bytes once; returns the lower-case hexadecimal SHA-256 by which a brief names them. */
char   *risalah_media_add (RisalahConnection  *connection,
                           GBytes             *bytes,
                           const char         *media_type,
                           const char         *name,
                           GError            **error);
GBytes *risalah_media_get (RisalahConnection  *connection,
                           const char         *sha256,
                           char              **media_type,
                           GError            **error);

G_END_DECLS
