/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article after another: title, publisher, date, corrected in place and by keyboard. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_METADATA_SHEET (risalah_metadata_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahMetadataSheet, risalah_metadata_sheet, RISALAH, METADATA_SHEET,
                      AdwWindow)

GtkWidget *risalah_metadata_sheet_show (GtkWindow      *parent,
                                        RisalahSession *session,
                                        RisalahNames   *names,
                                        GArray         *sources);

G_END_DECLS
