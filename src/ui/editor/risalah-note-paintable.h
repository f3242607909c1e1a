/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The raised number of a citation or note, as it stands in the line of the editor. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_NOTE_PAINTABLE (risalah_note_paintable_get_type ())
G_DECLARE_FINAL_TYPE (RisalahNotePaintable, risalah_note_paintable, RISALAH, NOTE_PAINTABLE, GObject)

RisalahNotePaintable *risalah_note_paintable_new         (GtkWidget            *widget,
                                                          guint                 number);
guint                 risalah_note_paintable_get_number  (RisalahNotePaintable *self);

G_END_DECLS
