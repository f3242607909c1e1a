/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a brief is to leave, with its pages beside the choices: before the system's print dialog, or
 * before a file is chosen. */
#pragma once

#include <adwaita.h>

#include "risalah-brief-dock.h"
#include "risalah-page-preview.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_DELIVERY_SHEET (risalah_delivery_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RisalahDeliverySheet, risalah_delivery_sheet, RISALAH, DELIVERY_SHEET,
                      AdwWindow)

RisalahDeliverySheet *risalah_delivery_sheet_present (RisalahBriefDock     *dock,
                                                      gboolean              is_print,
                                                      const char           *format);
void                  risalah_delivery_sheet_export  (RisalahDeliverySheet *self,
                                                      GFile                *file);
RisalahPagePreview   *risalah_delivery_sheet_get_preview (RisalahDeliverySheet *self);

G_END_DECLS
