/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block holds, for the files that make and change blocks. */
#pragma once

#include "risalah-brief-block.h"

G_BEGIN_DECLS

struct _RisalahBriefBlock
{
  gatomicrefcount references;
  RisalahBriefBlockKind kind;
  guint level;
  gboolean boxed;
  char *id;
  char *section;
  char *role;
  char *language;
  char *extra;
  RisalahRichText *text;
  RisalahRichText *caption; /* (nullable): of tables and figures */
  GPtrArray *cells;         /* (element-type RisalahRichText) (nullable): of tables, by rows */
  guint n_rows;
  guint n_columns;
  gboolean has_header;
  RisalahFigure figure;
  RisalahGenerated generated;
  char *xml;
};

gboolean   risalah_brief_block_kind_is_object (RisalahBriefBlockKind    kind);
guint      risalah_brief_block_clamp_level    (RisalahBriefBlockKind    kind,
                                               guint                    level);
void       risalah_figure_copy_into           (RisalahFigure           *to,
                                               const RisalahFigure     *from);
void       risalah_figure_clear               (RisalahFigure           *figure);
GPtrArray *risalah_brief_block_new_cells      (guint                    n_cells,
                                               RisalahRichText * const *cells);

G_END_DECLS
