/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles coming in: how many, which, how fast, and a button to stop.
 *
 * Signal: "finished" (GPtrArray of RisalahImportResult), also after a stop: what came in stays. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-importer.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_IMPORT_BANNER (risalah_import_banner_get_type ())
G_DECLARE_FINAL_TYPE (RisalahImportBanner, risalah_import_banner, RISALAH, IMPORT_BANNER, GtkWidget)

GtkWidget *risalah_import_banner_new         (RisalahSession      *session,
                                              GSettings           *settings);
void       risalah_import_banner_add_files   (RisalahImportBanner *self,
                                              GListModel          *files);
void       risalah_import_banner_add_bytes   (RisalahImportBanner *self,
                                              GBytes              *bytes,
                                              const char          *media_type);
void       risalah_import_banner_add_example (RisalahImportBanner *self);
void       risalah_import_banner_stop        (RisalahImportBanner *self);
gboolean   risalah_import_banner_is_busy     (RisalahImportBanner *self);

G_END_DECLS
