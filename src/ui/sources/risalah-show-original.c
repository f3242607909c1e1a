/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stored bytes go into a private folder under the temporary directory, which the desktop empties;
 * the file's name keeps its ending and nothing that could lead out of that folder. */

#include "risalah-show-original.h"

#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-messages.h"
#include "risalah-originals.h"

typedef struct
{
  gint64 source;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static char *
safe_name (const RisalahOriginal *original)
{
  g_autofree char *name = g_path_get_basename (original->name != NULL ? original->name : "");
  const char *ending = g_strcmp0 (original->media_type, "text/html") == 0 ? "html" : "txt";

  for (char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) || *at == G_DIR_SEPARATOR)
      *at = '_';
  if (original->name == NULL || *name == '\0' || *name == '.')
    return g_strdup_printf ("risalah.%s", ending);
  return g_steal_pointer (&name);
}

static gboolean
write_original (RisalahConnection *connection,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) originals = risalah_originals_list (connection, job->source, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = NULL, *name = NULL;
  RisalahOriginal *last;

  if (originals == NULL)
    return FALSE;
  if (originals->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This article was pasted; there is no original file."));
      return FALSE;
    }
  last = g_ptr_array_index (originals, originals->len - 1);
  bytes = risalah_originals_get_bytes (connection, last->id, error);
  folder = bytes != NULL ? g_dir_make_tmp ("risalah-XXXXXX", error) : NULL;
  if (folder == NULL)
    return FALSE;
  name = safe_name (last);
  job->path = g_build_filename (folder, name, NULL);
  return g_file_set_contents_full (job->path, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0400, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  Job *job = risalah_library_get_job_data (result);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    {
      risalah_messages_show_error (widget, error);
      return;
    }
  file = g_file_new_for_path (job->path);
  risalah_dialogs_open_file (root != NULL ? GTK_WINDOW (root) : NULL, file);
}

/**
 * risalah_show_original:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 *
 * Opens the source's last original, byte for byte as it came in.
 */
void
risalah_show_original (GtkWidget *widget, RisalahLibrary *library, gint64 source)
{
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (RISALAH_IS_LIBRARY (library));

  job = g_new0 (Job, 1);
  job->source = source;
  risalah_library_read_async (library, RISALAH_LANE_SEARCH, write_original, job, job_free, NULL,
                              written_cb, g_object_ref (widget));
}
