/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the edit commands share. */
#pragma once

#include "risalah-edit.h"

G_BEGIN_DECLS

/* A stretch of one part's text. */
typedef struct
{
  guint block;
  guint part;
  guint start;
  guint end;
} RisalahStretch;

RisalahPosition    risalah_edit_clamp          (RisalahDocument       *document,
                                                const RisalahPosition *at);
void               risalah_edit_clamp_range    (RisalahDocument       *document,
                                                const RisalahPosition *start,
                                                const RisalahPosition *end,
                                                RisalahPosition       *from,
                                                RisalahPosition       *to);
RisalahEdit        risalah_edit_refused        (RisalahDocument       *document,
                                                const RisalahPosition *at,
                                                RisalahEditOutcome     outcome);
RisalahEdit        risalah_edit_take           (RisalahDocument       *old,
                                                RisalahDocument       *document,
                                                const RisalahPosition *from,
                                                RisalahPosition        cursor);
RisalahDocument   *risalah_edit_with_part      (RisalahDocument       *document,
                                                const RisalahPosition *at,
                                                RisalahRichText       *text);
RisalahDocument   *risalah_edit_with_block     (RisalahDocument       *document,
                                                guint                  index,
                                                RisalahBriefBlock     *block);
RisalahRichText   *risalah_edit_fit_quotations (RisalahRichText       *text,
                                                RisalahBriefBlockKind  kind,
                                                guint                 *cursor);
RisalahBriefBlock *risalah_edit_new_block_like (RisalahBriefBlock     *like,
                                                RisalahBriefBlockKind  kind,
                                                guint                  level,
                                                RisalahRichText       *text);
RisalahRichText   *risalah_edit_delete_unlocked (RisalahRichText      *text,
                                                guint                  start,
                                                guint                  end,
                                                guint                 *cursor);
GArray            *risalah_edit_get_stretches  (RisalahDocument       *document,
                                                const RisalahPosition *start,
                                                const RisalahPosition *end);
RisalahRichText   *risalah_edit_dup_typed      (RisalahRichText       *text,
                                                guint                  offset,
                                                const char            *typed);
RisalahRichText   *risalah_edit_with_use       (RisalahRichText       *text,
                                                const RisalahMark     *mark,
                                                RisalahQuotationUse   *use);
RisalahRichText   *risalah_edit_with_blanks    (RisalahRichText       *text,
                                                guint                  offset,
                                                RisalahRichText       *words);
gboolean           risalah_edit_is_empty_paragraph (RisalahBriefBlock *block);

G_END_DECLS
