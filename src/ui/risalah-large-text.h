/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that keep their room where text is large or a window narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double risalah_large_text_get_scale        (GtkWidget *widget);
int    risalah_large_text_get_dialog_width (GtkWidget *parent,
                                            int        usual);
void   risalah_large_text_wrap_buttons     (GtkWidget *widget);
void   risalah_large_text_wrap_labels      (GtkWidget *widget);
void   risalah_large_text_wrap_menus       (void);
void   risalah_large_text_lower_choices    (GtkWidget *widget);
void   risalah_large_text_explain_rows     (GtkWidget *widget);

G_END_DECLS
