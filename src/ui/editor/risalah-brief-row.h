/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as one row of the list of briefs. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-briefs.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_BRIEF_ITEM (risalah_brief_item_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBriefItem, risalah_brief_item, RISALAH, BRIEF_ITEM, GObject)

RisalahBriefItem         *risalah_brief_item_new        (RisalahBriefRecord *record);
const RisalahBriefRecord *risalah_brief_item_get_record (RisalahBriefItem   *self);

#define RISALAH_TYPE_BRIEF_ROW (risalah_brief_row_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBriefRow, risalah_brief_row, RISALAH, BRIEF_ROW, GtkWidget)

GtkWidget *risalah_brief_row_new       (void);
void       risalah_brief_row_set_brief (RisalahBriefRow          *self,
                                        const RisalahBriefRecord *record);

G_END_DECLS
