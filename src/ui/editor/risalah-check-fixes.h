/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about a finding in place. */
#pragma once

#include "risalah-check.h"
#include "risalah-editor.h"
#include "risalah-session.h"

G_BEGIN_DECLS

const char *risalah_check_fix_get_label (const RisalahFinding *finding);
void        risalah_check_fix_run       (GtkWidget            *widget,
                                         RisalahEditor        *editor,
                                         RisalahSession       *session,
                                         const RisalahFinding *finding);

G_END_DECLS
