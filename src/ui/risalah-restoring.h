/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back to a backup, or over to another library, from the window. */
#pragma once

#include "risalah-window.h"

G_BEGIN_DECLS

gboolean risalah_restoring_is_library (GFile         *file);
void     risalah_restoring_offer      (RisalahWindow *window,
                                       GFile         *file);

G_END_DECLS
