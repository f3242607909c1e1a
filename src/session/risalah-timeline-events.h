/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's events as the items of a timeline. */
#pragma once

#include "risalah-connection.h"
#include "risalah-edition.h"
#include "risalah-terms.h"
#include "risalah-timeline-index.h"

G_BEGIN_DECLS

RisalahTimelineItems *risalah_timeline_events_read (RisalahConnection        *connection,
                                                    const gint64             *ids,
                                                    gsize                     n_ids,
                                                    RisalahTimelineGrouping   grouping,
                                                    gboolean                  reports,
                                                    GError                  **error);
RisalahPlate         *risalah_timeline_events_draw (RisalahTimelineIndex     *index,
                                                    double                    first,
                                                    double                    end,
                                                    RisalahTerms             *terms,
                                                    GError                  **error);

G_END_DECLS
