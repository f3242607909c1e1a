/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lock file (open file description locks, fcntl(2)) that is held over every write transaction and
 * checkpoint, since SQLite before 3.51.3 can lose a transaction where one process resets the WAL
 * while another appends.
 *
 * Its first byte is the lock. Its second is the place at the door: who waits holds it, so that an
 * import which takes the lock again and again lets others in between. */

#include "risalah-lock-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "risalah-library-error.h"

#define WAIT_MICROSECONDS          (15 * G_USEC_PER_SEC)
#define LONGEST_PAUSE_MICROSECONDS 10000
#define BYTE_LOCK                  0
#define BYTE_DOOR                  1

struct _RisalahLock
{
  char *path;
  int descriptor;
};

/**
 * risalah_lock_new:
 * @library_path: the library
 * @error: return location for an error
 *
 * Makes the lock file, readable by its owner only, or finds it.
 *
 * Returns: (transfer full) (nullable): the lock, not held
 */
RisalahLock *
risalah_lock_new (const char *library_path, GError **error)
{
  g_autofree char *path = g_strconcat (library_path, ".lock", NULL);
  int descriptor = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  RisalahLock *self;

  if (descriptor < 0)
    {
      int saved_errno = errno;
      g_autofree char *name = g_filename_display_name (library_path);

      g_set_error (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_FAILED,
          _ ("The library “%s” cannot be written, since its folder cannot be written: %s. Nothing "
             "was changed."),
          name, g_strerror (saved_errno));
      return NULL;
    }
  self = g_new0 (RisalahLock, 1);
  self->path = g_steal_pointer (&path);
  self->descriptor = descriptor;
  return self;
}

/**
 * risalah_lock_free:
 * @self: (transfer full): a lock, released by this
 */
void
risalah_lock_free (RisalahLock *self)
{
  close (self->descriptor);
  g_free (self->path);
  g_free (self);
}

static gboolean
try_byte (RisalahLock *self, off_t byte, short type)
{
  struct flock range = { .l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1 };

  return fcntl (self->descriptor, F_OFD_SETLK, &range) == 0;
}

static gboolean
wait_for_byte (RisalahLock *self,
               off_t byte,
               gint64 until,
               GCancellable *cancellable,
               GError **error)
{
  gulong pause = 200;

  while (!try_byte (self, byte, F_WRLCK))
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED,
                               _ ("Stopped. Nothing of this step was stored."));
          return FALSE;
        }
      if ((errno != EAGAIN && errno != EACCES && errno != EINTR) || g_get_monotonic_time () > until)
        {
          g_autofree char *name = g_filename_display_basename (self->path);
          g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_BUSY,
                       _ ("Another program is writing this library and holds “%s”. Nothing was "
                          "changed; try again in a moment."),
                       name);
          return FALSE;
        }
      g_usleep (pause);
      pause = MIN (pause * 2, LONGEST_PAUSE_MICROSECONDS);
    }
  return TRUE;
}

/**
 * risalah_lock_take:
 * @self: a lock
 * @cancellable: (nullable): stops the waiting
 * @error: return location for an error
 *
 * Waits for the lock, up to 15 seconds.
 *
 * Returns: whether it is held
 */
gboolean
risalah_lock_take (RisalahLock *self, GCancellable *cancellable, GError **error)
{
  gint64 until = g_get_monotonic_time () + WAIT_MICROSECONDS;
  gboolean taken;

  if (!wait_for_byte (self, BYTE_DOOR, until, cancellable, error))
    return FALSE;
  taken = wait_for_byte (self, BYTE_LOCK, until, cancellable, error);
  try_byte (self, BYTE_DOOR, F_UNLCK);
  return taken;
}

/**
 * risalah_lock_release:
 * @self: a lock that is held
 */
void
risalah_lock_release (RisalahLock *self)
{
  try_byte (self, BYTE_LOCK, F_UNLCK);
}

/**
 * risalah_lock_is_wanted:
 * @self: a lock that is held
 *
 * Returns: whether another process stands at the door
 */
gboolean
risalah_lock_is_wanted (RisalahLock *self)
{
  struct flock range = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = BYTE_DOOR, .l_len = 1
  };

  return fcntl (self->descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}
