/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's acts on events, from any widget in the window; failures are said in passing. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-event-act.h"
#include "risalah-library.h"
#include "risalah-session.h"

G_BEGIN_DECLS

/**
 * RisalahEventLoadedFunc:
 * @event: (transfer none): the event with its evidence
 * @data: the caller's
 */
typedef void (*RisalahEventLoadedFunc) (const RisalahEvent *event, gpointer data);

void          risalah_event_acting_do          (GtkWidget              *widget,
                                                RisalahSession         *session,
                                                RisalahEventAct        *act);
void          risalah_event_acting_undo        (GtkWidget              *widget,
                                                RisalahSession         *session);
void          risalah_event_acting_redo        (GtkWidget              *widget,
                                                RisalahSession         *session);
void          risalah_event_acting_read_async  (RisalahSession         *session,
                                                gint64                  event,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);
RisalahEvent *risalah_event_acting_read_finish (RisalahLibrary         *library,
                                                GAsyncResult           *result,
                                                GError                **error);
/* Calls @loaded unless the event is gone; @owner is kept alive until then. */
void          risalah_event_acting_load        (GtkWidget              *owner,
                                                RisalahSession         *session,
                                                gint64                  event,
                                                RisalahEventLoadedFunc  loaded,
                                                gpointer                data);

G_END_DECLS
