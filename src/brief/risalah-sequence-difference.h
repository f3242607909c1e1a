/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortest way from one sequence of numbers to another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RisalahStretchPair:
 * @first: first element of the earlier sequence that differs
 * @n_first: how many differ
 * @second: first element of the later sequence
 * @n_second: how many take their place
 */
typedef struct
{
  guint first;
  guint n_first;
  guint second;
  guint n_second;
} RisalahStretchPair;

GArray *risalah_sequences_differ (const guint *first,
                                  guint        n_first,
                                  const guint *second,
                                  guint        n_second);

G_END_DECLS
