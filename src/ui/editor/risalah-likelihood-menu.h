/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreed expressions of likelihood, to be chosen from in the brief's language. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

void risalah_likelihood_menu_popup  (RisalahEditor     *editor,
                                     GtkWidget         *parent);
void risalah_likelihood_menu_insert (RisalahEditor     *editor,
                                     RisalahLikelihood  likelihood);

G_END_DECLS
