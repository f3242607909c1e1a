/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the styles of an OpenDocument file make of its paragraphs and words. For the office reader. */
#pragma once

#include "risalah-office-flow.h"
#include "risalah-office-xml.h"

G_BEGIN_DECLS

typedef struct _RisalahOdtStyles RisalahOdtStyles;

RisalahOdtStyles *risalah_odt_styles_new       (void);
void              risalah_odt_styles_free      (RisalahOdtStyles              *self);
gboolean          risalah_odt_styles_start     (RisalahOdtStyles              *self,
                                                const char                    *name,
                                                const RisalahOfficeAttributes *attributes);
void              risalah_odt_styles_judge     (const RisalahOdtStyles        *self,
                                                const char                    *style,
                                                RisalahOfficeParagraph        *paragraph);
gboolean          risalah_odt_styles_is_hidden (const RisalahOdtStyles        *self,
                                                const char                    *family,
                                                const char                    *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOdtStyles, risalah_odt_styles_free)

G_END_DECLS
