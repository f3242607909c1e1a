/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored text in a text buffer: every character of it, and all that is shown beside by tags. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-offset-map.h"
#include "risalah-open-source.h"

G_BEGIN_DECLS

RisalahOffsetMap *risalah_reader_text_fill          (GtkTextBuffer           *buffer,
                                                     const RisalahSourceText *text);
void              risalah_reader_text_mark          (GtkTextBuffer           *buffer,
                                                     const RisalahOffsetMap  *map,
                                                     const RisalahOpenSource *open);
void              risalah_reader_text_show_dropped  (GtkTextBuffer           *buffer,
                                                     gboolean                 shown);
void              risalah_reader_text_show_marks    (GtkTextBuffer           *buffer,
                                                     gboolean                 shown);
void              risalah_reader_text_set_dark      (GtkTextBuffer           *buffer,
                                                     gboolean                 dark,
                                                     gboolean                 high_contrast);
void              risalah_reader_text_get_iters     (GtkTextBuffer           *buffer,
                                                     const RisalahOffsetMap  *map,
                                                     gint64                   start,
                                                     gint64                   end,
                                                     GtkTextIter             *from,
                                                     GtkTextIter             *to);
const RisalahMention *risalah_reader_text_mention_at (const RisalahOpenSource *open,
                                                     gint64                   offset);

G_END_DECLS
