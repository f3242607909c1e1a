/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet is a window that stands before another and waits for an answer. What all of them share. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_SHEET (risalah_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSheet, risalah_sheet, RISALAH, SHEET, AdwWindow)

AdwWindow *risalah_sheet_new           (GtkWindow      *parent,
                                        const char     *title,
                                        int             width,
                                        int             height);
void       risalah_sheet_class_prepare (GtkWidgetClass *widget_class,
                                        const char     *escape);
void       risalah_sheet_add_help      (GtkWidget      *window);

G_END_DECLS
