/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All fields of an event: of a new one, with the selected words as its evidence, or of one that is
 * there. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-open-source.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVENT_SHEET (risalah_event_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventSheet, risalah_event_sheet, RISALAH, EVENT_SHEET, AdwWindow)

GtkWidget *risalah_event_sheet_show (GtkWindow               *parent,
                                     RisalahSession          *session,
                                     RisalahNames            *names,
                                     const RisalahOpenSource *open,
                                     const RisalahQuotation  *passage);
GtkWidget *risalah_event_sheet_begin (GtkWindow              *parent,
                                     RisalahSession          *session,
                                     RisalahNames            *names,
                                     const char              *edtf);
GtkWidget *risalah_event_sheet_edit (GtkWindow               *parent,
                                     RisalahSession          *session,
                                     RisalahNames            *names,
                                     const RisalahEvent      *event);

G_END_DECLS
