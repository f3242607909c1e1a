/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled faces through a font configuration of our own, so that pages look the same on every
 * machine whatever is installed there. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _RisalahFonts RisalahFonts;

RisalahFonts *risalah_fonts_new             (const char          *font_dir,
                                             GError             **error);
void          risalah_fonts_free            (RisalahFonts        *self);
PangoContext *risalah_fonts_get_context     (RisalahFonts        *self);
guint         risalah_fonts_add             (RisalahFonts        *self,
                                             PangoFont           *font);
PangoFont    *risalah_fonts_get             (const RisalahFonts  *self,
                                             guint                index);
gconstpointer risalah_fonts_recall          (const RisalahFonts  *self,
                                             const char          *key);
void          risalah_fonts_remember        (RisalahFonts        *self,
                                             const char          *key,
                                             gpointer             value);
void          risalah_fonts_note_missing    (RisalahFonts        *self,
                                             gunichar             character);
char         *risalah_fonts_dup_missing     (const RisalahFonts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahFonts, risalah_fonts_free)

G_END_DECLS
