/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a source is called, asked of the library by its UUID. */
#pragma once

#include "risalah-library.h"

G_BEGIN_DECLS

/**
 * RisalahSourceLabelFunc:
 * @owner: what was given to risalah_source_label_fetch()
 * @uid: the source
 * @label: its title, or its first words, with its publisher where that is known
 */
typedef void (*RisalahSourceLabelFunc) (gpointer    owner,
                                        const char *uid,
                                        const char *label);

void risalah_source_label_fetch (RisalahLibrary         *library,
                                 const char             *uid,
                                 RisalahSourceLabelFunc  func,
                                 gpointer                owner);

G_END_DECLS
