/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison of two texts word by word that tells a reprint from another article of the same
 * series. */

#include "risalah-shingles-private.h"

/* Two articles of a series share their frame and replace names and figures in it; a reprint leaves
 * sentences out and changes a headline, a dateline or a date. Each place where a name is replaced
 * counts 1, where only a figure is replaced 0.5; more than this, and the two tell different
 * things. A long article may have been edited in more places. */
#define MAX_REPLACED_FACTS     2.0
#define WORDS_PER_FURTHER_FACT 400

/* A run of fewer common words after a longer gap is chance. */
#define MIN_RUN 8

/* A headline, a dateline or a credit has no more words: what stands beside the common text at
 * either end and is longer is another story. */
#define MAX_EDGE_WORDS 20

/* The share of words that stand against other words, whole sentences and all: two copies that
 * each lost 15 % of their sentences have 0.04, articles of one frame more. */
#define MAX_REPLACED_SHARE 0.16

/* Of both limits together, each counted as one. */
#define MAX_REPLACED_TOGETHER 1.5

/* A place in both texts where the same three words stand, which stand nowhere else in either. */
typedef struct
{
  guint a;
  guint b;
} Anchor;

/* Where each shingle of @words stands; those that stand twice have G_MAXUINT. */
static GHashTable *
index_shingles (const RisalahShinglesWord *words, guint n, guint64 *keys)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i + 2 < n; i++)
    {
      keys[i] = risalah_shingles_at (words, i);
      if (g_hash_table_contains (index, &keys[i]))
        g_hash_table_insert (index, &keys[i], GUINT_TO_POINTER (G_MAXUINT));
      else
        g_hash_table_insert (index, &keys[i], GUINT_TO_POINTER (i));
    }
  return index;
}

/* The longest run of @anchors that ascends in both texts: patience sorting on their places in b. */
static void
keep_ascending (GArray *anchors)
{
  Anchor *all = (Anchor *)anchors->data;
  g_autofree guint *before = g_new (guint, anchors->len + 1);
  g_autofree guint *tails = g_new (guint, anchors->len + 1);
  g_autofree Anchor *kept = NULL;
  guint n = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      guint low = 0;
      guint high = n;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (all[tails[middle]].b < all[i].b)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      n = MAX (n, low + 1);
    }
  if (n == 0)
    return;
  kept = g_new (Anchor, n);
  for (guint k = n, i = tails[n - 1]; k > 0; i = before[i])
    kept[--k] = all[i];
  g_array_set_size (anchors, 0);
  g_array_append_vals (anchors, kept, n);
}

/* The places that belong together in both texts, in order. */
static GArray *
align (const RisalahShingles *self, const RisalahShingles *other)
{
  const RisalahShinglesWord *a = (const RisalahShinglesWord *)self->words->data;
  const RisalahShinglesWord *b = (const RisalahShinglesWord *)other->words->data;
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_autofree guint64 *a_keys = g_new (guint64, self->words->len);
  g_autofree guint64 *b_keys = g_new (guint64, other->words->len);
  g_autoptr (GHashTable) a_index = index_shingles (a, self->words->len, a_keys);
  g_autoptr (GHashTable) b_index = index_shingles (b, other->words->len, b_keys);

  for (guint i = 0; i + 2 < self->words->len; i++)
    {
      gpointer a_place = g_hash_table_lookup (a_index, &a_keys[i]);
      gpointer b_place;

      if (GPOINTER_TO_UINT (a_place) == i
          && g_hash_table_lookup_extended (b_index, &a_keys[i], NULL, &b_place)
          && GPOINTER_TO_UINT (b_place) != G_MAXUINT)
        {
          Anchor anchor = { i, GPOINTER_TO_UINT (b_place) };

          g_array_append_val (anchors, anchor);
        }
    }
  keep_ascending (anchors);
  return anchors;
}

/* Which kinds of facts stand in words @from to @to: figures, and names that the other text has
 * nowhere. */
static RisalahShinglesFlags
find_facts (const RisalahShingles *self, const RisalahShingles *other, guint from, guint to)
{
  RisalahShinglesFlags found = 0;

  for (guint i = from; i < to; i++)
    {
      const RisalahShinglesWord *word = &g_array_index (self->words, RisalahShinglesWord, i);

      if (word->flags & RISALAH_SHINGLES_FIGURE)
        found |= RISALAH_SHINGLES_FIGURE;
      else if (word->flags & RISALAH_SHINGLES_NAME && !risalah_shingles_know (other, word->hash))
        found |= RISALAH_SHINGLES_NAME;
    }
  return found;
}

static gboolean
has_name (const RisalahShingles *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (g_array_index (self->words, RisalahShinglesWord, i).flags & RISALAH_SHINGLES_NAME)
      return TRUE;
  return FALSE;
}

