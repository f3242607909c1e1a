/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the stemmer's own tables: words whose stem the dictionary has wrong or not at all,
 * two words that are one term, and the words too common to be a stem. */

#include "risalah-stemmer-private.h"

#include <string.h>

#include "risalah-words.h"

/* One bit for each pair of first letters that the second word of a term begins with. */
#define N_PAIRS (26 * 26)

struct _RisalahStemTable
{
  GHashTable *stems; /* folded word → GStrv, its stems; empty where it is its own */
  GHashTable *joins; /* "kerja sama" → "kerjasama" */
  GHashTable *stops; /* set of folded words */
  guint8 seconds[N_PAIRS / 8 + 1];
  char *checksum; /* of all rows */
};

/* The number of @word's first two letters, or -1 where they are not letters. */
static int
pair_of (const char *word, gsize length)
{
  if (length < 2 || !g_ascii_islower (word[0]) || !g_ascii_islower (word[1]))
    return -1;
  return (word[0] - 'a') * 26 + (word[1] - 'a');
}

static void
add_row (RisalahStemTable *self, const char *words, const char *stems)
{
  g_autofree char *folded = risalah_words_fold (words, -1);
  const char *space = strchr (folded, ' ');

  if (space != NULL)
    {
      int pair = pair_of (space + 1, strlen (space + 1));

      if (pair >= 0)
        self->seconds[pair / 8] |= 1 << (pair % 8);
      g_hash_table_replace (self->joins, g_steal_pointer (&folded), g_strdup (stems));
    }
  else
    {
      char **list = strcmp (stems, "-") == 0 ? g_new0 (char *, 1) : g_strsplit (stems, " ", 0);

      g_hash_table_replace (self->stems, g_steal_pointer (&folded), list);
    }
}

static void
update_checksum (GChecksum *checksum, const char *field)
{
  g_checksum_update (checksum, (const guchar *)field, strlen (field) + 1);
}

/* Reads the tables; a lexicon without them gives a stemmer that knows only the dictionary. */
gpointer
risalah_stem_table_load (const RisalahLexicon *lexicon, GError **error)
{
  RisalahStemTable *self = g_new0 (RisalahStemTable, 1);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const RisalahTable *stems = risalah_lexicon_get_table (lexicon, "stems");
  const RisalahTable *stops = risalah_lexicon_get_table (lexicon, "stopwords");

  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  self->joins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; stems != NULL && i < risalah_table_get_n_rows (stems); i++)
    {
      add_row (self, risalah_table_get (stems, i, 0), risalah_table_get (stems, i, 1));
      update_checksum (checksum, risalah_table_get (stems, i, 0));
      update_checksum (checksum, risalah_table_get (stems, i, 1));
    }
  for (guint i = 0; stops != NULL && i < risalah_table_get_n_rows (stops); i++)
    {
      g_hash_table_add (self->stops, risalah_words_fold (risalah_table_get (stops, i, 0), -1));
      update_checksum (checksum, risalah_table_get (stops, i, 0));
    }
  self->checksum = g_strdup (g_checksum_get_string (checksum));
  return self;
}

void
risalah_stem_table_free (gpointer data)
{
  RisalahStemTable *self = data;

  g_hash_table_unref (self->stems);
  g_hash_table_unref (self->joins);
  g_hash_table_unref (self->stops);
  g_free (self->checksum);
  g_free (self);
}

/* The stems that the table gives for @word; NULL where it does not know it. */
const char *const *
risalah_stem_table_lookup (const RisalahStemTable *self, const char *word)
{
  return g_hash_table_lookup (self->stems, word);
}

gboolean
risalah_stem_table_is_stop (const RisalahStemTable *self, const char *word)
{
  return g_hash_table_contains (self->stops, word);
}

/* A cheap first look: may @second be the second word of a term? */
gboolean
risalah_stem_table_may_join (const RisalahStemTable *self, const char *second, gsize length)
{
  int pair = pair_of (second, length);

  return pair >= 0 && (self->seconds[pair / 8] & (1 << (pair % 8))) != 0;
}

/* The one word that @first and @second are, or NULL. */
const char *
risalah_stem_table_join (const RisalahStemTable *self, const char *first, const char *second)
{
  char key[2 * RISALAH_WORD_MAX_LENGTH + 2];

  g_snprintf (key, sizeof key, "%s %s", first, second);
  return g_hash_table_lookup (self->joins, key);
}

/* A SHA-256 of all rows: an analyst's change to the tables changes the index. */
const char *
risalah_stem_table_get_checksum (const RisalahStemTable *self)
{
  return self->checksum;
}
