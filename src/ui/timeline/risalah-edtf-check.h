/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as it is typed: its words where it is one, and where it goes wrong. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-names.h"

G_BEGIN_DECLS

/* Whether @row holds a date or nothing; @words says what. */
gboolean risalah_edtf_check (GtkEditable  *row,
                             GtkLabel     *words,
                             RisalahNames *names);
/* Marks a field as wrong, for the eye and for a screen reader. */
void     risalah_edtf_mark  (GtkEditable  *row,
                             gboolean      is_right);

G_END_DECLS
