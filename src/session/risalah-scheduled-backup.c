/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups that are made by themselves. Their names carry the day, so that the folder itself says
 * when the last was made; only files that are named so are ever removed. */

#include "risalah-scheduled-backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "risalah-backup.h"
#include "risalah-library-error.h"
#include "risalah-session-private.h"

#define SUFFIX     ".risalah"
#define DAY_LENGTH 10 /* 2026-05-12 */

typedef struct
{
  RisalahLibrary *library;
  char *folder;
  char *prefix; /* of the names of this library's backups */
  guint days;
  char *today;
  GCancellable *cancellable;
} BackupRequest;

static void
backup_request_free (gpointer data)
{
  BackupRequest *request = data;

  g_clear_object (&request->library);
  g_clear_object (&request->cancellable);
  g_free (request->folder);
  g_free (request->prefix);
  g_free (request->today);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BackupRequest, backup_request_free)

/* Away from the library's own folder, libraries of one name are told apart by where they are. */
static char *
dup_prefix (const char *path, const char *folder)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *own = g_path_get_dirname (path);
  g_autofree char *place = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_str_equal (own, folder) ? g_strdup_printf ("%s-backup-", name)
                                   : g_strdup_printf ("%s-%.6s-backup-", name, place);
}

static char *
dup_clock_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static BackupRequest *
backup_request_new (RisalahSession *self,
                    const char *folder,
                    guint days,
                    const char *today,
                    GCancellable *cancellable)
{
  BackupRequest *request = g_new0 (BackupRequest, 1);
  const char *path;

  /* Held here: the session may be closed while the copy is written. */
  request->library = g_object_ref (risalah_session_get_library (self));
  path = risalah_library_get_path (request->library);
  request->folder = folder != NULL && *folder != '\0' ? g_canonicalize_filename (folder, NULL)
                                                      : g_path_get_dirname (path);
  request->prefix = dup_prefix (path, request->folder);
  request->days = days;
  request->today = today != NULL ? g_strdup (today) : dup_clock_day ();
  request->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return request;
}

/* The Julian day of "2026-05-12", 0 for anything else. */
static guint
parse_day (const char *text)
{
  guint numbers[3] = { 0, 0, 0 };

  for (guint i = 0, field = 0; i < DAY_LENGTH; i++)
    if (i == 4 || i == 7)
      {
        if (text[i] != '-')
          return 0;
        field++;
      }
    else if (g_ascii_isdigit (text[i]))
      numbers[field] = numbers[field] * 10 + (guint)(text[i] - '0');
    else
      return 0;
  if (!g_date_valid_dmy ((GDateDay)numbers[2], (GDateMonth)numbers[1], (GDateYear)numbers[0]))
    return 0;
  {
    GDate date;

    g_date_clear (&date, 1);
    g_date_set_dmy (&date, (GDateDay)numbers[2], (GDateMonth)numbers[1], (GDateYear)numbers[0]);
    return g_date_get_julian (&date);
  }
}

/* The Julian day in the name of one of this library's backups, 0 for any other file. */
static guint
day_of_backup (const BackupRequest *request, const char *name)
{
  gsize prefix = strlen (request->prefix);

  if (strlen (name) != prefix + DAY_LENGTH + strlen (SUFFIX)
      || !g_str_has_prefix (name, request->prefix) || !g_str_has_suffix (name, SUFFIX))
    return 0;
  return parse_day (name + prefix);
}

static gint
compare_names (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *)first, *(const char *const *)second);
}

/* Names of this library's backups, the oldest first; %NULL where the folder cannot be read. */
static GPtrArray *
list_backups (const BackupRequest *request, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = g_dir_open (request->folder, 0, &cause);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
                   _ ("No backup was made: the folder “%s” cannot be opened."), request->folder);
      return NULL;
    }
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (day_of_backup (request, name) != 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* A backup of a day that has not come, from a clock that was wrong, puts none off. */
static gboolean
is_due (const BackupRequest *request, GPtrArray *names)
{
  guint today = parse_day (request->today), last = 0;

  for (guint i = 0; i < names->len; i++)
    {
      guint day = day_of_backup (request, names->pdata[i]);

      if (day <= today)
        last = MAX (last, day);
    }
  return last == 0 || today - last >= request->days;
}

static gboolean
thin (const BackupRequest *request, GError **error)
{
  g_autoptr (GPtrArray) names = list_backups (request, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i + RISALAH_SCHEDULED_BACKUPS_KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (request->folder, names->pdata[i], NULL);

      g_unlink (path);
    }
  return TRUE;
}

static gboolean
back_up_when_due (const BackupRequest *request, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *name = NULL, *path = NULL;

  if (request->days == 0)
    return TRUE;
  names = list_backups (request, error);
  if (names == NULL)
    return FALSE;
  if (!is_due (request, names))
    return TRUE;
  name = g_strconcat (request->prefix, request->today, SUFFIX, NULL);
  path = g_build_filename (request->folder, name, NULL);
  return risalah_library_backup (request->library, path, NULL, NULL, NULL, request->cancellable,
                                 error)
         && thin (request, error);
}

static gpointer
back_up_work (RisalahSession *self, gpointer data, GError **error)
{
  return GINT_TO_POINTER (back_up_when_due (data, error));
}

/**
 * risalah_session_back_up_when_due:
 * @self: a session with an open library
 * @folder: (nullable) (type filename): where the backups are; %NULL or "" for beside the library
 * @days: how many days lie between two backups; 0 makes none
 * @today: (nullable): the day it is, as 2026-05-12; %NULL asks the clock
 * @cancellable: (nullable): stops the copying
 *
 * Makes a backup where the last in @folder is @days old or there is none yet, and removes all but
 * the newest %RISALAH_SCHEDULED_BACKUPS_KEPT of this library. Blocks.
 *
 * Returns: %TRUE once it is made or was not due, or %FALSE with a #RisalahLibraryError, nothing
 *   removed
 */
gboolean
risalah_session_back_up_when_due (RisalahSession *self,
                                  const char *folder,
                                  guint days,
                                  const char *today,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (BackupRequest) request = NULL;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (risalah_session_get_library (self) != NULL, FALSE);

  request = backup_request_new (self, folder, days, today, cancellable);
  return back_up_when_due (request, error);
}

/**
 * risalah_session_back_up_when_due_async:
 * @self: a session with an open library
 * @folder: (nullable) (type filename): where the backups are
 * @days: how many days lie between two backups; 0 makes none
 * @cancellable: (nullable): stops the copying
 *
 * risalah_session_back_up_when_due() on a worker thread.
 */
void
risalah_session_back_up_when_due_async (RisalahSession *self,
                                        const char *folder,
                                        guint days,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  g_return_if_fail (risalah_session_get_library (self) != NULL);

  risalah_session_run_async (self, risalah_session_back_up_when_due_async, back_up_work,
                             backup_request_new (self, folder, days, NULL, cancellable),
                             backup_request_free, NULL, cancellable, callback, user_data);
}

/**
 * risalah_session_back_up_when_due_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: %TRUE once it is made or was not due, or %FALSE with an error
 */
gboolean
risalah_session_back_up_when_due_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_back_up_when_due_async, result, error)
         != NULL;
}
