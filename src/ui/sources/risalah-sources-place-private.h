/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the place for sources share. */
#pragma once

#include "risalah-sources-place.h"

G_BEGIN_DECLS

struct _RisalahSourcesPlace
{
  GtkWidget parent_instance;

  GtkStack *pages;
  GtkPaned *panes;
  GtkWidget *list_pane;
  GtkSearchEntry *entry;
  GtkMenuButton *filter_button;
  GtkFlowBox *chips;
  GtkLabel *count;
  GtkMenuButton *dossier_button;
  GtkStack *list_pages;
  AdwStatusPage *nothing_page;
  GtkListView *list;
  RisalahReader *reader;

  RisalahNames *names;
  RisalahSourceSearch *search;
  GtkSingleSelection *selection;
  char *sort;
  gboolean folded;
  gboolean reading; /* folded, the reader is the one shown */
  gboolean selecting;
  gboolean was_at_top; /* before the list changed */
};


void risalah_sources_place_watch_search (RisalahSourcesPlace *self);
void risalah_sources_place_mark_opened  (RisalahSourcesPlace *self);
void risalah_sources_place_show_menu    (RisalahSourcesPlace *self);
void risalah_sources_place_watch_rows (RisalahSourcesPlace *self);
void risalah_sources_place_install_row_action (GtkWidgetClass   *widget_class);

G_END_DECLS
