/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of a document: unlimited, one step an act, typing in words. */
#pragma once

#include "risalah-edit.h"

G_BEGIN_DECLS

/**
 * RisalahHistory:
 *
 * Holds the current document and every step that led to it. A step keeps only the blocks that it
 * changed, before and after, with both cursors, so that it costs what was changed.
 */
typedef struct _RisalahHistory RisalahHistory;

RisalahHistory        *risalah_history_new          (RisalahDocument       *document,
                                                     const RisalahPosition *cursor);
void                   risalah_history_free         (RisalahHistory        *self);
gboolean               risalah_history_push         (RisalahHistory        *self,
                                                     const RisalahEdit     *edit);
void                   risalah_history_end_group    (RisalahHistory        *self);
gboolean               risalah_history_undo         (RisalahHistory        *self);
gboolean               risalah_history_redo         (RisalahHistory        *self);
gboolean               risalah_history_can_undo     (const RisalahHistory  *self);
gboolean               risalah_history_can_redo     (const RisalahHistory  *self);
RisalahDocument       *risalah_history_get_document (const RisalahHistory  *self);
const RisalahPosition *risalah_history_get_cursor   (const RisalahHistory  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahHistory, risalah_history_free)

G_END_DECLS
