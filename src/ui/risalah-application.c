/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the library once, away from the main thread, and gives it to each window. Files that are
 * opened with Risalah before the library stands wait for it. */

#include "risalah-application.h"

#include <glib/gi18n.h>

#include "risalah-announcing.h"
#include "risalah-config.h"
#include "risalah-dialogs.h"
#include "risalah-help-topics.h"
#include "risalah-help-window.h"
#include "risalah-large-text.h"
#include "risalah-paths.h"
#include "risalah-resources.h"
#include "risalah-restoring.h"
#include "risalah-settings.h"
#include "risalah-style.h"
#include "risalah-window.h"

struct _RisalahApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  RisalahSession *session;
  char *library;
  GCancellable *opening;
  GtkWidget *help;     /* (nullable), weak: the help's window while it is open */
  GListStore *waiting; /* files to import as soon as the library is open */
  GFile *backup;       /* (nullable): a library that was opened, to go over to */
};

G_DEFINE_FINAL_TYPE (RisalahApplication, risalah_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.add-files", { "<Control>o" } },
  { "win.add-folder", { "<Control><Shift>o" } },
  { "win.add-pasted", { "<Control><Alt>v" } },
  { "win.search", { "<Control>k" } },
  { "win.find", { "<Control>f" } },
  { "win.back", { "<Alt>Left" } },
  { "win.show-brief", { "F9" } },
  { "win.show-details", { "<Alt>Return" } },
  { "win.show-original", { "<Control><Shift>b" } },
  { "win.add-to-dossier", { "<Control>d" } },
  { "win.add-results-to-dossier", { "<Control><Shift>d" } },
  { "win.quote", { "<Control><Shift>q" } },
  { "win.cite", { "<Control><Shift>r" } },
  { "win.place('sources')", { "<Alt>1" } },
  { "win.place('timeline')", { "<Alt>2" } },
  { "win.place('briefs')", { "<Alt>3" } },
};

static RisalahWindow *
find_window (RisalahApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RISALAH_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
import_waiting (RisalahApplication *self)
{
  RisalahWindow *window = find_window (self);

  if (window == NULL || self->session == NULL)
    return;
  if (self->backup != NULL)
    risalah_restoring_offer (window, self->backup);
  g_clear_object (&self->backup);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->waiting)) == 0)
    return;
  risalah_window_import (window, G_LIST_MODEL (self->waiting));
  g_clear_object (&self->waiting);
  self->waiting = g_list_store_new (G_TYPE_FILE);
}

static void
session_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahSession) session = risalah_session_open_finish (result, &error);
  RisalahWindow *window = find_window (self);

  g_clear_object (&self->opening);
  if (session == NULL)
    {
      if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        risalah_window_show_failure (window, error);
      return;
    }
  g_set_object (&self->session, session);
  if (window != NULL)
    risalah_window_set_session (window, session);
  import_waiting (self);
}

static void
open_library (RisalahApplication *self)
{
  if (self->session != NULL || self->opening != NULL)
    return;
  self->opening = g_cancellable_new ();
  risalah_session_open_async (self->library, TRUE, self->opening, session_opened_cb,
                              g_object_ref (self));
}

static void
open_library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_library (user_data);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahApplication *self = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* Each window saves what is unsaved as it closes. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_dialogs_show_about (gtk_application_get_active_window (user_data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahApplication *self = user_data;

  risalah_dialogs_show_preferences (gtk_application_get_active_window (user_data),
                                    self->settings);
}

static void
show_help (RisalahApplication *self, const char *topic)
{
  if (self->help == NULL)
    g_set_weak_pointer (&self->help, risalah_help_window_new (GTK_APPLICATION (self)));
  risalah_help_window_show (RISALAH_HELP_WINDOW (self->help), topic);
  gtk_window_present (GTK_WINDOW (self->help));
}

/* About what the analyst is at. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window == NULL || (gpointer)window != RISALAH_APPLICATION (user_data)->help)
    show_help (user_data, risalah_help_topics_find (window));
}

static void
show_help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_help (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "help", help_cb },
  { "open-library", open_library_cb },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
  { "show-help", show_help_cb, "s" },
};

static void
risalah_application_activate (GApplication *application)
{
  RisalahApplication *self = RISALAH_APPLICATION (application);
  RisalahWindow *window = find_window (self);

  if (window == NULL)
    {
      window = risalah_window_new (GTK_APPLICATION (self), self->settings);
      if (self->session != NULL)
        risalah_window_set_session (window, self->session);
    }
  gtk_window_present (GTK_WINDOW (window));
  open_library (self);
}

static void
risalah_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RisalahApplication *self = RISALAH_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    if (risalah_restoring_is_library (files[i]))
      g_set_object (&self->backup, files[i]);
    else
      g_list_store_append (self->waiting, files[i]);
  g_application_activate (application);
  import_waiting (self);
}

/* The help does not keep the program running by itself. */
static void
risalah_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  RisalahApplication *self = RISALAH_APPLICATION (application);

  GTK_APPLICATION_CLASS (risalah_application_parent_class)->window_removed (application, window);
  if (RISALAH_IS_WINDOW (window) && self->help != NULL && find_window (self) == NULL)
    gtk_window_destroy (GTK_WINDOW (self->help));
}

