/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in which a dossier gets its name and note, or is deleted. */
#pragma once

#include <adwaita.h>

#include "risalah-dossiers.h"
#include "risalah-library.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_DOSSIER_FORM (risalah_dossier_form_get_type ())
G_DECLARE_FINAL_TYPE (RisalahDossierForm, risalah_dossier_form, RISALAH, DOSSIER_FORM, AdwWindow)

GtkWidget *risalah_dossier_form_show (GtkWindow            *parent,
                                      RisalahLibrary       *library,
                                      GPtrArray            *dossiers,
                                      const RisalahDossier *dossier);

G_END_DECLS
