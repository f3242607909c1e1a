/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dark style and high contrast need beside style.css. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void risalah_style_follow (GdkDisplay *display);

G_END_DECLS
