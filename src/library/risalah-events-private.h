/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about events share. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-events.h"

G_BEGIN_DECLS

gboolean risalah_events_store_parties (RisalahConnection       *connection,
                                       gint64                   id,
                                       GPtrArray               *parties,
                                       GError                 **error);
gint64   risalah_events_store_evidence (RisalahConnection      *connection,
                                       gint64                   event,
                                       const RisalahEvidence   *evidence,
                                       const char              *suggestion_key,
                                       GError                 **error);
/* How many sources, and how many independent ones, an event's evidence comes from. */
gboolean risalah_events_count_sources (RisalahConnection       *connection,
                                       gint64                   id,
                                       guint                   *n_articles,
                                       guint                   *n_origins,
                                       GError                 **error);
/* Sets source.kinds of the sources that an event's evidence comes from. */
gboolean risalah_events_renew_kinds   (RisalahConnection       *connection,
                                       gint64                   id,
                                       GError                 **error);
gboolean risalah_events_renew_source  (RisalahConnection       *connection,
                                       gint64                   source,
                                       GError                 **error);
gboolean risalah_events_touch         (RisalahConnection       *connection,
                                       gint64                   id,
                                       GError                 **error);

G_END_DECLS
