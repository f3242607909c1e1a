/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu at the editor's cursor, which goes when it was used. */

#include "risalah-editor-menu.h"

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* The chosen action comes after the popover has closed, and needs it in its place. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add (unparent_cb, g_object_ref (popover));
}

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
  GtkWidget *popover;
  RisalahPosition from, to;
  GdkRectangle where;
  double x, y;

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, parent);
  risalah_editor_get_selection (editor, &from, &to);
  risalah_editor_get_rectangle (editor, &from, &to, &where);
  gtk_widget_translate_coordinates (GTK_WIDGET (editor), parent, where.x, where.y, &x, &y);
  where.x = x;
  where.y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &where);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
