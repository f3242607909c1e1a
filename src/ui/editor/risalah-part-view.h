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
GtkWidget *risalah_part_view_new_caption (RisalahEditor  *editor,
                                       GtkTextChildAnchor *anchor);
guint      risalah_part_view_get_part (RisalahPartView    *self);
gboolean   risalah_part_view_get_position  (RisalahPartView    *self,
                                            const GtkTextIter  *iter,
                                            RisalahPosition    *at);
gboolean   risalah_part_view_get_selection (RisalahPartView    *self,
                                            RisalahPosition    *from,
                                            RisalahPosition    *to);
void       risalah_part_view_select        (RisalahPartView    *self,
                                            guint               from,
                                            guint               to);
void       risalah_part_view_number        (RisalahPartView    *self,
                                            guint              *number);
void       risalah_part_view_show          (RisalahPartView    *self,
                                            RisalahRichText    *text);

G_END_DECLS
