/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a single line of text looks like: for the plain reader, cleaning and metadata. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize    risalah_line_tidy            (char       *line,
                                       gboolean    keep_tabs);
gsize    risalah_line_count           (const char *line,
                                       gsize       length);
gboolean risalah_line_ends_sentence   (const char *line,
                                       gsize       length);
gboolean risalah_line_is_list_item    (const char *line,
                                       gsize       length);
guint    risalah_line_get_mark_level  (const char *line,
                                       gsize       length);
gboolean risalah_line_is_heading      (const char *line,
                                       gsize       length);
gboolean risalah_line_is_capitals     (const char *line,
                                       gsize       length);

G_END_DECLS
