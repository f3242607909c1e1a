/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that the analyst does to events: a value that can be run, described and undone. */
#pragma once

#include "risalah-event-state.h"
#include "risalah-events.h"

G_BEGIN_DECLS

/* An act before it is done. */
typedef struct _RisalahEventAct RisalahEventAct;

/* All constructors: (transfer full). The arrays and values that they take are copied. */
RisalahEventAct *risalah_event_act_new_add       (const RisalahEvent    *event);
RisalahEventAct *risalah_event_act_new_change    (const RisalahEvent    *event);
RisalahEventAct *risalah_event_act_new_review    (const gint64          *events,
                                                  gsize                  n_events,
                                                  RisalahReview          review);
RisalahEventAct *risalah_event_act_new_date      (gint64                 event,
                                                  const char            *edtf,
                                                  RisalahEdtfMod         mod,
                                                  const char            *reason);
RisalahEventAct *risalah_event_act_new_merge     (gint64                 event,
                                                  gint64                 into);
RisalahEventAct *risalah_event_act_new_unmerge   (gint64                 event,
                                                  gint64                 from);
RisalahEventAct *risalah_event_act_new_split     (gint64                 event,
                                                  const gint64          *evidence,
                                                  gsize                  n_evidence);
RisalahEventAct *risalah_event_act_new_delete    (gint64                 event);
RisalahEventAct *risalah_event_act_new_evidence  (gint64                 event,
                                                  const RisalahEvidence *evidence);
RisalahEventAct *risalah_event_act_new_grade     (const RisalahEvidence *evidence,
                                                  RisalahVoice           voice,
                                                  guint8                 credibility);
RisalahEventAct *risalah_event_act_new_remove    (const RisalahEvidence *evidence);
/* Decides between what the evidence says of one field. */
RisalahEventAct *risalah_event_act_new_decide    (const RisalahEvidence *evidence);
void             risalah_event_act_free          (RisalahEventAct       *self);

/* The event that stands after the act: the one made, the one merged into, else the first. */
gboolean         risalah_event_act_run           (RisalahEventAct       *self,
                                                  RisalahConnection     *connection,
                                                  RisalahEventState    **before,
                                                  gint64                *event,
                                                  GError               **error);
/* What was done, as one sentence in the window's language. */
char            *risalah_event_act_describe      (const RisalahEventAct *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEventAct, risalah_event_act_free)

G_END_DECLS
