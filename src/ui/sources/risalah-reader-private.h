/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader's files share. */
#pragma once

#include "risalah-adaptive-bin.h"
#include "risalah-offset-map.h"
#include "risalah-reader-find.h"
#include "risalah-reader.h"
#include "risalah-source-details.h"

G_BEGIN_DECLS

struct _RisalahReader
{
  GtkWidget parent_instance;

  RisalahAdaptiveBin *bin;
  GtkStack *pages;
  AdwStatusPage *failed_page;
  GtkLabel *title;
  GtkLabel *about;
  GtkRevealer *earlier;
  RisalahReaderFind *find;
  GtkWidget *scroller;
  AdwClampScrollable *clamp;
  GtkTextView *view;
  GtkWidget *details_separator;
  RisalahSourceDetails *details;
  GtkPopover *selection_popover;
  GtkPopover *mark_popover;
  GtkLabel *mark_label;

  RisalahSession *session;
  RisalahNames *names;
  GtkCssProvider *size_provider;
  RisalahOpenSource *open;
  RisalahOffsetMap *map;
  GCancellable *loading;
  RisalahQuery *query; /* (nullable): whose words are shown in bold, also after a reload */
  gint64 wanted; /* the source that is open or on its way */
  gint64 show_start;
  gint64 show_end; /* 0 where there is no passage to show */
  guint flash;
  guint selection_wait;

  gboolean show_details;
  gboolean show_marks;
  gboolean show_dropped;
  double text_size;
};

void risalah_reader_selection_class_init   (GtkWidgetClass *widget_class);
void risalah_reader_selection_init         (RisalahReader  *self);
void risalah_reader_selection_watch_buffer (RisalahReader  *self);
void risalah_reader_selection_dispose      (RisalahReader  *self);

void risalah_reader_marks_class_init       (GtkWidgetClass *widget_class);
void risalah_reader_marks_init             (RisalahReader  *self);
void risalah_reader_marks_watch_buffer     (RisalahReader  *self);

void risalah_reader_look_init              (RisalahReader  *self);
void risalah_reader_look_measure           (RisalahReader  *self);
void risalah_reader_look_resize            (RisalahReader  *self);
void risalah_reader_look_colour            (RisalahReader  *self);

void risalah_reader_reload                 (RisalahReader  *self);
void risalah_reader_load_current           (RisalahReader  *self);

extern guint risalah_reader_signals[];

enum
{
  RISALAH_READER_QUOTED,
  RISALAH_READER_CITED,
  RISALAH_READER_EVENT_WANTED,
  RISALAH_READER_N_SIGNALS,
};

G_END_DECLS
