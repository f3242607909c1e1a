/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an import: in a toast where all went well, else in a sheet. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

void risalah_import_summary_show (GtkWindow       *parent,
                                  AdwToastOverlay *toasts,
                                  RisalahSession  *session,
                                  RisalahNames    *names,
                                  GPtrArray       *results);

G_END_DECLS
