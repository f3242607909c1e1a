/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit's window of shortcuts has two columns, which fit no narrow window and no large text.
 * This one has what is written for that, in risalah-shortcuts.ui, and goes over lines. */

#include "risalah-shortcuts-sheet.h"

#include <string.h>

#include "risalah-sheet.h"
#include "risalah-wrap-box.h"

/* Of a title, beside its keys. */
#define LEAST_CHARS 12

struct _RisalahShortcutsSheet
{
  AdwWindow parent_instance;

  GtkEditable *search;
  GtkBox *groups;
  GtkWidget *nothing;

  GPtrArray *lists; /* (element-type GtkListBox): one a group, in it rows with their "title" */
};

G_DEFINE_FINAL_TYPE (RisalahShortcutsSheet, risalah_shortcuts_sheet, ADW_TYPE_WINDOW)

/* As GtkShortcutLabel reads them: those of an action as they are now, else those written down. */
static char **
dup_keys (GObject *shortcut)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autofree char *action = NULL, *keys = NULL;
  char **accelerators = NULL;

  g_object_get (shortcut, "action-name", &action, "accelerator", &keys, NULL);
  if (action == NULL)
    return g_strsplit (keys, " ", -1);
  if (application != NULL)
    accelerators = gtk_application_get_accels_for_action (application, action);
  return accelerators != NULL ? accelerators : g_new0 (char *, 1);
}

/* "<Control>1...4" as it is read out: "Ctrl+1…4". */
static char *
dup_spoken (const char *title, char **keys)
{
  g_autoptr (GString) text = g_string_new (title);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *range = strstr (keys[i], "...");
      gsize length = range != NULL ? (gsize)(range - keys[i]) : strlen (keys[i]);
      g_autofree char *first = g_strndup (keys[i], length);
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (first, &key, &modifiers))
        continue;
      label = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (text, ", %s", label);
      if (range != NULL)
        g_string_append_printf (text, "…%s", range + 3);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
create_row (GObject *shortcut)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = g_object_new (RISALAH_TYPE_WRAP_BOX, "spacing", 12, NULL);
  g_auto (GStrv) keys = dup_keys (shortcut);
  g_autofree char *title = NULL, *spoken = NULL;
  GtkWidget *label;

  g_object_get (shortcut, "title", &title, NULL);
  label = gtk_label_new (title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_parent (label, box);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      GtkWidget *key = gtk_shortcut_label_new (keys[i]);

      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      gtk_widget_set_parent (key, box);
    }
  g_object_set (box, "yields", label, NULL);
  gtk_widget_add_css_class (box, "shortcut-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  spoken = dup_spoken (title, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "title", g_utf8_casefold (title, -1), g_free);
  return row;
}

static GtkListBox *
add_group (RisalahShortcutsSheet *self, GObject *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *title = NULL;
  GtkWidget *label;

  g_object_get (group, "title", &title, NULL);
  label = gtk_label_new (title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->groups, box);
  g_ptr_array_add (self->lists, list);
  return GTK_LIST_BOX (list);
}

/* Takes over what @widget, of the toolkit's window, lists; shortcuts go into @list. */
static void
take_over (RisalahShortcutsSheet *self, GtkWidget *widget, GtkListBox *list)
{
  if (GTK_IS_SHORTCUTS_GROUP (widget))
    list = add_group (self, G_OBJECT (widget));
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget) && list != NULL)
    gtk_list_box_append (list, create_row (G_OBJECT (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_over (self, child, list);
}

static gboolean
show_matching (GtkListBox *list, const char *wanted)
{
  GtkListBoxRow *row;
  gboolean is_found = FALSE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gboolean matches = strstr (g_object_get_data (G_OBJECT (row), "title"), wanted) != NULL;

      gtk_widget_set_visible (GTK_WIDGET (row), matches);
      is_found = is_found || matches;
    }
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (list)), is_found);
  return is_found;
}

static void
search_cb (RisalahShortcutsSheet *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gboolean is_found = FALSE;

  for (guint i = 0; i < self->lists->len; i++)
    if (show_matching (g_ptr_array_index (self->lists, i), g_strstrip (wanted)))
      is_found = TRUE;
  gtk_widget_set_visible (self->nothing, !is_found);
}

static void
risalah_shortcuts_sheet_dispose (GObject *object)
{
  RisalahShortcutsSheet *self = RISALAH_SHORTCUTS_SHEET (object);

  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (risalah_shortcuts_sheet_parent_class)->dispose (object);
}

static void
risalah_shortcuts_sheet_class_init (RisalahShortcutsSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_shortcuts_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/help/risalah-shortcuts-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahShortcutsSheet, search);
  gtk_widget_class_bind_template_child (widget_class, RisalahShortcutsSheet, groups);
  gtk_widget_class_bind_template_child (widget_class, RisalahShortcutsSheet, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_shortcuts_sheet_init (RisalahShortcutsSheet *self)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/risalah/Risalah/ui/help/risalah-shortcuts.ui");
  GtkWidget *written = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lists = g_ptr_array_new ();
  take_over (self, written, NULL);
  gtk_window_destroy (GTK_WINDOW (written));
}

/**
 * risalah_shortcuts_sheet_show:
 * @parent: the window whose keys they are
 *
 * Shows all shortcuts, which can be searched.
 */
void
risalah_shortcuts_sheet_show (GtkWindow *parent)
{
  RisalahShortcutsSheet *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  self = g_object_new (RISALAH_TYPE_SHORTCUTS_SHEET, "transient-for", parent, NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
