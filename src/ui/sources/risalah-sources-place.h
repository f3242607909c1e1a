/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Sources: search and filters, the list of what was found, and the reader. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-reader.h"
#include "risalah-session.h"
#include "risalah-source-search.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_SOURCES_PLACE (risalah_sources_place_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSourcesPlace, risalah_sources_place, RISALAH, SOURCES_PLACE, GtkWidget)

GtkWidget           *risalah_sources_place_new          (RisalahSession      *session,
                                                         RisalahNames        *names,
                                                         GSettings           *settings);
RisalahReader       *risalah_sources_place_get_reader   (RisalahSourcesPlace *self);
RisalahSourceSearch *risalah_sources_place_get_search   (RisalahSourcesPlace *self);
void                 risalah_sources_place_set_folded   (RisalahSourcesPlace *self,
                                                         gboolean             folded);
gboolean             risalah_sources_place_is_welcome   (RisalahSourcesPlace *self);
gboolean             risalah_sources_place_can_go_back  (RisalahSourcesPlace *self);
void                 risalah_sources_place_go_back      (RisalahSourcesPlace *self);
void                 risalah_sources_place_focus_search (RisalahSourcesPlace *self);
void                 risalah_sources_place_find         (RisalahSourcesPlace *self);
void                 risalah_sources_place_open         (RisalahSourcesPlace *self,
                                                         gint64               source);
void                 risalah_sources_place_show_passage (RisalahSourcesPlace *self,
                                                         const char          *source_uid,
                                                         const char          *text_uid,
                                                         gint64               start,
                                                         gint64               end);
void                 risalah_sources_place_show_span    (RisalahSourcesPlace *self,
                                                         gint64               source,
                                                         gint64               text,
                                                         gint64               start,
                                                         gint64               end);

G_END_DECLS
