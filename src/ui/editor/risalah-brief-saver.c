/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps an open brief on disk. The first change arms a timer and later ones leave it alone; the
 * brief counts as saved only when the write of exactly this document has succeeded. */

#include "risalah-brief-saver.h"

#define DELAY_MS 1000
#define RETRY_MS 5000

struct _RisalahBriefSaver
{
  GObject parent_instance;

  RisalahSession *session;
  RisalahOpenBrief *brief;
  RisalahDocument *document; /* what the editor shows */
  RisalahDocument *saved;    /* what the library holds */
  RisalahDocument *writing;  /* (nullable) what is on its way there */
  GQueue waiting;            /* GTask: callers who want to hear when it is all saved */
  char *failure;
  guint timer;
};

G_DEFINE_FINAL_TYPE (RisalahBriefSaver, risalah_brief_saver, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SAVED_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void write_now (RisalahBriefSaver *self);

static void
answer_waiting (RisalahBriefSaver *self, const GError *error)
{
  g_autoptr (GTask) task = NULL;

  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
      g_clear_object (&task);
    }
}

static gboolean
timer_cb (gpointer data)
{
  RisalahBriefSaver *self = RISALAH_BRIEF_SAVER (data);

  self->timer = 0;
  write_now (self);
  return G_SOURCE_REMOVE;
}

static void
arm (RisalahBriefSaver *self, guint delay)
{
  if (self->timer == 0 && self->writing == NULL && self->document != self->saved)
    self->timer = g_timeout_add (delay, timer_cb, self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefSaver) self = RISALAH_BRIEF_SAVER (data);
  g_autoptr (RisalahDocument) written = g_steal_pointer (&self->writing);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->failure, g_free);
  if (risalah_session_save_brief_finish (RISALAH_SESSION (source), result, &error))
    {
      g_clear_pointer (&self->saved, risalah_document_unref);
      self->saved = g_steal_pointer (&written);
      if (risalah_open_brief_get_conflict (self->brief) != NULL)
        g_signal_emit (self, signals[SIGNAL_SAVED_OVER], 0);
      if (self->document == self->saved)
        answer_waiting (self, NULL);
      else if (!g_queue_is_empty (&self->waiting))
        write_now (self);
      else
        arm (self, DELAY_MS);
    }
  else
    {
      self->failure = g_strdup (error->message);
      answer_waiting (self, error);
      arm (self, RETRY_MS);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
write_document (RisalahBriefSaver *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->writing = risalah_document_ref (self->document);
  risalah_session_save_brief_async (self->session, self->brief, self->writing, NULL, saved_cb,
                                    g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
write_now (RisalahBriefSaver *self)
{
  if (self->writing != NULL)
    return;
  if (self->document == self->saved)
    answer_waiting (self, NULL);
  else
    write_document (self);
}

static void
risalah_brief_saver_dispose (GObject *object)
{
  RisalahBriefSaver *self = RISALAH_BRIEF_SAVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->brief);

  G_OBJECT_CLASS (risalah_brief_saver_parent_class)->dispose (object);
}

static void
risalah_brief_saver_finalize (GObject *object)
{
  RisalahBriefSaver *self = RISALAH_BRIEF_SAVER (object);

  g_clear_pointer (&self->document, risalah_document_unref);
  g_clear_pointer (&self->saved, risalah_document_unref);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (risalah_brief_saver_parent_class)->finalize (object);
}

static void
risalah_brief_saver_class_init (RisalahBriefSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = risalah_brief_saver_dispose;
  object_class->finalize = risalah_brief_saver_finalize;

  /**
   * RisalahBriefSaver::changed:
   *
   * The state is another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RISALAH_TYPE_BRIEF_SAVER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RisalahBriefSaver::saved-over:
   *
   * The brief had been saved elsewhere meanwhile; that text is a version now.
   */
  signals[SIGNAL_SAVED_OVER] = g_signal_new ("saved-over", RISALAH_TYPE_BRIEF_SAVER,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);
}

static void
risalah_brief_saver_init (RisalahBriefSaver *self)
{
  g_queue_init (&self->waiting);
}

/**
 * risalah_brief_saver_new:
 * @session: the session
 * @brief: the open brief
 * @saved: its document as the library holds it
 *
 * Returns: (transfer full): the saver
 */
RisalahBriefSaver *
risalah_brief_saver_new (RisalahSession *session, RisalahOpenBrief *brief, RisalahDocument *saved)
{
  RisalahBriefSaver *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session), NULL);
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (brief), NULL);
  g_return_val_if_fail (saved != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_BRIEF_SAVER, NULL);
  self->session = g_object_ref (session);
  self->brief = g_object_ref (brief);
  self->document = risalah_document_ref (saved);
  self->saved = risalah_document_ref (saved);
  return self;
}

/**
 * risalah_brief_saver_set_document:
 * @self: a saver
 * @document: what the editor shows now
 *
 * Has @document written within a second, whatever else is typed until then.
 */
void
risalah_brief_saver_set_document (RisalahBriefSaver *self, RisalahDocument *document)
{
  RisalahSaveState before;

  g_return_if_fail (RISALAH_IS_BRIEF_SAVER (self));
  g_return_if_fail (document != NULL);

  before = risalah_brief_saver_get_state (self);
  risalah_document_ref (document);
  g_clear_pointer (&self->document, risalah_document_unref);
  self->document = document;
  arm (self, DELAY_MS);
  if (risalah_brief_saver_get_state (self) != before)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * risalah_brief_saver_save_again:
 * @self: a saver
 *
 * Writes what the editor shows although it was written before: somebody else wrote over it.
 */
void
risalah_brief_saver_save_again (RisalahBriefSaver *self)
{
  g_return_if_fail (RISALAH_IS_BRIEF_SAVER (self));

  if (self->writing == NULL)
    write_document (self);
}

/**
 * risalah_brief_saver_get_state:
 * @self: a saver
 *
 * Returns: whether the brief is saved
 */
RisalahSaveState
risalah_brief_saver_get_state (RisalahBriefSaver *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_SAVER (self), RISALAH_SAVE_STATE_FAILED);

  if (self->writing != NULL)
    return RISALAH_SAVE_STATE_WRITING;
  if (self->document == self->saved)
    return RISALAH_SAVE_STATE_SAVED;
  return self->failure != NULL ? RISALAH_SAVE_STATE_FAILED : RISALAH_SAVE_STATE_PENDING;
}

/**
 * risalah_brief_saver_get_failure:
 * @self: a saver
 *
 * Returns: (nullable): why the last write failed, %NULL where it did not
 */
const char *
risalah_brief_saver_get_failure (RisalahBriefSaver *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_SAVER (self), NULL);

  return self->failure;
}

/**
 * risalah_brief_saver_save_async:
 * @self: a saver
 * @cancellable: (nullable): to stop waiting; what is being written is written
 * @callback: called when everything is saved, or could not be
 * @user_data: for @callback
 *
 * Writes now, for closing a brief and the window.
 */
void
risalah_brief_saver_save_async (RisalahBriefSaver *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RISALAH_IS_BRIEF_SAVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, risalah_brief_saver_save_async);
  g_queue_push_tail (&self->waiting, task);
  write_now (self);
}

/**
 * risalah_brief_saver_save_finish:
 * @self: a saver
 * @result: what the callback was given
 * @error: (nullable): why the brief could not be saved
 *
 * Returns: whether everything is saved
 */
gboolean
risalah_brief_saver_save_finish (RisalahBriefSaver *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
