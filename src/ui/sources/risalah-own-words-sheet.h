/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the analyst writes which words mean the same. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_OWN_WORDS_SHEET (risalah_own_words_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahOwnWordsSheet, risalah_own_words_sheet, RISALAH, OWN_WORDS_SHEET,
                      AdwWindow)

GtkWidget *risalah_own_words_sheet_show (GtkWindow *parent);

G_END_DECLS
