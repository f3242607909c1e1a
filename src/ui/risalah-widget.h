/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What our widgets do alike: at their end, with the focus, and buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       risalah_widget_unparent_children (GtkWidget  *widget);
void       risalah_widget_wrap_buttons      (GtkWidget  *widget);
GtkWidget *risalah_widget_new_menu_button   (const char *name,
                                             GMenuModel *menu);
void       risalah_widget_focus_soon        (GtkWidget  *widget);
void       risalah_widget_keep_focus        (GtkWidget  *widget);

G_END_DECLS
