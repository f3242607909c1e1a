/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any character set become UTF-8 text, or a clear error. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest file that is read, and the largest text that one may give. */
#define RISALAH_MAX_FILE_BYTES (256 * 1024 * 1024)
#define RISALAH_MAX_TEXT_BYTES (64 * 1024 * 1024)

char *risalah_decode (GBytes      *bytes,
                      const char  *name,
                      const char  *declared,
                      gsize       *length,
                      GError     **error);

G_END_DECLS
