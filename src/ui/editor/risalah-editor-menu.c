/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu at the editor's cursor. */

#include "risalah-editor-menu.h"

#include "risalah-widget.h"

/**
 * risalah_editor_menu_popup:
 * @editor: an editor
 * @parent: a widget around it that has the menu's actions
 * @menu: what is offered
 *
 * Opens the menu at the cursor.
 */
void
risalah_editor_menu_popup (RisalahEditor *editor, GtkWidget *parent, GMenuModel *menu)
{
  RisalahPosition from, to;
  GdkRectangle where;
  double x, y;

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  risalah_editor_get_selection (editor, &from, &to);
  risalah_editor_get_rectangle (editor, &from, &to, &where);
  gtk_widget_translate_coordinates (GTK_WIDGET (editor), parent, where.x, where.y, &x, &y);
  where.x = x;
  where.y = y;
  risalah_widget_popup_menu (parent, menu, &where);
}
