/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view Picture of the Timeline place: the canvas, its lanes and what is done with it. */
#pragma once

#include "risalah-event-list.h"
#include "risalah-names.h"
#include "risalah-session.h"
#include "risalah-timeline-canvas.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_TIMELINE_PICTURE (risalah_timeline_picture_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTimelinePicture, risalah_timeline_picture, RISALAH, TIMELINE_PICTURE,
                      GtkWidget)

GtkWidget             *risalah_timeline_picture_new        (RisalahSession         *session,
                                                            RisalahNames           *names,
                                                            RisalahEventList       *events);
RisalahTimelineCanvas *risalah_timeline_picture_get_canvas (RisalahTimelinePicture *self);
void                   risalah_timeline_picture_set_folded (RisalahTimelinePicture *self,
                                                            gboolean                folded);

G_END_DECLS
