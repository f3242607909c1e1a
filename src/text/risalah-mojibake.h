/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs of characters that are certain, and nothing else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *risalah_repair_text (char  *text,
                           gsize *length);

G_END_DECLS
