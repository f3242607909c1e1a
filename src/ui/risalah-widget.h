/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each of our widgets with children of its own does at its end, and buttons alike. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       risalah_widget_unparent_children (GtkWidget  *widget);
GtkWidget *risalah_widget_new_menu_button   (const char *name,
                                             GMenuModel *menu);

G_END_DECLS
