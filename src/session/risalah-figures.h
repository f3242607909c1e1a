/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that are put into briefs, and what a figure looks like. */
#pragma once

#include "risalah-edition.h"
#include "risalah-session.h"

G_BEGIN_DECLS

char         *risalah_session_add_picture         (RisalahSession       *self,
                                                   GBytes               *bytes,
                                                   const char           *name,
                                                   GError              **error);
void          risalah_session_add_picture_async   (RisalahSession       *self,
                                                   GBytes               *bytes,
                                                   const char           *name,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
char         *risalah_session_add_picture_finish  (RisalahSession       *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

RisalahPlate *risalah_session_draw_figure         (RisalahSession       *self,
                                                   RisalahDocument      *document,
                                                   const RisalahFigure  *figure,
                                                   double                width,
                                                   GError              **error);
void          risalah_session_draw_figure_async   (RisalahSession       *self,
                                                   RisalahDocument      *document,
                                                   const RisalahFigure  *figure,
                                                   double                width,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
RisalahPlate *risalah_session_draw_figure_finish  (RisalahSession       *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
