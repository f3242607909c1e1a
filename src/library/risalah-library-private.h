/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's threads, for backup and importer. */
#pragma once

#include "risalah-library.h"
#include "risalah-worker-private.h"

G_BEGIN_DECLS

/* NULL where the library may only be read, or is closed. What is held must be let go. */
RisalahWorker *risalah_library_hold_writer (RisalahLibrary      *self,
                                            GError             **error);
RisalahWorker *risalah_library_hold_reader (RisalahLibrary      *self,
                                            RisalahLane          lane,
                                            GError             **error);
void           risalah_library_let_go      (RisalahLibrary      *self);
gboolean       risalah_library_is_writer_wanted (RisalahLibrary *self);
/* A job of the analyst that makes its own transactions, or needs none. */
gboolean       risalah_library_write_bare  (RisalahLibrary      *self,
                                            RisalahLibraryFunc   func,
                                            gpointer             data,
                                            GCancellable        *cancellable,
                                            GError             **error);

G_END_DECLS
