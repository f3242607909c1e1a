/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What our widgets do alike: keys, menus, at their end, and with the focus. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RisalahKeyBinding:
 * @trigger: the keys, as gtk_shortcut_trigger_parse_string() reads them
 * @action: the action that they activate, as g_action_parse_detailed_name() reads it
 *
 * One line in a widget class's table of keys.
 */
typedef struct
{
  const char *trigger;
  const char *action;
} RisalahKeyBinding;

void       risalah_widget_bind_keys         (GtkWidgetClass          *widget_class,
                                             const RisalahKeyBinding *keys,
                                             guint                    n_keys);
void       risalah_widget_unparent_children (GtkWidget               *widget);
GtkWidget *risalah_widget_new_menu_button   (const char              *name,
                                             GMenuModel              *menu);
GtkWidget *risalah_widget_new_chip          (const char              *name,
                                             const char              *spoken);
void       risalah_widget_popup_menu        (GtkWidget               *parent,
                                             GMenuModel              *menu,
                                             const GdkRectangle      *where);
void       risalah_widget_set_grab_focus    (GtkWidgetClass          *widget_class,
                                             gboolean               (*grab_focus) (GtkWidget *));
void       risalah_widget_rest_handle       (GtkPaned                *paned);
void       risalah_widget_focus_soon        (GtkWidget               *widget);
void       risalah_widget_keep_focus        (GtkWidget               *widget);

G_END_DECLS
