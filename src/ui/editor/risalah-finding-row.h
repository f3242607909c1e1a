/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding of the check as a row: how grave, what, and what can be done. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-check.h"

G_BEGIN_DECLS

GtkWidget  *risalah_finding_row_new       (const RisalahFinding *finding);
GtkWidget  *risalah_finding_sign_new      (RisalahSeverity       severity);
const char *risalah_finding_severity_name (RisalahSeverity       severity);

G_END_DECLS
