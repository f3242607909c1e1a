/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side of the reader: what is known of the article, its grade, tags, notes, events, quotations
 * and reprints. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-open-source.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_SOURCE_DETAILS (risalah_source_details_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSourceDetails, risalah_source_details, RISALAH, SOURCE_DETAILS,
                      GtkWidget)

void risalah_source_details_set_session   (RisalahSourceDetails    *self,
                                           RisalahSession          *session,
                                           RisalahNames            *names);
void risalah_source_details_show          (RisalahSourceDetails    *self,
                                           const RisalahOpenSource *open);
void risalah_source_details_show_original (RisalahSourceDetails    *self);

G_END_DECLS
