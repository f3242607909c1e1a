/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Myers' greedy algorithm ("An O(ND) difference algorithm and its variations", 1986). */

#include "risalah-sequence-difference.h"

#include <string.h>

/* With more edits than this, two sequences are taken for different as a whole: the trace needs
 * memory with the square of it. */
#define MOST_EDITS 2000

/* The furthest points reached with each number of edits; element d has 2d + 1 of them. */
typedef struct
{
  const guint *a;
  const guint *b;
  gint n;
  gint m;
  GPtrArray *trace; /* (element-type gint array) */
} Search;

static gint
follow (const Search *self, gint x, gint k)
{
  while (x < self->n && x - k < self->m && self->a[x] == self->b[x - k])
    x++;
  return x;
}

/* Where the diagonal @k is entered with @d edits; @previous are the points of d - 1. */
static gint
enter (const gint *previous, gint d, gint k)
{
  if (d == 0)
    return 0;
  if (k == -d || (k != d && previous[k - 1 + d - 1] < previous[k + 1 + d - 1]))
    return previous[k + 1 + d - 1];
  return previous[k - 1 + d - 1] + 1;
}

/* Searches with more and more edits; the number needed, -1 where it is too large. */
static gint
search (Search *self)
{
  gint most = MIN (self->n + self->m, MOST_EDITS);

  for (gint d = 0; d <= most; d++)
    {
      gint *points = g_new (gint, 2 * d + 1);
      const gint *previous = d > 0 ? self->trace->pdata[d - 1] : NULL;

      g_ptr_array_add (self->trace, points);
      memset (points, 0, sizeof (gint) * (gsize)(2 * d + 1));
      for (gint k = -d; k <= d; k += 2)
        {
          gint x = enter (previous, d, k);

          x = follow (self, x, k);
          points[k + d] = x;
          if (x >= self->n && x - k >= self->m)
            return d;
        }
    }
  return -1;
}

/* Marks the elements that were taken away or put in, going back along the trace. */
static void
go_back (const Search *self, gint d, gboolean *removed, gboolean *added)
{
  gint k = self->n - self->m;

  for (; d > 0; d--)
    {
      const gint *previous = self->trace->pdata[d - 1];
      gboolean down = k == -d || (k != d && previous[k - 1 + d - 1] < previous[k + 1 + d - 1]);

      if (down)
        {
          k++;
          added[previous[k + d - 1] - k] = TRUE;
        }
      else
        {
          k--;
          removed[previous[k + d - 1]] = TRUE;
        }
    }
}

static void
collect (GArray *pairs,
         const gboolean *removed,
         guint n,
         const gboolean *added,
         guint m,
         guint offset)
{
  guint i = 0, j = 0;

  while (i < n || j < m)
    {
      RisalahStretchPair pair = { i + offset, 0, j + offset, 0 };

      if ((i >= n || !removed[i]) && (j >= m || !added[j]))
        {
          i++;
          j++;
          continue;
        }
      for (; i < n && removed[i]; i++)
        pair.n_first++;
      for (; j < m && added[j]; j++)
        pair.n_second++;
      g_array_append_val (pairs, pair);
    }
}

/**
 * risalah_sequences_differ:
 * @first: (array length=n_first): a sequence
 * @n_first: its length
 * @second: (array length=n_second): another
 * @n_second: its length
 *
 * Returns: (transfer full) (element-type RisalahStretchPair): what differs, in order; all between
 *   is the same in both
 */
GArray *
risalah_sequences_differ (const guint *first, guint n_first, const guint *second, guint n_second)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RisalahStretchPair));
  guint prefix = 0, suffix = 0, shorter = MIN (n_first, n_second);
  Search self = { 0 };
  gint d = -1;

  while (prefix < shorter && first[prefix] == second[prefix])
    prefix++;
  while (suffix < shorter - prefix && first[n_first - 1 - suffix] == second[n_second - 1 - suffix])
    suffix++;
  self.n = (gint)(n_first - prefix - suffix);
  self.m = (gint)(n_second - prefix - suffix);
  if (self.n == 0 && self.m == 0)
    return pairs;
  self.trace = g_ptr_array_new_with_free_func (g_free);
  if (self.n > 0 && self.m > 0)
    {
      self.a = first + prefix;
      self.b = second + prefix;
      d = search (&self);
    }
  if (d < 0)
    {
      RisalahStretchPair whole = { prefix, (guint)self.n, prefix, (guint)self.m };

      g_array_append_val (pairs, whole);
    }
  else
    {
      g_autofree gboolean *removed = g_new0 (gboolean, (gsize)self.n + 1);
      g_autofree gboolean *added = g_new0 (gboolean, (gsize)self.m + 1);

      go_back (&self, d, removed, added);
      collect (pairs, removed, (guint)self.n, added, (guint)self.m, prefix);
    }
  g_ptr_array_unref (self.trace);
  return pairs;
}
