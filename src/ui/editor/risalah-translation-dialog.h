/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which brief is, or becomes, the open one's version in the other language. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RisalahTranslationFunc:
 * @owner: what was given to risalah_translation_dialog_present()
 * @brief: an existing brief's number in the library, 0 for a new one
 * @uid: (nullable): its UUID
 *
 * Called with what was chosen.
 */
typedef void (*RisalahTranslationFunc) (gpointer    owner,
                                        gint64      brief,
                                        const char *uid);

#define RISALAH_TYPE_TRANSLATION_DIALOG (risalah_translation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTranslationDialog, risalah_translation_dialog, RISALAH,
                      TRANSLATION_DIALOG, AdwWindow)

void risalah_translation_dialog_present (GtkWidget              *parent,
                                         const char             *language,
                                         GPtrArray              *briefs,
                                         RisalahTranslationFunc  func,
                                         gpointer                owner);

G_END_DECLS
