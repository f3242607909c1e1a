/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help's window: contents and search on one side, a page on the other. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_HELP_WINDOW (risalah_help_window_get_type ())
G_DECLARE_FINAL_TYPE (RisalahHelpWindow, risalah_help_window, RISALAH, HELP_WINDOW, AdwWindow)

GtkWidget  *risalah_help_window_new      (GtkApplication    *application);
void        risalah_help_window_show     (RisalahHelpWindow *self,
                                          const char        *link);
const char *risalah_help_window_get_page (RisalahHelpWindow *self);

G_END_DECLS
