/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event that needs a date: the words that were found, and when it was reported. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-names.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_UNDATED_ROW (risalah_undated_row_get_type ())
G_DECLARE_FINAL_TYPE (RisalahUndatedRow, risalah_undated_row, RISALAH, UNDATED_ROW, GtkWidget)

GtkListItemFactory *risalah_undated_row_factory_new (RisalahNames *names);

G_END_DECLS
