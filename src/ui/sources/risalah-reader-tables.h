/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a stored text, whose cells are apart by tabs and whose rows by line breaks: narrow ones
 * stand in columns, of wide ones each cell has a line of its own under the row's first. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-offset-map.h"
#include "risalah-source-texts.h"

G_BEGIN_DECLS

void    risalah_reader_tables_make_tags   (GtkTextBuffer           *buffer,
                                           int                      margin);
GArray *risalah_reader_tables_find_breaks (const RisalahSourceText *text);
void    risalah_reader_tables_apply       (GtkTextBuffer           *buffer,
                                           const GtkTextIter       *from,
                                           const GtkTextIter       *to);

G_END_DECLS
