/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void risalah_toast_show (AdwToastOverlay *overlay,
                         AdwToast        *toast,
                         GtkWidget       *button);
void risalah_toast_fit  (AdwToast        *toast,
                         AdwToastOverlay *overlay,
                         GtkWidget       *button);

G_END_DECLS
