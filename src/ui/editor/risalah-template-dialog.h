/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what kind of brief is to begin, in which language, under which title. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RisalahTemplateFunc:
 * @owner: what was given to risalah_template_dialog_present()
 * @template_id: "T1" to "T5"
 * @title: (nullable): the title, %NULL where none was typed
 * @language: "id" or "en"
 */
typedef void (*RisalahTemplateFunc) (gpointer    owner,
                                     const char *template_id,
                                     const char *title,
                                     const char *language);

#define RISALAH_TYPE_TEMPLATE_DIALOG (risalah_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RisalahTemplateDialog, risalah_template_dialog, RISALAH, TEMPLATE_DIALOG, AdwWindow)

void risalah_template_dialog_present (GtkWidget           *parent,
                                      const char          *language,
                                      RisalahTemplateFunc  func,
                                      gpointer             owner);

G_END_DECLS
