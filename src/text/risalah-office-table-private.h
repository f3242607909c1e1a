/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow is made of: its blocks, and the tables that are still open. */
#pragma once

#include "risalah-office-flow.h"

G_BEGIN_DECLS

typedef struct
{
  RisalahBlockType type;
  guint8 level;
  gboolean dropped;
  gboolean is_title;
  gboolean is_note;
  char *text;
  gsize length;
} RisalahOfficeBlock;

typedef struct _RisalahOfficeTable RisalahOfficeTable;

void                risalah_office_block_free     (gpointer                      block);
void                risalah_office_block_add      (GPtrArray                    *blocks,
                                                   const char                   *text,
                                                   gsize                         length,
                                                   const RisalahOfficeParagraph *what);

RisalahOfficeTable *risalah_office_table_new      (void);
void                risalah_office_table_free     (RisalahOfficeTable           *self);
void                risalah_office_table_add_row  (RisalahOfficeTable           *self);
void                risalah_office_table_add_cell (RisalahOfficeTable           *self,
                                                   GPtrArray                    *blocks,
                                                   guint                         columns);
void                risalah_office_table_finish   (RisalahOfficeTable           *self,
                                                   GPtrArray                    *out);

G_END_DECLS
