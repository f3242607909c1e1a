/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A zip file in memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RisalahZip RisalahZip;

RisalahZip *risalah_zip_new    (gint64        date);
void        risalah_zip_free   (RisalahZip   *self);
void        risalah_zip_add    (RisalahZip   *self,
                                const char   *name,
                                const void   *data,
                                gsize         length,
                                gboolean      compress);
GBytes     *risalah_zip_finish (RisalahZip   *self,
                                GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahZip, risalah_zip_free)

G_END_DECLS
