/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When backups are made by themselves. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_BACKUP_SCHEDULE (risalah_backup_schedule_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBackupSchedule, risalah_backup_schedule, RISALAH, BACKUP_SCHEDULE,
                      GObject)

RisalahBackupSchedule *risalah_backup_schedule_new  (RisalahSession        *session,
                                                     GSettings             *settings,
                                                     GtkWidget             *widget);
void                   risalah_backup_schedule_stop (RisalahBackupSchedule *self);

G_END_DECLS
