/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can honestly be done to a locked quotation: leave out, insert, [sic], say whose words. */
#pragma once

#include "risalah-editor.h"
#include "risalah-library.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_QUOTATION_POPOVER (risalah_quotation_popover_get_type ())
G_DECLARE_FINAL_TYPE (RisalahQuotationPopover, risalah_quotation_popover, RISALAH, QUOTATION_POPOVER, GtkPopover)

RisalahQuotationPopover *risalah_quotation_popover_new  (RisalahEditor           *editor);
gboolean                 risalah_quotation_popover_open (RisalahQuotationPopover *self);
void                     risalah_quotation_popover_set_library (RisalahQuotationPopover *self,
                                                         RisalahLibrary          *library);

G_END_DECLS
