/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check found, in a row that unfolds, before a brief leaves. */
#pragma once

#include <adwaita.h>

#include "risalah-check.h"

G_BEGIN_DECLS

/**
 * RisalahFindingFunc:
 * @finding: the one that was chosen
 * @owner: what was given with it
 */
typedef void (*RisalahFindingFunc) (const RisalahFinding *finding, gpointer owner);

void risalah_delivery_findings_show (AdwExpanderRow     *row,
                                     GPtrArray          *findings,
                                     RisalahFindingFunc  func,
                                     gpointer            owner);

G_END_DECLS
