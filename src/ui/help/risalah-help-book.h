/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's help in one language: its pages, in the order of the contents. */
#pragma once

#include <gio/gio.h>

#include "risalah-help-page.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_HELP_BOOK (risalah_help_book_get_type ())
G_DECLARE_FINAL_TYPE (RisalahHelpBook, risalah_help_book, RISALAH, HELP_BOOK, GObject)

RisalahHelpBook *risalah_help_book_open        (const char           *folder,
                                                const char *const    *languages,
                                                GError              **error);
void             risalah_help_book_open_async  (const char           *folder,
                                                const char *const    *languages,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
RisalahHelpBook *risalah_help_book_open_finish (GAsyncResult         *result,
                                                GError              **error);
const char      *risalah_help_book_get_folder  (RisalahHelpBook      *self);
GPtrArray       *risalah_help_book_get_pages   (RisalahHelpBook      *self);
const RisalahHelpPage *
                 risalah_help_book_find        (RisalahHelpBook      *self,
                                                const char           *id);
const char      *risalah_help_book_get_group   (RisalahHelpBook      *self,
                                                const RisalahHelpPage *page);

G_END_DECLS
