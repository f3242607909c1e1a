/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the scenes share. */
#pragma once

#include "risalah-brief-block.h"
#include "scenes.h"

/* What the application says of itself, as it says it. */
#define _(text) scene_translate (text)

const char    *scene_translate     (const char            *text);
void           scene_show_place    (WindowFixture         *fixture,
                                    const char            *place);
void           scene_show_page     (WindowFixture         *fixture,
                                    const char            *page);
void           scene_act_on_brief  (WindowFixture         *fixture,
                                    const char            *action);
RisalahEditor *scene_get_editor    (WindowFixture         *fixture);
guint          scene_find_block    (WindowFixture         *fixture,
                                    RisalahBriefBlockKind  kind);
void           scene_insert_figure (WindowFixture         *fixture);
