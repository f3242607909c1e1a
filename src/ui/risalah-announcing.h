/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status lines that are heard. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void risalah_announcing_start (void);

G_END_DECLS
