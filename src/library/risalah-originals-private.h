/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The narrow key that originals are found by. */
#pragma once

#include "risalah-originals.h"

G_BEGIN_DECLS

gint64 risalah_originals_key (const guint8 sha256[32]);

G_END_DECLS
