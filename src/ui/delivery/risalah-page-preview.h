/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief's own pages on the screen, one at a time. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-edition.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_PAGE_PREVIEW (risalah_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (RisalahPagePreview, risalah_page_preview, RISALAH, PAGE_PREVIEW, GtkWidget)

void               risalah_page_preview_set_edition  (RisalahPagePreview *self,
                                                      RisalahEdition     *edition);
guint              risalah_page_preview_get_page     (RisalahPagePreview *self);
guint              risalah_page_preview_get_n_pages  (RisalahPagePreview *self);
gboolean           risalah_page_preview_is_complete  (RisalahPagePreview *self);
const char *const *risalah_page_preview_get_problems (RisalahPagePreview *self);

G_END_DECLS
