/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks first. The library sets aside what it holds before it becomes what the file holds, and the
 * window that has it open shows the new state. */

#include "risalah-restoring.h"

#include <glib/gi18n.h>

#include "risalah-backup.h"
#include "risalah-context.h"
#include "risalah-dialogs.h"
#include "risalah-messages.h"
#include "risalah-window-private.h"

typedef struct
{
  RisalahLibrary *library;
  char *path;
  char *kept;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_object_unref (restoring->library);
  g_free (restoring->path);
  g_free (restoring->kept);
  g_free (restoring);
}

static gpointer
restore (GTask *task, gpointer data, GError **error)
{
  Restoring *restoring = data;

  return GINT_TO_POINTER (risalah_library_restore (restoring->library, restoring->path,
                                                   &restoring->kept, NULL, NULL, NULL, error));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Restoring *restoring = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (source), error);
      return;
    }
  if (restoring->kept == NULL)
    return;
  name = g_filename_display_name (restoring->kept);
  text = g_strdup_printf (_ ("What it held before is kept in “%s”."), name);
  risalah_dialogs_tell (GTK_WINDOW (source), _ ("The Library Was Replaced"), text);
}

static void
begin (RisalahWindow *window)
{
  g_autoptr (GFile) file = g_object_steal_data (G_OBJECT (window), "restoring");
  g_autoptr (GTask) task = g_task_new (window, NULL, restored_cb, NULL);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->library = g_object_ref (risalah_session_get_library (window->session));
  restoring->path = g_file_get_path (file);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, restoring, restoring_free);
  risalah_context_run_task (task, restore, NULL);
}

/* The brief is of the library that goes: it is saved in it, then closed. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!risalah_brief_dock_save_finish (RISALAH_BRIEF_DOCK (source), result, &error))
    {
      risalah_messages_show_error (GTK_WIDGET (window), error);
      return;
    }
  risalah_brief_dock_close (window->dock);
  begin (window);
}

static void
confirmed_cb (gpointer owner)
{
  RisalahWindow *window = owner;

  if (risalah_brief_dock_get_brief (window->dock) != NULL)
    risalah_brief_dock_save_async (window->dock, NULL, saved_cb, g_object_ref (window));
  else
    begin (window);
}

/**
 * risalah_restoring_is_library:
 * @file: a file that was opened with Risalah
 *
 * Returns: whether its name says that it is a library, not an article
 */
gboolean
risalah_restoring_is_library (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".risalah");
}

/**
 * risalah_restoring_offer:
 * @window: the window, with a session
 * @file: a backup, or another library
 *
 * Asks whether the library shall become what @file holds, and does it.
 */
void
risalah_restoring_offer (RisalahWindow *window, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;

  g_return_if_fail (RISALAH_IS_WINDOW (window) && window->session != NULL);
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      risalah_messages_show (GTK_WIDGET (window),
                             _ ("Copy the library to this computer first, then open it."));
      return;
    }
  g_object_set_data_full (G_OBJECT (window), "restoring", g_object_ref (file), g_object_unref);
  text = g_strdup_printf (_ ("Your library becomes what “%s” holds. What it holds now is set aside "
                             "in a file of its own first."),
                          name);
  risalah_dialogs_confirm (GTK_WINDOW (window), _ ("Replace the Library?"), text, _ ("_Replace"),
                           TRUE, confirmed_cb, window);
}
