/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several of our widgets do alike. gtk_widget_dispose_template() lets go of the children that
 * a class names; those that only stand in the template must be unparented too. */

#include "risalah-widget.h"

#include <adwaita.h>

#define USUAL_DPI (96 * PANGO_SCALE)
#define LARGE_TEXT 1.5
#define DIALOG_MARGIN 48

/* Within a popover: pixels that are no label's, and how wide a label may wish to be. */
#define AROUND_LABEL 110
#define LEAST_CHARS 12
#define MOST_CHARS 60

/**
 * risalah_widget_get_text_scale:
 * @widget: a widget
 *
 * Returns: how much larger the analyst has text than usual: 1, or 2 for 200 %
 */
double
risalah_widget_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double) dpi / USUAL_DPI : 1;
}

/**
 * risalah_widget_get_dialog_width:
 * @parent: the window that a dialog stands before
 * @usual: the width of its rows with text of the usual size, in pixels
 *
 * Returns: the width that they need with the analyst's text, as far as @parent has it
 */
int
risalah_widget_get_dialog_width (GtkWidget *parent, int usual)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), usual);

  return CLAMP (gtk_widget_get_width (parent) - 2 * DIALOG_MARGIN, usual,
                MAX (usual * risalah_widget_get_text_scale (parent), usual));
}

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

/* What was chosen, on the button that opens the choices. */
static gboolean
is_choice (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, GTK_TYPE_DROP_DOWN) != NULL
         && gtk_widget_get_ancestor (label, GTK_TYPE_LIST_VIEW) == NULL;
}

/* A popover is asked for its height before it is made as narrow as the screen. */
static void
fit_label (GtkLabel *label)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_POPOVER);
  PangoFontMetrics *metrics;
  int character, room;

  if (popover == NULL || gtk_widget_get_root (popover) == NULL)
    return;
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (label)), NULL,
                                       NULL);
  character = MAX (pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE, 1);
  room = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (popover))) - AROUND_LABEL;
  gtk_label_set_max_width_chars (label, CLAMP (room / character, LEAST_CHARS, MOST_CHARS));
  pango_font_metrics_unref (metrics);
}

static void
wrap_label (GtkLabel *label, PangoWrapMode mode)
{
  fit_label (label);
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE || gtk_label_get_wrap (label))
    return;
  if (is_choice (GTK_WIDGET (label)))
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  else
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, mode);
      /* Only where it must: a menu is as wide as its words where there is room. */
      gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
      if (g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (GTK_WIDGET (label))),
                       "GtkModelButton"))
        gtk_label_set_xalign (label, 0); /* of several lines, all begin there */
    }
}

/**
 * risalah_widget_wrap_labels:
 * @widget: a widget
 *
 * Lets every label under @widget that would stand on one line go over several where the room is
 * narrow or the text large. What was chosen from a list is cut off instead: the list says it all.
 */
void
risalah_widget_wrap_labels (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    wrap_label (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    risalah_widget_wrap_labels (child);
}

/* The words of buttons and choices, and no word is broken: a label that may be a letter wide would
 * make a popover as tall as that takes. */
static void
wrap_controls (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget)
      && (gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL
          || gtk_widget_get_ancestor (widget, GTK_TYPE_CHECK_BUTTON) != NULL))
    wrap_label (GTK_LABEL (widget), PANGO_WRAP_WORD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_controls (child);
}

/* Menus, the list of a choice, and questions are laid out by the toolkit. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  return GTK_IS_POPOVER_MENU (widget) || ADW_IS_MESSAGE_DIALOG (widget)
         || (GTK_IS_POPOVER (widget)
             && (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
                 || gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL));
}

static void
lower_choices (GtkWidget *widget)
{
  if (ADW_IS_COMBO_ROW (widget))
    {
      const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));

      if (subtitle == NULL || *subtitle == '\0')
        adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (widget), TRUE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lower_choices (child);
}

/**
 * risalah_widget_lower_choices:
 * @widget: a widget
 *
 * With large text, lets what was chosen in each row of choices under @widget stand below what it is
 * about: beside it there is no room. Windows that are shown do so by themselves.
 */
void
risalah_widget_lower_choices (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (risalah_widget_get_text_scale (widget) >= LARGE_TEXT)
    lower_choices (widget);
}

static gboolean
shown_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (is_of_toolkit (widget))
    risalah_widget_wrap_labels (widget);
  else if (GTK_IS_POPOVER (widget))
    wrap_controls (widget);
  if (GTK_IS_WINDOW (widget))
    risalah_widget_lower_choices (widget);
  return G_SOURCE_CONTINUE;
}

/**
 * risalah_widget_wrap_menus:
 *
 * Lets the words of every menu, list of a choice and question that will be shown, and of the
 * controls in other popovers, go over several lines: the toolkit's own never do. With large text,
 * rows of choices do too.
 */
void
risalah_widget_wrap_menus (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
      g_signal_add_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), 0, shown_cb, NULL,
                                  NULL);
      g_once_init_leave (&is_done, 1);
    }
}

/**
 * risalah_widget_explain_rows:
 * @widget: a widget
 *
 * Says the whole title of every entry row under @widget in its tooltip: the row itself cuts it off.
 */
void
risalah_widget_explain_rows (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_tooltip_text (widget) == NULL)
    gtk_widget_set_tooltip_text (widget,
                                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    risalah_widget_explain_rows (child);
}

/**
 * risalah_widget_wrap_buttons:
 * @widget: a widget
 *
 * Lets the words of every button under @widget go over several lines where the room is narrow or
 * the text large; tabs stay on one line, which scrolls.
 */
void
risalah_widget_wrap_buttons (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_STACK_SWITCHER (child))
        continue;
      if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (child))
        {
          gtk_label_set_wrap (GTK_LABEL (child), TRUE);
          gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
        }
      risalah_widget_wrap_buttons (child);
    }
}
