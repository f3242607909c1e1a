/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief and its version in the other language, side by side. */
#pragma once

#include <adwaita.h>

#include "risalah-brief-dock.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_PAIR_WINDOW (risalah_pair_window_get_type ())
G_DECLARE_FINAL_TYPE (RisalahPairWindow, risalah_pair_window, RISALAH, PAIR_WINDOW, AdwWindow)

RisalahPairWindow *risalah_pair_window_new         (RisalahBriefDock    *dock,
                                                    RisalahOpenBrief    *first,
                                                    RisalahOpenBrief    *second);
RisalahBriefDock  *risalah_pair_window_get_dock    (RisalahPairWindow   *self,
                                                    guint                index);
void               risalah_pair_window_save_async  (RisalahPairWindow   *self,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean           risalah_pair_window_save_finish (RisalahPairWindow   *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);

G_END_DECLS
