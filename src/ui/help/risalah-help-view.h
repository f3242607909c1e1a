/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one page of the help. Emits "link" with "page" or "page#section" when a link is followed. */
#pragma once

#include <adwaita.h>

#include "risalah-help-book.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_HELP_VIEW (risalah_help_view_get_type ())
G_DECLARE_FINAL_TYPE (RisalahHelpView, risalah_help_view, RISALAH, HELP_VIEW, GtkWidget)

void risalah_help_view_show (RisalahHelpView *self,
                             RisalahHelpBook *book,
                             const char      *link);

G_END_DECLS
