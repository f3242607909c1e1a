/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caller's side of risalah-reader: a pool of programs, each at the other end of a socket. */

#include "risalah-reader-client.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "risalah-article-bytes.h"
#include "risalah-decode.h"
#include "risalah-reader-frames.h"
#include "risalah-text-error.h"

/* A program is replaced after so many files, so that its memory does not crumble. */
#define FILES_PER_PROGRAM 1000

/* A program that is silent for so long hangs: its limit is 30 s of processor time, which on a busy
 * machine takes longer. In milliseconds. */
#define MAX_SILENCE (5 * 60 * 1000)

/* Where a program stands that broke off; what it had read is lost, what came before is not. */
typedef enum
{
  OUTCOME_DONE,
  OUTCOME_BROKEN,
  OUTCOME_CANCELLED,
} Outcome;

typedef struct
{
  GSubprocess *process;
  int socket;
  guint n_files;
} Program;

struct _RisalahReaderClient
{
  char **arguments;
  GMutex mutex;
  GPtrArray *idle; /* (element-type Program): guarded by mutex */
};

static void
program_free (Program *self)
{
  if (self->socket >= 0)
    close (self->socket);
  g_clear_object (&self->process);
  g_free (self);
}

static Program *
program_start (char **arguments, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  Program *self;
  int sockets[2];
  int output;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0
      || (output = dup (sockets[1])) < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("The reading program could not be started: %s. Nothing was read."),
                   g_strerror (errno));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, sockets[1]);
  g_subprocess_launcher_take_stdout_fd (launcher, output);

  self = g_new0 (Program, 1);
  self->socket = sockets[0];
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *)arguments, error);
  if (self->process == NULL)
    g_clear_pointer (&self, program_free);
  return self;
}

/* Waits until the socket can be read or written, or @cancellable is. */
static Outcome
wait_for (Program *self, short events, GPollFD *cancel)
{
  struct pollfd fds[2] = { { .fd = self->socket, .events = events },
                           { .fd = cancel != NULL ? cancel->fd : -1, .events = POLLIN } };
  int n;

  do
    n = poll (fds, 2, MAX_SILENCE);
  while (n < 0 && errno == EINTR);
  if (fds[1].revents != 0)
    return OUTCOME_CANCELLED;
  return n > 0 ? OUTCOME_DONE : OUTCOME_BROKEN;
}

/* Sends @length bytes; no signal is raised when the program has died. */
static Outcome
send_all (Program *self, gconstpointer data, gsize length, GPollFD *cancel)
{
  const guint8 *at = data;

  while (length > 0)
    {
      Outcome outcome = wait_for (self, POLLOUT, cancel);
      gssize n;

      if (outcome != OUTCOME_DONE)
        return outcome;
      n = send (self->socket, at, length, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n <= 0)
        return OUTCOME_BROKEN;
      at += n;
      length -= n;
    }
  return OUTCOME_DONE;
}

static Outcome
receive_all (Program *self, gpointer data, gsize length, GPollFD *cancel)
{
  guint8 *at = data;

  while (length > 0)
    {
      Outcome outcome = wait_for (self, POLLIN, cancel);
      gssize n;

      if (outcome != OUTCOME_DONE)
        return outcome;
      n = recv (self->socket, at, length, MSG_DONTWAIT);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n <= 0)
        return OUTCOME_BROKEN;
      at += n;
      length -= n;
    }
  return OUTCOME_DONE;
}

/* One request and its answer. */
static Outcome
program_ask (Program *self,
             GBytes *bytes,
             GVariant *options,
             guint32 *status,
             GBytes **payload,
             GPollFD *cancel)
{
  guint8 frame[RISALAH_FRAME_BYTES];
  guint32 length;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *answer = NULL;
  Outcome outcome;

  risalah_frame_write (frame, g_variant_get_size (options), size);
  if ((outcome = send_all (self, frame, sizeof frame, cancel)) != OUTCOME_DONE
      || (outcome =
              send_all (self, g_variant_get_data (options), g_variant_get_size (options), cancel))
             != OUTCOME_DONE
      || (outcome = send_all (self, data, size, cancel)) != OUTCOME_DONE
      || (outcome = receive_all (self, frame, sizeof frame, cancel)) != OUTCOME_DONE)
    return outcome;
  risalah_frame_read (frame, status, &length);
  if (length > 4u * RISALAH_MAX_TEXT_BYTES)
    return OUTCOME_BROKEN;
  answer = g_malloc (length + 1);
  outcome = receive_all (self, answer, length, cancel);
  if (outcome == OUTCOME_DONE)
    *payload = g_bytes_new_take (g_steal_pointer (&answer), length);
  self->n_files++;
  return outcome;
}

