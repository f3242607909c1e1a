/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotations that were taken from sources: those that the brief holds, and those that wait. */
#pragma once

#include "risalah-editor.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_QUOTE_SHELF (risalah_quote_shelf_get_type ())
G_DECLARE_FINAL_TYPE (RisalahQuoteShelf, risalah_quote_shelf, RISALAH, QUOTE_SHELF, GtkWidget)

void risalah_quote_shelf_set_editor  (RisalahQuoteShelf *self,
                                      RisalahEditor     *editor);
void risalah_quote_shelf_set_session (RisalahQuoteShelf *self,
                                      RisalahSession    *session);
gboolean   risalah_quote_shelf_take_selected (RisalahQuoteShelf *self,
                                            gboolean           cites);

G_END_DECLS
