/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference of two lists of ids, as a list model tells it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RisalahIdRun:
 * @position: where it begins
 * @removed: how many ids of the old list go there
 * @added: how many of the new list come there
 * @from: which is the first of those in the new list
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint from;
} RisalahIdRun;

GArray *risalah_id_runs_find (GArray *before,
                              GArray *after);

G_END_DECLS
