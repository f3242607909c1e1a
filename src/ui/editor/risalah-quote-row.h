/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored quotation as an item and a row of the quote shelf. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-connection.h"
#include "risalah-quotation.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_QUOTE_ITEM (risalah_quote_item_get_type ())
G_DECLARE_FINAL_TYPE (RisalahQuoteItem, risalah_quote_item, RISALAH, QUOTE_ITEM, GObject)

GPtrArray              *risalah_quote_items_list         (RisalahConnection *connection,
                                                          GError           **error);
const RisalahQuotation *risalah_quote_item_get_quotation (RisalahQuoteItem  *self);
gboolean                risalah_quote_item_matches       (RisalahQuoteItem  *self,
                                                          const char        *words);

#define RISALAH_TYPE_QUOTE_ROW (risalah_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (RisalahQuoteRow, risalah_quote_row, RISALAH, QUOTE_ROW, GtkWidget)

GtkWidget *risalah_quote_row_new      (void);
void       risalah_quote_row_set_item (RisalahQuoteRow  *self,
                                       RisalahQuoteItem *item,
                                       gboolean          used);

G_END_DECLS
