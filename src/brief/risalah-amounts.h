/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts by value, as both languages write them: "1,5 juta" is "1.5 million". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *risalah_amount_dup_value    (const char *number,
                                   const char *scale,
                                   const char *language);
char *risalah_amount_dup_of_word  (const char *word);
gboolean risalah_amount_is_scale  (const char *word);

G_END_DECLS
