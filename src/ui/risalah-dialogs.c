/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only file that uses what GTK 4.10 and libadwaita 1.6 deprecate, so that moving the floor is
 * one small change. */

#include "risalah-dialogs.h"

#include <glib/gi18n.h>

#include "risalah-config.h"
#include "risalah-preferences.h"
#include "risalah-sheet.h"

typedef struct
{
  RisalahFilesFunc files;
  RisalahConfirmFunc confirm;
  GObject *owner;
} Waiting;

static Waiting *
waiting_new (gpointer owner)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->owner = g_object_ref (owner);
  return waiting;
}

static void
waiting_free (gpointer data, GClosure *closure)
{
  Waiting *waiting = data;

  g_object_unref (waiting->owner);
  g_free (waiting);
}

static void
chooser_response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  Waiting *waiting = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      if (g_list_model_get_n_items (files) > 0)
        waiting->files (waiting->owner, files);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
add_library_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Risalah Libraries"));
  gtk_file_filter_add_suffix (filter, "risalah");
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * risalah_dialogs_choose:
 * @parent: the window it stands before
 * @choice: what to ask for
 * @title: its title, translated
 * @name: (nullable): the proposed name of a file to save
 * @func: called with the files, unless the analyst cancels
 * @owner: (type GObject): handed to @func and kept until then
 *
 * Asks for files, a folder or a place to save.
 */
void
risalah_dialogs_choose (GtkWindow *parent,
                        RisalahChoice choice,
                        const char *title,
                        const char *name,
                        RisalahFilesFunc func,
                        gpointer owner)
{
  static const GtkFileChooserAction native_actions[] = {
    [RISALAH_CHOICE_FILES] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [RISALAH_CHOICE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    [RISALAH_CHOICE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [RISALAH_CHOICE_LIBRARY] = GTK_FILE_CHOOSER_ACTION_OPEN,
  };
  static const char *const verbs[] = {
    [RISALAH_CHOICE_FILES] = N_ ("_Add"),
    [RISALAH_CHOICE_FOLDER] = N_ ("_Select"),
    [RISALAH_CHOICE_SAVE] = N_ ("_Save"),
    [RISALAH_CHOICE_LIBRARY] = N_ ("_Open"),
  };
  GtkFileChooserNative *chooser;
  Waiting *waiting;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (func != NULL && G_IS_OBJECT (owner));

  chooser = gtk_file_chooser_native_new (title, parent, native_actions[choice],
                                         gettext (verbs[choice]), _ ("_Cancel"));
  waiting = waiting_new (owner);
  waiting->files = func;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser),
                                        choice == RISALAH_CHOICE_FILES);
  if (choice == RISALAH_CHOICE_LIBRARY)
    add_library_filter (GTK_FILE_CHOOSER (chooser));
  if (choice == RISALAH_CHOICE_SAVE && name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chooser_response_cb), waiting,
                         waiting_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
confirm_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Waiting *waiting = user_data;

  if (g_str_equal (response, "confirm"))
    waiting->confirm (waiting->owner);
}

/**
 * risalah_dialogs_confirm:
 * @parent: the window it stands before
 * @heading: the question, translated
 * @body: what will happen, translated
 * @verb: what the button does, translated, with a mnemonic
 * @destructive: whether something is lost by it
 * @func: called when the analyst agrees
 * @owner: (type GObject): handed to @func and kept until then
 */
