/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's threads, for backup and importer. */
#pragma once

#include "risalah-library.h"
#include "risalah-worker-private.h"

G_BEGIN_DECLS

/* NULL where the library may only be read, or is closed. */
RisalahWorker *risalah_library_get_writer (RisalahLibrary  *self,
                                           GError         **error);
RisalahWorker *risalah_library_get_reader (RisalahLibrary  *self,
                                           RisalahLane      lane,
                                           GError         **error);

G_END_DECLS
