/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst did to events while the library was open, one after the other, to be undone. */
#pragma once

#include <gio/gio.h>

#include "risalah-event-act.h"
#include "risalah-library.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_HISTORY (risalah_event_history_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventHistory, risalah_event_history, RISALAH, EVENT_HISTORY, GObject)

/* Signal "acted" (const char *what, gboolean undone), after each act, undone or not. */

RisalahEventHistory *risalah_event_history_new         (RisalahLibrary       *library);
void                 risalah_event_history_act_async   (RisalahEventHistory  *self,
                                                        RisalahEventAct      *act,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
void                 risalah_event_history_undo_async  (RisalahEventHistory  *self,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
void                 risalah_event_history_redo_async  (RisalahEventHistory  *self,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
/* Of all three: the event to look at now, 0 on an error or where there was nothing to do. */
gint64               risalah_event_history_finish      (RisalahEventHistory  *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);
gboolean             risalah_event_history_can_undo    (RisalahEventHistory  *self);
gboolean             risalah_event_history_can_redo    (RisalahEventHistory  *self);

G_END_DECLS
