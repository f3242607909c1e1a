/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings, where their schema is installed; without it the window works and forgets. */
#pragma once

#include <gio/gio.h>

#include "risalah-brief-defaults.h"

G_BEGIN_DECLS

GSettings *risalah_settings_new        (void);
char      *risalah_settings_get_string (GSettings   *settings,
                                        const char  *key);
void       risalah_settings_bind       (GSettings   *settings,
                                        const char  *key,
                                        gpointer     object,
                                        const char  *property);
RisalahBriefDefaults *
           risalah_settings_dup_brief_defaults (GSettings *settings);

G_END_DECLS
