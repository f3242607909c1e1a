/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list model over an ordered array of ids: rows come later, from the library's thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RISALAH_TYPE_LAZY_ITEM (risalah_lazy_item_get_type ())
G_DECLARE_FINAL_TYPE (RisalahLazyItem, risalah_lazy_item, RISALAH, LAZY_ITEM, GObject)

#define RISALAH_TYPE_LAZY_LIST (risalah_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (RisalahLazyList, risalah_lazy_list, RISALAH, LAZY_LIST, GObject)

/**
 * RisalahLazyLoadFunc:
 * @list: the list
 * @ids: (array length=n_ids): rows that are wanted
 * @n_ids: how many
 * @data: what was given to risalah_lazy_list_new()
 *
 * Starts loading; the answer comes through risalah_lazy_list_take_row(), whenever it is there.
 */
typedef void (*RisalahLazyLoadFunc) (RisalahLazyList *list,
                                     const gint64    *ids,
                                     guint            n_ids,
                                     gpointer         data);

gint64           risalah_lazy_item_get_id     (RisalahLazyItem     *self);
gpointer         risalah_lazy_item_get_value  (RisalahLazyItem     *self);

RisalahLazyList *risalah_lazy_list_new        (RisalahLazyLoadFunc  load,
                                               gpointer             data,
                                               GDestroyNotify       free_row);
void             risalah_lazy_list_replace    (RisalahLazyList     *self,
                                               GArray              *ids);
void             risalah_lazy_list_update     (RisalahLazyList     *self,
                                               GArray              *ids);
void             risalah_lazy_list_reload     (RisalahLazyList     *self);
void             risalah_lazy_list_take_row   (RisalahLazyList     *self,
                                               gint64               id,
                                               gpointer             row);
gint64           risalah_lazy_list_get_id     (RisalahLazyList     *self,
                                               guint                position);
guint            risalah_lazy_list_find       (RisalahLazyList     *self,
                                               gint64               id);

G_END_DECLS
