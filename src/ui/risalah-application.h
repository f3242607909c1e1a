/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its library, its settings, its windows, and what is reached from everywhere. */
#pragma once

#include <adwaita.h>

#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_APPLICATION (risalah_application_get_type ())
G_DECLARE_FINAL_TYPE (RisalahApplication, risalah_application, RISALAH, APPLICATION, AdwApplication)

RisalahApplication *risalah_application_new          (GApplicationFlags   flags);
GSettings          *risalah_application_get_settings (RisalahApplication *self);
void                risalah_application_set_library  (RisalahApplication *self,
                                                      const char         *path);

G_END_DECLS
