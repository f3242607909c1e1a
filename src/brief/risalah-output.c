/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole or not at all: written to a temporary file in the same folder, flushed to the disk, then
 * renamed over the target. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "risalah-brief-error.h"
#include "risalah-export-private.h"

struct _RisalahOutput
{
  char *path;
  char *temporary;
  int descriptor;
  int failure; /* errno of the first write that failed */
};

static void
set_failure (GError **error, const char *path, int failure)
{
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  if (failure == ENOSPC || failure == EDQUOT)
    g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT,
                 exists ? _ ("The disk is full, so “%s” was not written. The earlier file is "
                             "still there, unchanged.")
                        : _ ("The disk is full, so “%s” was not written."),
                 path);
  else
    g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT,
                 exists ? _ ("“%s” could not be written: %s. The earlier file is still there, "
                             "unchanged.")
                        : _ ("“%s” could not be written: %s."),
                 path, g_strerror (failure));
}

/*
 * Makes the temporary file. Where that cannot be, the target was not touched.
 */
RisalahOutput *
risalah_output_open (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *template = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
  RisalahOutput *self;
  int descriptor = -1;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    errno = EISDIR;
  else
    descriptor = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0666);
  if (descriptor < 0)
    {
      set_failure (error, path, errno);
      return NULL;
    }
  self = g_new0 (RisalahOutput, 1);
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&template);
  self->descriptor = descriptor;
  return self;
}

/*
 * Returns FALSE where it failed; risalah_output_commit() says why.
 */
gboolean
risalah_output_write (RisalahOutput *self, const void *data, gsize length)
{
  const char *at = data;

  while (length > 0 && self->failure == 0)
    {
      gssize written = write (self->descriptor, at, length);

      if (written < 0 && errno != EINTR)
        self->failure = errno;
      else if (written > 0)
        {
          at += written;
          length -= written;
        }
    }
  return self->failure == 0;
}

/*
 * Puts the finished file in its place.
 */
gboolean
risalah_output_commit (RisalahOutput *self, GError **error)
{
  if (self->failure == 0 && fsync (self->descriptor) != 0)
    self->failure = errno;
  if (close (self->descriptor) != 0 && self->failure == 0)
    self->failure = errno;
  self->descriptor = -1;
  if (self->failure == 0 && g_rename (self->temporary, self->path) != 0)
    self->failure = errno;
  if (self->failure != 0)
    {
      set_failure (error, self->path, self->failure);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/*
 * Removes the temporary file where it was not put in its place.
 */
void
risalah_output_free (RisalahOutput *self)
{
  if (self->descriptor >= 0)
    close (self->descriptor);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

/*
 * Writes a text as a file.
 */
gboolean
risalah_export_text (const char *path,
                     const char *text,
                     gssize length,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (RisalahOutput) output = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  output = risalah_output_open (path, error);
  if (output == NULL)
    return FALSE;
  risalah_output_write (output, text, length >= 0 ? (gsize)length : strlen (text));
  return risalah_output_commit (output, error);
}
