/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that lists the shortcuts tells the truth: every key that works is in it, every key in
 * it works, and no two of them get in each other's way. */

#include "risalah-shortcuts-sheet.h"
#include "ui-test-input.h"
#include "window-fixture.h"

/* Keys as "<Control>k", in one spelling. */
typedef GHashTable Keys;

/* Newer toolkits bind the other two Enters beside the first, and the keypad's digits. */
static void
add_key (Keys *keys, guint key, GdkModifierType modifiers)
{
  if (key == GDK_KEY_ISO_Enter || key == GDK_KEY_KP_Enter)
    key = GDK_KEY_Return;
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    key = key - GDK_KEY_KP_0 + GDK_KEY_0;
  g_hash_table_add (keys, gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers));
}

static void
add_accelerator (Keys *keys, const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  add_key (keys, key, modifiers);
}

static Keys *
keys_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
assert_within (Keys *keys, Keys *others, const char *problem)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (others, key))
      g_error ("%s: %s", (const char *)key, problem);
}

static void
add_trigger (Keys *keys, GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      GtkAlternativeTrigger *alternative = GTK_ALTERNATIVE_TRIGGER (trigger);

      add_trigger (keys, gtk_alternative_trigger_get_first (alternative));
      add_trigger (keys, gtk_alternative_trigger_get_second (alternative));
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    add_key (keys, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
             gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
}

/* What the class of @widget binds itself. */
static void
add_bound_keys (Keys *keys, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          add_trigger (keys, gtk_shortcut_get_trigger (shortcut));
        }
    }
}

/* "<Control>f <Control>h", or a range of digits: "<Alt>1...3". */
static void
add_listed_keys (Keys *keys, const char *accelerators)
{
  g_auto (GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *range = strstr (parts[i], "...");

      if (range == NULL)
        add_accelerator (keys, parts[i]);
      else
        for (char digit = range[-1]; digit <= range[3]; digit++)
          {
            g_autofree char *one
                = g_strdup_printf ("%.*s%c", (int)(range - parts[i] - 1), parts[i], digit);

            add_accelerator (keys, one);
          }
    }
}

/* Calls @func for each shortcut that the window lists. */
static void
for_each_listed (GtkWidget *widget, void (*func) (GObject *shortcut, gpointer data), gpointer data)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    func (G_OBJECT (widget), data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_listed (child, func, data);
}

typedef struct
{
  Keys *keys;         /* that are written out */
  GHashTable *actions; /* whose keys the window looks up */
} Listed;

static void
collect_cb (GObject *shortcut, gpointer data)
{
  Listed *listed = data;
  g_autofree char *accelerators = NULL;
  g_autofree char *action = NULL;
  g_autofree char *title = NULL;

  g_object_get (shortcut, "accelerator", &accelerators, "action-name", &action, "title", &title,
                NULL);
  g_assert_cmpuint (strlen (title), >, 2);
  if (action != NULL)
    g_hash_table_add (listed->actions, g_steal_pointer (&action));
  else
    add_listed_keys (listed->keys, accelerators);
}

static void
listed_init (Listed *listed)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/risalah/Risalah/ui/help/risalah-shortcuts.ui");
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));

  listed->keys = keys_new ();
  listed->actions = keys_new ();
  for_each_listed (overlay, collect_cb, listed);
  gtk_window_destroy (GTK_WINDOW (overlay));
}

static void
listed_clear (Listed *listed)
{
  g_hash_table_unref (listed->keys);
  g_hash_table_unref (listed->actions);
}

/* The application's: each action with a key is listed, each listed one has a key and is there. */
static void
test_application (WindowFixture *fixture, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_application ());
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GHashTable) known = keys_new ();
  Listed listed;

  listed_init (&listed);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      g_hash_table_add (known, g_strdup (actions[i]));
      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), name + 4));
      else if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), name + 4));
    }
  assert_within (known, listed.actions, "has a key, but is not listed");
  assert_within (listed.actions, known, "is listed, but has no key");
  listed_clear (&listed);
}

/* The brief's own keys: each is listed, and none is one of the application's; but for Ctrl+F and
 * Ctrl+K, which find and link in the brief and search elsewhere. */
