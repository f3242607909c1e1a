/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event in the list: when, what, who, and the words that prove it. */
#pragma once

#include "risalah-lazy-row.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_CARD (risalah_event_card_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventCard, risalah_event_card, RISALAH, EVENT_CARD, RisalahLazyRow)

G_END_DECLS
