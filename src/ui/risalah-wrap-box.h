/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of controls that goes on in another row where it is too wide. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_WRAP_BOX (risalah_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (RisalahWrapBox, risalah_wrap_box, RISALAH, WRAP_BOX, GtkWidget)

G_END_DECLS
