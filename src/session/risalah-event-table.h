/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generated table of events: what the sources that a brief cites say happened. */
#pragma once

#include "risalah-connection.h"
#include "risalah-edition.h"
#include "risalah-events.h"

G_BEGIN_DECLS

/* @sources: set of the uids of the sources that the brief quotes or cites. */
gboolean risalah_event_table_fill (RisalahConnection  *connection,
                                   RisalahEdition     *edition,
                                   GHashTable         *sources,
                                   GError            **error);
/* (transfer full): "Indonesia, Pakistan", in the document's language. */
char    *risalah_event_table_dup_parties (const RisalahTerms  *terms,
                                          const RisalahEvent  *event);

G_END_DECLS
