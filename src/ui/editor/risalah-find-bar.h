/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find and replace in the brief. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_FIND_BAR (risalah_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (RisalahFindBar, risalah_find_bar, RISALAH, FIND_BAR, GtkWidget)

void risalah_find_bar_set_editor (RisalahFindBar *self,
                                  RisalahEditor  *editor);
void risalah_find_bar_open       (RisalahFindBar *self);
void risalah_find_bar_close      (RisalahFindBar *self);
void risalah_find_bar_next       (RisalahFindBar *self,
                                  gboolean        forward);

G_END_DECLS
