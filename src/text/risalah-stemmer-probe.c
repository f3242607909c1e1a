/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index makes of a text: whether two terms meet in it, and a fingerprint of its words. */

#include "risalah-stemmer.h"

#include <string.h>

#include "risalah-stemmer-private.h"
#include "risalah-words.h"

/* Every token that the index takes from @text: the words, their stems, and joined terms. */
static GHashTable *
collect_tokens (RisalahStemmer *self, const char *text, gboolean query)
{
  g_autoptr (GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char previous[RISALAH_WORD_MAX_LENGTH + 1] = "";
  RisalahWords words;
  RisalahWord word;

  risalah_words_init (&words, text, -1);
  while (risalah_words_next (&words, &word))
    {
      const char *joined =
          risalah_stemmer_join (self, previous, strlen (previous), word.folded, word.folded_length);
      RisalahStems stems;

      if (joined != NULL)
        {
          if (query)
            g_hash_table_remove_all (tokens);
          g_hash_table_add (tokens, g_strdup (joined));
        }
      if (joined == NULL || !query)
        {
          risalah_stemmer_stem (self, word.folded, word.folded_length, &stems);
          for (guint i = 0; i < stems.n; i++)
            g_hash_table_add (tokens, g_strdup (stems.text[i]));
          if (!query || stems.n == 0)
            g_hash_table_add (tokens, g_strdup (word.folded));
        }
      memcpy (previous, word.folded, word.folded_length + 1);
    }
  return g_steal_pointer (&tokens);
}

/**
 * risalah_stemmer_meet:
 * @self: a stemmer
 * @one: a word or a term of two
 * @other: another
 *
 * Tells whether a search for one of them finds the other in the index: each way, since a query
 * looks for stems and the index holds words and stems.
 *
 * Returns: %TRUE where they meet both ways
 */
gboolean
risalah_stemmer_meet (RisalahStemmer *self, const char *one, const char *other)
{
  const char *sides[] = { one, other };

  g_return_val_if_fail (self != NULL && one != NULL && other != NULL, FALSE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GHashTable) wanted = collect_tokens (self, sides[i], TRUE);
      g_autoptr (GHashTable) held = collect_tokens (self, sides[1 - i], FALSE);
      gboolean met = FALSE;
      GHashTableIter iter;
      gpointer token;

      g_hash_table_iter_init (&iter, wanted);
      while (!met && g_hash_table_iter_next (&iter, &token, NULL))
        met = g_hash_table_contains (held, token);
      if (!met)
        return FALSE;
    }
  return TRUE;
}

/* Every rule of the stemmer once or more, in words that a change of table or dictionary moves. */
static const char probe[] =
    "Menteri Pertahanan menandatangani kerja sama; penandatanganan ditandatangani, tanda tangan, "
    "bekerja sama, kerja-sama, bekerjasama, kesepakatan disepakati sepakat, kunjungan mengunjungi "
    "berkunjung, pelatihan dilatih latihan, mempertahankan pertahanan, pembelian dibeli, pengadaan "
    "beruang perintah pemerintah pemerintahan negara-negara kerjasamanya alutsista kementerian "
    "Prancis Perancis Jum’at Ma’ruf U.S. Türkiye; the ministries agreed agreements exercising "
    "exercises training delegation’s cooperation cooperating frigates; memprioritaskannya "
    "diplomasi persenjataan peralatan pengembangan mengembangkan teknologi penguatan kekuatan";

/**
 * risalah_stemmer_get_fingerprint:
 * @self: a stemmer
 *
 * A fingerprint of the tokens of a fixed text and of the stemmer's tables. An index that carries
 * another one was made with other words, and is rebuilt before it is written.
 *
 * Returns: (transfer full): a SHA-256 in lower-case hexadecimal
 */
char *
risalah_stemmer_get_fingerprint (RisalahStemmer *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char previous[RISALAH_WORD_MAX_LENGTH + 1] = "";
  RisalahWords words;
  RisalahWord word;
  const char *table;

  g_return_val_if_fail (self != NULL, NULL);

  risalah_words_init (&words, probe, -1);
  while (risalah_words_next (&words, &word))
    {
      const char *joined =
          risalah_stemmer_join (self, previous, strlen (previous), word.folded, word.folded_length);
      RisalahStems stems;

      g_checksum_update (checksum, (const guchar *)word.folded, word.folded_length + 1);
      risalah_stemmer_stem (self, word.folded, word.folded_length, &stems);
      for (guint i = 0; i < stems.n; i++)
        g_checksum_update (checksum, (const guchar *)stems.text[i], stems.length[i] + 1);
      if (joined != NULL)
        g_checksum_update (checksum, (const guchar *)joined, strlen (joined) + 1);
      g_checksum_update (checksum, (const guchar *)"\n", 1);
      memcpy (previous, word.folded, word.folded_length + 1);
    }
  table = risalah_stemmer_get_table_checksum (self);
  g_checksum_update (checksum, (const guchar *)table, strlen (table));
  return g_strdup (g_checksum_get_string (checksum));
}
