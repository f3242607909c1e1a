/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of lazy lists have in common: they follow the item that they are bound to. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-lazy-list.h"
#include "risalah-names.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_LAZY_ROW (risalah_lazy_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (RisalahLazyRow, risalah_lazy_row, RISALAH, LAZY_ROW, GtkWidget)

/**
 * RisalahLazyRowClass:
 * @show: shows the value of the item, %NULL while it is not loaded
 */
struct _RisalahLazyRowClass
{
  GtkWidgetClass parent_class;

  void (*show) (RisalahLazyRow *self, gpointer value);
};

RisalahNames       *risalah_lazy_row_get_names   (RisalahLazyRow *self);
gint64              risalah_lazy_row_get_id      (RisalahLazyRow *self);
void                risalah_lazy_row_set_spoken  (RisalahLazyRow *self,
                                                  const char     *label,
                                                  const char     *description);
GtkListItemFactory *risalah_lazy_row_factory_new (GType           type,
                                                  RisalahNames   *names);

G_END_DECLS
