/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups that are made by themselves: one when the last is old enough, the newest ten kept. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_SCHEDULED_BACKUPS_KEPT 10

/* @folder may be NULL or "" (the library's own); @today may be NULL (the clock's). */
gboolean risalah_session_back_up_when_due        (RisalahSession       *self,
                                                  const char           *folder,
                                                  guint                 days,
                                                  const char           *today,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
void     risalah_session_back_up_when_due_async  (RisalahSession       *self,
                                                  const char           *folder,
                                                  guint                 days,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean risalah_session_back_up_when_due_finish (RisalahSession       *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
