/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a letterhead: shown, chosen, taken away. */
#pragma once

#include <adwaita.h>

#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_LOGO_ROW (risalah_logo_row_get_type ())
G_DECLARE_FINAL_TYPE (RisalahLogoRow, risalah_logo_row, RISALAH, LOGO_ROW, AdwActionRow)

void        risalah_logo_row_set_logo (RisalahLogoRow *self,
                                       RisalahSession *session,
                                       const char     *hash);
const char *risalah_logo_row_get_logo (RisalahLogoRow *self);
void        risalah_logo_row_load     (RisalahLogoRow *self,
                                       GFile          *file);

G_END_DECLS
