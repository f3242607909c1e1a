/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All keys of the window, in one column. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_SHORTCUTS_SHEET (risalah_shortcuts_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahShortcutsSheet, risalah_shortcuts_sheet, RISALAH, SHORTCUTS_SHEET,
                      AdwWindow)

void risalah_shortcuts_sheet_show (GtkWindow *parent);

G_END_DECLS
