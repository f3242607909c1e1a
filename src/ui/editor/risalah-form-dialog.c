/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message dialog with rows. It keeps the place that it is about and hands it back with what was
 * filled in; Enter in a row is the same as its button. */

#include "risalah-form-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "risalah-large-text.h"

/* Of the parent's height, what the rows take before they scroll; the larger the text, the more of it
 * the heading and the buttons need. */
#define ROWS_SHARE 0.4
#define SHARE_LOST 0.1 /* with text twice as large */

struct _RisalahFormDialog
{
  AdwMessageDialog *dialog; /* borrowed: owns the form */
  GtkListBox *rows;
  GtkScrolledWindow *scroller;
  GHashTable *fields; /* name → GtkWidget, borrowed */
  RisalahEditor *editor;
  RisalahPosition from;
  RisalahPosition to;
  RisalahFormFunc func;
};

static void
form_free (gpointer data)
{
  RisalahFormDialog *self = data;

  g_hash_table_unref (self->fields);
  g_object_unref (self->editor);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, RisalahFormDialog *self)
{
  if (g_str_equal (response, "keep"))
    self->func (self, self->editor, &self->from, &self->to);
  risalah_editor_focus (self->editor);
}

static void
entry_activated_cb (GtkWidget *row, RisalahFormDialog *self)
{
  adw_message_dialog_response (self->dialog, "keep");
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
add_row (RisalahFormDialog *self,
         const char *name,
         const char *title,
         GtkWidget *row,
         GtkWidget *field)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (field != row)
    {
      gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), field);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->rows, row);
  g_hash_table_insert (self->fields, g_strdup (name), field);
}

/**
 * risalah_form_dialog_new:
 * @editor: the editor that it belongs to
 * @heading: what it is about, translated
 * @body: (nullable): more about it, translated
 * @verb: what its button does, translated, with a mnemonic
 * @func: called when the button is pressed
 *
 * Returns: (transfer none): a form about the selection of the editor; it goes when it is closed
 */
RisalahFormDialog *
risalah_form_dialog_new (RisalahEditor *editor,
                         const char *heading,
                         const char *body,
                         const char *verb,
                         RisalahFormFunc func)
{
  RisalahFormDialog *self;
  GtkRoot *root;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor) && func != NULL, NULL);

  root = gtk_widget_get_root (GTK_WIDGET (editor));
  self = g_new0 (RisalahFormDialog, 1);
  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), heading, body));
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->editor = g_object_ref (editor);
  self->func = func;
  risalah_editor_get_selection (editor, &self->from, &self->to);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_set_size_request (GTK_WIDGET (self->rows),
                               risalah_large_text_get_dialog_width (GTK_WIDGET (root), 300), -1);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->rows));
  adw_message_dialog_set_extra_child (self->dialog, GTK_WIDGET (self->scroller));
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "keep", verb, NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "keep");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect (self->dialog, "response", G_CALLBACK (response_cb), self);
  g_object_set_data_full (G_OBJECT (self->dialog), "form", self, form_free);
  return self;
}

/**
 * risalah_form_dialog_set_range:
 * @self: a form
 * @from: where what it is about begins
 * @to: where it ends
 */
void
risalah_form_dialog_set_range (RisalahFormDialog *self,
                               const RisalahPosition *from,
                               const RisalahPosition *to)
{
  g_return_if_fail (self != NULL && from != NULL && to != NULL);

  self->from = *from;
  self->to = *to;
}

/**
 * risalah_form_dialog_add_text:
 * @self: a form
 * @name: what the field is called
 * @title: what it says, translated
 * @value: (nullable): what it holds at first
 */
void
risalah_form_dialog_add_text (RisalahFormDialog *self,
                              const char *name,
                              const char *title,
                              const char *value)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_if_fail (self != NULL && name != NULL && title != NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  g_signal_connect (row, "entry-activated", G_CALLBACK (entry_activated_cb), self);
  add_row (self, name, title, row, row);
  risalah_large_text_explain_rows (row);
}

