/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's date for an event: a day, a range, not before or not after, and why. */
#pragma once

#include <adwaita.h>

#include "risalah-events.h"
#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_DATE_SHEET (risalah_date_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahDateSheet, risalah_date_sheet, RISALAH, DATE_SHEET, AdwWindow)

GtkWidget *risalah_date_sheet_show (GtkWindow          *parent,
                                    RisalahSession     *session,
                                    RisalahNames       *names,
                                    const RisalahEvent *event);

G_END_DECLS