static int
risalah_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  RisalahApplication *self = RISALAH_APPLICATION (application);
  g_autofree char *library = NULL;

  if (g_variant_dict_lookup (options, "library", "^ay", &library))
    {
      risalah_application_set_library (self, library);
      /* Another library is another program: it must not be handed to one that runs. */
      g_application_set_flags (application, g_application_get_flags (application)
                                                | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
risalah_application_startup (GApplication *application)
{
  RisalahApplication *self = RISALAH_APPLICATION (application);

  G_APPLICATION_CLASS (risalah_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
  gtk_window_set_default_icon_name (RISALAH_APPLICATION_ID);
  risalah_style_follow (gdk_display_get_default ());
  risalah_announcing_start ();
  risalah_large_text_wrap_menus ();
}

static void
risalah_application_shutdown (GApplication *application)
{
  RisalahApplication *self = RISALAH_APPLICATION (application);

  g_cancellable_cancel (self->opening);
  if (self->session != NULL)
    risalah_session_close (self->session);
  g_clear_object (&self->session);

  G_APPLICATION_CLASS (risalah_application_parent_class)->shutdown (application);
}

static void
risalah_application_dispose (GObject *object)
{
  RisalahApplication *self = RISALAH_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_object (&self->opening);
  g_clear_object (&self->waiting);
  g_clear_object (&self->backup);
  g_clear_weak_pointer (&self->help);
  g_clear_pointer (&self->library, g_free);

  G_OBJECT_CLASS (risalah_application_parent_class)->dispose (object);
}

static void
risalah_application_class_init (RisalahApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Named here, so that the linker keeps the resources of a static library. */
  g_resources_register (risalah_ui_get_resource ());
  G_OBJECT_CLASS (klass)->dispose = risalah_application_dispose;
  GTK_APPLICATION_CLASS (klass)->window_removed = risalah_application_window_removed;
  application_class->activate = risalah_application_activate;
  application_class->open = risalah_application_open;
  application_class->startup = risalah_application_startup;
  application_class->shutdown = risalah_application_shutdown;
  application_class->handle_local_options = risalah_application_handle_local_options;
}

static void
risalah_application_init (RisalahApplication *self)
{
  static const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Open this library instead of the usual one"), N_ ("FILE") },
    { NULL },
  };

  self->settings = risalah_settings_new ();
  self->library = risalah_paths_get_default_library ();
  self->waiting = g_list_store_new (G_TYPE_FILE);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * risalah_application_new:
 * @flags: %G_APPLICATION_HANDLES_OPEN, and %G_APPLICATION_NON_UNIQUE in tests
 *
 * Returns: (transfer full): the application
 */
RisalahApplication *
risalah_application_new (GApplicationFlags flags)
{
  return g_object_new (RISALAH_TYPE_APPLICATION,
                       "application-id", RISALAH_APPLICATION_ID,
                       "resource-base-path", "/org/risalah/Risalah",
                       "flags", flags,
                       NULL);
}

/**
 * risalah_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the settings, %NULL where their schema is missing
 */
GSettings *
risalah_application_get_settings (RisalahApplication *self)
{
  g_return_val_if_fail (RISALAH_IS_APPLICATION (self), NULL);
  return self->settings;
}

/**
 * risalah_application_set_library:
 * @self: the application, not yet activated
 * @path: (type filename): the library's file
 */
void
risalah_application_set_library (RisalahApplication *self, const char *path)
{
  g_return_if_fail (RISALAH_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  g_free (self->library);
  self->library = g_strdup (path);
}
