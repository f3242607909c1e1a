/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu that opens at the editor's cursor. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

void risalah_editor_menu_popup (RisalahEditor *editor,
                                GtkWidget     *parent,
                                GMenuModel    *menu);

G_END_DECLS
