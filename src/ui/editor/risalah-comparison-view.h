/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a brief as one text: added words underlined, removed ones struck out. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-document-comparison.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_COMPARISON_VIEW (risalah_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (RisalahComparisonView, risalah_comparison_view, RISALAH, COMPARISON_VIEW,
                      GtkTextView)

void  risalah_comparison_view_show          (RisalahComparisonView *self,
                                             RisalahDocument       *before,
                                             RisalahDocument       *after);
guint risalah_comparison_view_get_n_added   (RisalahComparisonView *self);
guint risalah_comparison_view_get_n_removed (RisalahComparisonView *self);
guint risalah_comparison_view_get_n_changes (RisalahComparisonView *self);
char *risalah_comparison_view_go_to         (RisalahComparisonView *self,
                                             int                    by);

G_END_DECLS
