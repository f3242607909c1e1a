/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out an edition on a thread of its own and draws the page that is asked for, so that the
 * window never waits: the first page is there before the last one is made. */
#pragma once

#include <cairo.h>

#include "risalah-edition.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_PAGE_MAKER (risalah_page_maker_get_type ())
G_DECLARE_FINAL_TYPE (RisalahPageMaker, risalah_page_maker, RISALAH, PAGE_MAKER, GObject)

RisalahPageMaker   *risalah_page_maker_new          (RisalahEdition   *edition);
void                risalah_page_maker_draw         (RisalahPageMaker *self,
                                                     guint             page,
                                                     int               width);
guint               risalah_page_maker_get_n_pages  (RisalahPageMaker *self);
gboolean            risalah_page_maker_is_complete  (RisalahPageMaker *self);
double              risalah_page_maker_get_fraction (RisalahPageMaker *self);
const char *const  *risalah_page_maker_get_problems (RisalahPageMaker *self);

G_END_DECLS