void
risalah_dialogs_confirm (GtkWindow *parent,
                         const char *heading,
                         const char *body,
                         const char *verb,
                         gboolean destructive,
                         RisalahConfirmFunc func,
                         gpointer owner)
{
  AdwMessageDialog *dialog;
  Waiting *waiting;

  g_return_if_fail (func != NULL && G_IS_OBJECT (owner));

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  waiting = waiting_new (owner);
  waiting->confirm = func;
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "confirm", verb, NULL);
  adw_message_dialog_set_response_appearance (
      dialog, "confirm", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (confirm_response_cb), waiting,
                         waiting_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * risalah_dialogs_tell:
 * @parent: the window it stands before
 * @heading: what happened, translated
 * @body: why, and what was kept, translated
 */
void
risalah_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * risalah_dialogs_show_about:
 * @parent: (nullable): the window it stands before
 */
void
risalah_dialogs_show_about (GtkWindow *parent)
{
  GtkWidget *about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (about);

  adw_about_window_set_application_name (window, "Risalah");
  adw_about_window_set_application_icon (window, RISALAH_APPLICATION_ID);
  adw_about_window_set_version (window, RISALAH_VERSION);
  adw_about_window_set_developer_name (window, _ ("The Risalah project"));
  adw_about_window_set_comments (
      window, _ ("Policy briefs in which every statement leads back to its source."));
  adw_about_window_set_license_type (window, GTK_LICENSE_GPL_3_0);
  /* Translators: put your name here, one name a line. */
  adw_about_window_set_translator_credits (window, _ ("translator-credits"));
  adw_about_window_add_legal_section (window, _ ("Country and Language Names"),
                                      _ ("From the iso-codes project"), GTK_LICENSE_LGPL_2_1,
                                      NULL);
  adw_about_window_add_legal_section (window, _ ("Indonesian Dictionary"),
                                      _ ("From the id_ID dictionary of LibreOffice"),
                                      GTK_LICENSE_LGPL_3_0, NULL);
  adw_about_window_add_legal_section (window, _ ("Indonesian Hyphenation"),
                                      _ ("© The LibreOffice Project"), GTK_LICENSE_MPL_2_0, NULL);
  adw_about_window_add_legal_section (window, _ ("Fonts of the Pages"),
                                      _ ("Liberation Serif and Sans, © Google and Red Hat"),
                                      GTK_LICENSE_CUSTOM, "SIL Open Font License, Version 1.1");
  adw_about_window_add_legal_section (window, _ ("Vocabularies"),
                                      _ ("The tables of words are part of Risalah"),
                                      GTK_LICENSE_GPL_3_0, NULL);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * risalah_dialogs_show_preferences:
 * @parent: (nullable): the window it stands before
 * @settings: (nullable): the settings; without them every row is insensitive
 */
void
risalah_dialogs_show_preferences (GtkWindow *parent, GSettings *settings)
{
  AdwPreferencesWindow *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG,
                                               "transient-for", parent,
                                               "modal", TRUE,
                                               "search-enabled", FALSE,
                                               "default-width", 560,
                                               "default-height", 640,
                                               NULL);

  adw_preferences_window_add (window, ADW_PREFERENCES_PAGE (risalah_preferences_new (settings)));
  risalah_sheet_add_help (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * risalah_dialogs_open_file:
 * @parent: (nullable): the window it stands before
 * @file: a file
 *
 * Opens @file with the program that the desktop uses for it.
 */
void
risalah_dialogs_open_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

typedef struct
{
  GtkWindow *parent; /* (nullable), weak */
  GFile *folder;     /* (nullable) */
} Folder;

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Folder *folder = user_data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL && folder->folder != NULL)
    risalah_dialogs_open_file (folder->parent, folder->folder);
  g_clear_weak_pointer (&folder->parent);
  g_clear_object (&folder->folder);
  g_free (folder);
}

/**
 * risalah_dialogs_show_in_folder:
 * @parent: (nullable): the window it stands before
 * @file: a file
 *
 * Shows @file among its neighbours; where no file manager can, opens its folder.
 */
void
risalah_dialogs_show_in_folder (GtkWindow *parent, GFile *file)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus
      = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autoptr (GFile) parent_folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (file);
  const char *const uris[] = { uri, NULL };
  Folder *folder;

  if (bus == NULL)
    {
      if (parent_folder != NULL)
        risalah_dialogs_open_file (parent, parent_folder);
      return;
    }
  folder = g_new0 (Folder, 1);
  g_set_weak_pointer (&folder->parent, parent);
  folder->folder = g_steal_pointer (&parent_folder);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, shown_cb, folder);
}
