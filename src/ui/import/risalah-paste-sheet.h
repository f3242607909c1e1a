/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text or a web page from the clipboard becomes an article. */
#pragma once

#include <adwaita.h>

#include "risalah-import-banner.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_PASTE_SHEET (risalah_paste_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahPasteSheet, risalah_paste_sheet, RISALAH, PASTE_SHEET, AdwWindow)

GtkWidget *risalah_paste_sheet_show (GtkWindow           *parent,
                                     RisalahImportBanner *banner);

G_END_DECLS
