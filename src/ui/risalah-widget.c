/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gtk_widget_dispose_template() lets go of the children that a class names; those that only stand in
 * the template must be unparented too. */

#include "risalah-widget.h"

/**
 * risalah_widget_unparent_children:
 * @widget: a widget that is being disposed
 *
 * Lets go of every child that still stands in @widget.
 */
void
risalah_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
