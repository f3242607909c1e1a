/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place that lists the briefs: open, begin, rename, delete. */
#pragma once

#include <adwaita.h>

#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_BRIEFS_PLACE (risalah_briefs_place_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBriefsPlace, risalah_briefs_place, RISALAH, BRIEFS_PLACE, GtkWidget)

GtkWidget      *risalah_briefs_place_new         (RisalahSession     *session);
void            risalah_briefs_place_set_session (RisalahBriefsPlace *self,
                                                  RisalahSession     *session);
GMenuModel     *risalah_briefs_place_get_recent_menu (RisalahBriefsPlace *self);
void            risalah_briefs_place_refresh     (RisalahBriefsPlace *self);

G_END_DECLS
