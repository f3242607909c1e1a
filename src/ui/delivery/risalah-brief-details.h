/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a brief beside its text, and printed: title, author, dates, letterhead,
 * markings, and the lines of a letter's head. */
#pragma once

#include <adwaita.h>

#include "risalah-brief-dock.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_BRIEF_DETAILS (risalah_brief_details_get_type ())
G_DECLARE_FINAL_TYPE (RisalahBriefDetails, risalah_brief_details, RISALAH, BRIEF_DETAILS, AdwWindow)

/**
 * RisalahDetailsFunc:
 * @owner: what was given to risalah_brief_details_present()
 */
typedef void (*RisalahDetailsFunc) (gpointer owner);

RisalahBriefDetails *risalah_brief_details_present (RisalahBriefDock   *dock,
                                                    GtkWindow          *parent,
                                                    RisalahDetailsFunc  saved,
                                                    gpointer            owner);

G_END_DECLS
