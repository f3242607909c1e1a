/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source in the list: title, publisher, date and grade, and the passage that matched. */
#pragma once

#include "risalah-lazy-row.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_SOURCE_CARD (risalah_source_card_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSourceCard, risalah_source_card, RISALAH, SOURCE_CARD, RisalahLazyRow)

G_END_DECLS
