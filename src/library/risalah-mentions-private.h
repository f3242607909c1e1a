/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of what is mentioned, kept by each connection. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-mentions.h"

G_BEGIN_DECLS

void risalah_entities_free (RisalahEntities *self);

G_END_DECLS
