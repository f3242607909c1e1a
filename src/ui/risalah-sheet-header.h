/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_SHEET_HEADER (risalah_sheet_header_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSheetHeader, risalah_sheet_header, RISALAH, SHEET_HEADER, GtkWidget)

GtkWidget *risalah_sheet_header_new (AdwHeaderBar *bar);

G_END_DECLS
