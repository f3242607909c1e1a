/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting words the way an analyst counts them against a budget. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint risalah_count_words (const char *text, gssize length);

G_END_DECLS
