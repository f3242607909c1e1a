/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of an edition. The print dialog, its preview, the PDF file and the command line draw
 * these and no others.
 *
 * A layout belongs to the thread that made it. It opens the bundled faces itself and needs no
 * display. */
#pragma once

#include <cairo.h>

#include "risalah-edition.h"

G_BEGIN_DECLS

typedef struct _RisalahLayout RisalahLayout;

RisalahLayout *risalah_layout_new            (RisalahEdition      *edition,
                                              GError             **error);
void           risalah_layout_free           (RisalahLayout       *self);
gboolean       risalah_layout_paginate       (RisalahLayout       *self,
                                              gint64               budget_ms);
gboolean       risalah_layout_is_complete    (const RisalahLayout *self);
double         risalah_layout_get_progress   (const RisalahLayout *self);
guint          risalah_layout_get_n_pages    (const RisalahLayout *self);
void           risalah_layout_get_page_size  (const RisalahLayout *self,
                                              double              *width,
                                              double              *height);
void           risalah_layout_draw_page      (RisalahLayout       *self,
                                              guint                page,
                                              cairo_t             *cr);
GStrv          risalah_layout_get_problems   (const RisalahLayout *self);
char          *risalah_layout_to_text        (const RisalahLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahLayout, risalah_layout_free)

G_END_DECLS
