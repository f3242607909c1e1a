/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What some events were at one moment, to be put back: what undoing an act on events needs. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

typedef struct _RisalahEventState RisalahEventState;

/* @ids: (element-type gint64): those that an act will change. Events that are merged into them are
 * kept too. */
RisalahEventState *risalah_event_state_take     (RisalahConnection  *connection,
                                                 GArray             *ids,
                                                 GError            **error);
/* An event that the act made: putting the state back deletes it. */
void               risalah_event_state_add_made (RisalahEventState  *self,
                                                 gint64              id);
/* Puts @self back, and returns what the same events were until then, to be put back in turn. */
RisalahEventState *risalah_event_state_exchange (RisalahConnection  *connection,
                                                 RisalahEventState  *self,
                                                 GError            **error);
/* (element-type gint64): the events that it holds. */
void               risalah_event_state_free     (RisalahEventState  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEventState, risalah_event_state_free)

G_END_DECLS