/* The words between two common runs, in both texts. */
typedef struct
{
  guint a_from;
  guint a_to;
  guint b_from;
  guint b_to;
} Gap;

/* What stands against what in @gap: adds its words to @against and weighs its facts. */
static double
weigh_gap (const RisalahShingles *self,
           const RisalahShingles *other,
           Gap gap,
           gboolean edge,
           guint *against)
{
  guint a_words = gap.a_to - gap.a_from;
  guint b_words = gap.b_to - gap.b_from;
  guint facing = MIN (a_words, b_words);
  RisalahShinglesFlags mine;
  RisalahShinglesFlags theirs;

  if (facing == 0)
    return 0;
  if (edge)
    {
      *against += facing > MAX_EDGE_WORDS ? facing - MAX_EDGE_WORDS : 0;
      return 0;
    }
  *against += facing;
  mine = find_facts (self, other, gap.a_from, gap.a_to);
  theirs = find_facts (other, self, gap.b_from, gap.b_to);
  if ((mine & theirs & RISALAH_SHINGLES_NAME)
      || (mine & RISALAH_SHINGLES_NAME && has_name (other, gap.b_from, gap.b_to))
      || (theirs & RISALAH_SHINGLES_NAME && has_name (self, gap.a_from, gap.a_to)))
    return 1;
  return mine & theirs & RISALAH_SHINGLES_FIGURE ? 0.5 : 0;
}

/* Reads the two texts side by side: @replaced becomes the share of words that stand against other
 * words, @facts the weighted number of places where a fact stands against another. What differs
 * before the first common words and after the last is a headline, a dateline or a byline. */
static void
weigh_replacements (const RisalahShingles *self,
                    const RisalahShingles *other,
                    double *replaced,
                    double *facts)
{
  g_autoptr (GArray) anchors = align (self, other);
  const RisalahShinglesWord *a = (const RisalahShinglesWord *)self->words->data;
  const RisalahShinglesWord *b = (const RisalahShinglesWord *)other->words->data;
  Gap gap = { 0 };
  guint against = 0;
  guint common = 0;

  *facts = 0;
  for (guint k = 0; k < anchors->len; k++)
    {
      Anchor anchor = g_array_index (anchors, Anchor, k);
      Anchor begin = anchor;
      Anchor end = { anchor.a + 3, anchor.b + 3 };

      if (begin.a < gap.a_from || begin.b < gap.b_from)
        continue;
      while (begin.a > gap.a_from && begin.b > gap.b_from
             && a[begin.a - 1].hash == b[begin.b - 1].hash)
        begin = (Anchor){ begin.a - 1, begin.b - 1 };
      while (end.a < self->words->len && end.b < other->words->len
             && a[end.a].hash == b[end.b].hash)
        end = (Anchor){ end.a + 1, end.b + 1 };
      /* A turn of phrase that two different passages share does not make them one. */
      if (end.a - begin.a < MIN_RUN
          && 2 * (end.a - begin.a) < MAX (begin.a - gap.a_from, begin.b - gap.b_from))
        continue;
      gap.a_to = begin.a;
      gap.b_to = begin.b;
      *facts += weigh_gap (self, other, gap, gap.a_from == 0 || gap.b_from == 0, &against);
      common += end.a - begin.a;
      gap.a_from = end.a;
      gap.b_from = end.b;
    }
  gap.a_to = self->words->len;
  gap.b_to = other->words->len;
  weigh_gap (self, other, gap, TRUE, &against);
  *replaced = common + against > 0 ? (double)against / (common + against) : 1;
}

/**
 * risalah_shingles_is_reprint:
 * @self: an article's shingles
 * @other: another's
 *
 * Whether two articles are one story: a Jaccard similarity of at least %RISALAH_SHINGLES_LIKE, and
 * where they differ one leaves out rather than says something else. Articles of a series (weekly
 * briefings, visits with one agenda) share a frame and may be as similar as copies are, but put
 * other names and figures into it.
 *
 * Returns: whether one is a reprint of the other
 */
gboolean
risalah_shingles_is_reprint (const RisalahShingles *self, const RisalahShingles *other)
{
  double replaced;
  double facts;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->n_hashes < MIN_SHINGLES || other->n_hashes < MIN_SHINGLES
      || risalah_shingles_compare (self, other) < RISALAH_SHINGLES_LIKE)
    return FALSE;
  weigh_replacements (self, other, &replaced, &facts);
  replaced /= MAX_REPLACED_SHARE;
  facts /= MAX_REPLACED_FACTS
           + (double)MIN (self->words->len, other->words->len) / WORDS_PER_FURTHER_FACT;
  return replaced <= 1 && facts <= 1 && replaced + facts <= MAX_REPLACED_TOGETHER;
}
