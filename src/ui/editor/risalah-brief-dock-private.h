/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dock's files share among themselves. */
#pragma once

#include "risalah-brief-dock.h"
#include "risalah-brief-saver.h"
#include "risalah-check-panel.h"
#include "risalah-find-bar.h"
#include "risalah-format-bar.h"
#include "risalah-library.h"
#include "risalah-outline.h"
#include "risalah-quotation-popover.h"
#include "risalah-quote-shelf.h"

G_BEGIN_DECLS

struct _RisalahBriefDock
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkMenuButton *recent_button;
  GtkStack *pages;
  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkLabel *saved_label;
  GtkButton *problems_button;
  GtkRevealer *changes_bar;
  GtkLabel *changes_label;
  RisalahFormatBar *format_bar;
  RisalahFindBar *find_bar;
  RisalahEditor *editor;
  RisalahOutline *outline;
  RisalahQuoteShelf *shelf;
  RisalahCheckPanel *check;
  GtkStackPage *check_page;
  RisalahQuotationPopover *popover;

  RisalahSession *session;
  GSettings *settings;             /* (nullable) where the schema is installed */
  RisalahOpenBrief *brief;         /* (nullable) */
  RisalahBriefSaver *saver;        /* (nullable) of @brief */
  GSimpleActionGroup *actions;
  GCancellable *opening;           /* (nullable) of the brief that is being opened */
  RisalahQuotation *awaited;       /* (nullable) goes into the brief that is being opened */
  gboolean awaited_is_citation;
  RisalahEvent *awaited_event;     /* (nullable) likewise */
  gboolean awaits_title;           /* the title is selected once the brief is there */
  guint counts_timer;
  RisalahLibrary *library;         /* (nullable) whose changes are listened to */
  RisalahOpenBrief *theirs;        /* (nullable) the brief as it was saved elsewhere */
  RisalahDocument *refused;        /* (nullable) what the analyst did not want of that */
  gboolean is_looking;             /* whether the brief was saved elsewhere */
  gboolean must_look_again; /* something changed while it looked */
  GtkWidget *pair;                 /* (nullable) weak: the window with both versions */
  gint64 looked_from;              /* the revision that was ours then */
  guint passages_timer;
  GCancellable *reading;           /* (nullable) of the passages */
  char *passages_sum;              /* (nullable) of what was read last */
};

void risalah_brief_dock_show_brief   (RisalahBriefDock *self,
                                      RisalahOpenBrief *brief);
void risalah_brief_dock_update       (RisalahBriefDock *self);
void risalah_brief_dock_update_status (RisalahBriefDock *self);
void risalah_brief_dock_edit_title   (RisalahBriefDock *self);
void risalah_brief_dock_read_passages (RisalahBriefDock *self);
void risalah_brief_dock_passages_changed (RisalahBriefDock *self);
void risalah_brief_dock_forget_passages (RisalahBriefDock *self);
void risalah_brief_dock_add_actions  (RisalahBriefDock *self);
void risalah_brief_dock_add_delivery (RisalahBriefDock *self);
gboolean risalah_brief_dock_present_pair (RisalahBriefDock *self,
                                      gint64            id);
void risalah_brief_dock_save_pair    (RisalahBriefDock *self,
                                      GTask            *task);
void risalah_brief_dock_add_pair     (RisalahBriefDock *self);
void risalah_brief_dock_add_changes  (RisalahBriefDock *self);
void risalah_brief_dock_follow_library (RisalahBriefDock *self,
                                      RisalahLibrary   *library);
void risalah_brief_dock_forget_changes (RisalahBriefDock *self);
void risalah_brief_dock_saved_over   (RisalahBriefDock *self);

G_END_DECLS
