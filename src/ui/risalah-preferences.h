/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of Preferences. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *risalah_preferences_new (GSettings *settings);

G_END_DECLS
