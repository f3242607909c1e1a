/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of the timeline as a file. */
#pragma once

#include "risalah-timeline-canvas.h"

G_BEGIN_DECLS

void risalah_timeline_export_choose (RisalahTimelineCanvas  *canvas,
                                     gboolean                whole);
gboolean risalah_timeline_export_write (RisalahTimelineCanvas *canvas,
                                     gboolean                whole,
                                     const char             *path,
                                     GError                **error);

G_END_DECLS
