/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an event may be one with: events with its parties and kind and overlapping dates. */
#pragma once

#include <adwaita.h>

#include "risalah-events.h"
#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_MERGE_SHEET (risalah_merge_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahMergeSheet, risalah_merge_sheet, RISALAH, MERGE_SHEET, AdwWindow)

GtkWidget *risalah_merge_sheet_show (GtkWindow          *parent,
                                     RisalahSession     *session,
                                     RisalahNames       *names,
                                     const RisalahEvent *event);

G_END_DECLS
