/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events of the table as a file for other programs. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-event-filter.h"
#include "risalah-session.h"

G_BEGIN_DECLS

void     risalah_event_export_choose (GtkWidget                *owner,
                                      RisalahSession           *session,
                                      const RisalahEventFilter *filter);
/* What the name ends in says what is written: .csv, .json or .ics. Blocks; for a worker thread. */
gboolean risalah_event_export_write  (RisalahSession           *session,
                                      const RisalahEventFilter *filter,
                                      GFile                    *file,
                                      GError                  **error);

G_END_DECLS
