/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's keys work in its own windows only, so that F1 is bound here once more. */

#include "risalah-sheet.h"

#include "risalah-help-topics.h"
#include "risalah-sheet-header.h"

struct _RisalahSheet
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (RisalahSheet, risalah_sheet, ADW_TYPE_WINDOW)

static gboolean
help_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GApplication *application = g_application_get_default ();
  const char *topic = risalah_help_topics_find (GTK_WINDOW (gtk_widget_get_root (widget)));

  if (application == NULL)
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-help",
                                  g_variant_new_string (topic != NULL ? topic : "index"));
  return TRUE;
}

static void
risalah_sheet_class_init (RisalahSheetClass *klass)
{
  risalah_sheet_class_prepare (GTK_WIDGET_CLASS (klass), "window.close");
}

static void
risalah_sheet_init (RisalahSheet *self)
{
}

/**
 * risalah_sheet_class_prepare:
 * @widget_class: the class of a window that is a sheet
 * @escape: the action that Escape activates, "window.close" as a rule
 *
 * Makes its windows dialogs to a screen reader; F1 helps in them.
 */
void
risalah_sheet_class_prepare (GtkWidgetClass *widget_class, const char *escape)
{
  g_return_if_fail (widget_class != NULL);
  g_return_if_fail (escape != NULL);

  g_type_ensure (RISALAH_TYPE_SHEET_HEADER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, help_cb, NULL);
}

/**
 * risalah_sheet_add_help:
 * @window: a window of the toolkit's that stands before another
 *
 * Makes F1 help in it.
 */
void
risalah_sheet_add_help (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_callback_action_new (help_cb, NULL, NULL)));
  gtk_widget_add_controller (window, controller);
}

/**
 * risalah_sheet_new:
 * @parent: (nullable): the window it stands before
 * @title: its title, translated
 * @width: the width it would like, in pixels
 * @height: the height it would like
 *
 * Returns: (transfer none): an empty sheet, not yet shown
 */
AdwWindow *
risalah_sheet_new (GtkWindow *parent, const char *title, int width, int height)
{
  return g_object_new (RISALAH_TYPE_SHEET,
                       "transient-for", parent,
                       "modal", TRUE,
                       "title", title,
                       "default-width", width,
                       "default-height", height,
                       NULL);
}
