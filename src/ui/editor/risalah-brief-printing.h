/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print dialog over the brief's own pages. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-edition.h"

G_BEGIN_DECLS

GtkPrintOperation *risalah_brief_printing_new (RisalahEdition    *edition,
                                               const char        *title,
                                               GtkWindow         *parent);
gboolean           risalah_brief_printing_run (GtkPrintOperation *operation,
                                               GtkWindow         *parent);

G_END_DECLS
