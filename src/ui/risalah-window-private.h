/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's files share. */
#pragma once

#include "risalah-backup-schedule.h"
#include "risalah-brief-dock.h"
#include "risalah-briefs-place.h"
#include "risalah-import-banner.h"
#include "risalah-names.h"
#include "risalah-sources-place.h"
#include "risalah-timeline-place.h"
#include "risalah-window.h"

G_BEGIN_DECLS

struct _RisalahWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  RisalahAdaptiveBin *bin;
  AdwHeaderBar *header;
  GtkWidget *back_button;
  GtkWidget *search_button;
  GtkMenuButton *menu_button;
  GtkStack *title_stack;
  GtkBox *banners;
  GtkStack *body;
  GtkSpinner *opening_spinner;
  AdwStatusPage *failed_page;
  GtkPaned *split;
  AdwViewStack *places;
  AdwBin *dock_bin;
  AdwViewSwitcherBar *switcher_bar;

  GSettings *settings;
  RisalahSession *session;
  RisalahNames *names;
  RisalahSourcesPlace *sources;
  RisalahTimelinePlace *timeline;
  RisalahBriefsPlace *briefs;
  RisalahBriefDock *dock;
  RisalahImportBanner *banner;
  AdwToast *event_toast; /* weak: what was done to events last */
  RisalahBackupSchedule *backups; /* (nullable): none without settings */
  gboolean dock_visible; /* beside the places */
  gboolean dock_page;    /* in a narrow window, instead of them */
  gboolean is_saved; /* what was unsaved is saved: the window may close */
};

void risalah_window_accept_drops    (RisalahWindow *self);
void risalah_window_actions_install (RisalahWindow *self);
void risalah_window_actions_enable  (RisalahWindow *self);
gboolean risalah_window_is_dock_visible (RisalahWindow *self);
void risalah_window_set_dock_visible (RisalahWindow *self,
                                      gboolean       visible);
void risalah_window_show_place      (RisalahWindow *self,
                                     const char    *place);
void risalah_window_dossiers_install (RisalahWindow *self);
void risalah_window_events_install  (RisalahWindow *self);
void risalah_window_fold            (RisalahWindow *self);
void risalah_window_quote           (RisalahWindow *self,
                                     gboolean       cites);
void risalah_window_take_passage    (RisalahWindow *self,
                                     const RisalahQuotation *passage,
                                     gboolean       cites);

G_END_DECLS
