/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table or a figure of the brief, as it stands in the text: its cells and its caption. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_TABLE_BLOCK (risalah_table_block_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTableBlock, risalah_table_block, RISALAH, TABLE_BLOCK, GtkWidget)

GtkWidget *risalah_table_block_new       (RisalahEditor      *editor,
                                          GtkTextChildAnchor *anchor);
void       risalah_table_block_set_block (RisalahTableBlock  *self,
                                          RisalahBriefBlock  *block);

G_END_DECLS
