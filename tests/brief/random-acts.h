/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random acts of an analyst: every edit command there is. */
#pragma once

#include "risalah-edit.h"

RisalahEdit random_acts_next            (GRand           *random,
                                         RisalahDocument *document);
void        random_acts_assert_all_done (void);
