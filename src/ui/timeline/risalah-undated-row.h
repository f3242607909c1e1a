/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event that needs a date: the words that were found, and when it was reported. */
#pragma once

#include "risalah-lazy-row.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_UNDATED_ROW (risalah_undated_row_get_type ())
G_DECLARE_FINAL_TYPE (RisalahUndatedRow, risalah_undated_row, RISALAH, UNDATED_ROW, RisalahLazyRow)

G_END_DECLS
