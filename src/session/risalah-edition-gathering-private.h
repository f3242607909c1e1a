/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an edition's document to the rest of it, as the library knows it. */
#pragma once

#include "risalah-edition.h"
#include "risalah-session.h"

G_BEGIN_DECLS

gboolean risalah_edition_gather (RisalahEdition  *self,
                                 RisalahSession  *session,
                                 GError         **error);

G_END_DECLS
