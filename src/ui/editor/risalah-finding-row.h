/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding of the check as a row: how grave, what, and what can be done. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-check.h"

G_BEGIN_DECLS

GtkWidget *risalah_finding_row_new (const RisalahFinding *finding);

G_END_DECLS
