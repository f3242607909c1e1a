/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of the Timeline: those of the place Sources, which are the same ones, and its own. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-names.h"
#include "risalah-timeline-state.h"

G_BEGIN_DECLS

GtkWidget *risalah_event_filters_new (RisalahTimelineState *state,
                                      RisalahNames         *names,
                                      GtkWidget           **content);

G_END_DECLS
