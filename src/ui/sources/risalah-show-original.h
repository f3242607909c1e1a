/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the file that an article was read from with the desktop's own program for it. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-library.h"

G_BEGIN_DECLS

void risalah_show_original (GtkWidget      *widget,
                            RisalahLibrary *library,
                            gint64          source);

G_END_DECLS
