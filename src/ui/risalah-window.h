/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: three places, the brief beside them, and what carries between the two.
 *
 * Widgets inside reach it by actions, not by its type:
 *
 * - win.show-passage (ssxx): source UUID, text UUID, first character, character after the last;
 *   opens the source and shows the passage ("clicking the quotation goes back")
 * - win.show-span (xxxx): the same by numbers: source, text (0 for the current one), from, to
 * - win.open-source (x): the source's number
 * - win.open-brief (x): the brief's number; opens it in the dock
 * - win.place (s): sources, timeline or briefs
 * - win.show-brief: shows or hides the dock
 * - win.toast (s): says something that is done, in passing
 * - win.quote, win.cite: put the reader's selected words, or their citation, into the brief
 */
#pragma once

#include <adwaita.h>

#include "risalah-adaptive-bin.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_WINDOW (risalah_window_get_type ())
G_DECLARE_FINAL_TYPE (RisalahWindow, risalah_window, RISALAH, WINDOW, AdwApplicationWindow)

RisalahWindow  *risalah_window_new           (GtkApplication *application,
                                              GSettings      *settings);
void            risalah_window_set_session   (RisalahWindow  *self,
                                              RisalahSession *session);
void            risalah_window_show_failure  (RisalahWindow  *self,
                                              const GError   *error);
AdwToastOverlay *risalah_window_get_toasts   (RisalahWindow  *self);
void            risalah_window_add_toast     (RisalahWindow  *self,
                                              AdwToast       *toast);
void            risalah_window_import        (RisalahWindow  *self,
                                              GListModel     *files);

G_END_DECLS
