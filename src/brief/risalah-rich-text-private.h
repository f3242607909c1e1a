/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rich text holds, and the making of marks. */
#pragma once

#include "risalah-rich-text.h"

G_BEGIN_DECLS

struct _RisalahRichText
{
  gatomicrefcount references;
  char *text;
  gsize n_bytes;
  guint length;   /* in characters */
  gint n_words;   /* counted when first asked for; -1 before; only by atomic operations */
  GArray *marks;  /* (element-type RisalahMark) (nullable): tidy */
};

RisalahRichText *risalah_rich_text_take (char *text, GArray *marks);
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
