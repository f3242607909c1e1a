/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event in words, the same on the card, in the table, in the review and for a screen reader. */
#pragma once

#include "risalah-events.h"
#include "risalah-names.h"

G_BEGIN_DECLS

/* All: (transfer full). */
char *risalah_event_words_date     (RisalahNames          *names,
                                    const RisalahEvent    *event);
char *risalah_event_words_parties  (RisalahNames          *names,
                                    const RisalahEvent    *event);
char *risalah_event_words_about    (RisalahNames          *names,
                                    const RisalahEvent    *event);
char *risalah_event_words_status   (const RisalahEvent    *event);
char *risalah_event_words_spoken   (RisalahNames          *names,
                                    const RisalahEvent    *event);
char *risalah_event_words_source   (RisalahNames          *names,
                                    const RisalahEvidence *evidence);
/* (transfer none) (nullable): the sentence that tells it, else the first evidence there is. */
const RisalahEvidence *
      risalah_event_words_get_main (const RisalahEvent    *event);
/* Pango markup: its words, with those that other evidence of the event stands on marked. */
char *risalah_event_words_marked   (const RisalahEvent    *event,
                                    const RisalahEvidence *evidence);

G_END_DECLS
