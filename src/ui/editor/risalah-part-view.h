/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text within an object of the brief: a table's cell, a caption. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_PART_VIEW (risalah_part_view_get_type ())
G_DECLARE_FINAL_TYPE (RisalahPartView, risalah_part_view, RISALAH, PART_VIEW, GtkTextView)

GtkWidget *risalah_part_view_new      (RisalahEditor      *editor,
                                       GtkTextChildAnchor *anchor,
                                       guint               part);
guint      risalah_part_view_get_part (RisalahPartView    *self);
void       risalah_part_view_set_part (RisalahPartView    *self,
                                       guint               part);
void       risalah_part_view_show     (RisalahPartView    *self,
                                       RisalahRichText    *text);

G_END_DECLS
