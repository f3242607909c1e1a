/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: one article, its words exactly, with what was recognised in it and its details.
 *
 * Signals: "quoted" and "cited" (RisalahQuotation): the analyst took words, or their citation alone;
 * "event-wanted" (RisalahQuotation): the words are to be evidence of a new event. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-open-source.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_READER (risalah_reader_get_type ())
G_DECLARE_FINAL_TYPE (RisalahReader, risalah_reader, RISALAH, READER, GtkWidget)

void                     risalah_reader_set_session  (RisalahReader  *self,
                                                      RisalahSession *session,
                                                      RisalahNames   *names,
                                                      GSettings      *settings);
void                     risalah_reader_open         (RisalahReader  *self,
                                                      gint64          source,
                                                      RisalahQuery   *query);
void                     risalah_reader_close        (RisalahReader  *self);
void                     risalah_reader_show_passage (RisalahReader  *self,
                                                      const char     *source_uid,
                                                      const char     *text_uid,
                                                      gint64          start,
                                                      gint64          end);
void                     risalah_reader_show_span    (RisalahReader  *self,
                                                      gint64          source,
                                                      gint64          text,
                                                      gint64          start,
                                                      gint64          end);
gint64                   risalah_reader_get_source   (RisalahReader  *self);
const RisalahOpenSource *risalah_reader_get_open     (RisalahReader  *self);
GtkTextView             *risalah_reader_get_view     (RisalahReader  *self);
void                     risalah_reader_select       (RisalahReader  *self,
                                                      gint64          start,
                                                      gint64          end);
void                     risalah_reader_focus        (RisalahReader  *self);
void                     risalah_reader_find         (RisalahReader  *self);

G_END_DECLS
