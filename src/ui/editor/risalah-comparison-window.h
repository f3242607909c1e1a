/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that compares two versions of a brief by words, and offers to take one. */
#pragma once

#include <adwaita.h>

#include "risalah-document.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_COMPARISON_WINDOW (risalah_comparison_window_get_type ())
G_DECLARE_FINAL_TYPE (RisalahComparisonWindow, risalah_comparison_window, RISALAH,
                      COMPARISON_WINDOW, AdwWindow)

RisalahComparisonWindow *risalah_comparison_window_new (GtkWindow       *parent,
                                                        const char      *what,
                                                        RisalahDocument *before,
                                                        RisalahDocument *after,
                                                        const char      *act);

G_END_DECLS
