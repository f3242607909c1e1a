/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a thread speaks to the context whose objects it works for. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void risalah_context_tell        (GMainContext  *context,
                                  int            priority,
                                  GSourceFunc    function,
                                  gpointer       data,
                                  GDestroyNotify destroy);
void risalah_context_tell_object (GMainContext  *context,
                                  gpointer       object,
                                  GSourceFunc    function);

G_END_DECLS
