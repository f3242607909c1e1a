/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks of a page are its article. For the HTML reader. */
#pragma once

#include "risalah-html-page.h"

G_BEGIN_DECLS

gboolean *risalah_html_find_main (GArray      *blocks,
                                  const char  *title,
                                  const char  *body,
                                  guint       *headline);

G_END_DECLS
