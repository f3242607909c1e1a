/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure of the brief, as it stands in the text: its picture, its caption and what can be done
 * to it. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_FIGURE_BLOCK (risalah_figure_block_get_type ())
G_DECLARE_FINAL_TYPE (RisalahFigureBlock, risalah_figure_block, RISALAH, FIGURE_BLOCK, GtkWidget)

GtkWidget *risalah_figure_block_new        (RisalahEditor         *editor,
                                            GtkTextChildAnchor    *anchor);
void       risalah_figure_block_set_block  (RisalahFigureBlock    *self,
                                            RisalahBriefBlock     *block);
gboolean   risalah_figure_block_is_drawn   (RisalahFigureBlock    *self);

/* risalah-figure-insert.c */
void       risalah_figure_choose_file      (RisalahEditor         *editor);
void       risalah_figure_insert_file      (RisalahEditor         *editor,
                                            const RisalahPosition *at,
                                            GFile                 *file);
void       risalah_figure_insert_bytes     (RisalahEditor         *editor,
                                            const RisalahPosition *at,
                                            GBytes                *bytes,
                                            const char            *name);
void       risalah_figure_insert_timeline  (RisalahEditor         *editor);
void       risalah_figure_insert_view      (RisalahEditor         *editor,
                                            const RisalahFigure   *figure);
gboolean   risalah_figure_edit             (RisalahEditor         *editor,
                                            guint                  block);

G_END_DECLS
