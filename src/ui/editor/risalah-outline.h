/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief's headings: jumps to them and moves whole sections. */
#pragma once

#include "risalah-editor.h"
#include "risalah-template.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_OUTLINE (risalah_outline_get_type ())
G_DECLARE_FINAL_TYPE (RisalahOutline, risalah_outline, RISALAH, OUTLINE, GtkWidget)

void risalah_outline_set_editor   (RisalahOutline        *self,
                                   RisalahEditor         *editor);
void risalah_outline_set_template (RisalahOutline        *self,
                                   const RisalahTemplate *template);

G_END_DECLS
