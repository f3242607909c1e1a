/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check found in the open brief; each finding leads to its place. */
#pragma once

#include "risalah-check.h"
#include "risalah-editor.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_CHECK_PANEL (risalah_check_panel_get_type ())
G_DECLARE_FINAL_TYPE (RisalahCheckPanel, risalah_check_panel, RISALAH, CHECK_PANEL, GtkWidget)

void risalah_check_panel_set_editor     (RisalahCheckPanel *self,
                                         RisalahEditor     *editor);
void risalah_check_panel_set_session    (RisalahCheckPanel *self,
                                         RisalahSession    *session);
void risalah_check_panel_check_now      (RisalahCheckPanel *self);
void risalah_check_panel_show_finding   (RisalahCheckPanel *self,
                                         RisalahDocument   *checked,
                                         const RisalahFinding *finding);
int  risalah_check_panel_get_n_problems (RisalahCheckPanel *self);

G_END_DECLS
