/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session's operations get a thread of their own for their _async form. */
#pragma once

#include "risalah-importer.h"
#include "risalah-hyphenation.h"
#include "risalah-session.h"
#include "risalah-template.h"

G_BEGIN_DECLS

/* The synchronous form of an operation; returns its result, NULL with @error on a failure. Where
 * there may be nothing to return, NULL without an error says so. */
typedef gpointer (*RisalahSessionWork) (RisalahSession *self, gpointer data, GError **error);

void              risalah_session_run_async     (RisalahSession       *self,
                                                 gpointer              source_tag,
                                                 RisalahSessionWork    work,
                                                 gpointer              data,
                                                 GDestroyNotify        free_data,
                                                 GDestroyNotify        free_result,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gpointer          risalah_session_run_finish    (RisalahSession       *self,
                                                 gpointer              source_tag,
                                                 GAsyncResult         *result,
                                                 GError              **error);

RisalahAnalysis  *risalah_session_analyse       (const RisalahArticle *article,
                                                 const RisalahLexicon *lexicon);
RisalahHyphenation *risalah_session_get_hyphenation (RisalahSession    *self);

G_END_DECLS
