/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sheet's two files share: how a brief is to leave, and its leaving. */
#pragma once

#include "risalah-adaptive-bin.h"
#include "risalah-delivery-sheet.h"
#include "risalah-delivery.h"
#include "risalah-options.h"

G_BEGIN_DECLS

struct _RisalahDeliverySheet
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *confirm_button;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  RisalahAdaptiveBin *adaptive;
  GtkBox *panes;
  GtkStack *stack;
  RisalahPagePreview *preview;
  AdwStatusPage *no_pages;
  GtkWidget *options;
  AdwExpanderRow *check_row;
  AdwActionRow *problems_row;
  AdwComboRow *format_row;
  AdwComboRow *design_row;
  AdwComboRow *paper_row;
  AdwComboRow *contents_row;
  AdwComboRow *style_row;
  AdwComboRow *classification_row;
  GtkSwitch *annex_switch;
  GtkSwitch *draft_switch;

  RisalahBriefDock *dock;
  RisalahDocument *document; /* as the editor has it */
  GPtrArray *findings;       /* (nullable) (element-type RisalahFinding): of @document */
  gboolean is_print;
  gboolean is_filling;
  GCancellable *creating; /* (nullable): the edition that is to be shown */
  GCancellable *checking;
  GCancellable *delivering; /* (nullable): while the brief leaves */
  GFile *file;              /* (nullable): where to */
};

RisalahFormat risalah_delivery_sheet_get_format   (RisalahDeliverySheet *self);
void          risalah_delivery_sheet_keep_choices (RisalahDeliverySheet *self);
void          risalah_delivery_sheet_confirm_cb   (GtkWidget            *widget,
                                                   const char           *action,
                                                   GVariant             *parameter);

G_END_DECLS
