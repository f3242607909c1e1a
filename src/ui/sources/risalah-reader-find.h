/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find in the article that is open: every occurrence marked, one of them the current one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_READER_FIND (risalah_reader_find_get_type ())
G_DECLARE_FINAL_TYPE (RisalahReaderFind, risalah_reader_find, RISALAH, READER_FIND, GtkWidget)

void risalah_reader_find_set_view (RisalahReaderFind *self,
                                   GtkTextView       *view);
void risalah_reader_find_open     (RisalahReaderFind *self);
void risalah_reader_find_close    (RisalahReaderFind *self);

G_END_DECLS
