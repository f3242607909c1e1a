/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one list of ids becomes another by as few changes as possible. */

#include "risalah-id-runs.h"

static GHashTable *
id_set (GArray *ids)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));
  return set;
}

static RisalahIdRun *
run_at (GArray *runs, guint position)
{
  RisalahIdRun *last = runs->len > 0 ? &g_array_index (runs, RisalahIdRun, runs->len - 1) : NULL;
  RisalahIdRun run = { .position = position, .from = position };

  if (last != NULL && last->position + last->added == position)
    return last;
  g_array_append_val (runs, run);
  return &g_array_index (runs, RisalahIdRun, runs->len - 1);
}

/**
 * risalah_id_runs_find:
 * @before: (element-type gint64): ids, each of them once
 * @after: (element-type gint64): ids, each of them once
 *
 * Walks both lists side by side. An id that moved is taken out where it was and put in where it is.
 *
 * Returns: (transfer full) (element-type RisalahIdRun): the runs in order, with positions as they
 *   are once the runs before are applied
 */
GArray *
risalah_id_runs_find (GArray *before, GArray *after)
{
  g_autoptr (GHashTable) old = id_set (before);
  g_autoptr (GHashTable) new = id_set (after);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (RisalahIdRun));
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      gint64 *left = i < before->len ? &g_array_index (before, gint64, i) : NULL;
      gint64 *right = j < after->len ? &g_array_index (after, gint64, j) : NULL;

      if (left != NULL && right != NULL && *left == *right)
        i++, j++;
      else if (right != NULL && !g_hash_table_contains (old, right))
        run_at (runs, j++)->added++;
      else
        {
          g_assert (left != NULL);
          i++;
          run_at (runs, j)->removed++;
          if (g_hash_table_contains (new, left))
            g_hash_table_remove (old, left);
        }
    }
  return runs;
}