/* Ends a program that broke off and says why, as far as that can be known. */
static void
report_death (Program *self, const char *name, GError **error)
{
  shutdown (self->socket, SHUT_RDWR);
  if (g_subprocess_get_identifier (self->process) != NULL)
    g_subprocess_send_signal (self->process, SIGTERM);
  g_subprocess_wait (self->process, NULL, NULL);
  if (g_subprocess_get_if_signaled (self->process)
      && g_subprocess_get_term_sig (self->process) == SIGXCPU)
    g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_LIMIT,
                 _ ("Reading “%s” took more than %u seconds and was stopped. Nothing of it was "
                    "kept."),
                 name, risalah_reader_get_cpu_seconds ());
  else
    g_set_error (
        error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_LIMIT,
        _ ("Reading “%s” broke off, most likely for want of memory. Nothing of it was kept."),
        name);
}

static Program *
take_program (RisalahReaderClient *self, GError **error)
{
  Program *program = NULL;

  g_mutex_lock (&self->mutex);
  if (self->idle->len > 0)
    program = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  return program != NULL ? program : program_start (self->arguments, error);
}

static void
give_back (RisalahReaderClient *self, Program *program)
{
  if (program->n_files >= FILES_PER_PROGRAM)
    {
      program_free (program);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->idle, program);
  g_mutex_unlock (&self->mutex);
}

/**
 * risalah_reader_client_new:
 * @program: (type filename): where risalah-reader is
 * @vocabulary_dirs: (array zero-terminated=1): folders for risalah_lexicon_open()
 * @dictionary_dir: (type filename): the folder for it
 *
 * Makes a client; programs are started when they are needed, one for each thread that reads at
 * the same time.
 *
 * Returns: (transfer full): the client
 */
RisalahReaderClient *
risalah_reader_client_new (const char *program,
                           const char *const *vocabulary_dirs,
                           const char *dictionary_dir)
{
  RisalahReaderClient *self;
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();

  g_return_val_if_fail (program != NULL && vocabulary_dirs != NULL && dictionary_dir != NULL, NULL);

  g_strv_builder_add_many (arguments, program, dictionary_dir, NULL);
  g_strv_builder_addv (arguments, (const char **)vocabulary_dirs);
  self = g_new0 (RisalahReaderClient, 1);
  self->arguments = g_strv_builder_end (arguments);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify)program_free);
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * risalah_reader_client_free:
 * @self: (transfer full) (nullable): a client that no thread is reading with
 *
 * Lets the programs go: each ends when its socket closes.
 */
void
risalah_reader_client_free (RisalahReaderClient *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->mutex);
  g_strfreev (self->arguments);
  g_free (self);
}

/**
 * risalah_reader_client_read:
 * @self: a client
 * @bytes: a file's bytes
 * @name: its name
 * @options: (nullable): what else is known of it
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Blocks until risalah-reader has read @bytes.
 *
 * Returns: (transfer full): the article, or %NULL with a #RisalahTextError that names the file,
 *   %RISALAH_TEXT_ERROR_LIMIT where the program died, or %G_IO_ERROR_CANCELLED
 */
RisalahArticle *
risalah_reader_client_read (RisalahReaderClient *self,
                            GBytes *bytes,
                            const char *name,
                            const RisalahReadOptions *options,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GVariant) failure = NULL;
  GPollFD cancel = { .fd = -1 };
  Program *program;
  Outcome outcome;
  guint32 status = RISALAH_FRAME_ERROR;
  GError *read_error;

  g_return_val_if_fail (self != NULL && bytes != NULL && name != NULL, NULL);

  if (g_bytes_get_size (bytes) > RISALAH_MAX_FILE_BYTES)
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than 256 MB and was not read."), name);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || (program = take_program (self, error)) == NULL)
    return NULL;

  variant = risalah_frame_new_options (name, options);
  if (cancellable != NULL)
    g_cancellable_make_pollfd (cancellable, &cancel);
  outcome = program_ask (program, bytes, variant, &status, &payload,
                         cancellable != NULL ? &cancel : NULL);
  if (cancellable != NULL)
    g_cancellable_release_fd (cancellable);

  if (outcome == OUTCOME_DONE)
    give_back (self, program);
  else
    {
      if (outcome == OUTCOME_CANCELLED)
        {
          g_subprocess_force_exit (program->process);
          g_cancellable_set_error_if_cancelled (cancellable, error);
        }
      else
        report_death (program, name, error);
      program_free (program);
      return NULL;
    }

  if (status == RISALAH_FRAME_ARTICLE)
    return risalah_article_from_bytes (payload, error);
  failure = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(is)"), payload, FALSE));
  read_error = risalah_frame_get_error (failure);
  if (read_error == NULL)
    read_error = g_error_new_literal (RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_MALFORMED,
                                      _ ("The reading program gave an answer that is no article. "
                                         "Nothing of it was kept."));
  g_propagate_error (error, read_error);
  return NULL;
}
