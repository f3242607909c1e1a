/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps an open brief on disk: a throttle, so that constant typing cannot put it off. */
#pragma once

#include "risalah-editor.h"
#include "risalah-open-brief.h"

G_BEGIN_DECLS

/**
 * RisalahSaveState:
 * @RISALAH_SAVE_STATE_SAVED: what the editor shows is in the library
 * @RISALAH_SAVE_STATE_PENDING: there are changes that will be written within a second
 * @RISALAH_SAVE_STATE_WRITING: they are being written
 * @RISALAH_SAVE_STATE_FAILED: they could not be written; it is tried again
 */
typedef enum
{
  RISALAH_SAVE_STATE_SAVED,
  RISALAH_SAVE_STATE_PENDING,
  RISALAH_SAVE_STATE_WRITING,
  RISALAH_SAVE_STATE_FAILED,
} RisalahSaveState;

#define RISALAH_TYPE_BRIEF_SAVER (risalah_brief_saver_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBriefSaver, risalah_brief_saver, RISALAH, BRIEF_SAVER, GObject)

RisalahBriefSaver *risalah_brief_saver_new          (RisalahSession      *session,
                                                     RisalahOpenBrief    *brief,
                                                     RisalahDocument     *saved);
void               risalah_brief_saver_set_document (RisalahBriefSaver   *self,
                                                     RisalahDocument     *document);
void               risalah_brief_saver_save_again   (RisalahBriefSaver   *self);
RisalahSaveState   risalah_brief_saver_get_state    (RisalahBriefSaver   *self);
const char        *risalah_brief_saver_get_failure  (RisalahBriefSaver   *self);
void               risalah_brief_saver_save_async   (RisalahBriefSaver   *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean           risalah_brief_saver_save_finish  (RisalahBriefSaver   *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

G_END_DECLS
