/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RisalahShinglesWord 3-shingles and their MinHash (Broder 1997), and the comparison of two texts
 * word by word that tells a reprint from another article of the same series. */

#include "risalah-shingles-private.h"

#include <string.h>

#define N_VALUES  128
#define BAND_SIZE (N_VALUES / RISALAH_SHINGLES_N_BANDS)

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
      RisalahShinglesWord word = { .hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) };
      gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);

      if (!(c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
        {
          first |= c == '.' || c == '!' || c == '?' || c == '\n';
          p = g_utf8_next_char (p);
          continue;
        }
      if (first)
        word.flags |= RISALAH_SHINGLES_FIRST;
      else if (g_unichar_isupper (c))
        word.flags |= RISALAH_SHINGLES_NAME;
      while (p < end)
        {
          c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
          if (!(c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
            break;
          if (c < 0x80 && g_ascii_isdigit (c))
            word.flags |= RISALAH_SHINGLES_FIGURE;
          word.hash =
              (word.hash ^ (c < 0x80 ? (gunichar)g_ascii_tolower (c) : g_unichar_tolower (c)))
              * G_GUINT64_CONSTANT (0x100000001b3);
          p = g_utf8_next_char (p);
        }
      /* "1.250" is one figure, no end of a sentence. */
      first = FALSE;
      if ((word.flags & RISALAH_SHINGLES_FIGURE) && p + 1 < end && (*p == '.' || *p == ',')
          && g_ascii_isdigit (p[1]))
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

/**
 * risalah_shingles_at:
 * @words: a text's words
 * @i: index of one, with two after it
 *
 * Returns: the shingle that begins there
 */
guint64
risalah_shingles_at (const RisalahShinglesWord *words, guint i)
{
  return mix (words[i].hash * 3 + mix (words[i + 1].hash * 5 + mix (words[i + 2].hash)));
}

static void
make_hashes (RisalahShingles *self)
{
  const RisalahShinglesWord *words = (const RisalahShinglesWord *)self->words->data;
  guint n = self->words->len;
  guint unique = 0;

  self->known = g_new (guint64, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->known[i] = words[i].hash;
  qsort (self->known, n, sizeof (guint64), compare_hashes);

  self->hashes = g_new (guint64, MAX (n, 1));
  for (guint i = 0; i + 2 < n; i++)
    self->hashes[i] = risalah_shingles_at (words, i);
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
  self->words = g_array_new (FALSE, FALSE, sizeof (RisalahShinglesWord));
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
 * risalah_shingles_know:
 * @self: a text's shingles
 * @hash: a word's hash
 *
 * Returns: whether the text has the word
 */
gboolean
risalah_shingles_know (const RisalahShingles *self, guint64 hash)
{
  return bsearch (&hash, self->known, self->words->len, sizeof (guint64), compare_hashes) != NULL;
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
