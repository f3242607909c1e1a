/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The making of marks, for the files of the rich text. */
#pragma once

#include "risalah-rich-text.h"

G_BEGIN_DECLS

RisalahMark risalah_mark_copy  (const RisalahMark *mark);
void        risalah_mark_clear (gpointer           mark);
GArray     *risalah_marks_new  (void);
void        risalah_marks_add  (GArray            *marks,
                                const RisalahMark *mark,
                                guint              start,
                                guint              end);
void        risalah_marks_tidy (GArray            *marks,
                                const char        *text,
                                guint              length);

G_END_DECLS
