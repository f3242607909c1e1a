/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the scenes on a window of each size, and opens the menus that they hold. */

#include "scenes.h"

const SceneSize scene_sizes[N_SCENE_SIZES] = { { 1280, 640 }, { 900, 640 }, { 360, 720 } };

typedef struct
{
  SceneView view;
  SceneLook look;
  gpointer data;
  gboolean opens_blocks; /* the menus of tables and figures, which scroll into view by and by */
  GHashTable *buttons;   /* menu buttons that were opened, one of each kind */
} Walk;

/* Where @widget stands, and what it says. */
char *
scene_describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 5 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
      g_auto (GStrv) names = gtk_widget_get_css_classes (widget);
      g_autofree char *classes = g_strjoinv (".", names);

      g_string_append_printf (text, "%s%s%s%s%s%s", i > 0 ? " in " : "",
                              G_OBJECT_TYPE_NAME (widget), id != NULL ? "#" : "",
                              id != NULL ? id : "", *classes != '\0' ? "." : "", classes);
      if (i == 0 && GTK_IS_LABEL (widget))
        g_string_append_printf (text, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
    }
  return g_string_free (text, FALSE);
}

/* Whether the pointer reaches @widget, once what scrolls by the focus has scrolled. */
static gboolean
can_be_pressed (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget)), *found;
  double x, y;

  gtk_widget_grab_focus (widget);
  ui_test_frames (widget, 2);
  if (!gtk_widget_translate_coordinates (widget, root, gtk_widget_get_width (widget) / 2.0,
                                         gtk_widget_get_height (widget) / 2.0, &x, &y))
    return FALSE;
  found = gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  return found != NULL && (found == widget || gtk_widget_is_ancestor (found, widget));
}

static void
look (Walk *walk, GtkWidget *shown, GtkWidget *button)
{
  walk->view.shown = shown;
  walk->view.button = button;
  walk->look (&walk->view, walk->data);
}

static void look_at_menus (Walk *walk, GtkWidget *widget);

static void
close_popover (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_wait_until (!gtk_widget_get_mapped (popover));
}

/* While a text view measures, it puts what stands in it outside the window, and the toolkit would
 * look for the menu's screen there: the menu opens beside the text. */
static void
look_at_menu_in_text (Walk *walk, GtkWidget *button)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (
      gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));

  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, gtk_widget_get_ancestor (button, RISALAH_TYPE_BRIEF_DOCK));
  gtk_popover_popup (GTK_POPOVER (popover));
  ui_test_wait_until (gtk_widget_get_mapped (popover));
  ui_test_frames (popover, 2);
  look (walk, popover, button);
  close_popover (popover);
  gtk_widget_unparent (popover);
}

static void
look_at_menu (Walk *walk, GtkWidget *button)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  if (popover != NULL) /* a grab of the pointer would make the toolkit look for tooltips */
    gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  ui_test_wait_until (gtk_widget_get_mapped (popover));
  ui_test_frames (popover, 2);
  look (walk, popover, button);
  look_at_menus (walk, popover);
  close_popover (popover);
}

static void
look_at_menus (Walk *walk, GtkWidget *widget)
{
  gboolean is_in_text;

  if (!gtk_widget_get_mapped (widget))
    return;
  is_in_text = gtk_widget_get_ancestor (widget, RISALAH_TYPE_EDITOR) != NULL;
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget)
      && (!is_in_text || walk->opens_blocks)
      && g_hash_table_add (walk->buttons, scene_describe (widget)) && can_be_pressed (widget))
    {
      if (is_in_text)
        look_at_menu_in_text (walk, widget);
      else
        look_at_menu (walk, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) || gtk_widget_get_mapped (child))
      look_at_menus (walk, child);
}

static void
set_size (const SceneSize *size, GtkWidget *window)
{
  const int frame = 10; /* which the toolkit draws inside where nothing composes the windows */

  gtk_window_set_default_size (GTK_WINDOW (window), size->width + frame, size->height + frame);
  ui_test_frames (window, 3);
}

/* A sheet is as wide as it wants to be, in a narrow window as wide as that. */
void
scenes_walk (WindowFixture *fixture, const Scene *list, const SceneSize *size, SceneLook look_cb,
             gpointer data)
{
  Walk walk = { .view = { .size = size },
                .look = look_cb,
                .data = data,
                .buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  set_size (size, GTK_WIDGET (fixture->window));
  for (const Scene *scene = list; scene->name != NULL; scene++)
    {
      GtkWidget *shown = scene_open (scene, fixture);

      walk.view.scene = scene;
      walk.opens_blocks = scene->file != NULL && g_str_has_suffix (scene->file, "-block.c");
      if (scene->kind == SCENE_SHEET && gtk_widget_get_width (shown) > size->width)
        set_size (size, shown);
      look (&walk, shown, NULL);
      look_at_menus (&walk, shown);
      scene_close (scene, fixture, shown);
    }
  g_hash_table_unref (walk.buttons);
}
