/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief beside the other places: the open brief with its quote shelf, outline and check. */
#pragma once

#include <adwaita.h>

#include "risalah-check.h"
#include "risalah-editor.h"
#include "risalah-events.h"
#include "risalah-open-brief.h"
#include "risalah-quotation.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_BRIEF_DOCK (risalah_brief_dock_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBriefDock, risalah_brief_dock, RISALAH, BRIEF_DOCK, GtkWidget)

GtkWidget        *risalah_brief_dock_new              (RisalahSession         *session);
RisalahSession   *risalah_brief_dock_get_session      (RisalahBriefDock       *self);
void              risalah_brief_dock_set_session      (RisalahBriefDock       *self,
                                                       RisalahSession         *session);
RisalahOpenBrief *risalah_brief_dock_get_brief        (RisalahBriefDock       *self);
gboolean          risalah_brief_dock_holds_text       (RisalahBriefDock       *self);
RisalahEditor    *risalah_brief_dock_get_editor       (RisalahBriefDock       *self);
GActionGroup     *risalah_brief_dock_get_actions      (RisalahBriefDock       *self);
void              risalah_brief_dock_set_recent_menu  (RisalahBriefDock       *self,
                                                       GMenuModel             *menu);
void              risalah_brief_dock_open             (RisalahBriefDock       *self,
                                                       gint64                  id);
void              risalah_brief_dock_begin            (RisalahBriefDock       *self,
                                                       const char             *template_id,
                                                       const char             *title,
                                                       const char             *language);
void              risalah_brief_dock_close            (RisalahBriefDock       *self);
void              risalah_brief_dock_insert_quotation (RisalahBriefDock       *self,
                                                       const RisalahQuotation *quotation);
void              risalah_brief_dock_insert_citation  (RisalahBriefDock       *self,
                                                       const RisalahQuotation *passage);
void              risalah_brief_dock_show_finding     (RisalahBriefDock       *self,
                                                       RisalahDocument        *checked,
                                                       const RisalahFinding   *finding);
void              risalah_brief_dock_insert_event     (RisalahBriefDock       *self,
                                                       const RisalahEvent     *event);
void              risalah_brief_dock_save_async       (RisalahBriefDock       *self,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
gboolean          risalah_brief_dock_save_finish      (RisalahBriefDock       *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);

G_END_DECLS
