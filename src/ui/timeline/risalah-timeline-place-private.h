/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Timeline's files share. */
#pragma once

#include "risalah-event-details.h"
#include "risalah-event-review.h"
#include "risalah-event-strip.h"
#include "risalah-event-table-view.h"
#include "risalah-timeline-picture.h"
#include "risalah-timeline-place.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

struct _RisalahTimelinePlace
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkDropDown *review_filter;
  GtkDropDown *kind;
  GtkDropDown *status;
  GtkMenuButton *filter_button;
  GtkWidget *folded_filters; /* the box of its popover */
  GtkLabel *count;
  GtkStack *pages;
  GtkStack *views;
  AdwBin *picture;
  AdwStatusPage *empty_page;
  RisalahEventStrip *strip;
  GtkRevealer *strip_revealer;
  RisalahEventTableView *table;
  RisalahEventReview *review;
  RisalahEventDetails *details;

  RisalahSession *session;
  RisalahNames *names;
  RisalahTimelineState *state;
  gboolean is_folded;
};

void risalah_timeline_place_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
