/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has risalah-reader read hostile bytes: the programs are kept alive for many files, and the death
 * of one is that file's error. */
#pragma once

#include <gio/gio.h>

#include "risalah-article.h"
#include "risalah-reading.h"

G_BEGIN_DECLS

/* Usable from any number of threads at once. */
typedef struct _RisalahReaderClient RisalahReaderClient;

RisalahReaderClient *risalah_reader_client_new  (const char               *program,
                                                 const char * const       *vocabulary_dirs,
                                                 const char               *dictionary_dir);
void                 risalah_reader_client_free (RisalahReaderClient      *self);
RisalahArticle      *risalah_reader_client_read (RisalahReaderClient      *self,
                                                 GBytes                   *bytes,
                                                 const char               *name,
                                                 const RisalahReadOptions *options,
                                                 GCancellable             *cancellable,
                                                 GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahReaderClient, risalah_reader_client_free)

G_END_DECLS
