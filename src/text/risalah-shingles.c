/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word 3-shingles and their MinHash (Broder 1997), and the comparison of two texts word by word
 * that tells a reprint from another article of the same series. */

#include "risalah-shingles.h"

#include <string.h>

#define N_VALUES 128
#define BAND_SIZE (N_VALUES / RISALAH_SHINGLES_N_BANDS)

/* A text of fewer shingles is too short to be called a copy. */
#define MIN_SHINGLES 12

/* Two articles of a series share their frame and replace names and figures in it; a reprint leaves
 * sentences out and changes a headline, a dateline or a date. Each place where a name is replaced
 * counts 1, where only a figure is replaced 0.5; more than this, and the two tell different
 * things. A long article may have been edited in more places. */
#define MAX_REPLACED_FACTS 2.0
#define WORDS_PER_FURTHER_FACT 400

/* A run of fewer common words after a longer gap is chance. */
#define MIN_RUN 8

/* A headline, a dateline or a credit has no more words: what stands beside the common text at either
 * end and is longer is another story. */
#define MAX_EDGE_WORDS 20

/* The share of words that stand against other words, whole sentences and all: two copies that
 * each lost 15 % of their sentences have 0.04, articles of one frame more. */
#define MAX_REPLACED_SHARE 0.16

/* Of both limits together, each counted as one. */
#define MAX_REPLACED_TOGETHER 1.5

typedef enum
{
  WORD_FIRST = 1 << 0,  /* of a sentence or line */
  WORD_NAME = 1 << 1,   /* begins with a capital within a sentence */
  WORD_FIGURE = 1 << 2, /* has a digit */
} WordFlags;

typedef struct
{
  guint64 hash;
  WordFlags flags;
} Word;

struct _RisalahShingles
{
  GArray *words;    /* (element-type Word): of the blocks that are not dropped, in order */
  guint64 *known;   /* the words' hashes, sorted */
  guint64 *hashes;  /* the shingles, sorted, each once */
  guint n_hashes;
  guint64 bands[RISALAH_SHINGLES_N_BANDS];
};

/* A place in both texts where the same three words stand, which stand nowhere else in either. */
typedef struct
{
  guint a;
  guint b;
} Anchor;

/* MurmurHash3's finaliser: every bit of the key reaches every bit of the value. */
static guint64
mix (guint64 key)
{
  key ^= key >> 33;
  key *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  key ^= key >> 33;
  key *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return key ^ (key >> 33);
}

