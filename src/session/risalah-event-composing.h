/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event as a paragraph of a brief, with a citation for each source that tells it. */
#pragma once

#include "risalah-brief-block.h"
#include "risalah-events.h"
#include "risalah-session.h"

G_BEGIN_DECLS

RisalahBriefBlock *risalah_session_compose_event (RisalahSession      *self,
                                                  const RisalahEvent  *event,
                                                  const char          *language,
                                                  GError             **error);

G_END_DECLS
