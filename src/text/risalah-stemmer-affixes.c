/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes Indonesian affixes off a word that the dictionary does not list with them (terencana,
 * dipersenjatai, berteknologi). After Nazief and Adriani (1996) and Asian, Williams and Tahaghoghi
 * (2005): each reading is tried, and only a root that is known counts. */

#include "risalah-stemmer-private.h"

#include <string.h>

#include "risalah-words.h"

/* A shorter root is left alone: too many words would have one by chance. */
#define MIN_ROOT     4
#define MAX_PREFIXES 3

/* What a prefix stands for: the letters before it and what the root gets back in their place. */
typedef struct
{
  const char *prefix;
  const char *before;   /* the letters that may follow; NULL for any */
  const char *restored; /* what the prefix swallowed */
} PrefixRule;

static const PrefixRule prefix_rules[] = {
  { "di", NULL, "" },       { "ter", NULL, "" },        { "te", "r", "" },
  { "ber", NULL, "" },      { "be", "r", "" },          { "se", NULL, "" },
  { "ke", NULL, "" },       { "per", NULL, "" },        { "pe", "r", "" },
  { "menge", NULL, "" },    { "meng", "aiueoghk", "" }, { "meng", "aiueo", "k" },
  { "meny", "aiueo", "s" }, { "men", "cdjsz", "" },     { "men", "aiueo", "t" },
  { "mem", "bfpv", "" },    { "mem", "aiueo", "p" },    { "me", "lmnrwy", "" },
  { "penge", NULL, "" },    { "peng", "aiueoghk", "" }, { "peng", "aiueo", "k" },
  { "peny", "aiueo", "s" }, { "pen", "cdjsz", "" },     { "pen", "aiueo", "t" },
  { "pem", "bfpv", "" },    { "pem", "aiueo", "p" },    { "pe", "lmnrwy", "" },
};

static const char *const suffixes[] = { "", "kan", "an", "i", "wan", "isasi" };
static const char *const clitics[] = { "", "nya", "lah", "kah", "pun" };

typedef struct
{
  RisalahRootTest is_root;
  gpointer user_data;
  char *root;
} Search;

/* Tries @word, then @word without each prefix that it may have. */
static gboolean
try_prefixes (Search *search, const char *word, guint depth)
{
  if (depth > 0 && strlen (word) >= MIN_ROOT && search->is_root (word, search->user_data))
    {
      g_strlcpy (search->root, word, RISALAH_WORD_MAX_LENGTH + 1);
      return TRUE;
    }
  if (depth > MAX_PREFIXES)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (prefix_rules); i++)
    {
      const PrefixRule *rule = &prefix_rules[i];
      gsize length = strlen (rule->prefix);
      char rest[RISALAH_WORD_MAX_LENGTH + 4];

      if (strncmp (word, rule->prefix, length) != 0 || word[length] == '\0'
          || (rule->before != NULL && strchr (rule->before, word[length]) == NULL))
        continue;
      g_snprintf (rest, sizeof rest, "%s%s", rule->restored, word + length);
      if (strlen (rest) >= MIN_ROOT && try_prefixes (search, rest, depth + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_stemmer_strip_affixes:
 * @word: a folded word
 * @is_root: tells whether a word is a root
 * @user_data: for @is_root
 * @root: (out caller-allocates): the root, of %RISALAH_WORD_MAX_LENGTH + 1 bytes
 *
 * Finds a known root in an affixed word: fewer suffixes first, so that the longest root wins.
 *
 * Returns: %FALSE where no reading has one
 */
gboolean
risalah_stemmer_strip_affixes (const char *word,
                               RisalahRootTest is_root,
                               gpointer user_data,
                               char *root)
{
  Search search = { is_root, user_data, root };
  gsize length = strlen (word);

  for (guint c = 0; c < G_N_ELEMENTS (clitics); c++)
    for (guint s = 0; s < G_N_ELEMENTS (suffixes); s++)
      {
        g_autofree char *ending = g_strconcat (suffixes[s], clitics[c], NULL);
        char bare[RISALAH_WORD_MAX_LENGTH + 1];

        if (strlen (ending) + MIN_ROOT > length || !g_str_has_suffix (word, ending))
          continue;
        memcpy (bare, word, length - strlen (ending));
        bare[length - strlen (ending)] = '\0';
        /* A word without its ending may be a root itself, "kembangkan". */
        if (try_prefixes (&search, bare, ending[0] != '\0'))
          return TRUE;
      }
  return FALSE;
}
