/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreed terms of the glossary for the words at the cursor. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

void risalah_term_menu_popup  (RisalahEditor *editor,
                               GtkWidget     *parent);
void risalah_term_menu_insert (RisalahEditor *editor,
                               const char    *term);

G_END_DECLS
