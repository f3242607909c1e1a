/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several of our widgets do alike. gtk_widget_dispose_template() lets go of the children that
 * a class names; those that only stand in the template must be unparented too. */

#include "risalah-widget.h"

/**
 * risalah_widget_bind_keys:
 * @widget_class: a class that has the actions, or whose widgets stand in one that has
 * @keys: (array length=n_keys): its keys
 * @n_keys: how many
 *
 * Gives all widgets of the class their keys.
 */
void
risalah_widget_bind_keys (GtkWidgetClass *widget_class,
                          const RisalahKeyBinding *keys,
                          guint n_keys)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class) && keys != NULL);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;
      GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (keys[i].trigger);

      g_return_if_fail (trigger != NULL);
      if (!g_action_parse_detailed_name (keys[i].action, &name, &target, NULL))
        g_return_if_reached ();
      shortcut = gtk_shortcut_new (trigger, gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_widget_class_add_shortcut (widget_class, shortcut);
    }
}

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

/**
 * risalah_widget_new_menu_button:
 * @name: what it is called, translated
 * @menu: what it opens
 *
 * Returns: (transfer floating): a quiet button with three dots
 */
GtkWidget *
risalah_widget_new_menu_button (const char *name, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/**
 * risalah_widget_new_chip:
 * @name: what it stands for
 * @spoken: what it does, translated: "Remove the tag Pakistan"
 *
 * Returns: (transfer floating): a small button with a cross, which takes away what it stands for
 */
GtkWidget *
risalah_widget_new_chip (const char *name, const char *spoken)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static gboolean
grab_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/**
 * risalah_widget_focus_soon:
 * @widget: a widget
 *
 * Gives it the focus in the next frame: rows that have just come cannot take it before.
 */
void
risalah_widget_focus_soon (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, grab_focus_cb, NULL, NULL);
}

/**
 * risalah_widget_keep_focus:
 * @widget: a list that has just changed
 *
 * Keeps the focus in it, or takes it where nothing has it any more, as when the focused row is
 * gone.
 */
void
risalah_widget_keep_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL && gtk_widget_get_mapped (widget)
      && (gtk_root_get_focus (root) == NULL || gtk_widget_get_focus_child (widget) != NULL))
    risalah_widget_focus_soon (widget);
}

/**
 * risalah_widget_set_grab_focus:
 * @widget_class: a class whose widgets hold others and do not take the focus themselves
 * @grab_focus: gives the focus to one of those
 *
 * Where gtk_widget_grab_focus() on such a widget goes. Tab goes through what it holds, as in a box of
 * the toolkit: a plain widget would grab the focus again for Shift+Tab, which then never leaves it,
 * and Tab would not come to what stands before.
 */
void
risalah_widget_set_grab_focus (GtkWidgetClass *widget_class, gboolean (*grab_focus) (GtkWidget *))
{
  GtkWidgetClass *box_class = g_type_class_ref (GTK_TYPE_BOX);

  widget_class->grab_focus = grab_focus;
  widget_class->focus = box_class->focus;
  g_type_class_unref (box_class);
}

static void
sides_changed_cb (GtkPaned *paned)
{
  GtkWidget *start = gtk_paned_get_start_child (paned), *end = gtk_paned_get_end_child (paned);
  gboolean is_split = gtk_widget_get_visible (start) && gtk_widget_get_visible (end);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    is_split ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

/**
 * risalah_widget_rest_handle:
 * @paned: a pane with both its sides, of which one may be hidden
 *
 * Lets the handle between them rest while one is hidden: the toolkit's takes presses where it stood
 * last, from whatever is there now.
 */
void
risalah_widget_rest_handle (GtkPaned *paned)
{
  g_return_if_fail (GTK_IS_PANED (paned));

  g_signal_connect_object (gtk_paned_get_start_child (paned), "notify::visible",
                           G_CALLBACK (sides_changed_cb), paned, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_paned_get_end_child (paned), "notify::visible",
                           G_CALLBACK (sides_changed_cb), paned, G_CONNECT_SWAPPED);
  sides_changed_cb (paned);
}

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
 * risalah_widget_popup_menu:
 * @parent: a widget that has the menu's actions
 * @menu: what is offered
 * @where: what the menu points to, in coordinates of @parent
 *
 * Opens a menu that goes when it was used.
 */
void
risalah_widget_popup_menu (GtkWidget *parent, GMenuModel *menu, const GdkRectangle *where)
{
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (parent) && G_IS_MENU_MODEL (menu) && where != NULL);

  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), where);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
