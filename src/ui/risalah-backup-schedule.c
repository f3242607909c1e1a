/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the session for a backup at the start and once on each day after it. It looks at the clock
 * every hour, as a machine that slept over night does not count the hours. */

#include "risalah-backup-schedule.h"

#include "risalah-messages.h"
#include "risalah-scheduled-backup.h"

#define LOOK_SECONDS (60 * 60)

struct _RisalahBackupSchedule
{
  GObject parent_instance;

  RisalahSession *session;
  GSettings *settings;
  GtkWidget *widget; /* weak: says what went wrong */
  GCancellable *running;
  guint timer;
  char *asked; /* the day of the last attempt */
};

G_DEFINE_FINAL_TYPE (RisalahBackupSchedule, risalah_backup_schedule, G_TYPE_OBJECT)

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBackupSchedule) self = data;
  g_autoptr (GError) error = NULL;

  if (!risalah_session_back_up_when_due_finish (RISALAH_SESSION (source), result, &error)
      && !risalah_messages_was_cancelled (error) && self->widget != NULL)
    risalah_messages_show (self->widget, error->message);
}

static void
ask_once_a_day (RisalahBackupSchedule *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");
  int days = g_settings_get_int (self->settings, "backup-days");

  if (g_strcmp0 (today, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_steal_pointer (&today);
  risalah_session_back_up_when_due_async (self->session, folder, (guint)days, self->running,
                                          backed_up_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer data)
{
  ask_once_a_day (data);
  return G_SOURCE_CONTINUE;
}

static void
risalah_backup_schedule_dispose (GObject *object)
{
  RisalahBackupSchedule *self = RISALAH_BACKUP_SCHEDULE (object);

  risalah_backup_schedule_stop (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_object (&self->running);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (risalah_backup_schedule_parent_class)->dispose (object);
}

static void
risalah_backup_schedule_class_init (RisalahBackupScheduleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_backup_schedule_dispose;
}

static void
risalah_backup_schedule_init (RisalahBackupSchedule *self)
{
  self->running = g_cancellable_new ();
}

/**
 * risalah_backup_schedule_new:
 * @session: the session
 * @settings: which folder, and how many days between two backups
 * @widget: a widget in the window, which shows what went wrong; not kept alive
 *
 * Asks for the first backup at once.
 *
 * Returns: (transfer full): the schedule
 */
RisalahBackupSchedule *
risalah_backup_schedule_new (RisalahSession *session, GSettings *settings, GtkWidget *widget)
{
  RisalahBackupSchedule *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (RISALAH_TYPE_BACKUP_SCHEDULE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  g_set_weak_pointer (&self->widget, widget);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  ask_once_a_day (self);
  return self;
}

/**
 * risalah_backup_schedule_stop:
 * @self: a schedule
 *
 * Asks no more, and stops a backup that is being made.
 */
void
risalah_backup_schedule_stop (RisalahBackupSchedule *self)
{
  g_return_if_fail (RISALAH_IS_BACKUP_SCHEDULE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}
