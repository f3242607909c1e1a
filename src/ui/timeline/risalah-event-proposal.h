/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event that selected words speak of, as far as the analysis of the article knows. */
#pragma once

#include "risalah-open-source.h"

G_BEGIN_DECLS

RisalahEvent *risalah_event_propose (const RisalahOpenSource *open,
                                     const RisalahQuotation  *passage);

G_END_DECLS
