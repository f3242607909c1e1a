/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying in passing what is done or went wrong, from any widget in the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean risalah_messages_was_cancelled (const GError *error);
void     risalah_messages_show          (GtkWidget    *widget,
                                         const char   *text);
void     risalah_messages_show_file     (GtkWidget    *widget,
                                         const char   *text,
                                         GFile        *file);
void     risalah_messages_show_error    (GtkWidget    *widget,
                                         const GError *error);

G_END_DECLS
