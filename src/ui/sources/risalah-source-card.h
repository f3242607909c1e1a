/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source in the list: title, publisher, date and grade, and the passage that matched. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-lazy-list.h"
#include "risalah-names.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_SOURCE_CARD (risalah_source_card_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSourceCard, risalah_source_card, RISALAH, SOURCE_CARD, GtkWidget)

GtkListItemFactory *risalah_source_card_factory_new (RisalahNames *names);
gint64              risalah_source_card_get_source  (RisalahSourceCard *self);

G_END_DECLS
