/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One child, and the answer to "how much room is there": narrow, medium or wide. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RisalahRoom:
 * @RISALAH_ROOM_NARROW: one pane, as on a telephone
 * @RISALAH_ROOM_MEDIUM: two panes
 * @RISALAH_ROOM_WIDE: three panes
 *
 * How much room the child has from side to side.
 */
typedef enum
{
  RISALAH_ROOM_NARROW,
  RISALAH_ROOM_MEDIUM,
  RISALAH_ROOM_WIDE,
} RisalahRoom;

#define RISALAH_TYPE_ROOM (risalah_room_get_type ())
#define RISALAH_TYPE_ADAPTIVE_BIN (risalah_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (RisalahAdaptiveBin, risalah_adaptive_bin, RISALAH, ADAPTIVE_BIN, GtkWidget)

GType       risalah_room_get_type           (void);
RisalahRoom risalah_adaptive_bin_get_room   (RisalahAdaptiveBin *self);
GtkWidget  *risalah_adaptive_bin_get_child  (RisalahAdaptiveBin *self);
void        risalah_adaptive_bin_set_child  (RisalahAdaptiveBin *self,
                                             GtkWidget          *child);

G_END_DECLS
