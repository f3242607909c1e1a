/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief that is open: which one, which revision was read, and its document. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

typedef struct _RisalahDocument RisalahDocument;

#define RISALAH_TYPE_OPEN_BRIEF (risalah_open_brief_get_type ())
G_DECLARE_FINAL_TYPE (RisalahOpenBrief, risalah_open_brief, RISALAH, OPEN_BRIEF, GObject)

gint64            risalah_open_brief_get_id          (RisalahOpenBrief     *self);
const char       *risalah_open_brief_get_uid         (RisalahOpenBrief     *self);
/* The document as it was read or last saved; the editor holds the one being edited. */
RisalahDocument  *risalah_open_brief_get_document    (RisalahOpenBrief     *self);
gint64            risalah_open_brief_get_revision    (RisalahOpenBrief     *self);
/* Microseconds since 1970 UTC, of the revision that was read or last saved. */
gint64            risalah_open_brief_get_modified    (RisalahOpenBrief     *self);
RisalahOpenBrief *risalah_open_brief_get_conflict    (RisalahOpenBrief     *self);
void              risalah_open_brief_follow          (RisalahOpenBrief     *self,
                                                      RisalahOpenBrief     *theirs);

/* @template_id is "T1" … "T5"; @title and @language may be NULL (template's name; the session's defaults). */
RisalahOpenBrief *risalah_session_new_brief          (RisalahSession       *self,
                                                      const char           *template_id,
                                                      const char           *title,
                                                      const char           *language,
                                                      GError              **error);
void              risalah_session_new_brief_async    (RisalahSession       *self,
                                                      const char           *template_id,
                                                      const char           *title,
                                                      const char           *language,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
RisalahOpenBrief *risalah_session_new_brief_finish   (RisalahSession       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

RisalahOpenBrief *risalah_session_open_brief         (RisalahSession       *self,
                                                      gint64                id,
                                                      GError              **error);
void              risalah_session_open_brief_async   (RisalahSession       *self,
                                                      gint64                id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
RisalahOpenBrief *risalah_session_open_brief_finish  (RisalahSession       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/* A brief from a document that was imported or made by hand. */
RisalahOpenBrief *risalah_session_add_brief          (RisalahSession       *self,
                                                      RisalahDocument      *document,
                                                      GError              **error);

/* Stores @document as the brief's next revision. Where somebody else saved in between, theirs is
 * kept as a version and ours becomes current; risalah_open_brief_get_conflict() tells. One
 * save of a brief at a time: start the next when the last has finished. */
gboolean          risalah_session_save_brief         (RisalahSession       *self,
                                                      RisalahOpenBrief     *brief,
                                                      RisalahDocument      *document,
                                                      GError              **error);
void              risalah_session_save_brief_async   (RisalahSession       *self,
                                                      RisalahOpenBrief     *brief,
                                                      RisalahDocument      *document,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean          risalah_session_save_brief_finish  (RisalahSession       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
