/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page of the help tells about what the analyst is at. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *risalah_help_topics_find (GtkWindow *window);

G_END_DECLS
