/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of the list of sources: a popover to choose them, chips for those in use. */
#pragma once

#include "risalah-names.h"
#include "risalah-source-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *risalah_source_filters_new      (RisalahSourceSearch *search,
                                     RisalahNames        *names);
GtkWidget *risalah_source_filters_chip_new (RisalahNames        *names,
                                     RisalahField         field,
                                     const char          *value);

G_END_DECLS
