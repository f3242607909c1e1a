/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock file beside a library: one writer at a time, among all processes. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RisalahLock RisalahLock;

RisalahLock *risalah_lock_new     (const char    *library_path,
                                   GError       **error);
void         risalah_lock_free    (RisalahLock   *self);
gboolean     risalah_lock_take    (RisalahLock   *self,
                                   GCancellable  *cancellable,
                                   GError       **error);
void         risalah_lock_release (RisalahLock   *self);
gboolean     risalah_lock_is_wanted (RisalahLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahLock, risalah_lock_free)

G_END_DECLS
