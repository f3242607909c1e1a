/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the group "brief" that change the text: undo, marks, paragraph styles, blocks. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

void        risalah_brief_actions_add    (GActionMap    *map,
                                          RisalahEditor *editor);
void        risalah_brief_actions_update (GActionMap    *map,
                                          RisalahEditor *editor);
const char *risalah_brief_actions_style  (RisalahEditor *editor);

/* risalah-brief-quotation-actions.c */
void        risalah_brief_quotation_actions_add    (GActionMap    *map,
                                                    RisalahEditor *editor);
void        risalah_brief_quotation_actions_update (GActionMap    *map,
                                                    RisalahEditor *editor);

G_END_DECLS
