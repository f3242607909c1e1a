/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All dossiers: one is chosen for articles to go into, or to be looked after. */
#pragma once

#include <adwaita.h>

#include "risalah-library.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_DOSSIER_SHEET (risalah_dossier_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahDossierSheet, risalah_dossier_sheet, RISALAH, DOSSIER_SHEET, AdwWindow)

GtkWidget *risalah_dossier_sheet_choose (GtkWindow      *parent,
                                         RisalahLibrary *library,
                                         GArray         *sources);
GtkWidget *risalah_dossier_sheet_show   (GtkWindow      *parent,
                                         RisalahLibrary *library);

G_END_DECLS