/**
 * risalah_form_dialog_add_number:
 * @self: a form
 * @name: what the field is called
 * @title: what it says, translated
 * @value: what it holds at first
 * @least: the smallest number
 * @most: the largest
 */
void
risalah_form_dialog_add_number (RisalahFormDialog *self,
                                const char *name,
                                const char *title,
                                guint value,
                                guint least,
                                guint most)
{
  GtkWidget *button = gtk_spin_button_new_with_range (least, most, 1);

  g_return_if_fail (self != NULL && name != NULL && title != NULL);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button), value);
  add_row (self, name, title, adw_action_row_new (), button);
}

/**
 * risalah_form_dialog_add_switch:
 * @self: a form
 * @name: what the field is called
 * @title: what it says, translated
 * @value: whether it is on at first
 */
void
risalah_form_dialog_add_switch (RisalahFormDialog *self,
                                const char *name,
                                const char *title,
                                gboolean value)
{
  GtkWidget *button = gtk_switch_new ();

  g_return_if_fail (self != NULL && name != NULL && title != NULL);

  gtk_switch_set_active (GTK_SWITCH (button), value);
  add_row (self, name, title, adw_action_row_new (), button);
}

/**
 * risalah_form_dialog_add_choice:
 * @self: a form
 * @name: what the field is called
 * @title: what it says, translated
 * @choices: (array zero-terminated=1): what can be chosen, translated
 * @value: which one at first
 */
void
risalah_form_dialog_add_choice (RisalahFormDialog *self,
                                const char *name,
                                const char *title,
                                const char *const *choices,
                                guint value)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (choices);
  GtkWidget *row = adw_combo_row_new ();

  g_return_if_fail (self != NULL && name != NULL && title != NULL);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), value);
  add_row (self, name, title, row, row);
}

/**
 * risalah_form_dialog_get_text:
 * @self: a form
 * @name: a text field
 *
 * Returns: (transfer none): what it holds
 */
const char *
risalah_form_dialog_get_text (RisalahFormDialog *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, "");

  return gtk_editable_get_text (GTK_EDITABLE (g_hash_table_lookup (self->fields, name)));
}

/**
 * risalah_form_dialog_get_number:
 * @self: a form
 * @name: a field that holds a number, a switch, or a choice
 *
 * Returns: the number; whether the switch is on; which was chosen
 */
guint
risalah_form_dialog_get_number (RisalahFormDialog *self, const char *name)
{
  GtkWidget *field;

  g_return_val_if_fail (self != NULL && name != NULL, 0);

  field = g_hash_table_lookup (self->fields, name);
  if (GTK_IS_SWITCH (field))
    return gtk_switch_get_active (GTK_SWITCH (field));
  if (ADW_IS_COMBO_ROW (field))
    return adw_combo_row_get_selected (ADW_COMBO_ROW (field));
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (field));
}

/**
 * risalah_form_dialog_present:
 * @self: a form with its fields
 */
void
risalah_form_dialog_present (RisalahFormDialog *self)
{
  GtkWidget *parent;
  int width, height;
  double share;

  g_return_if_fail (self != NULL);

  parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self->dialog)));
  share = ROWS_SHARE - SHARE_LOST * CLAMP (risalah_large_text_get_scale (parent) - 1, 0, 1);
  /* The dialog takes its rows to be as high as in a wide window. */
  risalah_large_text_lower_choices (GTK_WIDGET (self->rows));
  gtk_widget_get_size_request (GTK_WIDGET (self->rows), &width, NULL);
  gtk_widget_measure (GTK_WIDGET (self->rows), GTK_ORIENTATION_VERTICAL, width, NULL, &height,
                      NULL, NULL);
  gtk_scrolled_window_set_min_content_height (
      self->scroller, MIN (height, gtk_widget_get_height (parent) * share));
  gtk_window_present (GTK_WINDOW (self->dialog));
}
