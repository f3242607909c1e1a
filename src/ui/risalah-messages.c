/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the action win.toast, so that no widget needs to know the window. */

#include "risalah-messages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-library-error.h"
#include "risalah-toast.h"

/* A toast goes soon; what is longer is a sheet that waits until it is read. */
#define LONGEST_TOAST 70

/* How long a toast stays that has something to press. */
#define SECONDS_WITH_BUTTONS 15

static void
unref_closure_data_cb (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

/**
 * risalah_messages_was_cancelled:
 * @error: (nullable): an error
 *
 * Returns: whether it only says that the work was stopped on purpose
 */
gboolean
risalah_messages_was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED);
}

/**
 * risalah_messages_show:
 * @widget: a widget in the window
 * @text: what to say, translated
 */
void
risalah_messages_show (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  /* A sheet has no toasts of its own; the window that it stands before has. */
  while (widget != NULL && !gtk_widget_activate_action (widget, "win.toast", "s", text))
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      widget = GTK_IS_WINDOW (root) ? GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root)))
                                    : NULL;
    }
}

static void
open_cb (AdwToast *toast, GFile *file)
{
  GtkWidget *title = adw_toast_get_custom_title (toast);

  risalah_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (title)), file);
}

static void
show_in_folder_cb (GtkWidget *button, GFile *file)
{
  risalah_dialogs_show_in_folder (GTK_WINDOW (gtk_widget_get_root (button)), file);
}

static GtkWidget *
create_folder_button (GFile *file)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show in Folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show in Folder"), -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_in_folder_cb), g_object_ref (file),
                         unref_closure_data_cb, 0);
  return button;
}

/**
 * risalah_messages_show_file:
 * @widget: a widget in the window
 * @text: what to say of it, translated
 * @file: a file that was written
 *
 * Says it with buttons that open the file and its folder.
 */
void
risalah_messages_show_file (GtkWidget *widget, const char *text, GFile *file)
{
  g_autofree char *title = NULL;
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL && G_IS_FILE (file));

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL)
    return;
  title = g_markup_escape_text (text, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, SECONDS_WITH_BUTTONS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_cb), g_object_ref (file),
                         unref_closure_data_cb, 0);
  risalah_toast_show (ADW_TOAST_OVERLAY (overlay), toast, create_folder_button (file));
}

/**
 * risalah_messages_show_error:
 * @widget: a widget in the window
 * @error: (nullable): an error; none and a cancelled one say nothing
 */
void
risalah_messages_show_error (GtkWidget *widget, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (error == NULL || risalah_messages_was_cancelled (error))
    return;
  if (g_utf8_strlen (error->message, -1) <= LONGEST_TOAST || !GTK_IS_WINDOW (root))
    risalah_messages_show (widget, error->message);
  else
    risalah_dialogs_tell (GTK_WINDOW (root), _ ("That Did Not Work"), error->message);
}
