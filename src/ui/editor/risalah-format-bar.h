/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of buttons above the text: paragraph style, bold, lists, what can be inserted. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_FORMAT_BAR (risalah_format_bar_get_type ())
G_DECLARE_FINAL_TYPE (RisalahFormatBar, risalah_format_bar, RISALAH, FORMAT_BAR, GtkWidget)

void risalah_format_bar_set_style (RisalahFormatBar *self,
                                   const char       *style);

G_END_DECLS
