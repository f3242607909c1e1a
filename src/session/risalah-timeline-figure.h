/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's accepted events as the timeline figures of an edition. */
#pragma once

#include "risalah-connection.h"
#include "risalah-edition.h"

G_BEGIN_DECLS

typedef struct _RisalahTimelineFigures RisalahTimelineFigures;

gboolean      risalah_timeline_figures_has_one    (RisalahDocument         *document);
gboolean      risalah_timeline_figures_gather     (RisalahConnection       *connection,
                                                   RisalahEdition          *edition,
                                                   RisalahTimelineFigures **figures,
                                                   GError                 **error);
RisalahPlate *risalah_timeline_figures_make_plate (RisalahTimelineFigures  *self,
                                                   const RisalahFigure     *figure,
                                                   double                   width);
void          risalah_timeline_figures_free       (RisalahTimelineFigures  *self);

G_END_DECLS
