/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing without a pointer: each act of the brief has its key or stands in a menu, the keys work
 * when they are really pressed, and nothing that can be operated is without a name. */

#include "risalah-brief-keys.h"
#include "window-fixture.h"

typedef struct
{
  char *action; /* that was activated last, with its target */
} Record;

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, data);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "place",
                                      g_variant_new_string ("briefs"));
  risalah_brief_dock_begin (fixture->window->dock, "T1", "Naskah", "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
  risalah_window_set_dock_visible (fixture->window, TRUE);
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
}

/* Collects the actions of a menu and all that opens from it. */
static void
collect_menu (GMenuModel *menu, GHashTable *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_hash_table_add (actions, g_steal_pointer (&action));
      for (guint l = 0; l < G_N_ELEMENTS (links); l++)
        {
          g_autoptr (GMenuModel) linked = g_menu_model_get_item_link (menu, i, links[l]);

          if (linked != NULL)
            collect_menu (linked, actions);
        }
    }
}

static void
collect_widgets (GtkWidget *widget, GHashTable *actions)
{
  if (GTK_IS_MENU_BUTTON (widget)
      && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
    collect_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)), actions);
  if (GTK_IS_ACTIONABLE (widget)
      && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
    g_hash_table_add (actions,
                      g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_widgets (child, actions);
}

/* Each act has a key, or stands in a menu or on a button, which the keyboard reaches. */
static void
test_reachable (WindowFixture *fixture, gconstpointer data)
{
  /* What other acts call, and never the analyst. */
  static const char *const inner[] = { "brief.leave",           "brief.edit-title",
                                       "brief.likelihood",      "brief.move-quotation",
                                       "brief.term",            NULL };
  GActionGroup *group = risalah_brief_dock_get_actions (fixture->window->dock);
  g_auto (GStrv) actions = g_action_group_list_actions (group);
  g_autoptr (GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_keys;
  const RisalahBriefKey *keys = risalah_brief_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      g_assert_true (g_action_group_has_action (group, keys[i].action + strlen ("brief.")));
      g_hash_table_add (reached, g_strdup (keys[i].action));
    }
  collect_widgets (GTK_WIDGET (fixture->window), reached);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("brief.", actions[i], NULL);

      if (!g_hash_table_contains (reached, name) && !g_strv_contains (inner, name))
        g_error ("%s has no key and stands in no menu", name);
    }
}

static void
record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Record *record = data;

  g_free (record->action);
  record->action = g_strdup_printf ("brief.%s %s", g_action_get_name (G_ACTION (action)),
                                    parameter != NULL ? g_variant_get_string (parameter, NULL)
                                                      : "");
}

/* "<Control><Shift>k" as xdotool reads it. The key goes by its number: by its name xdotool adds
 * the Alt that xkb-data 2.48 mentions beside F2. */
static char *
dup_pressed (const char *key)
{
  g_autoptr (GString) pressed = g_string_new (NULL);
  g_autofree GdkKeymapKey *places = NULL;
  GdkModifierType modifiers;
  guint keyval;
  int n_places;

  g_assert_true (gtk_accelerator_parse (key, &keyval, &modifiers));
  g_assert_true (gdk_display_map_keyval (gdk_display_get_default (), keyval, &places, &n_places));
  if (modifiers & GDK_CONTROL_MASK)
    g_string_append (pressed, "ctrl+");
  if (modifiers & GDK_SHIFT_MASK)
    g_string_append (pressed, "shift+");
  if (modifiers & GDK_ALT_MASK)
    g_string_append (pressed, "alt+");
  g_string_append_printf (pressed, "%u", places[0].keycode);
  return g_string_free (g_steal_pointer (&pressed), FALSE);
}

static gboolean
press (const char *key)
{
  g_autofree char *pressed = dup_pressed (key);
  const char *argv[] = { "xdotool", "key", "--clearmodifiers", pressed, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  return g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                       &status, &error)
         && g_spawn_check_wait_status (status, NULL);
}

/* With the cursor in the text, each key really does what the table says, whatever the window's own
 * keys mean elsewhere. */
static void
test_pressed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) recorder = g_simple_action_group_new ();
  GActionGroup *group = risalah_brief_dock_get_actions (fixture->window->dock);
  g_auto (GStrv) actions = g_action_group_list_actions (group);
  RisalahEditor *editor = risalah_brief_dock_get_editor (fixture->window->dock);
  g_autofree char *program = g_find_program_in_path ("xdotool");
  Record record = { NULL };
  guint n_keys;
  const RisalahBriefKey *keys = risalah_brief_keys_get (&n_keys);

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return;
    }
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (
          actions[i], g_action_group_get_action_parameter_type (group, actions[i]));

      g_signal_connect (action, "activate", G_CALLBACK (record_cb), &record);
      g_action_map_add_action (G_ACTION_MAP (recorder), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window->dock), "brief",
                                  G_ACTION_GROUP (recorder));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *expected = g_strdup_printf (
          "%s %s", keys[i].action, keys[i].target != NULL ? keys[i].target : "");

      g_clear_pointer (&record.action, g_free);
      g_test_message ("pressing %s", keys[i].key);
      g_assert_true (press (keys[i].key));
      ui_test_wait_until (record.action != NULL);
      if (!g_str_equal (record.action, expected))
        g_error ("%s did “%s”, not “%s”", keys[i].key, record.action, expected);
    }
  g_free (record.action);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window->dock), "brief", group);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_SPIN_BUTTON (widget);
}

static gboolean
has_text (GtkWidget *widget)
{
  gboolean has = GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !has;
       child = gtk_widget_get_next_sibling (child))
    has = has_text (child);
  return has;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return (tooltip != NULL && *tooltip != '\0')
         || gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || has_text (widget);
}

/* What stands in a control that has a name is part of it. */
static void
assert_named (GtkWidget *widget, guint *n_controls)
{
  if (is_control (widget))
    {
      (*n_controls)++;
      if (!has_name (widget))
        g_error ("a %s has no name", G_OBJECT_TYPE_NAME (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child, n_controls);
}

static void
test_names (WindowFixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "shelf", "outline", "check", "text" };
  guint n_controls = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.show", "s", parts[i]);
      ui_test_frames (GTK_WIDGET (fixture->window), 2);
      assert_named (GTK_WIDGET (fixture->window->dock), &n_controls);
    }
  assert_named (GTK_WIDGET (fixture->window->briefs), &n_controls);
  g_assert_cmpuint (n_controls, >, 50);
}

static GtkWidget *
get_dialog (WindowFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (fixture->window)
          && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* The dialogs of the editor, each with a name of its own, its fields with theirs. */
static void
test_dialogs (WindowFixture *fixture, gconstpointer data)
{
  static const char *const acts[] = { "brief.link", "brief.insert-table", "brief.insert-timeline",
                                      "brief.insert-note" };
  GtkWidget *editor = GTK_WIDGET (risalah_brief_dock_get_editor (fixture->window->dock));

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      guint n_controls = 0;
      GtkWidget *dialog;

      g_assert_true (gtk_widget_activate_action (editor, acts[i], NULL));
      ui_test_wait_until (get_dialog (fixture) != NULL);
      dialog = get_dialog (fixture);
      assert_named (dialog, &n_controls);
      g_assert_cmpuint (n_controls, >=, 2);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/brief-keys/" path, WindowFixture, NULL, set_up, function, window_fixture_tear_down)
  ADD ("reachable", test_reachable);
  ADD ("pressed", test_pressed);
  ADD ("names", test_names);
  ADD ("dialogs", test_dialogs);
#undef ADD
  return g_test_run ();
}