static void
test_brief (WindowFixture *fixture, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_application ());
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GHashTable) bound = keys_new ();
  Listed listed;

  listed_init (&listed);
  add_bound_keys (bound, GTK_WIDGET (fixture->window->dock));
  g_assert_cmpuint (g_hash_table_size (bound), >, 10);
  assert_within (bound, listed.keys, "works in the brief, but is not listed");
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      if (g_str_equal (actions[i], "win.find") || g_str_equal (actions[i], "win.search"))
        continue;
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autoptr (GHashTable) taken = keys_new ();
          GHashTableIter iter;
          gpointer key;

          add_accelerator (taken, keys[k]);
          g_hash_table_iter_init (&iter, taken);
          while (g_hash_table_iter_next (&iter, &key, NULL))
            if (g_hash_table_contains (bound, key))
              g_error ("%s: %s takes it from the brief", (const char *)key, actions[i]);
        }
    }
  listed_clear (&listed);
}

static void
add_descendants_keys (Keys *keys, GtkWidget *widget)
{
  add_bound_keys (keys, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_descendants_keys (keys, child);
}

/* Every key that is written out works somewhere in the window. */
static void
test_listed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) bound = keys_new ();
  Listed listed;

  listed_init (&listed);
  add_descendants_keys (bound, GTK_WIDGET (fixture->window));
  assert_within (listed.keys, bound, "is listed, but does nothing");
  listed_clear (&listed);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_child_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      n += count_rows (child);
  return n;
}

static void
count_cb (GObject *shortcut, gpointer n)
{
  /* The toolkit keeps a second one for its search. */
  if (gtk_widget_get_ancestor (GTK_WIDGET (shortcut), GTK_TYPE_SHORTCUTS_GROUP) != NULL)
    (*(guint *)n)++;
}

static gboolean
is_before (GtkWidget *label, GtkWidget *other)
{
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (label, other, 0, 0, &x, &y));
  return y < 0;
}

/* The sheet shows all that is written, in that order and with the keys, and what is typed narrows
 * it. */
static void
test_sheet (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/risalah/Risalah/ui/help/risalah-shortcuts.ui");
  GtkWidget *written = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts")), *sheet;
  GtkWidget *row;
  guint n = 0;

  for_each_listed (written, count_cb, &n);
  gtk_window_destroy (GTK_WINDOW (written));
  g_assert_cmpuint (n, >, 50);
  ui_test_press (GTK_WIDGET (fixture->window), "ctrl+question");
  sheet = ui_test_wait_for_window (RISALAH_TYPE_SHORTCUTS_SHEET);
  ui_test_frames (sheet, 2);
  g_assert_cmpuint (count_rows (sheet), ==, n);
  g_assert_true (is_before (ui_test_find_label (sheet, "General"),
                            ui_test_find_label (sheet, "While Reading")));
  row = gtk_widget_get_ancestor (ui_test_find_label (sheet, "Search sources"),
                                 GTK_TYPE_LIST_BOX_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search sources, Ctrl+K");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (sheet, GTK_TYPE_SEARCH_ENTRY)), "SOURCES");
  g_assert_cmpuint (count_rows (sheet), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (sheet, GTK_TYPE_SEARCH_ENTRY)), "xyzzy");
  g_assert_cmpuint (count_rows (sheet), ==, 0);
  g_assert_true (gtk_widget_get_mapped (ui_test_find_label (sheet, "No shortcut has this name")));
  gtk_window_close (GTK_WINDOW (sheet));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/shortcuts/application", WindowFixture, NULL, window_fixture_set_up,
              test_application, window_fixture_tear_down);
  g_test_add ("/shortcuts/brief", WindowFixture, NULL, window_fixture_set_up, test_brief,
              window_fixture_tear_down);
  g_test_add ("/shortcuts/sheet", WindowFixture, NULL, window_fixture_set_up, test_sheet,
              window_fixture_tear_down);
  g_test_add ("/shortcuts/listed", WindowFixture, NULL, window_fixture_set_up, test_listed,
              window_fixture_tear_down);
  return g_test_run ();
}