static void
add_words (GArray *words, const char *text, gsize length)
{
  const char *end = text + length;
  gboolean first = TRUE;

  for (const char *p = text; p < end;)
    {
      Word word = { .hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) };
      gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);

      if (!(c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
        {
          first |= c == '.' || c == '!' || c == '?' || c == '\n';
          p = g_utf8_next_char (p);
          continue;
        }
      if (first)
        word.flags |= WORD_FIRST;
      else if (g_unichar_isupper (c))
        word.flags |= WORD_NAME;
      while (p < end)
        {
          c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
          if (!(c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
            break;
          if (c < 0x80 && g_ascii_isdigit (c))
            word.flags |= WORD_FIGURE;
          word.hash = (word.hash ^ (c < 0x80 ? (gunichar)g_ascii_tolower (c) : g_unichar_tolower (c)))
                      * G_GUINT64_CONSTANT (0x100000001b3);
          p = g_utf8_next_char (p);
        }
      /* "1.250" is one figure, no end of a sentence. */
      first = FALSE;
      if ((word.flags & WORD_FIGURE) && p + 1 < end && (*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
        p++;
      g_array_append_val (words, word);
    }
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint64 *first = a;
  const guint64 *second = b;

  return (*first > *second) - (*first < *second);
}

static guint64
shingle_at (const Word *words, guint i)
{
  return mix (words[i].hash * 3 + mix (words[i + 1].hash * 5 + mix (words[i + 2].hash)));
}

static void
make_hashes (RisalahShingles *self)
{
  const Word *words = (const Word *)self->words->data;
  guint n = self->words->len;
  guint unique = 0;

  self->known = g_new (guint64, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->known[i] = words[i].hash;
  qsort (self->known, n, sizeof (guint64), compare_hashes);

  self->hashes = g_new (guint64, MAX (n, 1));
  for (guint i = 0; i + 2 < n; i++)
    self->hashes[i] = shingle_at (words, i);
  n = n > 2 ? n - 2 : 0;
  qsort (self->hashes, n, sizeof (guint64), compare_hashes);
  for (guint i = 0; i < n; i++)
    if (i == 0 || self->hashes[i] != self->hashes[i - 1])
      self->hashes[unique++] = self->hashes[i];
  self->n_hashes = unique;
}

/* Each of the 128 values is the least of one multiply-shift hash of all shingles (Dietzfelbinger
 * and others 1997); a band is the hash of four of them and of its own number. */
static void
make_bands (RisalahShingles *self)
{
  guint32 least[N_VALUES];
  guint32 factor[N_VALUES];
  guint32 addend[N_VALUES];

  memset (least, 0xff, sizeof least);
  for (guint k = 0; k < N_VALUES; k++)
    {
      factor[k] = (guint32)mix (2 * k + 1) | 1;
      addend[k] = (guint32)mix (2 * k + 2);
    }
  for (guint i = 0; i < self->n_hashes; i++)
    {
      guint32 low = (guint32)self->hashes[i];
      guint32 high = (guint32)(self->hashes[i] >> 32);

      for (guint k = 0; k < N_VALUES; k++)
        {
          guint32 value = (low ^ addend[k]) * factor[k];

          value = (value ^ (value >> 15)) + high * (factor[k] ^ addend[k]);
          least[k] = MIN (least[k], value);
        }
    }
  for (guint band = 0; band < RISALAH_SHINGLES_N_BANDS; band++)
    {
      guint64 hash = mix (band + 1);

      for (guint k = 0; k < BAND_SIZE; k++)
        hash = mix (hash ^ least[band * BAND_SIZE + k]);
      self->bands[band] = hash;
    }
}

/**
 * risalah_shingles_new:
 * @text: an article's text
 * @blocks: (array length=n_blocks): its blocks
 * @n_blocks: how many there are
 *
 * Takes the 3-shingles of the words of all blocks that are not dropped, capitals folded.
 *
 * Returns: (transfer full): the shingles
 */
RisalahShingles *
risalah_shingles_new (const char *text, const RisalahBlock *blocks, guint n_blocks)
{
  RisalahShingles *self;

  g_return_val_if_fail (text != NULL && (blocks != NULL || n_blocks == 0), NULL);

  self = g_new0 (RisalahShingles, 1);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  for (guint i = 0; i < n_blocks; i++)
    if (!blocks[i].dropped)
      add_words (self->words, text + blocks[i].start, blocks[i].end - blocks[i].start);
  make_hashes (self);
  make_bands (self);
  return self;
}

/**
 * risalah_shingles_new_for_article:
 * @article: an article
 *
 * Returns: (transfer full): its shingles
 */
RisalahShingles *
risalah_shingles_new_for_article (const RisalahArticle *article)
{
  guint n_blocks;
  const RisalahBlock *blocks;

  g_return_val_if_fail (article != NULL, NULL);

  blocks = risalah_article_get_blocks (article, &n_blocks);
  return risalah_shingles_new (risalah_article_get_text (article, NULL), blocks, n_blocks);
}

/**
 * risalah_shingles_free:
 * @self: (transfer full) (nullable): shingles
 */
void
risalah_shingles_free (RisalahShingles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_free (self->known);
  g_free (self->hashes);
  g_free (self);
}

/**
 * risalah_shingles_get_size:
 * @self: shingles
 *
 * Returns: how many different shingles there are
 */
guint
risalah_shingles_get_size (const RisalahShingles *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_hashes;
}

/**
 * risalah_shingles_get_bands:
 * @self: shingles
 * @n_bands: (out): how many bands there are: %RISALAH_SHINGLES_N_BANDS, or 0 for a text too short
 *
 * The values under which a library finds texts that may be near-equal: those that share at least
 * one. A band's number is part of its value, so that one index over the values serves.
 *
 * Returns: (transfer none) (array length=n_bands): the bands
 */
const guint64 *
risalah_shingles_get_bands (const RisalahShingles *self, guint *n_bands)
{
  g_return_val_if_fail (self != NULL && n_bands != NULL, NULL);
  *n_bands = self->n_hashes >= MIN_SHINGLES ? RISALAH_SHINGLES_N_BANDS : 0;
  return self->bands;
}

/**
 * risalah_shingles_compare:
 * @self: shingles
 * @other: others
 *
 * Returns: their exact Jaccard similarity, from 0 to 1
 */
double
risalah_shingles_compare (const RisalahShingles *self, const RisalahShingles *other)
{
  guint common = 0;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  if (self->n_hashes == 0 || other->n_hashes == 0)
    return 0;
  for (guint i = 0, k = 0; i < self->n_hashes && k < other->n_hashes;)
    {
      common += self->hashes[i] == other->hashes[k];
      if (self->hashes[i] < other->hashes[k])
        i++;
      else if (self->hashes[i] > other->hashes[k])
        k++;
      else
        {
          i++;
          k++;
        }
    }
  return (double)common / (self->n_hashes + other->n_hashes - common);
}

/* Where each shingle of @words stands; those that stand twice have G_MAXUINT. */
static GHashTable *
index_shingles (const Word *words, guint n, guint64 *keys)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i + 2 < n; i++)
    {
      keys[i] = shingle_at (words, i);
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
  const Word *a = (const Word *)self->words->data;
  const Word *b = (const Word *)other->words->data;
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

static gboolean
knows (const RisalahShingles *self, guint64 hash)
{
  return bsearch (&hash, self->known, self->words->len, sizeof (guint64), compare_hashes) != NULL;
}

/* Which kinds of facts stand in words @from to @to: figures, and names that the other text has
 * nowhere. */
static WordFlags
find_facts (const RisalahShingles *self, const RisalahShingles *other, guint from, guint to)
{
  WordFlags found = 0;

  for (guint i = from; i < to; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      if (word->flags & WORD_FIGURE)
        found |= WORD_FIGURE;
      else if (word->flags & WORD_NAME && !knows (other, word->hash))
        found |= WORD_NAME;
    }
  return found;
}

static gboolean
has_name (const RisalahShingles *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (g_array_index (self->words, Word, i).flags & WORD_NAME)
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
weigh_gap (const RisalahShingles *self, const RisalahShingles *other, Gap gap, gboolean edge, guint *against)
{
  guint a_words = gap.a_to - gap.a_from;
  guint b_words = gap.b_to - gap.b_from;
  guint facing = MIN (a_words, b_words);
  WordFlags mine;
  WordFlags theirs;

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
  if ((mine & theirs & WORD_NAME) || (mine & WORD_NAME && has_name (other, gap.b_from, gap.b_to))
      || (theirs & WORD_NAME && has_name (self, gap.a_from, gap.a_to)))
    return 1;
  return mine & theirs & WORD_FIGURE ? 0.5 : 0;
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
  const Word *a = (const Word *)self->words->data;
  const Word *b = (const Word *)other->words->data;
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
      while (begin.a > gap.a_from && begin.b > gap.b_from && a[begin.a - 1].hash == b[begin.b - 1].hash)
        begin = (Anchor) { begin.a - 1, begin.b - 1 };
      while (end.a < self->words->len && end.b < other->words->len && a[end.a].hash == b[end.b].hash)
        end = (Anchor) { end.a + 1, end.b + 1 };
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
  facts /= MAX_REPLACED_FACTS + (double)MIN (self->words->len, other->words->len) / WORDS_PER_FURTHER_FACT;
  return replaced <= 1 && facts <= 1 && replaced + facts <= MAX_REPLACED_TOGETHER;
}
