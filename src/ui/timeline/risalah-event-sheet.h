/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new event, with the selected words as its evidence. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-open-source.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_SHEET (risalah_event_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventSheet, risalah_event_sheet, RISALAH, EVENT_SHEET, AdwWindow)

GtkWidget *risalah_event_sheet_show (GtkWindow               *parent,
                                     RisalahLibrary          *library,
                                     RisalahNames            *names,
                                     const RisalahOpenSource *open,
                                     const RisalahQuotation  *passage);

G_END_DECLS
