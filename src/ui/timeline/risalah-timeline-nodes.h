/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of a timeline as render nodes: the window's painter. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-timeline-paint.h"

G_BEGIN_DECLS

typedef struct _RisalahTimelineNodes RisalahTimelineNodes;

RisalahTimelineNodes *risalah_timeline_nodes_new      (void);
void                  risalah_timeline_nodes_free     (RisalahTimelineNodes         *self);
void                  risalah_timeline_nodes_clear    (RisalahTimelineNodes         *self);
void                  risalah_timeline_nodes_set_scale (RisalahTimelineNodes        *self,
                                                       int                           scale);
void                  risalah_timeline_nodes_snapshot (RisalahTimelineNodes         *self,
                                                       GtkSnapshot                  *snapshot,
                                                       const RisalahTimelineElement *elements,
                                                       guint                         n_elements,
                                                       const graphene_rect_t        *clip,
                                                       const RisalahTimelineFont    *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTimelineNodes, risalah_timeline_nodes_free)

G_END_DECLS
