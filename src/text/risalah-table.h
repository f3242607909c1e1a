/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain table that an analyst can correct: UTF-8, one row a line, columns apart by tabs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RisalahTable RisalahTable;

RisalahTable *risalah_table_new         (void);
gboolean      risalah_table_add_file    (RisalahTable  *self,
                                         const char    *path,
                                         GError       **error);
gboolean      risalah_table_add_text    (RisalahTable  *self,
                                         const char    *name,
                                         const char    *text,
                                         GError       **error);
void          risalah_table_free        (RisalahTable  *self);
guint         risalah_table_get_n_rows  (const RisalahTable *self);
const char   *risalah_table_get         (const RisalahTable *self,
                                         guint               row,
                                         guint               column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTable, risalah_table_free)

G_END_DECLS
