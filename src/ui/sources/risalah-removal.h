/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a source out of the library, with the way back in a toast. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-library.h"

G_BEGIN_DECLS

void risalah_removal_remove_source (GtkWidget      *widget,
                                    RisalahLibrary *library,
                                    gint64          source,
                                    const char     *label);

G_END_DECLS
