/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps two briefs at the same section while one of them is scrolled. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_SECTION_LINK (risalah_section_link_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSectionLink, risalah_section_link, RISALAH, SECTION_LINK, GObject)

RisalahSectionLink *risalah_section_link_new        (RisalahEditor      *first,
                                                     RisalahEditor      *second);
void                risalah_section_link_set_active (RisalahSectionLink *self,
                                                     gboolean            active);
void                risalah_section_link_step       (RisalahSectionLink *self,
                                                     int                 by);
gint                risalah_section_link_match      (RisalahDocument    *from,
                                                     guint               heading,
                                                     RisalahDocument    *to);

G_END_DECLS
