/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a note: asked for when one is put in, shown when one is clicked. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

void risalah_note_dialog_insert (RisalahEditor         *editor);
void risalah_note_dialog_edit   (RisalahEditor         *editor,
                                 const RisalahPosition *at);

G_END_DECLS
