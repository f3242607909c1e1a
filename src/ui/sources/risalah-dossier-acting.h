/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's acts on dossiers, from any widget in the window or in a sheet before it, each with
 * the way back in a toast. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-dossier-act.h"

G_BEGIN_DECLS

void risalah_dossier_acting_do (GtkWidget         *widget,
                                RisalahLibrary    *library,
                                RisalahDossierAct *act);

G_END_DECLS
