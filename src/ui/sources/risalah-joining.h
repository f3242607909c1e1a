/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst says that two articles tell the same story; a toast takes it back. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-library.h"
#include "risalah-names.h"

G_BEGIN_DECLS

GtkWidget *risalah_joining_choose (GtkWidget      *widget,
                                   RisalahLibrary *library,
                                   RisalahNames   *names,
                                   gint64          source);
void       risalah_joining_join   (GtkWidget      *widget,
                                   RisalahLibrary *library,
                                   gint64          source,
                                   gint64          other);

G_END_DECLS
