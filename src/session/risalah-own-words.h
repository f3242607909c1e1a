/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's own glossary: names of one thing, of which a search for one finds the others. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *risalah_own_words_load (GError     **error);
gboolean  risalah_own_words_save (const char  *text,
                                  GError     **error);

G_END_DECLS
