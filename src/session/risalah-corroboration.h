/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an event is supported, in words: how many articles tell it, how many of them on their
 * own, and how they are graded. */
#pragma once

#include "risalah-events.h"

G_BEGIN_DECLS

char       *risalah_corroboration_count   (const RisalahEvent *event);
char       *risalah_corroboration_grades  (const RisalahEvent *event);
char       *risalah_evidence_grade        (const RisalahEvidence *evidence);
/* When the event's earliest article was published; of an event without a date. */
const char *risalah_corroboration_get_reported (const RisalahEvent *event);
/* Whether what the evidence says of a field differs and nobody has decided. */
gboolean    risalah_corroboration_is_contested (const RisalahEvent *event,
                                                const char         *field);

G_END_DECLS
